package io.verbatim.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Spoils JSON: some of its values become others, of another kind, out of range, hostile, gone, or
 * there under another name. What comes out is JSON again.
 */
public final class Mutation {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Random random;

  /**
   * @param random decides what is spoilt, and how
   */
  public Mutation(Random random) {
    this.random = random;
  }

  /**
   * Spoils a value in place, in one to four spots.
   *
   * @param spared name of the field at the top that stays; empty for none
   */
  public ObjectNode spoil(ObjectNode root, String spared) {
    for (int spots = 1 + random.nextInt(4); spots > 0; spots--) {
      List<Runnable> places = new ArrayList<>();
      gather(root, spared, places);
      if (!places.isEmpty()) {
        places.get(random.nextInt(places.size())).run();
      }
    }
    return root;
  }

  private void gather(JsonNode node, String spared, List<Runnable> places) {
    if (node instanceof ObjectNode object) {
      object
          .fieldNames()
          .forEachRemaining(name -> {
            if (!name.equals(spared)) {
              places.add(() -> change(object, name));
              gather(object.get(name), "", places);
            }
          });
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int at = i;
        places.add(() -> array.set(at, junk()));
        gather(array.get(i), "", places);
      }
    }
  }

  private void change(ObjectNode object, String name) {
    switch (random.nextInt(6)) {
      case 0 -> object.remove(name);
      case 1 -> object.set(name + "_", object.remove(name));
      case 2 -> object.set(name, JSON.arrayNode().add(object.get(name)));
      default -> object.set(name, junk());
    }
  }

  private JsonNode junk() {
    return switch (random.nextInt(14)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(random.nextBoolean());
      case 2 -> JSON.numberNode(0);
      case 3 -> JSON.numberNode(-1);
      case 4 -> JSON.numberNode(Long.MIN_VALUE);
      case 5 -> JSON.numberNode(Integer.MAX_VALUE);
      case 6 -> JSON.numberNode(new java.math.BigInteger("9".repeat(40)));
      case 7 -> JSON.numberNode(1e300);
      case 8 -> JSON.textNode("");
      case 9 -> JSON.textNode(Hostile.text(random));
      case 10 -> JSON.textNode("\uD83D");
      case 11 -> JSON.arrayNode();
      case 12 -> JSON.objectNode();
      default -> nested(1 + random.nextInt(200));
    };
  }

  private static JsonNode nested(int depth) {
    JsonNode node = JSON.arrayNode();
    for (int i = 0; i < depth; i++) {
      node = JSON.arrayNode().add(node);
    }
    return node;
  }
}
