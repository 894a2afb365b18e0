package io.verbatim.answer;

/**
 * What was last asked in a chat: all that a follow-up leans on. The answer is no part of it; to add
 * its words or names found no more (docs/adr/0008-follow-ups.md).
 *
 * @param question the words that were searched; what is longer than {@link #LONGEST} is cut off
 */
public record Exchange(String question) {
  /** Most UTF-16 units that are kept, so that a memory of many chats stays small. */
  public static final int LONGEST = 500;

  /** Cuts off what is too long. */
  public Exchange {
    if (question.length() > LONGEST) {
      boolean splitsPair = Character.isHighSurrogate(question.charAt(LONGEST - 1));
      question = question.substring(0, splitsPair ? LONGEST - 1 : LONGEST);
    }
  }
}
