package io.verbatim.telegram;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * {@code getUpdates} that reads the answer element by element, so that one update which the library
 * cannot read does not take its batch with it (its own {@code GetUpdates} fails as a whole, for
 * ever: telegrambots-meta 10.2.0).
 */
final class GetBatch extends BotApiMethod<Batch> {
  /** What is asked for. */
  static final List<String> KINDS =
      List.of("message", "edited_message", "callback_query", "inline_query", "my_chat_member");

  // The outer reader only finds where elements begin and end: no limit of depth or length there,
  // since one deep element would again fail them all. The inner one keeps Jackson's limits.
  private static final JsonFactory OUTER =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();
  private static final ObjectMapper INNER = JsonMapper.builder().build();

  /** Least number of elements to ask for. */
  static final int LEAST = 1;

  /** Most that are ever given. */
  static final int MOST = 100;

  private final GetUpdates request;

  private GetBatch(int offset, int limit, Duration patience) {
    request =
        GetUpdates.builder()
            .offset(offset)
            .limit(limit)
            .timeout(Math.toIntExact(patience.toSeconds()))
            .allowedUpdates(KINDS)
            .build();
  }

  /**
   * Waits for updates.
   *
   * @param offset confirms everything below it; 0 confirms nothing
   * @param limit how many at most, {@link #LEAST} to {@link #MOST}
   * @param patience how long the server may wait for one, up to 50 s
   */
  static GetBatch from(int offset, int limit, Duration patience) {
    return new GetBatch(offset, limit, patience);
  }

  /**
   * Reads one update.
   *
   * @throws JsonProcessingException if the library cannot
   */
  static Update update(String json) throws JsonProcessingException {
    return INNER.readValue(json, Update.class);
  }

  /** What was brought by itself: one update, readable or not; none if it is nothing like it. */
  static Batch delivered(String body) {
    String array = "[" + body + "]";
    try (JsonParser json = OUTER.createParser(array)) {
      json.nextToken();
      return elements(json, array);
    } catch (IOException e) {
      return new Batch(new ArrayList<>(), new ArrayList<>(), 1);
    }
  }

  /** Confirms everything below the offset and waits for nothing. */
  static GetBatch confirming(int offset) {
    return new GetBatch(offset, 1, Duration.ZERO);
  }

  @JsonValue
  GetUpdates request() {
    return request;
  }

  @Override
  public String getMethod() {
    return request.getMethod();
  }

  @Override
  public Batch deserializeResponse(String answer) throws TelegramApiRequestException {
    try (JsonParser json = OUTER.createParser(answer)) {
      boolean ok = false;
      Batch batch = null;
      if (json.nextToken() == JsonToken.START_OBJECT) {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          String field = json.currentName();
          JsonToken value = json.nextToken();
          if (field.equals("ok")) {
            ok = value == JsonToken.VALUE_TRUE;
          } else if (field.equals("result") && value == JsonToken.START_ARRAY) {
            batch = elements(json, answer);
          }
          json.skipChildren();
        }
      }
      if (ok && batch != null && json.currentToken() == JsonToken.END_OBJECT) {
        return batch;
      }
    } catch (IOException e) {
      throw new TelegramApiRequestException("not an answer of the Bot API", e);
    }
    Acknowledged.read(answer); // throws what was refused, and why
    throw new TelegramApiRequestException("an answer without updates");
  }

  private static Batch elements(JsonParser json, String answer) throws IOException {
    var updates = new ArrayList<Batch.Element>();
    var unreadable = new ArrayList<Batch.Element>();
    int strays = 0;
    for (JsonToken t = json.nextToken(); t != JsonToken.END_ARRAY; t = json.nextToken()) {
      if (t == null) {
        throw new IOException("the answer ends within the updates");
      }
      int start = Math.toIntExact(json.currentTokenLocation().getCharOffset());
      OptionalInt id = skipForId(json);
      int end = Math.toIntExact(json.currentLocation().getCharOffset());
      if (id.isEmpty()) {
        strays++;
        continue;
      }
      String element = answer.substring(start, end);
      try {
        long chat = UpdateReader.chat(update(element));
        updates.add(new Batch.Element(id.getAsInt(), chat, element));
      } catch (JsonProcessingException | RuntimeException e) {
        unreadable.add(new Batch.Element(id.getAsInt(), 0, element));
      }
    }
    return new Batch(updates, unreadable, strays);
  }

  /** Moves to the end of an element and gives its {@code update_id}, if it has a possible one. */
  private static OptionalInt skipForId(JsonParser json) throws IOException {
    var id = OptionalInt.empty();
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return id;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean isId = json.currentName().equals("update_id");
      if (json.nextToken() == JsonToken.VALUE_NUMBER_INT
          && isId
          && json.getNumberType() == JsonParser.NumberType.INT
          && json.getIntValue() >= 0
          && json.getIntValue() < Integer.MAX_VALUE) {
        id = OptionalInt.of(json.getIntValue());
      }
      json.skipChildren();
    }
    return id;
  }
}
