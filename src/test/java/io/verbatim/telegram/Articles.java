package io.verbatim.telegram;

import io.verbatim.answer.AnswerPolicy;
import io.verbatim.answer.Answerer;
import io.verbatim.article.Address;
import io.verbatim.article.Article;
import io.verbatim.article.ArticleFolder;
import io.verbatim.article.Library;
import io.verbatim.article.Paragraph;
import io.verbatim.article.Quote;
import io.verbatim.article.Span;
import io.verbatim.bot.Conversation;
import io.verbatim.lucene.ArticleIndex;
import io.verbatim.summary.Summarizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Articles made by hand. */
final class Articles {
  static final String BEES = "bees.txt";

  private Articles() {}

  /** A library of one article whose paragraphs have a sentence for each given one. */
  @SafeVarargs
  static Library library(List<String>... paragraphs) {
    var made = new ArrayList<Paragraph>();
    for (List<String> sentences : paragraphs) {
      var spans = new ArrayList<Span>();
      var text = new StringBuilder();
      for (String sentence : sentences) {
        if (!text.isEmpty()) {
          text.append(' ');
        }
        spans.add(new Span(text.length(), text.length() + sentence.length()));
        text.append(sentence);
      }
      made.add(new Paragraph(made.size() + 1, Optional.empty(), text.toString(), spans));
    }
    return new Library(List.of(new Article(BEES, "On bees", made)));
  }

  /** A conversation about the article of the project, which answers by words. */
  static Conversation seedConversation() {
    Library library = ArticleFolder.read(Path.of("seeds")).library();
    try {
      ArticleIndex index = ArticleIndex.inMemory(library);
      var answerer = new Answerer(library, index, AnswerPolicy.SHIPPED);
      return new Conversation(library, answerer, new Summarizer(library), index::answersByMeaning);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Library bees() {
    return library(
        List.of("Bees are fond of clover.", "They fly up to 3 km for it.", "Most don’t."),
        List.of("A hive has one queen 👑.", "She lays 2,000 eggs a day."));
  }

  static Quote quote(Library library, int paragraph) {
    return quote(library, paragraph, Optional.empty());
  }

  /** A whole paragraph, with its sentence of that number (from 0) marked. */
  static Quote quote(Library library, int paragraph, int marked) {
    Paragraph whole = paragraph(library, paragraph);
    return quote(library, paragraph, Optional.of(whole.sentences().get(marked)));
  }

  private static Quote quote(Library library, int paragraph, Optional<Span> marked) {
    Paragraph whole = paragraph(library, paragraph);
    return library.quote(new Address(BEES, paragraph, whole.whole()), marked);
  }

  private static Paragraph paragraph(Library library, int number) {
    return library.article(BEES).orElseThrow().paragraph(number).orElseThrow();
  }
}
