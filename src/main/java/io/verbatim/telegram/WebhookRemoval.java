package io.verbatim.telegram;

import java.time.Duration;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;

/** Takes a bot's webhook away, so that it can poll again; what waits at Telegram is kept. */
public final class WebhookRemoval {
  private final Token token;
  private final ApiServer server;

  /**
   * @param token of the bot
   * @param server where the Bot API is served
   */
  public WebhookRemoval(Token token, ApiServer server) {
    this.token = token;
    this.server = server;
  }

  /**
   * Takes it away, in some seconds at most; done as well if there was none.
   *
   * @return what stood in the way; empty if it is done
   */
  public Optional<String> run() {
    try (var api = new BotApi(token, server, Duration.ofSeconds(1))) {
      return switch (api.call(new Acknowledged(new DeleteWebhook()))) {
        case Outcome.Accepted<Receipt> _ -> Optional.empty();
        case Outcome.Unauthorized<Receipt>(int code) ->
            Optional.of(new Ending.TokenRefused(code).explanation());
        case Outcome.Unreachable<Receipt>(String reason, _) ->
            Optional.of("no good answer from " + server + ": " + reason);
        case Outcome.Refused<Receipt>(int code, String words, _) -> Optional.of(code + " " + words);
        case Outcome.TooMany<Receipt>(Duration wait) ->
            Optional.of("too many requests, try again in " + wait.toSeconds() + " s");
        case Outcome.Conflict<Receipt>(String words) -> Optional.of(words);
      };
    }
  }
}
