package io.verbatim.bot;

import io.verbatim.article.Article;
import io.verbatim.article.Library;
import io.verbatim.bot.Reply.Block;
import io.verbatim.bot.Reply.Button;
import io.verbatim.bot.Reply.Say;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Replies about the bot itself: its language, what it remembers and counts, how it answers. */
final class HouseReply {
  private final Library library;
  private final BooleanSupplier byMeaning;
  private final Bookkeeping bookkeeping;
  private final Wishes wishes;

  HouseReply(Library library, BooleanSupplier byMeaning, Bookkeeping bookkeeping, Wishes wishes) {
    this.library = library;
    this.byMeaning = byMeaning;
    this.bookkeeping = bookkeeping;
    this.wishes = wishes;
  }

  /** Asks for a language, or takes the one that was typed: its code or its own name. */
  Reply languages(String typed, Wording wording) {
    Optional<Locale> language =
        Wishes.LANGUAGES.stream()
            .map(Locale::of)
            .filter(l -> typed.equalsIgnoreCase(l.getLanguage()) || typed.equalsIgnoreCase(name(l)))
            .findFirst();
    return language.map(this::speak).orElseGet(() -> which(wording));
  }

  private Reply which(Wording wording) {
    List<Button> buttons =
        Wishes.LANGUAGES.stream()
            .map(Locale::of)
            .map(language -> wishes.button(name(language), new Wish.Language(language)))
            .toList();
    return new Reply(
        List.of(new Say(wording.say("language.which"))),
        List.of(buttons.subList(0, 3), buttons.subList(3, buttons.size())));
  }

  /** Speaks a language from now on. */
  Reply speak(Locale language) {
    return Reply.say(Wording.of(language).say("language.now"))
        .noting(List.of(new Note.Speaks(language)));
  }

  /** A language in its own words, with a capital as on a list: "Español". */
  private static String name(Locale language) {
    String name = language.getDisplayLanguage(language);
    return name.substring(0, 1).toUpperCase(language) + name.substring(1);
  }

  Reply forget(Wording wording) {
    return Reply.say(wording.say("forget.done")).noting(List.of(new Note.Forgotten()));
  }

  Reply privacy(Wording wording) {
    var blocks = new ArrayList<Block>();
    blocks.add(new Say(wording.say("privacy.kept")));
    blocks.add(new Say(wording.say("privacy.counted")));
    if (bookkeeping.questions()) {
      blocks.add(new Say(wording.say("privacy.questions")));
    }
    blocks.add(new Say(wording.say("privacy.nothing-else")));
    return Reply.of(blocks);
  }

  Reply about(Wording wording) {
    return Reply.of(
        List.of(
            new Say(wording.say("about.what", library.articles().size())),
            new Say(wording.say(byMeaning.getAsBoolean() ? "about.meaning" : "about.words")),
            new Say(wording.say("help.promise"))));
  }

  /**
   * Figures for the operator's own people, where nobody reads along; everybody else is told of no
   * such command.
   */
  Reply statistics(Reader reader, Wording wording) {
    return reader.admin() && reader.company() == Reader.Company.ALONE
        ? bookkeeping
            .statistics()
            .get()
            .map(figures -> statistics(figures, wording))
            .orElseGet(() -> Reply.say(wording.say("stats.none")))
        : Reply.say(wording.say("command.unknown"));
  }

  private Reply statistics(Statistics figures, Wording wording) {
    var blocks = new ArrayList<Block>();
    blocks.add(
        new Say(
            wording.say(
                "stats.asked",
                figures.asked(),
                figures.quoted(),
                figures.related(),
                figures.notCovered())));
    if (figures.typical().isPresent() && figures.slow().isPresent()) {
      blocks.add(
          new Say(
              wording.say(
                  "stats.speed", seconds(figures.typical().get()), seconds(figures.slow().get()))));
    }
    blocks.add(new Say(votes(figures, wording)));
    if (!figures.sections().isEmpty()) {
      blocks.add(
          new Say(
              figures.sections().stream()
                  .map(section -> section.times() + " × " + place(section))
                  .collect(Collectors.joining("\n", wording.say("stats.sections") + "\n", ""))));
    }
    if (!figures.unanswered().isEmpty()) {
      blocks.add(
          new Say(
              figures.unanswered().stream()
                  .map(asked -> asked.times() + " × " + Wording.isolated(asked.question()))
                  .collect(Collectors.joining("\n", wording.say("stats.unanswered") + "\n", ""))));
    }
    return Reply.of(blocks);
  }

  /** All of them, and where there are several articles those on each. */
  private String votes(Statistics figures, Wording wording) {
    var lines = new ArrayList<String>();
    lines.add(
        wording.say(
            "stats.votes",
            figures.votes().stream().mapToLong(Statistics.Votes::good).sum(),
            figures.votes().stream().mapToLong(Statistics.Votes::bad).sum()));
    if (library.articles().size() > 1) {
      figures
          .votes()
          .forEach(
              on -> lines.add(on.good() + " 👍, " + on.bad() + " 👎 · " + title(on.article())));
    }
    return String.join("\n", lines);
  }

  private String place(Statistics.Section section) {
    String title = title(section.article());
    return section.title().map(s -> Wording.isolated(s) + " · " + title).orElse(title);
  }

  private String title(String article) {
    return Wording.isolated(library.article(article).map(Article::title).orElse(article));
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
