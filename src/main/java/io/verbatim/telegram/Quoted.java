package io.verbatim.telegram;

import io.verbatim.article.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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

  /** Of each passage its marked words, or all of it where none are marked. */
  static List<String> in(Message message) {
    var quoted = new Quoted(message);
    return quoted.blocks().map(quoted::words).toList();
  }

  /**
   * The same of the passages that selected words touch; of words between two, such as a line that
   * says where a passage stands, that before them.
   *
   * @param message that they were selected in; null where it is not known
   */
  static List<String> at(TextQuote selected, @Nullable Message message) {
    if (message == null || selected.getPosition() == null) {
      return List.of();
    }
    var quoted = new Quoted(message);
    int start = selected.getPosition();
    int end = start + selected.getText().length();
    List<Span> touched =
        quoted.blocks().filter(block -> block.start() < end && start < block.end()).toList();
    Optional<Span> before =
        quoted.blocks().filter(block -> block.end() <= start).reduce((_, last) -> last);
    return (touched.isEmpty() ? before.stream() : touched.stream()).map(quoted::words).toList();
  }

  private Stream<Span> blocks() {
    return spans(BLOCKS::contains);
  }

  private String words(Span block) {
    List<Span> marked = spans(EntityType.BOLD::equals).filter(block::contains).toList();
    // Several are the differences of a comparison.
    Span span = marked.size() == 1 ? marked.getFirst() : block;
    return text.substring(span.start(), span.end());
  }

  private Stream<Span> spans(Predicate<String> type) {
    return entities.stream()
        .filter(entity -> type.test(entity.getType()))
        .map(entity -> new Span(entity.getOffset(), entity.getOffset() + entity.getLength()));
  }
}
