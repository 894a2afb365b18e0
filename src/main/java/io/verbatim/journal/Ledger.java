package io.verbatim.journal;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Enters changes into the tables. */
final class Ledger {
  private Ledger() {}

  /** Enters one change, within the transaction that is under way. */
  static void enter(Database database, Change change, Instant now) throws SQLException {
    long millis = now.toEpochMilli();
    switch (change) {
      case Change.Remembered(Place place, Remembrance kept) -> {
        if (kept.equals(Remembrance.NONE)) {
          database.run(
              "delete from memory where chat = ? and topic = ? and person = ?",
              place.chat(),
              place.topic(),
              place.person());
        } else {
          remember(database, place, kept, millis);
        }
      }
      case Change.Forgotten(long person) -> {
        database.run(
            "update memory set question = null where person = chat and exists (select 1 from memory"
                + " own where own.chat = memory.chat and own.topic = memory.topic"
                + " and own.person = ? and own.question = memory.question)",
            person);
        database.run("delete from memory where person = ?", person);
        database.run("update vote set question = null where person = ?", person);
      }
      case Change.ChatForgotten(long chat) -> {
        database.run("delete from memory where chat = ?", chat);
        database.run("update vote set question = null where chat = ?", chat);
      }
      case Change.ChatMoved(long chat, long to) -> {
        database.run(
            "update or replace memory set chat = ?2,"
                + " person = case person when ?1 then ?2 else person end where chat = ?1",
            chat,
            to);
        database.run(
            "insert or replace into moved (chat, former, noted) values (?, ?, ?)",
            to,
            chat,
            millis);
      }
      case Change.Replied(long chat, int question, int index, Part part) ->
          database.run(
              "insert or replace into reply (chat, question, part, message, words, sent)"
                  + " values (?, ?, ?, ?, ?, ?)",
              chat,
              question,
              index,
              part.message(),
              part.words().stream().boxed().findFirst(),
              millis);
      case Change.ReplyShortened(long chat, int question, int parts) ->
          database.run(
              "delete from reply where chat = ? and question = ? and part >= ?",
              chat,
              question,
              parts);
      case Change.Voted vote ->
          database.run(
              "insert or replace into vote (chat, message, person, article, good, question, voted)"
                  + " values (?, ?, ?, ?, ?, ?, ?)",
              vote.chat(),
              vote.message(),
              vote.person(),
              vote.article(),
              vote.good(),
              vote.question(),
              millis);
      case Change.Asked asked -> count(database, asked, now);
      case Change.GivenUp(long update, long chat, String kind) ->
          database.run(
              "insert into given_up (update_id, chat, kind, failed) values (?, ?, ?, ?)",
              update,
              chat,
              kind,
              millis);
    }
  }

  /** The day that is counted under, in UTC. */
  static long day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC).toEpochDay();
  }

  private static void remember(Database database, Place place, Remembrance kept, long millis)
      throws SQLException {
    // Who goes on asking in a topic or a group keeps the language of the chat, or the private one.
    database.run(
        "update memory set touched = ? where topic = 0 and person = ? and chat in (?, ?)",
        millis,
        place.person(),
        place.chat(),
        place.person());
    var bookmark = kept.bookmark();
    database.run(
        "insert or replace into memory (chat, topic, person, question, language, article,"
            + " paragraph, span_start, span_end, touched) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        place.chat(),
        place.topic(),
        place.person(),
        kept.question(),
        kept.language(),
        bookmark.map(Remembrance.Bookmark::article),
        bookmark.map(Remembrance.Bookmark::paragraph),
        bookmark.map(Remembrance.Bookmark::start),
        bookmark.map(Remembrance.Bookmark::end),
        millis);
  }

  private static void count(Database database, Change.Asked asked, Instant now)
      throws SQLException {
    long day = day(now);
    database.run(
        "insert into day_outcome (day, outcome, number) values (?, ?, 1)"
            + " on conflict (day, outcome) do update set number = number + 1",
        day,
        asked.outcome());
    database.run(
        "insert into day_latency (day, bucket, number) values (?, ?, 1)"
            + " on conflict (day, bucket) do update set number = number + 1",
        day,
        bucket(asked.latency()));
    if (asked.article().isPresent()) {
      database.run(
          "insert into day_section (day, article, section, number) values (?, ?, ?, 1)"
              + " on conflict (day, article, section) do update set number = number + 1",
          day,
          asked.article(),
          asked.section().orElse(""));
    }
    if (asked.question().isPresent()) {
      database.run(
          "insert into uncovered (question, number, asked) values (?, 1, ?) on conflict (question)"
              + " do update set number = number + 1, asked = excluded.asked",
          asked.question(),
          now.toEpochMilli());
    }
  }

  /** Buckets of latency: four to the doubling, so that a figure is right within 19 %. */
  static int bucket(Duration latency) {
    double millis = Math.max(1, latency.toMillis());
    return (int) Math.round(4 * Math.log(millis) / Math.log(2));
  }

  /** What a bucket stands for. */
  static Duration latency(int bucket) {
    return Duration.ofMillis(Math.round(Math.pow(2, bucket / 4.0)));
  }
}
