package io.verbatim.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The updates that wait for their answers. Safe for use by many threads. */
public final class Inbox {
  private static final String POSITION = "position";
  private static final String GENERATION = "generation";
  private static final String COLUMNS =
      "select entry, update_id, chat, received, parts, json from inbox ";

  private final Store store;
  private final AtomicLong waiting;

  Inbox(Store store) {
    this.store = store;
    this.waiting =
        new AtomicLong(
            store.read("count", database -> database.number("select count(*) from inbox")));
  }

  /**
   * Takes over what a poll brought, and returns when it is on disk; whatever was taken before is
   * left out. Ids below the offset that the poll asked for were confirmed long ago: where they come
   * nevertheless, the messenger counts anew, as Telegram does after a week of silence.
   *
   * @param asked offset that the poll asked for; 0 for none
   * @param next offset that confirms all that the poll brought
   * @return how many were new
   */
  public int take(List<Received> updates, long asked, long next) {
    int taken =
        store.write(
            "take updates over",
            database -> {
              long lowest =
                  Math.min(
                      next - 1, updates.stream().mapToLong(Received::update).min().orElse(next));
              long generation = fact(database, GENERATION);
              if (lowest < asked) {
                fact(database, GENERATION, ++generation);
              }
              fact(database, POSITION, next);
              return insert(database, updates, generation);
            });
    waiting.addAndGet(taken);
    return taken;
  }

  /** Takes over what came by itself, and returns when it is on disk. */
  public int take(List<Received> updates) {
    int taken =
        store.write(
            "take updates over", database -> insert(database, updates, fact(database, GENERATION)));
    waiting.addAndGet(taken);
    return taken;
  }

  /** The offset to poll from; 0 if nothing was polled yet. */
  public long position() {
    return store.read("read the position", database -> fact(database, POSITION));
  }

  /** How many wait. */
  public long waiting() {
    return waiting.get();
  }

  /** How long the oldest has waited; zero if none waits. */
  public Duration age() {
    Optional<Instant> oldest =
        store.read(
            "look for the oldest update",
            database ->
                database.first(
                    row -> Instant.ofEpochMilli(row.getLong(1)),
                    "select received from inbox order by entry limit 1"));
    return oldest.map(since -> Duration.between(since, store.now())).orElse(Duration.ZERO);
  }

  /** The chats that wait, first the one that has waited longest. */
  public List<Long> chats() {
    return store.read(
        "list the chats that wait",
        database ->
            database.list(
                row -> row.getLong(1), "select chat from inbox group by chat order by min(entry)"));
  }

  /** What is next in a chat. */
  public Optional<Entry> first(long chat) {
    return store.read(
        "read an update",
        database ->
            database.first(Inbox::entry, COLUMNS + "where chat = ? order by entry limit 1", chat));
  }

  /**
   * Records that a part of a reply has arrived, so that a crash does not send it again.
   *
   * @param parts that have arrived by now, from the first
   */
  public void sent(Entry entry, int parts, List<Change> changes) {
    store.write(
        "record a part of a reply",
        database -> {
          database.run("update inbox set parts = ? where entry = ?", parts, entry.number());
          for (Change change : changes) {
            Ledger.enter(database, change, store.now());
          }
          return true;
        });
  }

  /** Records that an update is answered, forgets its words, and keeps what is to be kept. */
  public void answered(Entry entry, List<Change> changes) {
    int gone =
        store.write(
            "record an answer",
            database -> {
              for (Change change : changes) {
                Ledger.enter(database, change, store.now());
              }
              return database.run("delete from inbox where entry = ?", entry.number());
            });
    waiting.addAndGet(-gone);
  }

  private int insert(Database database, List<Received> updates, long generation)
      throws SQLException {
    int taken = 0;
    for (Received update : updates) {
      long at = update.at().toEpochMilli();
      // An id that was seen longer ago than updates live is another update.
      int fresh =
          database.run(
              "insert into seen (generation, update_id, received) values (?, ?, ?)"
                  + " on conflict (generation, update_id) do update"
                  + " set received = excluded.received where received < ?",
              generation,
              update.update(),
              at,
              at - Retention.SEEN.toMillis());
      if (fresh > 0) {
        database.run(
            "insert into inbox (generation, update_id, chat, received, json)"
                + " values (?, ?, ?, ?, ?)",
            generation,
            update.update(),
            update.chat(),
            at,
            update.json());
        taken++;
      }
    }
    return taken;
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong(1),
        row.getLong(2),
        row.getLong(3),
        Instant.ofEpochMilli(row.getLong(4)),
        row.getInt(5),
        row.getString(6));
  }

  private static long fact(Database database, String name) throws SQLException {
    return database.number("select value from fact where name = ?", name);
  }

  private static void fact(Database database, String name, long value) throws SQLException {
    database.run("insert or replace into fact (name, value) values (?, ?)", name, value);
  }
}
