package io.verbatim.evaluation;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes SQuAD JSON of articles of three paragraphs, each with a question about one of its words.
 */
public final class SquadFile {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String[] CREATURES = {"otter", "heron", "badger"};

  private SquadFile() {}

  /**
   * Writes it.
   *
   * @param first number in the title of the first article
   * @param count number of articles
   * @param unanswerable whether each also has a question that it does not answer
   */
  public static Path write(Path file, int first, int count, boolean unanswerable)
      throws IOException {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode data = root.putArray("data");
    for (int i = first; i < first + count; i++) {
      ObjectNode article = data.addObject().put("title", "Town_" + i);
      ArrayNode paragraphs = article.putArray("paragraphs");
      for (String creature : CREATURES) {
        String context =
            "🐝 People of town %d like the %s. It was first seen there in %d by Ann Smith."
                .formatted(i, creature, 1800 + i);
        ObjectNode paragraph = paragraphs.addObject().put("context", context);
        ArrayNode questions = paragraph.putArray("qas");
        ObjectNode question =
            questions.addObject().put("question", "Who likes the " + creature + "?");
        question
            .putArray("answers")
            .addObject()
            .put("text", "People of town " + i)
            .put("answer_start", 2);
        if (unanswerable) {
          ObjectNode other = questions.addObject().put("question", "Who dislikes the moon?");
          other.put("is_impossible", true).putArray("answers");
        }
      }
    }
    Files.writeString(file, JSON.writeValueAsString(root));
    return file;
  }
}
