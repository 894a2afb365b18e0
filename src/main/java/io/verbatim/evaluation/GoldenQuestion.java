package io.verbatim.evaluation;

import io.verbatim.article.Address;
import io.verbatim.article.Article;
import io.verbatim.article.Paragraph;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A question for a file that {@link QuestionSet#golden} reads.
 *
 * @param question its words; white space of any kind becomes one space
 * @param answer where the answer begins; empty if the article does not say
 * @param settled whether it counts; if not, it is a remark in the file, for a person to decide on
 * @param note for people
 */
public record GoldenQuestion(
    String question, Optional<Address> answer, boolean settled, String note) {
  /** The first line of a file. */
  public static final String HEADER = "question\tanswer\tnote";

  /** What the lines begin with that are not read. */
  static final String REMARK = "# ";

  /** Makes a line of the words. */
  public GoldenQuestion {
    question = line(question);
    while (question.startsWith(REMARK)) {
      question = question.substring(REMARK.length()).strip();
    }
    note = line(note);
  }

  /**
   * The line of the file, without its end.
   *
   * @param article that the answer is in
   */
  public String in(Article article) {
    String place = answer.map(address -> place(article, address)).orElse("none");
    return (settled ? "" : REMARK) + question + "\t" + place + "\t" + note;
  }

  private static String place(Article article, Address address) {
    Paragraph paragraph = article.paragraph(address.paragraph()).orElseThrow();
    int sentence =
        IntStream.range(0, paragraph.sentences().size())
            .filter(i -> address.span().start() < paragraph.sentences().get(i).end())
            .findFirst()
            .orElseThrow();
    return paragraph.number() + ":" + (sentence + 1);
  }

  private static String line(String words) {
    return words.replaceAll("(?U)[\\s\\p{Cntrl}]+", " ").strip();
  }
}
