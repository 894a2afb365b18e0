package io.verbatim.telegram;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.objects.ApiResponse;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/**
 * A request of which only the acceptance matters. Whatever else the answer holds is not read, so
 * that a message which was accepted is never sent again because its echo could not be parsed.
 */
final class Acknowledged extends BotApiMethod<Receipt> {
  private static final JavaType ANSWER =
      OBJECT_MAPPER.getTypeFactory().constructParametricType(ApiResponse.class, JsonNode.class);

  private final PartialBotApiMethod<?> request;

  Acknowledged(PartialBotApiMethod<?> request) {
    this.request = request;
  }

  @JsonValue
  PartialBotApiMethod<?> request() {
    return request;
  }

  @Override
  public String getMethod() {
    return request.getMethod();
  }

  @Override
  public void validate() throws TelegramApiValidationException {
    request.validate();
  }

  @Override
  public Receipt deserializeResponse(String answer) throws TelegramApiRequestException {
    return new Receipt(read(answer).path("message_id").asInt(0));
  }

  /** The method alone: the rest may hold words of readers, or a secret. */
  @Override
  public String toString() {
    return "Acknowledged[" + getMethod() + "]";
  }

  /** The result of an answer; an exception that carries code and parameters if it is a refusal. */
  static JsonNode read(String answer) throws TelegramApiRequestException {
    ApiResponse<JsonNode> response;
    try {
      response = OBJECT_MAPPER.readValue(answer, ANSWER);
    } catch (JsonProcessingException e) {
      throw new TelegramApiRequestException("not an answer of the Bot API", e);
    }
    if (response == null || response.getOk() == null) {
      throw new TelegramApiRequestException("not an answer of the Bot API");
    }
    if (!response.getOk()) {
      throw new TelegramApiRequestException("refused", response);
    }
    if (response.getResult() == null) {
      throw new TelegramApiRequestException("an answer without result");
    }
    return response.getResult();
  }
}
