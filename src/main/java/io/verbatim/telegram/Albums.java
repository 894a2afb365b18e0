package io.verbatim.telegram;

import java.util.LinkedHashMap;
import java.util.Map;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Pictures that were sent together, of which each is a message. Safe for use by many threads. */
final class Albums {
  private static final int MOST = 1000;

  /** The first message that was seen of an album; guarded by this. */
  private final Map<String, Integer> first =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
          return size() > MOST;
        }
      };

  /** Notes a message, and tells whether it is the first that is seen of its album, or of none. */
  synchronized boolean isFirst(Message message) {
    String album = message.getMediaGroupId();
    return album == null
        || first
            .computeIfAbsent(message.getChat().getId() + "/" + album, _ -> message.getMessageId())
            .equals(message.getMessageId());
  }
}
