package io.verbatim.journal;

import io.verbatim.journal.JournalException.Trouble;
import io.verbatim.journal.Remembrance.Bookmark;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a bot must not forget, on disk. What a method that writes has returned from survives a
 * crash. Every method but {@link #close} may throw a {@link JournalException}. Safe for use by many
 * threads.
 */
public final class Journal implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
  private static final int SECRET_BYTES = 32;
  private static final Duration UPKEEP = Duration.ofHours(1);

  private final Store store;
  private final Inbox inbox;

  private Journal(Store store) {
    this.store = store;
    this.inbox = new Inbox(store);
  }

  /**
   * Opens a journal, or begins one. A damaged file is set aside and what can be read is saved from
   * it, and a damaged log of what was written last is mended; both is logged. Nobody else may have
   * it open: see {@link FolderLock}.
   *
   * @param file where it is; its folder must exist
   * @throws JournalException if it cannot be kept there
   */
  public static Journal open(Path file, InstantSource clock) {
    try {
      Folder.prepare(file);
      Rescue.finish(file);
      BitGuard.mend(file);
      Optional<String> damage = Schema.damage(file);
      if (damage.isPresent()) {
        mend(file, damage.get(), clock);
      } else {
        Schema.bringUpToDate(file);
      }
      BitGuard guard = BitGuard.over(file);
      Database writer = Database.open(file);
      Clerk.Upkeep upkeep =
          database -> {
            Retention.keep(database, guard, clock.instant());
            DamagedCopies.tidy(file, clock.instant());
          };
      upkeep.on(writer);
      var clerk = new Clerk(writer, guard, upkeep, UPKEEP);
      return new Journal(new Store(clerk, Database.open(file), clock));
    } catch (SQLException e) {
      throw new JournalException("cannot open " + file, e);
    } catch (IOException e) {
      throw new JournalException(Trouble.DISK, "cannot open " + file + ": " + e);
    }
  }

  /** The updates that wait. */
  public Inbox inbox() {
    return inbox;
  }

  /** What this bot knows its own by: 32 random bytes, the same for as long as the journal lives. */
  public byte[] secret() {
    return store.write(
        "make a secret",
        database -> {
          var fresh = new byte[SECRET_BYTES];
          new SecureRandom().nextBytes(fresh);
          database.run("insert or ignore into fact (name, value) values ('key', ?)", fresh);
          return database
              .first(row -> row.getBytes(1), "select value from fact where name = 'key'")
              .orElse(fresh);
        });
  }

  /** Keeps something that no answer brought. */
  public void keep(Change change) {
    store.write(
        "keep a change",
        database -> {
          Ledger.enter(database, change, store.now());
          return true;
        });
  }

  /** What is remembered of a place. */
  public Remembrance recall(Place place) {
    return store.read(
        "recall a place",
        database ->
            database
                .first(
                    Journal::remembrance,
                    "select question, language, article, paragraph, span_start, span_end"
                        + " from memory where chat = ? and topic = ? and person = ?",
                    place.chat(),
                    place.topic(),
                    place.person())
                .orElse(Remembrance.NONE));
  }

  /**
   * The messages that reply to a message, for two days.
   *
   * @param question id of the message that was replied to
   * @return in order; none if there was no reply, or it is forgotten
   */
  public List<Part> reply(long chat, int question) {
    return store.read(
        "look up a reply",
        database ->
            database.list(
                Journal::part,
                "select message, words from reply where chat = ? and question = ? order by part",
                chat,
                question));
  }

  /** The message that a message of ours replies to, for two days; empty if it is not known. */
  public OptionalInt question(long chat, int message) {
    return store.read(
        "look up a question",
        database ->
            database
                .first(
                    row -> OptionalInt.of(row.getInt(1)),
                    "select question from reply where chat = ? and message = ?",
                    chat,
                    message)
                .orElse(OptionalInt.empty()));
  }

  /** The former ids of groups that became supergroups, by their ids of today. */
  public Map<Long, Long> moved() {
    return store.read(
        "look up moved chats",
        database -> {
          var former = new HashMap<Long, Long>();
          database.each(
              row -> former.put(row.getLong(1), row.getLong(2)), "select chat, former from moved");
          return Map.copyOf(former);
        });
  }

  /** The votes on each article that has some, by its name. */
  public List<Vote.Tally> tallies() {
    return store.read(
        "count votes",
        database ->
            database.list(
                row -> new Vote.Tally(row.getString(1), row.getLong(2), row.getLong(3)),
                "select article, sum(good), sum(1 - good) from vote group by article order by 1"));
  }

  /** What readers' judgement has left. */
  public Feedback feedback() {
    return store.read("read the feedback", Feedback::of);
  }

  /** What was asked from the day of that instant on (UTC). */
  public Statistics statistics(Instant from) {
    return store.read("read the statistics", database -> Statistics.since(database, from));
  }

  /** How many updates were given up in the last 90 days. */
  public long givenUp() {
    return store.read(
        "count what was given up", database -> database.number("select count(*) from given_up"));
  }

  /** Closes the file; what others still write is finished first. */
  @Override
  public void close() {
    store.close();
  }

  /** Sets something of SQLite's, such as how many pages the file may have. */
  void pragma(String setting) {
    store.pragma(setting);
  }

  private static void mend(Path file, String damage, InstantSource clock)
      throws IOException, SQLException {
    Path copy = DamagedCopies.copy(file, clock.instant());
    DamagedCopies.tidy(file, clock.instant());
    Map<String, Integer> saved = Rescue.replace(file, copy);
    LOG.error(
        "the journal was damaged ({}) and is now {}; rows saved from it: {}",
        damage.lines().findFirst().orElse(""),
        copy,
        saved.isEmpty() ? "none" : saved);
  }

  private static Part part(ResultSet row) throws SQLException {
    int message = row.getInt(1);
    long words = row.getLong(2);
    return new Part(message, row.wasNull() ? OptionalLong.empty() : OptionalLong.of(words));
  }

  private static Remembrance remembrance(ResultSet row) throws SQLException {
    String article = row.getString(3);
    return new Remembrance(
        Optional.ofNullable(row.getString(1)),
        Optional.ofNullable(row.getString(2)),
        article == null
            ? Optional.empty()
            : Optional.of(new Bookmark(article, row.getInt(4), row.getInt(5), row.getInt(6))));
  }
}
