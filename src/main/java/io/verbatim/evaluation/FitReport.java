package io.verbatim.evaluation;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verbatim.answer.AnswerPolicy;
import io.verbatim.ranking.Calibration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A fit as people read it, and as the resources that the ranking reads. */
public final class FitReport {
  private static final List<String> MEASURES =
      List.of(
          "paragraph_hit_at_1",
          "paragraph_hit_at_3",
          "sentence_hit_at_1",
          "off_topic_auroc",
          "near_topic_auroc",
          "coverage_at_95_precision",
          "answerable_quoted",
          "off_topic_quoted",
          "near_topic_quoted");

  private static final int TWENTIETHS = 20;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private FitReport() {}

  /**
   * The measures set by set; the shares quoted at other thresholds; the confidence beside what came
   * true.
   *
   * @param policy whose thresholds the shares quoted are of
   */
  public static String text(Fit fit, AnswerPolicy policy) {
    var text = new StringBuilder();
    Map<String, Figures> figures = fit.figures(policy);
    text.append("Reading: ").append(fit.reading().key());
    text.append("; ").append(Trials.FOLDS).append("-fold cross-validation over articles\n");
    figures.forEach((name, of) -> {
      text.append("\n").append(name).append(", ").append(of.questions()).append(" questions\n");
      Map<String, Double> measures = of.measures();
      MEASURES.forEach(measure -> {
        String value = share(measures.getOrDefault(measure, Double.NaN));
        text.append("  %-26s".formatted(measure)).append(value).append('\n');
      });
      text.append("  confidence/came true:");
      of.calibration()
          .forEach(bin ->
              text.append(" %s/%s".formatted(brief(bin.predicted()), brief(bin.observed()))));
      text.append('\n');
    });
    text.append("\nquoted at least at, set by set: answerable off-topic near-topic\n");
    for (int i = 1; i < TWENTIETHS; i++) {
      double threshold = (double) i / TWENTIETHS;
      text.append("  ").append(brief(threshold));
      fit.figures(with(policy, threshold))
          .values()
          .forEach(of -> {
            text.append("  |");
            List.of("answerable_quoted", "off_topic_quoted", "near_topic_quoted")
                .forEach(measure ->
                    text.append(' ')
                        .append(share(of.measures().getOrDefault(measure, Double.NaN))));
          });
      text.append('\n');
    }
    return text.toString();
  }

  private static AnswerPolicy with(AnswerPolicy policy, double quoted) {
    return new AnswerPolicy(
        quoted,
        Math.min(policy.related(), quoted),
        policy.further(),
        policy.mostQuotes(),
        policy.longest());
  }

  /** What a reader learns from, a JSON object a line; as {@code train_reader.py} reads it. */
  public static List<String> lessons(Fit fit) {
    return fit.lessons().stream().map(FitReport::line).toList();
  }

  private static String line(Lesson lesson) {
    ObjectNode json = JSON.createObjectNode();
    json.put("set", lesson.set()).put("fold", lesson.fold()).put("question", lesson.question());
    ArrayNode sentences = json.putArray("sentences");
    for (Lesson.Text sentence : lesson.sentences()) {
      ObjectNode one = sentences.addObject().put("text", sentence.text());
      String text = sentence.text();
      sentence
          .answer()
          .ifPresent(span ->
              one.put("start", text.codePointCount(0, span.start()))
                  .put("end", text.codePointCount(0, span.end())));
    }
    return json.toString();
  }

  /** The resource with the weights of the ranking. */
  public static String weights(Fit fit, AnswerPolicy policy, LocalDate date) {
    return resource("What speaks for a sentence, and how much", fit.weights(), fit, policy, date);
  }

  /** The resource with the weights of the calibration. */
  public static String calibration(Fit fit, AnswerPolicy policy, LocalDate date) {
    return resource(
        "What says whether the best sentence answers: the logit of the probability, "
            + Calibration.INTERCEPT
            + " and a sum",
        fit.calibration(),
        fit,
        policy,
        date);
  }

  private static String resource(
      String what, Map<String, Double> weights, Fit fit, AnswerPolicy policy, LocalDate date) {
    var text = new StringBuilder();
    text.append("# ").append(what).append(". Reading: ").append(fit.reading().key()).append(".\n");
    text.append("# Fitted ").append(date).append(" by verbatim evaluate --fit, with ");
    text.append(Trials.FOLDS).append(" folds over articles, which show:\n");
    fit.figures(policy)
        .forEach((name, of) -> {
          text.append("# ").append(name).append(" (n = ").append(of.questions()).append("):");
          Map<String, Double> measures = of.measures();
          MEASURES.stream()
              .filter(measure -> !Double.isNaN(measures.getOrDefault(measure, Double.NaN)))
              .forEach(measure ->
                  text.append(' ')
                      .append(measure.replace('_', ' '))
                      .append(' ')
                      .append(share(measures.getOrDefault(measure, Double.NaN)))
                      .append(';'));
          text.setCharAt(text.length() - 1, '\n');
        });
    weights.forEach((name, weight) ->
        text.append(name).append(" = ").append(number("%.5f", weight)).append('\n'));
    return text.toString();
  }

  private static String share(double value) {
    return Double.isNaN(value) ? "–" : number("%.4f", value);
  }

  private static String brief(double value) {
    return number("%.2f", value);
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
