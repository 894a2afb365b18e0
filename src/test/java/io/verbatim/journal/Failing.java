package io.verbatim.journal;

/** What a journal throws, for tests of those who must bear it. */
public final class Failing {
  private Failing() {}

  /** A failure of that kind. */
  public static JournalException with(JournalException.Trouble trouble) {
    return new JournalException(trouble, "cannot write: " + trouble);
  }
}
