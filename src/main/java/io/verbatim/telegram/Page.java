package io.verbatim.telegram;

import io.verbatim.article.Address;
import io.verbatim.article.Library;
import io.verbatim.bot.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

/** A message being filled. */
final class Page {
  private static final String BETWEEN = "\n\n";

  /**
   * Something to put on a page.
   *
   * @param text what to show
   * @param entities in units of that text
   * @param quoted where the words under the first entity stand, if it is a quote
   */
  record Part(String text, List<MessageEntity> entities, Optional<Address> quoted) {}

  private record Quoted(int start, int end, Address address) {}

  private final StringBuilder text = new StringBuilder();
  private final List<MessageEntity> entities = new ArrayList<>();
  private final List<Quoted> quotes = new ArrayList<>();

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** UTF-16 units that the next part may have. */
  int room() {
    return TelegramText.LONGEST - text.length() - (isEmpty() ? 0 : BETWEEN.length());
  }

  boolean fits(Part part) {
    return part.text.length() <= room()
        && entities.size() + part.entities.size() <= TelegramText.MOST_ENTITIES;
  }

  void add(Part part) {
    if (!isEmpty()) {
      text.append(BETWEEN);
    }
    int at = text.length();
    text.append(part.text);
    for (MessageEntity entity : part.entities) {
      var moved = new MessageEntity(entity.getType(), at + entity.getOffset(), entity.getLength());
      moved.setUrl(entity.getUrl());
      entities.add(moved);
    }
    part.quoted.ifPresent(
        address -> quotes.add(new Quoted(at, at + address.span().length(), address)));
  }

  /**
   * The finished message.
   *
   * @throws io.verbatim.article.MisquoteException if a quote in it differs from the article
   */
  TelegramText finish(Library library, List<List<Reply.Button>> buttons) {
    var message = new TelegramText(text.toString(), entities, buttons);
    for (Quoted quote : quotes) {
      library.verify(message.text().substring(quote.start, quote.end), quote.address);
    }
    return message;
  }
}
