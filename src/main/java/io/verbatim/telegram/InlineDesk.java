package io.verbatim.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.verbatim.bot.Memory;
import io.verbatim.bot.Reader;
import io.verbatim.bot.Suggester;
import io.verbatim.bot.Suggestion;
import io.verbatim.bot.Wording;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.inlinequery.InlineQuery;
import org.telegram.telegrambots.meta.api.objects.inlinequery.inputmessagecontent.InputTextMessageContent;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResult;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultArticle;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultsButton;

/**
 * Answers what readers type after the bot's name in any chat. They wait with the finger on the key,
 * and Telegram keeps such a query for half a minute: so it goes neither onto the disk nor into a
 * lane, is answered once or not at all, and of each reader only the latest counts. A reader who
 * types more than the rules allow gets no answer for a moment. Safe for use by many threads.
 */
final class InlineDesk {
  /** For how long Telegram may give the same reader the same answer. */
  static final int CACHE_SECONDS = 300;

  /** What {@code /start} gets from the button of an answer that has nothing to offer. */
  static final String PAYLOAD = "inline";

  private static final Logger LOG = LoggerFactory.getLogger(InlineDesk.class);
  private static final int LONGEST_QUERY = 256;
  private static final int LONGEST_LINE = 200;
  private static final int SIDE_BY_SIDE = 4;

  /** Readers whose queries wait at once; who comes after so many would wait for seconds. */
  static final int MOST_WAITING = 250;

  private final BotApi api;
  private final Suggester suggester;
  private final MessageWriter writer;
  private final Keyboard keyboard;
  private final Admission admission;
  private final LongFunction<Optional<Locale>> language;
  private final InstantSource clock;

  /** The latest query of each reader that was not begun with, the longest waiting reader first. */
  private final SequencedMap<Long, Query> waiting = new LinkedHashMap<>();

  private int busy;

  private record Query(int update, InlineQuery query) {}

  /**
   * @param admission decides whose queries are answered, and how many
   * @param language that a reader chose, by id
   */
  InlineDesk(
      BotApi api,
      Suggester suggester,
      MessageWriter writer,
      Keyboard keyboard,
      Admission admission,
      LongFunction<Optional<Locale>> language,
      InstantSource clock) {
    this.api = api;
    this.suggester = suggester;
    this.writer = writer;
    this.keyboard = keyboard;
    this.admission = admission;
    this.language = language;
    this.clock = clock;
  }

  /** Sees to an update if it is an inline query, and tells whether it was one. */
  boolean take(Batch.Element update) {
    // Most are none, and need not be read twice.
    if (!update.json().contains("\"inline_query\"")) {
      return false;
    }
    try {
      InlineQuery query = GetBatch.update(update.json()).getInlineQuery();
      if (query == null) {
        return false;
      }
      take(update.id(), query);
      return true;
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  /** Sees to a query and returns at once. */
  void take(int update, InlineQuery query) {
    if (query.getId() == null || query.getFrom() == null || query.getFrom().getId() == null) {
      return;
    }
    long reader = query.getFrom().getId();
    // Where it was typed is not said, so that no chat can vouch for its reader.
    if (admission.admit(reader, reader, clock.instant()) != Admission.Verdict.ADMITTED) {
      return;
    }
    synchronized (waiting) {
      waiting.put(reader, new Query(update, query));
      if (waiting.size() > MOST_WAITING) {
        waiting.pollFirstEntry();
      }
      if (busy < SIDE_BY_SIDE) {
        busy++;
        Thread.ofVirtual().name("inline-" + update).start(this::work);
      }
    }
  }

  /** Answers what waits, until nothing does. */
  private void work() {
    for (Optional<Query> next = next(); next.isPresent(); next = next()) {
      try (var _ = MDC.putCloseable("update", Integer.toString(next.get().update))) {
        answer(next.get().query);
      } catch (RuntimeException | Error e) {
        LOG.error("an inline query failed: {}", Failures.describe(e));
      }
    }
  }

  private Optional<Query> next() {
    synchronized (waiting) {
      Optional<Query> next = Optional.ofNullable(waiting.pollFirstEntry()).map(Map.Entry::getValue);
      if (next.isEmpty()) {
        busy--;
      }
      return next;
    }
  }

  private void answer(InlineQuery query) {
    AnswerInlineQuery answer;
    try {
      answer = answerTo(query);
    } catch (RuntimeException | Error e) {
      LOG.error("an inline query failed: {}", Failures.describe(e));
      answer = new AnswerInlineQuery(query.getId(), List.of());
      answer.setCacheTime(0);
    }
    Outcome<Receipt> outcome = api.call(new Acknowledged(answer));
    if (!(outcome instanceof Outcome.Accepted)) {
      LOG.debug("an inline query was not answered: {}", outcome);
    }
  }

  /** The answer to a query; it is made from the query alone. */
  AnswerInlineQuery answerTo(InlineQuery query) {
    String typed = query.getQuery() == null ? "" : query.getQuery();
    String words =
        typed.substring(0, TextCutter.cut(typed, 0, typed.length(), LONGEST_QUERY, List.of()));
    var memory =
        new Memory(Optional.empty(), language.apply(query.getFrom().getId()), Optional.empty());
    var reader =
        new Reader(UpdateReader.locale(query.getFrom()), Reader.Company.ALONE, false, memory);
    var results = new LinkedHashMap<String, InlineQueryResult>();
    for (Suggestion suggestion : suggester.suggest(words, reader)) {
      result(suggestion).ifPresent(result -> results.putIfAbsent(suggestion.id(), result));
    }
    var answer = new AnswerInlineQuery(query.getId(), new ArrayList<>(results.values()));
    answer.setCacheTime(CACHE_SECONDS);
    // Else others would be given what was made in the language of the first.
    answer.setIsPersonal(true);
    if (results.isEmpty()) {
      var button = new InlineQueryResultsButton(Wording.of(reader.locale()).say("inline.nothing"));
      button.setStartParameter(PAYLOAD);
      answer.setButton(button);
    }
    return answer;
  }

  /** A suggestion whose first message is sent if it is chosen; empty if it says nothing. */
  private Optional<InlineQueryResult> result(Suggestion suggestion) {
    return writer.write(suggestion.reply()).stream()
        .findFirst()
        .map(text -> {
          var content = new InputTextMessageContent(text.text());
          content.setEntities(text.entities());
          content.setLinkPreviewOptions(LinkPreviewOptions.builder().isDisabled(true).build());
          var result =
              new InlineQueryResultArticle(suggestion.id(), line(suggestion.title()), content);
          result.setDescription(line(suggestion.description()));
          keyboard.anywhere(suggestion.reply().buttons()).ifPresent(result::setReplyMarkup);
          return result;
        });
  }

  /** A line as a list of results shows it: what is too long ends in an ellipsis. */
  private static String line(String text) {
    if (text.length() <= LONGEST_LINE) {
      return text;
    }
    return text.substring(0, TextCutter.cut(text, 0, text.length(), LONGEST_LINE, List.of())) + "…";
  }
}
