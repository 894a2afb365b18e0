package io.verbatim.telegram;

import java.util.Set;

/**
 * What an operator has decided about the bot.
 *
 * @param limited whether to keep to Telegram's limits of sending; false for a server that has none
 * @param perMinute how many requests of one reader are answered in a minute, at least 1
 * @param atOnce how many of them may come at once, at least 1
 * @param readers ids of those who may use the bot anywhere
 * @param chats ids of groups in which everybody may; where both are empty, everybody may everywhere
 * @param admins ids of the operator's own people, who may always and as much as they like
 */
public record Rules(
    boolean limited,
    int perMinute,
    int atOnce,
    Set<Long> readers,
    Set<Long> chats,
    Set<Long> admins) {
  /** Open to all, within Telegram's limits. */
  public static final Rules OPEN = new Rules(true, 30, 20, Set.of(), Set.of(), Set.of());

  /**
   * Copies the sets.
   *
   * @throws IllegalArgumentException if a number is less than 1
   */
  public Rules {
    if (perMinute < 1 || atOnce < 1) {
      throw new IllegalArgumentException(perMinute + " a minute, " + atOnce + " at once");
    }
    readers = Set.copyOf(readers);
    chats = Set.copyOf(chats);
    admins = Set.copyOf(admins);
  }

  /** Whether a reader may use the bot in a chat. */
  boolean admit(long reader, long chat) {
    boolean open = readers.isEmpty() && chats.isEmpty();
    return open || readers.contains(reader) || chats.contains(chat) || admins.contains(reader);
  }
}
