package io.verbatim.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.verbatim.article.Address;
import io.verbatim.article.Article;
import io.verbatim.article.ArticleParser;
import io.verbatim.article.Paragraph;
import io.verbatim.article.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Questions with where their answers stand. */
public final class QuestionSet {
  private static final Pattern PLACE = Pattern.compile("(\\d+):(\\d+)");

  private final List<Case> cases;

  private QuestionSet(List<Case> cases) {
    this.cases = List.copyOf(cases);
  }

  List<Case> cases() {
    return cases;
  }

  /**
   * Reads SQuAD 1.1 or 2.0 JSON; each of its articles is an article of its own, with its
   * paragraphs.
   *
   * @see <a href="https://rajpurkar.github.io/SQuAD-explorer/">SQuAD</a>
   * @throws IOException if the file cannot be read or is not such JSON
   */
  public static QuestionSet squad(Path file) throws IOException {
    JsonNode data;
    try {
      data = JsonMapper.builder().build().readTree(file.toFile()).path("data");
    } catch (JsonProcessingException e) {
      throw new IOException(file + ": no JSON (" + e.getOriginalMessage() + ")", e);
    }
    if (!data.isArray() || data.isEmpty()) {
      throw new IOException(file + ": no \"data\" with articles in it, as SQuAD JSON has");
    }
    var parser = new ArticleParser();
    var cases = new ArrayList<Case>();
    for (JsonNode article : data) {
      cases.add(
          squadCase(parser, article, cases.size() + 1 + " " + article.path("title").asText()));
    }
    return new QuestionSet(cases);
  }

  private static Case squadCase(ArticleParser parser, JsonNode article, String name) {
    var paragraphs = new ArrayList<Paragraph>();
    var items = new ArrayList<Item>();
    for (JsonNode paragraph : article.path("paragraphs")) {
      String text = paragraph.path("context").asText();
      int number = paragraphs.size() + 1;
      paragraphs.add(parser.paragraph(number, Optional.empty(), text));
      for (JsonNode question : paragraph.path("qas")) {
        items.add(squadItem(question, name, number, text));
      }
    }
    return new Case(
        new Article(name, article.path("title").asText().replace('_', ' '), paragraphs), items);
  }

  private static Item squadItem(JsonNode question, String article, int paragraph, String text) {
    var answers = new ArrayList<Address>();
    if (!question.path("is_impossible").asBoolean()) {
      for (JsonNode answer : question.path("answers")) {
        int points =
            Math.min(answer.path("answer_start").asInt(), text.codePointCount(0, text.length()));
        int start = text.offsetByCodePoints(0, points); // Python counts no UTF-16 units
        int end =
            Math.min(text.length(), start + Math.max(1, answer.path("text").asText().length()));
        answers.add(new Address(article, paragraph, new Span(start, end)));
      }
    }
    return new Item(question.path("question").asText(), answers);
  }

  /**
   * Reads our own format: a header line, then a question a line, a tab, and the places that answer
   * it as {@code paragraph:sentence}, both from 1, with {@code |} between two; {@code none} if the
   * article does not say. Further columns are for people, and so are lines that begin with a number
   * sign and a space.
   *
   * @param article what is asked about
   * @throws IOException if the file cannot be read or a line is not of that form; the message names
   *     the line
   */
  public static QuestionSet golden(Path file, Article article) throws IOException {
    var items = new ArrayList<Item>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 1; i < lines.size(); i++) {
      List<String> cells = List.of(lines.get(i).split("\t", -1));
      if (lines.get(i).isBlank() || lines.get(i).startsWith(GoldenQuestion.REMARK)) {
        continue;
      }
      if (cells.size() < 2) {
        throw new IOException(file + ":" + (i + 1) + ": expected a question, a tab and its answer");
      }
      items.add(new Item(cells.get(0), places(cells.get(1), article, file + ":" + (i + 1))));
    }
    return new QuestionSet(List.of(new Case(article, items)));
  }

  static List<Address> places(String text, Article article, String where) throws IOException {
    var places = new ArrayList<Address>();
    if (text.equals("none")) {
      return places;
    }
    for (String place : List.of(text.split("\\|", -1))) {
      Matcher numbers = PLACE.matcher(place);
      Optional<Address> address =
          numbers.matches()
              ? sentence(
                  article, Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)))
              : Optional.empty();
      places.add(
          address.orElseThrow(() ->
              new IOException(
                  where + ": expected paragraph:sentence of the article, or none: " + place)));
    }
    return places;
  }

  private static Optional<Address> sentence(Article article, int paragraph, int sentence) {
    return article
        .paragraph(paragraph)
        .filter(p -> 1 <= sentence && sentence <= p.sentences().size())
        .map(p -> new Address(article.name(), paragraph, p.sentences().get(sentence - 1)));
  }

  /** The same articles cut to their first paragraphs, with the questions that these answer. */
  QuestionSet first(int paragraphs) {
    var cut = new ArrayList<Case>();
    for (Case one : cases) {
      Article whole = one.article();
      List<Item> items =
          one.items().stream()
              .filter(item -> item.answers().stream().anyMatch(a -> a.paragraph() <= paragraphs))
              .toList();
      List<Paragraph> kept = whole.paragraphs().stream().limit(paragraphs).toList();
      if (!items.isEmpty()) {
        cut.add(new Case(new Article(whole.name(), whole.title(), kept), items));
      }
    }
    return new QuestionSet(cut);
  }
}
