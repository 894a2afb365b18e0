package io.verbatim.evaluation;

import io.verbatim.answer.AnswerPolicy;
import io.verbatim.answer.Answerer;
import io.verbatim.answer.Exchange;
import io.verbatim.article.Article;
import io.verbatim.article.ArticleFolder;
import io.verbatim.article.Library;
import io.verbatim.embedding.Encoders;
import io.verbatim.embedding.UnavailableException;
import io.verbatim.evaluation.Dialogue.Role;
import io.verbatim.evaluation.DialogueFigures.Asked;
import io.verbatim.lucene.ArticleIndex;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Asks dialogues, each question with the exchange before it and without. */
final class DialogueEvaluation {
  private static final Path DIALOGUES = Path.of("src/test/resources/golden/dialogues.tsv");
  private static final Path SEEDS = Path.of("seeds");

  private final Optional<Encoders> encoders;
  private final Map<String, Article> articles = new HashMap<>();
  private final Map<Article, Answerer> opened = new HashMap<>();
  private final List<String> transcript = new ArrayList<>();

  private DialogueEvaluation(Optional<Encoders> encoders) {
    this.encoders = encoders;
    articles.put("seed", ArticleFolder.read(SEEDS).library().articles().getFirst());
  }

  /** The dialogues about the seed, answered by words alone. */
  static Map<String, DialogueFigures> seedByWords() throws IOException {
    return new DialogueEvaluation(Optional.empty()).dialogues();
  }

  /**
   * Measures on all dialogues, and on the questions of the sets as if each followed another.
   *
   * @param arguments the folder of the sets, {@code words} to leave the encoders out, {@code
   *     strangers} for the questions of the sets too
   */
  public static void main(String[] arguments) throws IOException, UnavailableException {
    Path data = Path.of(arguments[0]);
    boolean words = List.of(arguments).contains("words");
    PrintStream out = System.out;
    var squad = QuestionSet.squad(data.resolve("squad1-tune.json")).cases();
    var news = QuestionSet.squad(data.resolve("newsqa-tune.json")).cases();
    try (var encoders = Encoders.load()) {
      var evaluation = new DialogueEvaluation(words ? Optional.empty() : Optional.of(encoders));
      squad.forEach(c ->
          evaluation.articles.put("squad1:" + c.article().title().replace(' ', '_'), c.article()));
      for (int i = 0; i < news.size(); i++) {
        evaluation.articles.put("newsqa:" + i, news.get(i).article());
      }
      evaluation.dialogues().forEach((name, figures) -> out.println(figures + "  " + name));
      evaluation.transcript.forEach(out::println);
      if (!List.of(arguments).contains("strangers")) {
        return;
      }
      evaluation
          .strangers("squad1", squad.subList(0, 4))
          .forEach((name, figures) -> out.println(figures + "  " + name));
      evaluation
          .strangers("newsqa", news.subList(0, 100))
          .forEach((name, figures) -> out.println(figures + "  " + name));
    }
  }

  /** Figures by article, role, and whether the exchange before was known. */
  private Map<String, DialogueFigures> dialogues() throws IOException {
    var figures = new TreeMap<String, DialogueFigures>();
    for (Dialogue dialogue : Dialogue.read(DIALOGUES)) {
      Article article = articles.get(dialogue.article());
      if (article == null) {
        continue;
      }
      Answerer answerer = opened.computeIfAbsent(article, this::open);
      Optional<Exchange> previous = Optional.empty();
      for (Dialogue.Turn turn : dialogue.turns()) {
        var item =
            new Item(turn.question(), QuestionSet.places(turn.answer(), article, turn.question()));
        Asked alone = Asked.ask(answerer, turn.question(), Optional.empty());
        Asked after = Asked.ask(answerer, turn.question(), previous);
        previous = Optional.of(after.turn().exchange());
        String group =
            dialogue.article().replaceFirst(":.*", "")
                + " "
                + turn.role().name().toLowerCase(Locale.ROOT);
        figures.merge(
            group + " alone", DialogueFigures.NONE.plus(item, alone), DialogueFigures::plus);
        figures.merge(
            group + " after", DialogueFigures.NONE.plus(item, after), DialogueFigures::plus);
        if (turn.role() != Role.OPENING) {
          transcript.add(
              DialogueFigures.NONE.plus(item, after).paragraphs()
                  + " "
                  + turn.role()
                  + " "
                  + after.turn().searched());
        }
      }
    }
    return figures;
  }

  /** Questions that were written to stand alone, in an order in which each follows another. */
  private Map<String, DialogueFigures> strangers(String name, List<Case> cases) {
    var figures = new TreeMap<String, DialogueFigures>();
    var random = new Random(20);
    for (Case one : cases) {
      Answerer answerer = open(one.article());
      var items = new ArrayList<>(one.items());
      Collections.shuffle(items, random);
      Optional<Exchange> previous = Optional.empty();
      for (Item item : items) {
        Asked alone = Asked.ask(answerer, item.words(), Optional.empty());
        Asked after = Asked.ask(answerer, item.words(), previous);
        previous = Optional.of(alone.turn().exchange());
        figures.merge(
            name + " strangers alone",
            DialogueFigures.NONE.plus(item, alone),
            DialogueFigures::plus);
        figures.merge(
            name + " strangers after",
            DialogueFigures.NONE.plus(item, after),
            DialogueFigures::plus);
      }
    }
    return figures;
  }

  private Answerer open(Article article) {
    try {
      var library = new Library(List.of(article));
      var index = ArticleIndex.inMemory(library);
      if (encoders.isPresent()) {
        index.read(encoders.get(), read -> {});
      }
      return new Answerer(library, index, AnswerPolicy.SHIPPED);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot index " + article.name(), e);
    }
  }
}
