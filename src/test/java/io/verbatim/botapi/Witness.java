package io.verbatim.botapi;

/**
 * Sees what is asked of the server in place of its records, which would grow with every call. Its
 * methods are called by many threads and must be quick; times are those of {@link System#nanoTime}.
 */
public interface Witness {
  /** A request has come; nothing has been done about it. */
  void asked(Call call, long arrived);

  /**
   * A message now stands in its chat, or stands there changed, whether or not the bot will hear of
   * it.
   */
  void done(Call call, long arrived);
}
