package io.verbatim.bot;

import io.verbatim.answer.Answerer;
import io.verbatim.article.Address;
import io.verbatim.article.Article;
import io.verbatim.article.Quote;
import io.verbatim.bot.Reply.Block;
import io.verbatim.bot.Reply.Heading;
import io.verbatim.bot.Reply.Quotation;
import io.verbatim.bot.Reply.Say;
import io.verbatim.summary.Length;
import io.verbatim.summary.Summarizer;
import io.verbatim.summary.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replies to {@code /summary}: the article in short, by sections, or on a topic. */
final class SummaryReply {
  private static final Pattern ABOUT =
      Pattern.compile("about\\s+(.+)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** Nobody needs a summary of fewer words, unless he asks for a number of sentences. */
  private static final int FEWEST_WORDS = 50;

  private final Answerer answerer;
  private final Summarizer summarizer;

  SummaryReply(Answerer answerer, Summarizer summarizer) {
    this.answerer = answerer;
    this.summarizer = summarizer;
  }

  /**
   * The reply about an article.
   *
   * @param asked how long a summary is wanted, or {@code about …}
   * @param beginning the command that shows the first paragraph of the article
   */
  Reply of(Article article, String asked, String beginning, Wording wording) {
    Matcher about = ABOUT.matcher(asked);
    if (about.matches()) {
      return about(article, about.group(1), wording);
    }
    Optional<Length> length = Length.parse(asked);
    if (length.isEmpty()) {
      return Reply.say(wording.say("summary.usage", asked));
    }
    if (length.get() == Length.Named.OUTLINE && article.sections().isEmpty()) {
      return Reply.say(wording.say("summary.no-sections"));
    }
    return isTooShort(article, length.get())
        ? Reply.say(
            wording.say("summary.too-short", article.sentences(), article.words(), beginning))
        : summary(article, length.get(), wording);
  }

  private static boolean isTooShort(Article article, Length length) {
    return length.sentences(article) >= article.sentences()
        || (length instanceof Length.Named && article.words() < FEWEST_WORDS);
  }

  private Reply summary(Article article, Length length, Wording wording) {
    boolean bySections = length == Length.Named.OUTLINE || length == Length.Named.LONG;
    var blocks = new ArrayList<Block>();
    blocks.add(new Heading(article.title()));
    add(summarizer.summarize(article, length), bySections, blocks, wording);
    blocks.add(new Say(time(article, blocks, wording)));
    return Reply.of(blocks);
  }

  private Reply about(Article article, String topic, Wording wording) {
    List<Address> found = answerer.about(topic, article);
    if (found.isEmpty()) {
      return Reply.say(wording.say("summary.not-about", topic));
    }
    var blocks = new ArrayList<Block>();
    blocks.add(new Heading(article.title()));
    blocks.add(new Say(wording.say("summary.about", topic)));
    add(summarizer.summarize(article, found), false, blocks, wording);
    return Reply.of(blocks);
  }

  private static void add(
      Summary summary, boolean bySections, List<Block> blocks, Wording wording) {
    Optional<String> section = Optional.empty();
    for (Quote sentence : summary.sentences()) {
      if (bySections && !sentence.section().equals(section)) {
        section = sentence.section();
        section.map(Heading::new).ifPresent(blocks::add);
      }
      blocks.add(new Quotation(sentence, false, wording.say("quote.short", sentence.paragraph())));
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
