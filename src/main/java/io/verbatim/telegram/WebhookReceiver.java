package io.verbatim.telegram;

import io.verbatim.journal.JournalException;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.WebhookInfo;

/**
 * Has Telegram bring updates, and tells it that it may forget them once they are on disk. The
 * webhook stays set when the bot stops: what comes meanwhile waits at Telegram.
 */
final class WebhookReceiver {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookReceiver.class);

  /** How often it is looked whether the webhook still is what was set. */
  static final Duration LOOK = Duration.ofMinutes(1);

  private final Receiving.Webhook webhook;
  private final BotApi api;
  private final Intake intake;
  private final Stop stop;
  private final Pause pause;
  private final Insistence insistence;
  private final Runnable wellReceived;
  private final WebhookSecret secret = WebhookSecret.random();
  private final AtomicBoolean failing = new AtomicBoolean();

  private int lastError;

  /**
   * @param wellReceived to be run when Telegram is seen to deliver to this bot
   */
  WebhookReceiver(
      Receiving.Webhook webhook,
      BotApi api,
      Intake intake,
      Stop stop,
      Pause pause,
      Insistence insistence,
      Runnable wellReceived) {
    this.webhook = webhook;
    this.api = api;
    this.intake = intake;
    this.stop = stop;
    this.pause = pause;
    this.insistence = insistence;
    this.wellReceived = wellReceived;
  }

  /** Receives until the bot is to stop or cannot go on. */
  Ending run() {
    try (var server = new WebhookServer(webhook, secret, this::take)) {
      LOG.info("Waiting for Telegram at {}, port {}", webhook.listen(), server.port());
      return keepSet();
    } catch (IOException e) {
      return new Ending.CannotListen(webhook.listen().toString(), e.toString());
    }
  }

  private Ending keepSet() {
    Ending ending;
    do {
      ending = insistence.ask(new Acknowledged(request()), _ -> watch(), this::refused);
    } while (ending instanceof Ending.WebhookSet);
    return ending;
  }

  /** What Telegram finds wrong with the address stays wrong; a name may be known to it later. */
  private Optional<Ending> refused(Outcome.Refused<Receipt> refusal) {
    boolean mayPass =
        refusal.code() != 400 || refusal.description().toLowerCase(Locale.ROOT).contains("resolve");
    return mayPass
        ? Optional.empty()
        : Optional.of(new Ending.WebhookRefused(webhook.url(), refusal.description()));
  }

  private SetWebhook request() {
    // Never logged: its toString holds the secret (telegrambots-meta 10.2.0).
    return SetWebhook.builder()
        .url(webhook.url().toString())
        .secretToken(secret.reveal())
        .allowedUpdates(GetBatch.KINDS)
        .maxConnections(WebhookServer.SIDE_BY_SIDE)
        .build();
  }

  /** Looks at the webhook now and then; ends also when somebody else has changed it. */
  private Ending watch() {
    LOG.info("Telegram delivers to {}", webhook.url());
    wellReceived.run();
    while (pause.pause(LOOK)) {
      Optional<Outcome<WebhookInfo>> outcome = stop.orStop(api.ask(new GetWebhookInfo()));
      if (outcome.isEmpty()) {
        break;
      }
      switch (outcome.get()) {
        case Outcome.Accepted<WebhookInfo>(WebhookInfo info) -> {
          if (!webhook.url().toString().equals(info.getUrl())) {
            LOG.warn("somebody else has changed the webhook, setting it again");
            return new Ending.WebhookSet();
          }
          tell(info);
          if (!failing.get()) {
            wellReceived.run();
          }
        }
        case Outcome.Unauthorized<WebhookInfo>(int code) -> {
          return new Ending.TokenRefused(code);
        }
        case Outcome<WebhookInfo> trouble ->
            LOG.debug("cannot look at the webhook: {}", trouble.name());
      }
    }
    return new Ending.Stopped();
  }

  /** Tells of a delivery that failed, once. */
  private void tell(WebhookInfo info) {
    int error = Optional.ofNullable(info.getLastErrorDate()).orElse(0);
    if (error > lastError) {
      LOG.warn(
          "Telegram could not deliver: {}; {} updates wait there",
          info.getLastErrorMessage(),
          info.getPendingUpdatesCount());
    }
    lastError = error;
  }

  private boolean take(String body) {
    if (intake.isFull()) {
      return later("more updates wait than may be kept");
    }
    try {
      intake.take(body);
    } catch (JournalException e) {
      return later("updates cannot be kept: " + Lanes.reason(e));
    }
    if (failing.getAndSet(false)) {
      LOG.info("Receiving again");
    }
    return true;
  }

  /** Telegram is to bring it again; the first failure of a row is told. */
  private boolean later(String reason) {
    if (failing.getAndSet(true)) {
      LOG.debug("cannot receive: {}", reason);
    } else {
      LOG.warn("cannot receive, Telegram will go on trying: {}", reason);
    }
    return false;
  }
}
