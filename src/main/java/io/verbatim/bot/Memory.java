package io.verbatim.bot;

import io.verbatim.answer.Exchange;
import io.verbatim.article.Address;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is remembered of a reader in one place of talk; {@link Note} changes it, {@link
 * Note.Forgotten} empties it.
 *
 * @param exchange what was last asked and answered
 * @param language of the interface that the reader chose
 * @param bookmark paragraph that the reader last read
 */
public record Memory(
    Optional<Exchange> exchange, Optional<Locale> language, Optional<Address> bookmark) {
  /** Nothing is remembered. */
  public static final Memory NONE =
      new Memory(Optional.empty(), Optional.empty(), Optional.empty());

  /** The memory of a question, as a rim keeps it, and the rest. */
  public static Memory of(
      Optional<String> question, Optional<Locale> language, Optional<Address> bookmark) {
    return new Memory(question.map(Exchange::new), language, bookmark);
  }

  /** The question of the last exchange. */
  public Optional<String> question() {
    return exchange.map(Exchange::question);
  }

  /** The memory after what was noted, in that order. */
  public Memory after(List<Note> notes) {
    Memory memory = this;
    for (Note note : notes) {
      memory = memory.after(note);
    }
    return memory;
  }

  private Memory after(Note note) {
    return switch (note) {
      case Note.Exchanged(var last) -> new Memory(Optional.of(last), language, bookmark);
      case Note.Speaks(var chosen) -> new Memory(exchange, Optional.of(chosen), bookmark);
      case Note.Read(var paragraph) -> new Memory(exchange, language, Optional.of(paragraph));
      case Note.Forgotten() -> NONE;
      case Note.Asked _, Note.Voted _ -> this;
    };
  }
}
