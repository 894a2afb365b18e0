package io.verbatim.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Decides whether a request is answered: whether its reader may use the bot, and how much. Each
 * reader has a bucket of tokens ({@link Rules#atOnce}) that fills again ({@link Rules#perMinute});
 * a request takes one. What counts is when a request was sent, so that questions which waited for
 * the bot's return are all answered. A refusal is told at most once a minute. Costs a few
 * microseconds. Safe for use by many threads.
 */
final class Admission {
  /** What becomes of a request. */
  enum Verdict {
    /** It is answered. */
    ADMITTED,
    /** Its reader sends too much, and is to be told so. */
    TOO_MUCH,
    /** Its reader may not use the bot, and is to be told so. */
    NOT_ALLOWED,
    /** It is passed over without a word. */
    IGNORED
  }

  /** About 100 bytes each; who is forgotten begins with a full bucket. */
  private static final int MOST_ACCOUNTS = 20_000;

  private static final Duration BETWEEN_NOTICES = Duration.ofMinutes(1);

  private final Rules rules;
  private final Duration perToken;
  private final ConcurrentMap<Long, Account> accounts;

  Admission(Rules rules) {
    this.rules = rules;
    this.perToken = Duration.ofMinutes(1).dividedBy(rules.perMinute());
    Cache<Long, Account> cache = Caffeine.newBuilder().maximumSize(MOST_ACCOUNTS).build();
    this.accounts = cache.asMap();
  }

  /**
   * Decides about a request, and takes a token for it.
   *
   * @param reader who sent it
   * @param chat where
   * @param sent when
   */
  Verdict admit(long reader, long chat, Instant sent) {
    if (rules.admins().contains(reader)) {
      return Verdict.ADMITTED;
    }
    boolean allowed = rules.admit(reader, chat);
    var verdict = new AtomicReference<>(Verdict.ADMITTED);
    accounts.compute(
        reader,
        (id, known) -> {
          Account account = known == null ? new Account(Instant.MIN, Instant.MIN) : known;
          if (allowed && account.hasToken(sent)) {
            return account.less(sent);
          }
          if (account.toBeTold(sent)) {
            verdict.set(allowed ? Verdict.TOO_MUCH : Verdict.NOT_ALLOWED);
            return account.told(sent);
          }
          verdict.set(Verdict.IGNORED);
          return account;
        });
    return verdict.get();
  }

  /** What a reader has left. */
  private final class Account {
    /** When the bucket will be full; in the past for one that is. */
    private final Instant full;

    /** When the reader was last told of a refusal. */
    private final Instant told;

    Account(Instant full, Instant told) {
      this.full = full;
      this.told = told;
    }

    boolean hasToken(Instant now) {
      return !full.isAfter(now.plus(perToken.multipliedBy(rules.atOnce() - 1L)));
    }

    Account less(Instant now) {
      return new Account((full.isAfter(now) ? full : now).plus(perToken), told);
    }

    boolean toBeTold(Instant now) {
      return told.isBefore(now.minus(BETWEEN_NOTICES));
    }

    Account told(Instant now) {
      return new Account(full, now);
    }
  }
}
