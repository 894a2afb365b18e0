package io.verbatim.telegram;

import io.verbatim.article.Span;
import io.verbatim.bot.Request.Attached.Passage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.EntityType;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.TextQuote;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** The passages that a message of ours quotes, read back from its entities. */
final class Quoted {
  private static final Set<String> BLOCKS =
      Set.of(MessageWriter.BLOCKQUOTE, MessageWriter.EXPANDABLE_BLOCKQUOTE);

  private final String text;
  private final List<MessageEntity> entities;

  private Quoted(Message message) {
    this.text = message.getText() == null ? "" : message.getText();
    this.entities = Entities.of(message, text);
  }

  /** All of them, top to bottom. */
  static List<Passage> in(Message message) {
    var quoted = new Quoted(message);
    return quoted.blocks().map(quoted::passage).toList();
  }

  /**
   * Those that selected words touch; of words between two, such as a line that says where a passage
   * stands, that before them.
   *
   * @param message that they were selected in; null where it is not known
   */
  static List<Passage> at(TextQuote selected, @Nullable Message message) {
    if (message == null || selected.getPosition() == null) {
      return List.of();
    }
    var quoted = new Quoted(message);
    return quoted
        .start(selected.getText(), selected.getPosition())
        .map(start -> quoted.at(new Span(start, start + selected.getText().length())))
        .orElse(List.of());
  }

  /** Where the selected words begin: their position is approximate (Bot API, TextQuote). */
  private Optional<Integer> start(String words, int about) {
    return IntStream.iterate(text.indexOf(words), at -> at >= 0, at -> text.indexOf(words, at + 1))
        .boxed()
        .min((one, other) ->
            Long.compare(Math.abs((long) one - about), Math.abs((long) other - about)));
  }

  private List<Passage> at(Span selected) {
    List<Span> touched = blocks().filter(selected::overlaps).toList();
    Optional<Span> before =
        blocks().filter(block -> block.end() <= selected.start()).reduce((_, last) -> last);
    return (touched.isEmpty() ? before.stream() : touched.stream()).map(this::passage).toList();
  }

  private Stream<Span> blocks() {
    return spans(BLOCKS::contains);
  }

  private Passage passage(Span block) {
    List<Span> marked = spans(EntityType.BOLD::equals).filter(block::contains).toList();
    // Several are the differences of a comparison.
    Span span = marked.size() == 1 ? marked.getFirst() : block;
    String under = text.substring(block.end()).stripLeading().lines().findFirst().orElse("");
    return new Passage(text.substring(span.start(), span.end()), under);
  }

  private Stream<Span> spans(Predicate<String> type) {
    return entities.stream()
        .filter(entity -> type.test(entity.getType()))
        .map(entity -> new Span(entity.getOffset(), entity.getOffset() + entity.getLength()));
  }
}
