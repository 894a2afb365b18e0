package io.verbatim.bot;

import io.verbatim.answer.Answerer;
import io.verbatim.article.Address;
import io.verbatim.article.Article;
import io.verbatim.article.Quote;
import io.verbatim.bot.Reply.Block;
import io.verbatim.bot.Reply.Button;
import io.verbatim.bot.Reply.Heading;
import io.verbatim.bot.Reply.Quotation;
import io.verbatim.bot.Reply.Say;
import io.verbatim.summary.Length;
import io.verbatim.summary.Summarizer;
import io.verbatim.summary.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Replies to {@code /summary}: the article in short, by sections, or on a topic. */
final class SummaryReply {
  private static final Pattern ABOUT =
      Pattern.compile("about\\s+(.+)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** UTF-16 units that are repeated of what a reader typed. */
  private static final int LONGEST_ECHO = 100;

  /** Nobody needs a summary of fewer words, unless he asks for a number of sentences. */
  private static final int FEWEST_WORDS = 50;

  private static final List<Length.Named> OFFERED =
      List.of(Length.Named.SHORT, Length.Named.MEDIUM, Length.Named.LONG);

  private final Answerer answerer;
  private final Summarizer summarizer;
  private final Source source;
  private final Wishes wishes;

  SummaryReply(Answerer answerer, Summarizer summarizer, Source source, Wishes wishes) {
    this.answerer = answerer;
    this.summarizer = summarizer;
    this.source = source;
    this.wishes = wishes;
  }

  /** The topic that a summary is wanted of; empty if a length is. */
  static Optional<String> topic(String asked) {
    Matcher about = ABOUT.matcher(asked);
    return about.matches() ? Optional.of(about.group(1)) : Optional.empty();
  }

  /**
   * The reply about an article.
   *
   * @param asked how long a summary is wanted, or {@code about …}
   */
  Reply of(Article article, String asked, Reader reader, Wording wording) {
    Optional<String> topic = topic(asked);
    if (topic.isPresent()) {
      return about(article, topic.get(), reader, wording);
    }
    Optional<Length> length = Length.parse(asked);
    if (length.isEmpty()) {
      return Reply.say(wording.say("summary.usage", Wording.shortened(asked, LONGEST_ECHO)));
    }
    if (length.get() == Length.Named.OUTLINE && article.sections().isEmpty()) {
      return Reply.say(wording.say("summary.no-sections"));
    }
    return isTooShort(article, length.get())
        ? Reply.say(
            wording.say(
                "summary.too-short",
                article.sentences(),
                article.words(),
                Command.QUOTE.slashed() + " " + source.named(article, "1")))
        : summary(article, length.get(), reader, wording);
  }

  private static boolean isTooShort(Article article, Length length) {
    return length.sentences(article) >= article.sentences()
        || (length instanceof Length.Named && article.words() < FEWEST_WORDS);
  }

  private Reply summary(Article article, Length length, Reader reader, Wording wording) {
    boolean bySections = length == Length.Named.OUTLINE || length == Length.Named.LONG;
    var blocks = new ArrayList<Block>();
    blocks.add(new Heading(article.title()));
    add(summarizer.summarize(article, length), bySections, blocks, wording);
    blocks.add(new Say(time(article, blocks, wording)));
    return new Reply(blocks, buttons(article, Optional.of(length), reader, wording));
  }

  /** What an article says about a topic, in its own sentences. */
  Reply about(Article article, String topic, Reader reader, Wording wording) {
    List<Address> found = answerer.about(topic, article);
    List<List<Button>> buttons = buttons(article, Optional.empty(), reader, wording);
    if (found.isEmpty()) {
      return new Reply(
          List.of(
              new Say(wording.say("summary.not-about", Wording.shortened(topic, LONGEST_ECHO)))),
          buttons);
    }
    var blocks = new ArrayList<Block>();
    blocks.add(new Heading(article.title()));
    blocks.add(new Say(wording.say("summary.about", Wording.shortened(topic, LONGEST_ECHO))));
    add(summarizer.summarize(article, found), false, blocks, wording);
    return new Reply(blocks, buttons);
  }

  /** The other lengths that the article is long enough for, and what was asked last. */
  private List<List<Button>> buttons(
      Article article, Optional<Length> shown, Reader reader, Wording wording) {
    List<Button> lengths =
        OFFERED.stream()
            .filter(length -> !isTooShort(article, length))
            .filter(length -> !shown.equals(Optional.of(length)))
            .map(length -> length.name().toLowerCase(Locale.ROOT))
            .map(typed ->
                wishes.button(wording.say("button." + typed), new Wish.InShort(article, typed)))
            .toList();
    List<Button> question =
        reader.memory().exchange().isPresent() && shown.isPresent()
            ? List.of(
                wishes.button(wording.say("button.on-question"), new Wish.OnQuestion(article)))
            : List.of();
    return Stream.of(lengths, question).filter(row -> !row.isEmpty()).toList();
  }

  private static void add(
      Summary summary, boolean bySections, List<Block> blocks, Wording wording) {
    Optional<String> section = Optional.empty();
    for (Quote sentence : summary.sentences()) {
      if (bySections && !sentence.section().equals(section)) {
        section = sentence.section();
        section.map(Heading::new).ifPresent(blocks::add);
      }
      blocks.add(
          new Quotation(
              sentence,
              false,
              wording.say("quote.short", Integer.toString(sentence.paragraph())),
              Optional.of(Source.link(sentence))));
    }
  }

  private static String time(Article article, List<Block> blocks, Wording wording) {
    int words =
        blocks.stream()
            .mapToInt(
                block -> block instanceof Quotation q ? q.quote().text().split("\\s+").length : 0)
            .sum();
    return wording.say(
        "summary.time",
        wording.time(ReadingTime.ofWords(words)),
        wording.time(ReadingTime.ofWords(article.words())));
  }
}
