package io.verbatim.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whether a request is answered: whether its reader may use the bot, and how much. Each
 * reader has a bucket of tokens ({@link Rules#atOnce}) that fills again ({@link Rules#perMinute});
 * a request takes one. What counts is when a request was sent, so that questions which waited for
 * the bot's return are all answered. A refusal is told at most once a minute. Costs a few
 * microseconds. Safe for use by many threads.
 */
final class Admission {
  private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

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

  /** Ids of today of allowed groups that became supergroups. */
  private final Set<Long> moved = ConcurrentHashMap.newKeySet();

  /** Where no group has become a supergroup, or groups do not matter. */
  Admission(Rules rules) {
    this(rules, Map.of());
  }

  /**
   * @param former ids of groups that became supergroups, by their ids of today
   */
  Admission(Rules rules, Map<Long, Long> former) {
    this.rules = rules;
    this.perToken = Duration.ofMinutes(1).dividedBy(rules.perMinute());
    Cache<Long, Account> cache = Caffeine.newBuilder().maximumSize(MOST_ACCOUNTS).build();
    this.accounts = cache.asMap();
    former.forEach((chat, old) -> follow(old, chat));
  }

  /**
   * A group became a supergroup: who might use the bot in it still may.
   *
   * @param chat its former id
   * @param to its id of today
   */
  void follow(long chat, long to) {
    if (rules.chats().contains(chat) && !rules.chats().contains(to) && moved.add(to)) {
      LOG.warn(
          "group {} has become supergroup {}: it goes on, but the setting should name the new id",
          chat,
          to);
    }
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
    boolean allowed = rules.admit(reader, chat) || moved.contains(chat);
    return accounts
        .compute(reader, (id, known) -> next(known == null ? Account.NEW : known, allowed, sent))
        .verdict();
  }

  private Account next(Account account, boolean allowed, Instant sent) {
    boolean hasToken = !account.full.isAfter(sent.plus(perToken.multipliedBy(rules.atOnce() - 1L)));
    if (allowed && hasToken) {
      Instant from = account.full.isAfter(sent) ? account.full : sent;
      return new Account(from.plus(perToken), account.told, Verdict.ADMITTED);
    }
    if (account.told.isBefore(sent.minus(BETWEEN_NOTICES))) {
      return new Account(account.full, sent, allowed ? Verdict.TOO_MUCH : Verdict.NOT_ALLOWED);
    }
    return new Account(account.full, account.told, Verdict.IGNORED);
  }

  /**
   * How things stand with a reader.
   *
   * @param full when the bucket will be full; in the past for one that is
   * @param told when the reader was last told of a refusal
   * @param verdict on the last request
   */
  private record Account(Instant full, Instant told, Verdict verdict) {
    static final Account NEW = new Account(Instant.MIN, Instant.MIN, Verdict.ADMITTED);
  }
}
