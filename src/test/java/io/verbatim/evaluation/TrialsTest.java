package io.verbatim.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.verbatim.answer.AnswerPolicy;
import io.verbatim.article.Library;
import io.verbatim.evaluation.Verdict.Kind;
import io.verbatim.lucene.ArticleIndex;
import io.verbatim.ranking.Candidates;
import io.verbatim.ranking.Model;
import io.verbatim.ranking.Reading;
import io.verbatim.retrieval.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fitting by words alone, to towns and their animals. */
class TrialsTest {
  private static final AnswerPolicy POLICY = new AnswerPolicy(0.4, 0.15, 0.85, 3, 700);

  @TempDir Path folder;
  private final Map<String, QuestionSet> sets = new LinkedHashMap<>();

  @BeforeEach
  void writeSets() throws IOException {
    sets.put("one", QuestionSet.squad(SquadFile.write(folder.resolve("1.json"), 0, 13, false)));
    sets.put("two", QuestionSet.squad(SquadFile.write(folder.resolve("2.json"), 5, 13, true)));
  }

  @Test
  void anArticleIsInOneFoldInWhateverSetItStands() {
    Map<String, List<Integer>> folds =
        gathered().gathered().stream()
            .collect(
                Collectors.groupingBy(
                    trial -> trial.library().articles().getFirst().title(),
                    Collectors.mapping(Trial::fold, Collectors.toList())));

    assertEquals(18, folds.size());
    folds.forEach((title, of) -> assertEquals(1, new HashSet<>(of).size(), title));
    assertEquals(4, folds.values().stream().map(List::getFirst).distinct().count());
  }

  @Test
  void foreignQuestionsAreAsManyAndFromTheSameFold() {
    List<Trial> trials = gathered().gathered();
    Map<Item, Integer> foldOfItem =
        trials.stream()
            .filter(trial -> trial.kind() == Kind.ANSWERABLE)
            .collect(Collectors.toMap(Trial::item, Trial::fold, (one, other) -> one));

    List<Trial> foreign = trials.stream().filter(trial -> trial.kind() == Kind.OFF_TOPIC).toList();

    assertEquals(
        trials.stream()
            .filter(t -> t.kind() == Kind.ANSWERABLE && t.sample().name().startsWith("one"))
            .count(),
        foreign.size());
    for (Trial trial : foreign) {
      assertEquals(foldOfItem.get(trial.item()), trial.fold());
      String own = trial.library().articles().getFirst().name();
      assertTrue(trial.item().answers().stream().noneMatch(a -> a.article().equals(own)));
    }
  }

  @Test
  void theFitWeighsWhatTheResourcesNameAndMeasuresEverySet() {
    var fit = new Fit(gathered(), Reading.WORDS, AnswerPolicy.SHIPPED);

    assertEquals(new HashSet<>(Model.shipped(Reading.WORDS).names()), fit.weights().keySet());
    Map<String, Figures> figures = fit.figures(POLICY);
    assertEquals(List.of("one", "one, first 8 paragraphs", "two"), names(figures));
    Figures one = Objects.requireNonNull(figures.get("one"));
    assertEquals(39, one.questions());
    assertEquals(1.0, one.measures().get("paragraph_hit_at_1"));
    assertEquals(1.0, one.measures().get("sentence_hit_at_1"));
    assertTrue(fit.calibration().values().stream().allMatch(Double::isFinite));
  }

  @Test
  void theResourceSaysWhenOnWhatAndHowWellItWasFitted() {
    var fit = new Fit(gathered(), Reading.WORDS, AnswerPolicy.SHIPPED);

    String resource = FitReport.weights(fit, POLICY, LocalDate.of(2026, 2, 3));

    assertTrue(resource.contains("# Fitted 2026-02-03"), resource);
    assertTrue(resource.contains("# one (n = 39): paragraph hit at 1 1.0000;"), resource);
    assertTrue(resource.contains("\nbm25-sentence = "), resource);
  }

  @Test
  void aLessonHasTheAnswerWhereItStandsAndNoneWhereTheArticleDoesNotSay() throws IOException {
    var fit = new Fit(gathered(), Reading.WORDS, AnswerPolicy.SHIPPED);
    var mapper = JsonMapper.builder().build();

    assertEquals(39, fit.lessons().stream().filter(l -> l.set().equals("one")).count());
    for (String line : FitReport.lessons(fit)) {
      JsonNode lesson = mapper.readTree(line);
      boolean near = lesson.get("question").asText().equals("Who dislikes the moon?");
      assertEquals(near ? "two" : "one", lesson.get("set").asText());
      int answers = 0;
      for (JsonNode sentence : lesson.get("sentences")) {
        if (sentence.has("start")) {
          int[] text = sentence.get("text").asText().codePoints().toArray();
          int start = sentence.get("start").asInt();
          String answer = new String(text, start, sentence.get("end").asInt() - start);
          assertTrue(answer.startsWith("People of town "), line);
          answers++;
        }
      }
      assertEquals(near, answers == 0, line);
      List<String> texts = lesson.get("sentences").findValuesAsText("text");
      assertTrue(texts.size() <= 4, line);
      assertEquals(texts.size(), new HashSet<>(texts).size(), line);
    }
  }

  private static List<String> names(Map<String, Figures> figures) {
    return figures.keySet().stream().sorted().toList();
  }

  private Trials gathered() {
    var trials = new Trials(sets);
    trials.gather((library, fold) -> byWords(library), done -> {});
    assertEquals(trials.size(), trials.gathered().size());
    return trials;
  }

  private static Function<String, Candidates> byWords(Library library) {
    try {
      var index = ArticleIndex.inMemory(library);
      return question -> index.candidates(question, Scope.EVERYTHING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
