package io.verbatim.telegram;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.WebhookInfo;

/** Looks at what the bot is on Telegram, and says what to mend and where. Changes nothing. */
public final class Checkup {
  /** A clock further off breaks the check of certificates sooner or later. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(30);

  private static final String CLICKS = "@BotFather → /mybots → @%s → ";

  private final Token token;
  private final ApiServer server;
  private final Optional<URI> webhook;
  private final InstantSource clock;

  /**
   * @param token of the bot
   * @param server where the Bot API is served
   * @param webhook where Telegram is to bring updates; empty if they are polled
   * @param clock of this machine
   */
  public Checkup(Token token, ApiServer server, Optional<URI> webhook, InstantSource clock) {
    this.token = token;
    this.server = server;
    this.webhook = webhook;
    this.clock = clock;
  }

  /** What there is to say, after some seconds at most; not empty, and never an exception. */
  public List<Finding> findings() {
    try (var api = new BotApi(token, server, Duration.ofSeconds(1))) {
      return switch (api.call(new GetMe())) {
        case Outcome.Accepted<User>(User me) -> of(me, api);
        case Outcome.Unauthorized<User>(int code) ->
            List.of(
                Finding.ill(
                    "token",
                    "Telegram refuses it (" + code + ")",
                    "@BotFather → /mybots → your bot → API Token; put that one in the place of the"
                        + " old"));
        case Outcome.Unreachable<User>(String reason, _) -> List.of(noAnswer(reason));
        case Outcome.Refused<User>(int code, String words, _) ->
            List.of(noAnswer(code + " " + words));
        case Outcome.TooMany<User>(Duration wait) ->
            List.of(noAnswer("too many requests, wait " + wait.toSeconds() + " s"));
        case Outcome.Conflict<User>(String words) -> List.of(noAnswer(words));
      };
    }
  }

  private Finding noAnswer(String reason) {
    return Finding.ill(
        "Bot API",
        "no good answer from " + server + ": " + reason,
        "look at the network, or at telegram.api-url (TELEGRAM_API_URL)");
  }

  private List<Finding> of(User me, BotApi api) {
    var findings = new ArrayList<Finding>();
    findings.add(Finding.well("token", "this is @" + me.getUserName()));
    api.serverTime().ifPresent(time -> findings.add(clock(time)));
    findings.add(webhook(api.call(new GetWebhookInfo())));
    findings.add(privacy(me));
    findings.add(inline(me));
    return findings;
  }

  private Finding clock(Instant server) {
    Duration off = Duration.between(server, clock.instant());
    return off.abs().compareTo(CLOCK_TOLERANCE) <= 0
        ? Finding.well("clock", "as Telegram's")
        : Finding.ill(
            "clock",
            off.abs().toSeconds()
                + " s "
                + (off.isNegative() ? "behind" : "ahead of")
                + " Telegram's",
            "sudo timedatectl set-ntp true");
  }

  private Finding webhook(Outcome<WebhookInfo> outcome) {
    if (!(outcome instanceof Outcome.Accepted<WebhookInfo>(WebhookInfo info))) {
      return Finding.ill("webhook", "not known: " + outcome.name(), "run this again in a minute");
    }
    String set = Optional.ofNullable(info.getUrl()).orElse("");
    String waiting = info.getPendingUpdatesCount() + " updates wait";
    if (set.isEmpty()) {
      return Finding.well(
          "webhook", (webhook.isEmpty() ? "none; " : "none, a start sets it; ") + waiting);
    }
    if (webhook.isEmpty()) {
      return Finding.ill(
          "webhook",
          "Telegram delivers to " + set + ", so nothing can be polled",
          "verbatim webhook delete, which calls deleteWebhook and keeps what waits");
    }
    if (!set.equals(webhook.get().toString())) {
      return Finding.ill(
          "webhook",
          "Telegram delivers to " + set + ", not to " + webhook.get(),
          "stop the other program; a start of this one sets its own");
    }
    return info.getLastErrorMessage() == null || info.getPendingUpdatesCount() == 0
        ? Finding.well("webhook", "Telegram delivers to " + set + "; " + waiting)
        : Finding.ill(
            "webhook",
            "Telegram could not deliver: " + info.getLastErrorMessage() + "; " + waiting,
            "look whether the bot runs, and at the proxy before it");
  }

  private static Finding privacy(User me) {
    return Boolean.TRUE.equals(me.getCanReadAllGroupMessages())
        ? Finding.ill(
            "privacy mode",
            "off: the bot is sent everything that is written in its groups",
            CLICKS.formatted(me.getUserName())
                + "Bot Settings → Group Privacy → Turn on; then take the bot out of its groups and"
                + " add it again")
        : Finding.well("privacy mode", "on: in groups the bot sees what is meant for it");
  }

  private static Finding inline(User me) {
    return Boolean.TRUE.equals(me.getSupportInlineQueries())
        ? Finding.well("inline mode", "on")
        : Finding.note(
            "inline mode",
            "off: quotes cannot be looked up from other chats",
            CLICKS.formatted(me.getUserName()) + "Bot Settings → Inline Mode → Turn on");
  }
}
