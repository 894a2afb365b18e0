package io.verbatim.journal;

import java.time.Duration;
import java.util.Optional;

/** Something to keep, together with the mark that an update was answered. */
public sealed interface Change {
  /** The place is remembered so from now on; all that was remembered of it before is gone. */
  record Remembered(Place place, Remembrance remembrance) implements Change {}

  /**
   * Nothing is remembered of a person in any place, nor any question that was kept with a vote of
   * theirs; nor what a chat as a whole remembers, where it is the same question.
   */
  record Forgotten(long person) implements Change {}

  /** Nothing is remembered of anybody in the chat. */
  record ChatForgotten(long chat) implements Change {}

  /** A chat goes on under another id. */
  record ChatMoved(long chat, long to) implements Change {}

  /**
   * A part of the reply to a message has arrived; it takes the place of the same part of an earlier
   * reply.
   *
   * @param question id of the message that was replied to
   * @param index of the part, from 0
   */
  record Replied(long chat, int question, int index, Part part) implements Change {}

  /** The reply to a message has so many parts and no more. */
  record ReplyShortened(long chat, int question, int parts) implements Change {}

  /**
   * Somebody judged an answer, perhaps anew.
   *
   * @param message that was judged
   * @param question that it answers, where the operator wants it kept
   */
  record Voted(
      long chat, int message, long person, String article, boolean good, Optional<String> question)
      implements Change {}

  /**
   * A question was answered.
   *
   * @param outcome a word for how
   * @param article of the first passage shown, if any was
   * @param section of that passage, if it has one
   * @param latency from its coming to its answer
   * @param question its words, where they are to be counted among the uncovered and the operator
   *     wants them kept
   */
  record Asked(
      String outcome,
      Optional<String> article,
      Optional<String> section,
      Duration latency,
      Optional<String> question)
      implements Change {}

  /**
   * An update could not be answered and is given up.
   *
   * @param update its id
   * @param kind of failure, in one line without words of a reader
   */
  record GivenUp(long update, long chat, String kind) implements Change {}
}
