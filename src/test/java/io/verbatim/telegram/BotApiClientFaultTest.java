package io.verbatim.telegram;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.verbatim.botapi.BotApiDouble;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Faults of the client that no server can cause. */
class BotApiClientFaultTest {
  private final TelegramClient client = mock(TelegramClient.class);
  private final BotApi api =
      new BotApi(new Token(BotApiDouble.TOKEN), ApiServer.TELEGRAM, Duration.ofSeconds(50));

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void aRequestThatTheClientRefusesToSendIsRefused() throws Exception {
    when(client.executeAsync(any(GetMe.class))).thenThrow(new TelegramApiException("not valid"));

    assertInstanceOf(Outcome.Refused.class, api.outcome(client, new GetMe()).join());
  }

  @Test
  void anExceptionOfTheClientIsNoAnswer() throws Exception {
    when(client.executeAsync(any(GetMe.class)))
        .thenReturn(CompletableFuture.failedFuture(new IllegalStateException("closed")));

    assertInstanceOf(Outcome.Unreachable.class, api.outcome(client, new GetMe()).join());
  }

  @Test
  void theAddressOfARequestIsNotShownWithItsToken() throws Exception {
    var fault = new IOException("no route to https://host/bot" + BotApiDouble.TOKEN + "/getMe");
    when(client.executeAsync(any(GetMe.class))).thenReturn(CompletableFuture.failedFuture(fault));

    String outcome = api.outcome(client, new GetMe()).join().toString();

    assertFalse(outcome.contains(BotApiDouble.TOKEN), outcome);
  }
}
