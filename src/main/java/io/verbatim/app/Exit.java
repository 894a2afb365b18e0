package io.verbatim.app;

/** How the program ends, in the codes of BSD's sysexits.h. */
enum Exit {
  /** It did what was asked. */
  OK(0),
  /** The command line is wrong. */
  USAGE(64),
  /** No article can be read. */
  UNREADABLE_ARTICLE(65),
  /** Anything else went wrong. */
  INTERNAL(70),
  /** The disk is full, or cannot be written: another start may do better. */
  DISK(74),
  /** The settings are wrong. */
  CONFIGURATION(78);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
