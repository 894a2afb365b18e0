package io.verbatim.journal;

import java.sql.SQLException;
import org.sqlite.SQLiteException;

/** The journal could not do what it was asked. Nothing of that was kept. */
public final class JournalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong, and so what helps. */
  public enum Trouble {
    /** The disk is full or cannot be written: to be tried again later. */
    DISK,
    /** The file is damaged, or writing to it has broken off: the next start mends that. */
    DAMAGE,
    /** The journal is closed. */
    CLOSED,
    /** Anything else, such as a wrong statement. */
    OTHER
  }

  private final Trouble trouble;

  JournalException(Trouble trouble, String message) {
    super(message);
    this.trouble = trouble;
  }

  JournalException(String attempt, SQLException cause) {
    super(attempt, cause);
    this.trouble = trouble(cause);
  }

  /** What is wrong. */
  public Trouble trouble() {
    return trouble;
  }

  private static Trouble trouble(SQLException cause) {
    if (!(cause instanceof SQLiteException of)) {
      return Trouble.OTHER;
    }
    int primary = of.getResultCode().code & 0xff; // extended codes carry the primary in one byte
    return switch (primary) {
      case 8, 10, 13, 14 -> Trouble.DISK; // READONLY, IOERR, FULL, CANTOPEN
      case 11, 26 -> Trouble.DAMAGE; // CORRUPT, NOTADB
      default -> Trouble.OTHER;
    };
  }

  /** Whether a statement failed because its file is damaged. */
  static boolean isDamage(SQLException failure) {
    return trouble(failure) == Trouble.DAMAGE;
  }

  /** Whether a statement failed because of the disk. */
  static boolean isDisk(SQLException failure) {
    return trouble(failure) == Trouble.DISK;
  }
}
