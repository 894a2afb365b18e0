package io.verbatim.summary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What each piece of evidence counts, in standard deviations over the article's sentences where
 * nothing else is said. The first six make a sentence the news; the last makes it the gist.
 *
 * @param forward likeness to the sentences after it
 * @param backward likeness to the sentences before it
 * @param lead closeness to the article's start, 1 for the first sentence, falling to 0
 * @param length logarithm of the number of words
 * @param quotation whether it starts with a quotation, 0 or 1
 * @param figure whether it has a number in digits that is no year, 0 or 1
 * @param centrality PageRank among all sentences
 */
public record Weights(
    double forward,
    double backward,
    double lead,
    double length,
    double quotation,
    double figure,
    double centrality) {
  private static final String RESOURCE = "weights.properties";

  /** The weights that ship, from the resource beside this class. */
  public static Weights shipped() {
    var properties = new Properties();
    try (InputStream in = Weights.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the weights of the summary are not on the class path");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the weights of the summary", e);
    }
    return new Weights(
        number(properties, "forward"),
        number(properties, "backward"),
        number(properties, "lead"),
        number(properties, "length"),
        number(properties, "quotation"),
        number(properties, "figure"),
        number(properties, "centrality"));
  }

  /**
   * Weights from seven numbers, in the order of the fields.
   *
   * @throws IllegalArgumentException if there are not seven
   */
  public static Weights of(double... numbers) {
    if (numbers.length != 7) {
      throw new IllegalArgumentException(numbers.length + " weights");
    }
    return new Weights(
        numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6]);
  }

  /** The seven numbers, in the order of the fields. */
  public double[] toArray() {
    return new double[] {forward, backward, lead, length, quotation, figure, centrality};
  }

  private static double number(Properties properties, String key) {
    String value = properties.getProperty(key);
    if (value == null) {
      throw new IllegalStateException(RESOURCE + " has no '" + key + "'");
    }
    return Double.parseDouble(value);
  }
}
