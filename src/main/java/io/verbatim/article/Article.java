package io.verbatim.article;

import java.util.List;
import java.util.Optional;

/**
 * What is asked about.
 *
 * @param name name of the file it was read from, relative to its folder; unique in its library
 * @param title the author's title
 * @param paragraphs in reading order, numbered from 1 without gaps, at least one
 */
public record Article(String name, String title, List<Paragraph> paragraphs) {
  /**
   * @throws IllegalArgumentException if there is no paragraph or the numbering has gaps
   */
  public Article {
    paragraphs = List.copyOf(paragraphs);
    if (paragraphs.isEmpty()) {
      throw new IllegalArgumentException(name + ": no paragraph");
    }
    for (int i = 0; i < paragraphs.size(); i++) {
      if (paragraphs.get(i).number() != i + 1) {
        throw new IllegalArgumentException(name + ": paragraph " + (i + 1) + " is misnumbered");
      }
    }
  }

  /** The paragraph of that number, from 1; empty if the article has none. */
  public Optional<Paragraph> paragraph(int number) {
    return number < 1 || number > paragraphs.size()
        ? Optional.empty()
        : Optional.of(paragraphs.get(number - 1));
  }

  /** Section headings in reading order, each once for every run of paragraphs under it. */
  public List<Section> sections() {
    var sections = new java.util.ArrayList<Section>();
    for (Paragraph paragraph : paragraphs) {
      if (paragraph.section().isEmpty()) {
        continue;
      }
      String title = paragraph.section().get();
      Section last = sections.isEmpty() ? null : sections.getLast();
      if (last != null && last.title().equals(title) && last.last() == paragraph.number() - 1) {
        sections.set(sections.size() - 1, new Section(title, last.first(), paragraph.number()));
      } else {
        sections.add(new Section(title, paragraph.number(), paragraph.number()));
      }
    }
    return List.copyOf(sections);
  }

  /** Number of sentences. */
  public int sentences() {
    return paragraphs.stream().mapToInt(p -> p.sentences().size()).sum();
  }

  /** Number of words, counted at white space. */
  public int words() {
    return paragraphs.stream().mapToInt(p -> p.text().strip().split("\\s+").length).sum();
  }

  /**
   * A heading and the paragraphs under it.
   *
   * @param title the heading
   * @param first number of the first paragraph
   * @param last number of the last paragraph
   */
  public record Section(String title, int first, int last) {}
}
