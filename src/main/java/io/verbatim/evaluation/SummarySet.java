package io.verbatim.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.verbatim.article.Article;
import io.verbatim.article.ArticleParser;
import io.verbatim.article.Paragraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Articles with the summaries that people wrote or marked in them. */
public final class SummarySet {
  private static final Pattern LINES = Pattern.compile("\\R\\s*");

  /** Where the extracts of the BBC set are glued together without a blank. */
  private static final Pattern GLUE =
      Pattern.compile("(?<=[a-z0-9)%][.!?])(?=[\"A-Z(])|(?<=[.!?]\")(?=[\"A-Z])");

  private final List<Summarized> articles;

  private SummarySet(List<Summarized> articles) {
    this.articles = List.copyOf(articles);
  }

  /**
   * An article and a good summary of it.
   *
   * @param article the article
   * @param reference sentences of the summary
   */
  record Summarized(Article article, List<String> reference) {
    Summarized {
      reference = List.copyOf(reference);
    }
  }

  List<Summarized> articles() {
    return articles;
  }

  /** Number of articles. */
  public int size() {
    return articles.size();
  }

  /**
   * Reads a JSON object a line: {@code id}, possibly {@code title}, and either {@code article} (a
   * text, with or without breaks between paragraphs) and {@code summary} (a sentence a line) or
   * {@code paragraphs} and {@code reference_extract}.
   *
   * @throws IOException if the file cannot be read or a line is not of that form; the message names
   *     the line
   */
  public static SummarySet read(Path file) throws IOException {
    var json = JsonMapper.builder().build();
    var parser = new ArticleParser();
    var articles = new ArrayList<Summarized>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        String where = file + ":" + (i + 1);
        try {
          articles.add(summarized(json.readTree(lines.get(i)), i + 1, where, parser));
        } catch (JsonProcessingException e) {
          throw new IOException(where + ": no JSON (" + e.getOriginalMessage() + ")", e);
        }
      }
    }
    if (articles.isEmpty()) {
      throw new IOException(file + ": no article in it");
    }
    return new SummarySet(articles);
  }

  private static Summarized summarized(
      JsonNode line, int number, String where, ArticleParser parser) throws IOException {
    boolean extract = line.hasNonNull("reference_extract");
    List<String> texts = extract ? parts(line.path("paragraphs")) : parts(line.path("article"));
    Stream<String> reference =
        extract
            ? parts(line.path("reference_extract")).stream().flatMap(GLUE::splitAsStream)
            : parts(line.path("summary")).stream();
    List<String> sentences = reference.map(String::strip).filter(s -> !s.isEmpty()).toList();
    if (texts.isEmpty() || sentences.isEmpty()) {
      throw new IOException(
          where + ": expected article and summary, or paragraphs and reference_extract");
    }
    var paragraphs = new ArrayList<Paragraph>();
    for (String text : texts) {
      paragraphs.add(parser.paragraph(paragraphs.size() + 1, Optional.empty(), text));
    }
    String name = line.path("id").asText(String.valueOf(number));
    return new Summarized(
        new Article(name, line.path("title").asText(name), paragraphs), sentences);
  }

  /** The lines of a text or of each text of a list, none blank. */
  private static List<String> parts(JsonNode node) {
    Stream<String> texts =
        node.isArray() ? node.valueStream().map(JsonNode::asText) : Stream.of(node.asText());
    return texts
        .flatMap(LINES::splitAsStream)
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
