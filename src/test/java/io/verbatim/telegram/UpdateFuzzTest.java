package io.verbatim.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verbatim.botapi.BotApiDouble;
import io.verbatim.botapi.Updates;
import io.verbatim.reliability.Mutation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** Answers to a poll that are spoilt, by value and by byte. */
class UpdateFuzzTest {
  private static final GetBatch REQUEST = GetBatch.from(7, 100, Duration.ofSeconds(50));
  private static final Seal SEAL = new Seal(new byte[32]);
  private static final UpdateReader READER =
      new UpdateReader(new Me(BotApiDouble.BOT, BotApiDouble.NAME), SEAL, Set.of());

  @Property(seed = "1")
  void spoiltUpdatesAreReadOrSetAsideAndTheOthersAreRead(@ForAll Random random) throws Exception {
    var mutation = new Mutation(random);
    var elements = new ArrayList<String>();
    for (int id = 1; id <= 20; id++) {
      ObjectNode update = sample(random).put("update_id", id);
      elements.add((id % 2 == 0 ? mutation.spoil(update, "") : update).toString());
    }

    Batch batch =
        REQUEST.deserializeResponse(
            "{\"ok\":true,\"result\":[" + String.join(",", elements) + "]}");

    assertEquals(20, batch.updates().size() + batch.unreadable().size() + batch.strays());
    List<Integer> read = batch.updates().stream().map(Batch.Element::id).toList();
    for (int id = 1; id <= 20; id += 2) {
      assertTrue(read.contains(id), "update " + id + " of " + elements);
    }
    batch.updates().forEach(UpdateFuzzTest::read);
  }

  @Property(seed = "2")
  void anyBytesAreABatchOrARefusal(@ForAll Random random) {
    var body =
        new StringBuilder("{\"ok\":true,\"result\":[" + sample(random).put("update_id", 1) + "]}");
    for (int i = random.nextInt(6); i >= 0; i--) {
      int at = random.nextInt(body.length());
      switch (random.nextInt(4)) {
        case 0 -> body.setLength(at + 1);
        case 1 -> body.deleteCharAt(at).append(' ');
        case 2 -> body.setCharAt(at, "{}[]\",:0n\\\u0000\uD83D".charAt(random.nextInt(12)));
        default -> body.insert(at, body.substring(at, Math.min(body.length(), at + 30)));
      }
    }

    try {
      REQUEST.deserializeResponse(body.toString()).updates().forEach(UpdateFuzzTest::read);
    } catch (TelegramApiRequestException e) {
      assertTrue(e.getMessage() != null);
    }
  }

  private static void read(Batch.Element element) {
    Update update;
    try {
      update = GetBatch.update(element.json());
    } catch (JsonProcessingException e) {
      throw new AssertionError(element + " was read before", e);
    }
    assertEquals(element.chat(), UpdateReader.chat(update));
    READER.read(update);
  }

  private static ObjectNode sample(Random random) {
    return switch (random.nextInt(9)) {
      case 0 -> Updates.inPrivate(5, "Who is the queen?").json();
      case 1 -> Updates.inGroup(-5, 6, "/ask@VerbatimTestBot who?").json();
      case 2 ->
          Updates.inGroup(-5, 6, "@VerbatimTestBot who?")
              .entity("mention", "@VerbatimTestBot")
              .json();
      case 3 ->
          Updates.inGroup(-5, 6, "You, who?")
              .mentionById(BotApiDouble.BOT, "You")
              .replyToBot()
              .json();
      case 4 -> Updates.press(5, 70, 5, SEAL.close(5, Seal.Owner.of(5), "p:1"));
      case 5 -> Updates.inPrivate(5, "caption").asCaption().json();
      case 6 -> Updates.inGroup(-5, 6, "in a topic").inTopic(9).replyToReader(8).json();
      case 7 -> Updates.membership(-5, 7, "left", "member");
      default -> Updates.edited(5, "Who was the queen?").json();
    };
  }
}
