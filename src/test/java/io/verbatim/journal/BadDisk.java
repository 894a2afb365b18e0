package io.verbatim.journal;

/** What a bad disk does to a journal in use, for tests of those who must bear it. */
public final class BadDisk {
  private BadDisk() {}

  /** The file cannot grow from now on: SQLite answers as on a full disk. */
  public static void fill(Journal journal) {
    journal.pragma("max_page_count = 1"); // which means as many as it has
  }

  /** There is room again. */
  public static void makeRoom(Journal journal) {
    journal.pragma("max_page_count = 1000000");
  }

  /** What is needed of the file is read anew, and not taken from memory. */
  public static void readAnew(Journal journal) {
    journal.pragma("shrink_memory");
  }
}
