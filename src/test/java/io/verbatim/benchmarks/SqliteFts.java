package io.verbatim.benchmarks;

import io.verbatim.article.Library;
import io.verbatim.retrieval.Passage;
import io.verbatim.retrieval.Ranking;
import io.verbatim.retrieval.RetrievalException;
import io.verbatim.retrieval.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * SQLite's full-text search: a row a paragraph, {@code bm25()}, the question's words joined by OR.
 * The database is a file in the temporary folder; every thread has a connection of its own, for
 * SQLite lets no two threads into one.
 *
 * @see <a href="https://www.sqlite.org/fts5.html">SQLite FTS5</a>
 */
final class SqliteFts implements Peer {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private final String tokenizer;

  /**
   * @param tokenizer {@code unicode61}, which is the default, or {@code porter} for stems of it
   */
  SqliteFts(String tokenizer) {
    this.tokenizer = tokenizer;
  }

  @Override
  public Index index(Library library) throws IOException {
    Path file = Files.createTempFile("verbatim-benchmark", ".sqlite");
    var paragraphs = new Paragraphs(library);
    try (var connection = connect(file)) {
      connection.setAutoCommit(false);
      write(connection, paragraphs.texts());
      connection.commit();
    } catch (SQLException e) {
      throw new IOException("cannot write " + file, e);
    }
    return new Open(file, paragraphs);
  }

  private void write(Connection connection, List<String> texts) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          "CREATE VIRTUAL TABLE paragraph USING fts5(text, tokenize = '" + tokenizer + "')");
    }
    try (var insert =
        connection.prepareStatement("INSERT INTO paragraph (rowid, text) VALUES (?, ?)")) {
      for (int number = 0; number < texts.size(); number++) {
        insert.setInt(1, number);
        insert.setString(2, texts.get(number));
        insert.executeUpdate();
      }
    }
  }

  @Override
  public void close() {}

  private static Connection connect(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  private static final class Open implements Index {
    private final Path file;
    private final Paragraphs paragraphs;
    private final Queue<Connection> connections = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<PreparedStatement> select = ThreadLocal.withInitial(this::prepare);

    Open(Path file, Paragraphs paragraphs) {
      this.file = file;
      this.paragraphs = paragraphs;
    }

    private PreparedStatement prepare() {
      try {
        Connection connection = connect(file);
        connections.add(connection);
        return connection.prepareStatement(
            "SELECT rowid, -bm25(paragraph) FROM paragraph WHERE paragraph MATCH ?"
                + " ORDER BY rank, rowid LIMIT ?");
      } catch (SQLException e) {
        throw new RetrievalException("cannot open " + file, e);
      }
    }

    @Override
    public Ranking search(String words, Scope scope, int limit) {
      String any =
          WORD.matcher(words)
              .results()
              .map(MatchResult::group)
              .map(word -> '"' + word + '"')
              .collect(Collectors.joining(" OR "));
      if (any.isEmpty()) {
        return Ranking.EMPTY;
      }
      var passages = new ArrayList<Passage>();
      try {
        PreparedStatement statement = select.get();
        statement.setString(1, any);
        statement.setInt(2, limit);
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            passages.add(paragraphs.passage(rows.getInt(1), rows.getDouble(2)));
          }
        }
      } catch (SQLException e) {
        throw new RetrievalException("cannot search", e);
      }
      return new Ranking(passages);
    }

    @Override
    public void close() throws IOException {
      try {
        for (Connection connection : connections) {
          connection.close();
        }
      } catch (SQLException e) {
        throw new IOException("cannot close " + file, e);
      } finally {
        Files.delete(file);
      }
    }
  }
}
