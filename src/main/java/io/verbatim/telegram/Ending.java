package io.verbatim.telegram;

import java.net.URI;

/** Why a bot no longer runs. */
public sealed interface Ending {
  /** For the operator: what happened and what to do. */
  String explanation();

  /** It was asked to stop. */
  record Stopped() implements Ending {
    @Override
    public String explanation() {
      return "stopped as asked";
    }
  }

  /**
   * Telegram does not accept the token.
   *
   * @param code 401, or 404 for a token that Telegram cannot read
   */
  record TokenRefused(int code) implements Ending {
    @Override
    public String explanation() {
      return "Telegram refuses this token ("
          + code
          + "). Get the current one from @BotFather: /mybots, the bot, API Token; "
          + "it changes when it is revoked.";
    }
  }

  /** Another program receives this bot's updates. */
  record PolledElsewhere() implements Ending {
    @Override
    public String explanation() {
      return "another instance polls with this token (409), and updates go to one only. "
          + "Stop the other one, or revoke the token at @BotFather if you do not know it.";
    }
  }

  /** Telegram sends this bot's updates to a webhook. */
  record WebhookSet() implements Ending {
    @Override
    public String explanation() {
      return "a webhook is set for this bot (409), so its updates cannot be polled. "
          + "Remove it with verbatim webhook delete, then start again; or let the bot use it: "
          + "telegram.webhook.url.";
    }
  }

  /**
   * Telegram does not take the address of the webhook.
   *
   * @param url where it was to deliver
   * @param reason in Telegram's words
   */
  record WebhookRefused(URI url, String reason) implements Ending {
    @Override
    public String explanation() {
      return "Telegram does not deliver to "
          + url
          + " ("
          + reason
          + "). Let telegram.webhook.url name a public host that it can reach by https, at port "
          + "443, 80, 88 or 8443.";
    }
  }

  /**
   * Nothing can wait for Telegram's calls there.
   *
   * @param where host and port
   * @param reason of the system
   */
  record CannotListen(String where, String reason) implements Ending {
    @Override
    public String explanation() {
      return "cannot listen at "
          + where
          + " ("
          + reason
          + "). Let telegram.webhook.listen name another host or port.";
    }
  }

  /**
   * What was received can no longer be kept.
   *
   * @param reason without words of a reader
   */
  record JournalBroken(String reason) implements Ending {
    @Override
    public String explanation() {
      return "the journal can no longer be used ("
          + reason
          + "). The next start sets a damaged file aside and saves what can be read.";
    }
  }
}
