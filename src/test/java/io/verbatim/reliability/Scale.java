package io.verbatim.reliability;

/**
 * How much is asked of the bot.
 *
 * @param brief whether it is the short form, as CI runs it
 * @param seeds how many times what is drawn at random is drawn anew
 */
record Scale(boolean brief, int seeds) {
  /** A count: that of the full form or that of the short one. */
  int of(int full, int brief) {
    return this.brief ? brief : full;
  }
}
