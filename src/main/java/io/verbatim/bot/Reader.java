package io.verbatim.bot;

import java.util.Locale;

/**
 * Who speaks, and where.
 *
 * @param app language of the reader's app; {@link #locale} is what to write in
 * @param company whether others read along
 * @param admin whether it is one of the operator's own people, by numeric id
 * @param memory of this reader in this place
 */
public record Reader(Locale app, Company company, boolean admin, Memory memory) {
  /** Who reads along. */
  public enum Company {
    /** Nobody: a private chat, or the terminal. */
    ALONE,
    /** The members of a group. */
    GROUP
  }

  /** A reader alone, of whom nothing is known but the language. */
  public static Reader of(Locale app) {
    return new Reader(app, Company.ALONE, false, Memory.NONE);
  }

  /** The language to write in: the chosen one, else that of the app. */
  public Locale locale() {
    return memory.language().orElse(app);
  }

  /** The same reader with another memory. */
  public Reader remembering(Memory other) {
    return new Reader(app, company, admin, other);
  }
}
