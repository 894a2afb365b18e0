package io.verbatim.bot;

import io.verbatim.article.Address;
import io.verbatim.article.Article;
import io.verbatim.article.Library;
import io.verbatim.article.Paragraph;
import io.verbatim.article.Quote;
import io.verbatim.bot.Reply.Block;
import io.verbatim.bot.Reply.Button;
import io.verbatim.bot.Reply.Quotation;
import io.verbatim.bot.Reply.Say;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Replies that tell what the bot is for and how to use it. */
final class StartReply {
  /** A longer first sentence is no line that says what it is about. */
  private static final int LONGEST_LEAD = 300;

  private final Library library;
  private final Source source;
  private final Wishes wishes;
  private final SuggestedQuestions questions;

  StartReply(Library library, Wishes wishes, SuggestedQuestions questions) {
    this.library = library;
    this.source = new Source(library);
    this.wishes = wishes;
    this.questions = questions;
  }

  /** What can be asked about, three questions to begin with, and how to ask. */
  Reply start(Wording wording) {
    var blocks = new ArrayList<Block>();
    blocks.add(new Say(wording.say("start.about", source.titles(wording))));
    lead().ifPresent(quote -> blocks.add(new Quotation(quote, false, source.of(quote, wording))));
    blocks.add(new Say(wording.say("start.how")));
    blocks.add(new Say(wording.say("start.commands")));
    return new Reply(blocks, suggested());
  }

  /** How to ask, the commands, and what is promised. */
  static Reply help(Wording wording) {
    String commands =
        Command.listed().stream()
            .map(c ->
                (c.slashed() + " " + argument(c, wording)).strip() + " – " + wording.describe(c))
            .collect(Collectors.joining("\n"));
    return Reply.of(
        List.of(
            new Say(wording.say("help.how")),
            new Say(commands),
            new Say(wording.say("help.promise"))));
  }

  /** What follows a command; words that are to be typed as they are stay as they are. */
  private static String argument(Command command, Wording wording) {
    return switch (command) {
      case ASK -> wording.say("argument.ask");
      case VERIFY -> wording.say("argument.verify");
      default -> command.argument();
    };
  }

  /** A short hello to a group. */
  Reply welcome(Wording wording) {
    return new Reply(
        List.of(new Say(wording.say("group.hello", source.titles(wording)))),
        List.of(List.of(new Button.Open(wording.say("button.private"), DeepLink.PRIVATELY))));
  }

  /** The first sentence of the only article, if it is short enough. */
  private Optional<Quote> lead() {
    if (source.several()) {
      return Optional.empty();
    }
    Article article = library.articles().getFirst();
    Paragraph first = article.paragraphs().getFirst();
    var address = new Address(article.name(), 1, first.sentences().getFirst());
    return address.span().length() > LONGEST_LEAD
        ? Optional.empty()
        : Optional.of(library.quote(address, Optional.empty()));
  }

  private List<List<Button>> suggested() {
    return questions.all().stream()
        .map(s -> List.of(wishes.button(s.question(), new Wish.Suggested(s.article(), s.mark()))))
        .toList();
  }
}
