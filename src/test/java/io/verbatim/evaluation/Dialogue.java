package io.verbatim.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Questions of one reader in a row.
 *
 * @param article {@code seed}, or {@code squad1:} with a title or {@code newsqa:} with a place from
 *     0 in the sets that are measured on
 * @param turns in order; the first is an opening
 */
record Dialogue(String article, List<Turn> turns) {
  Dialogue {
    turns = List.copyOf(turns);
  }

  /**
   * A question.
   *
   * @param role what it is to the question before
   * @param question the words
   * @param answer its places as in {@link QuestionSet#golden}
   */
  record Turn(Role role, String question, String answer) {}

  /** What a question is to the one before. */
  enum Role {
    /** There is none before. */
    OPENING,
    /** It cannot be understood without. */
    FOLLOW_UP,
    /** It stands for itself. */
    NEW_TOPIC
  }

  /**
   * Reads a file of dialogues: a header line, then per turn, tab-separated, the number of the
   * dialogue, its article, the role, the question and its answer.
   */
  static List<Dialogue> read(Path file) throws IOException {
    Map<String, List<Turn>> turns = new LinkedHashMap<>();
    List<String> lines = Files.readAllLines(file);
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = List.of(line.split("\t"));
      Role role = Role.valueOf(cells.get(2).toUpperCase(Locale.ROOT).replace('-', '_'));
      turns
          .computeIfAbsent(cells.get(0) + "\t" + cells.get(1), id -> new ArrayList<>())
          .add(new Turn(role, cells.get(3), cells.get(4)));
    }
    return turns.entrySet().stream()
        .map(e -> new Dialogue(e.getKey().substring(e.getKey().indexOf('\t') + 1), e.getValue()))
        .toList();
  }
}
