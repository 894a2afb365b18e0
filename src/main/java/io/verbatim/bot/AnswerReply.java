package io.verbatim.bot;

import io.verbatim.answer.Answer;
import io.verbatim.answer.Answerer;
import io.verbatim.answer.Citation;
import io.verbatim.answer.Question;
import io.verbatim.answer.Turn;
import io.verbatim.article.Address;
import io.verbatim.article.Library;
import io.verbatim.article.Quote;
import io.verbatim.bot.Reply.Block;
import io.verbatim.bot.Reply.Button;
import io.verbatim.bot.Reply.Heading;
import io.verbatim.bot.Reply.Quotation;
import io.verbatim.bot.Reply.Say;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Replies to questions. */
final class AnswerReply {
  /** UTF-16 units that are repeated of what was searched. */
  private static final int LONGEST_SEARCHED = 200;

  private final Library library;
  private final Answerer answerer;
  private final Source source;
  private final Wishes wishes;
  private final Walk walk;
  private final AnswerButtons buttons;

  AnswerReply(Library library, Answerer answerer, Wishes wishes) {
    this.library = library;
    this.answerer = answerer;
    this.source = new Source(library);
    this.wishes = wishes;
    this.walk = new Walk(library, wishes);
    this.buttons = new AnswerButtons(library, wishes);
  }

  /** The reply to a question that may lean on what came before it. */
  Reply to(String words, Context context, Wording wording) {
    return reply(turn(words, context), wording);
  }

  /** The reply to a question that the reader chose, which is shown above it. */
  Reply suggested(String question, Wording wording) {
    return to(question, Context.NONE, wording).below(new Heading(question));
  }

  private Turn turn(String words, Context context) {
    return context.scopes().stream()
        .map(part -> answerer.answer(new Question(words, part), context.exchange()))
        .filter(turn -> turn.answer() instanceof Answer.Quoted)
        .findFirst()
        .orElseGet(() -> answerer.answer(new Question(words), context.exchange()));
  }

  private Reply reply(Turn turn, Wording wording) {
    Reply reply =
        switch (turn.answer()) {
          case Answer.Quoted(var citations) ->
              quoted(
                  citations.stream().map(Citation::quote).toList(),
                  more(citations, turn.found()),
                  wording);
          case Answer.Related _ -> unanswered("answer.related", turn.found(), wording);
          case Answer.NotCovered _ -> unanswered("answer.not-covered", turn.found(), wording);
        };
    String searched = Wording.shortened(turn.searched(), LONGEST_SEARCHED);
    return (turn.leans() ? reply.below(new Say(wording.say("answer.searched", searched))) : reply)
        .noting(List.of(new Note.Exchanged(turn.exchange()), asked(turn)));
  }

  /** An answer and the next best passages, as a button of it asked for. */
  Reply more(List<Address> sentences, Wording wording) {
    return quoted(quotes(sentences), Optional.empty(), wording);
  }

  /** The passages nearest to a question that has no answer. */
  Reply nearest(List<Address> sentences, Wording wording) {
    List<Quote> quotes = quotes(sentences);
    return new Reply(
        Stream.concat(
                Stream.of(
                    new Say(
                        wording.say("answer.related", library.articles().size())
                            + " "
                            + wording.say("answer.nearest"))),
                quotations(quotes, wording).stream())
            .toList(),
        List.of(walk.from(quotes.getFirst())));
  }

  /** Passages as blocks, numbered if there are several; all but the first may be folded. */
  List<Block> quotations(List<Quote> quotes, Wording wording) {
    var blocks = new ArrayList<Block>();
    for (int i = 0; i < quotes.size(); i++) {
      String place = source.of(quotes.get(i), wording);
      blocks.add(
          new Quotation(
              quotes.get(i), i > 0, quotes.size() == 1 ? place : "[" + (i + 1) + "] " + place));
    }
    return blocks;
  }

  private Reply quoted(List<Quote> quotes, Optional<Wish> more, Wording wording) {
    Quote best = quotes.getFirst();
    var row = new ArrayList<Button>();
    more.ifPresent(wish -> row.add(wishes.button(wording.say("button.more"), wish)));
    row.addAll(buttons.of(sentence(best), wording));
    return new Reply(quotations(quotes, wording), List.of(walk.from(best), row));
  }

  /** Says so, and which section comes nearest; its passages are a button away. */
  private Reply unanswered(String plain, List<Address> found, Wording wording) {
    String plainly = wording.say(plain, library.articles().size());
    String said =
        found.stream()
            .findFirst()
            .flatMap(best -> library.paragraph(best).section())
            .map(section -> plainly + " " + wording.say("answer.nearest-section", section))
            .orElse(plainly);
    return new Reply(List.of(new Say(said)), nearestButton(found, wording));
  }

  private List<List<Button>> nearestButton(List<Address> found, Wording wording) {
    List<Address> few = found.stream().limit(3).toList();
    return few.isEmpty()
        ? List.of()
        : List.of(List.of(wishes.button(wording.say("button.nearest"), new Wish.Nearest(few))));
  }

  /** What was found beyond what is shown, behind it. */
  private Optional<Wish> more(List<Citation> shown, List<Address> found) {
    List<Address> all =
        wishes.fitting(
            Stream.concat(shown.stream().map(AnswerReply::sentence), found.stream())
                .distinct()
                .toList());
    return all.size() > shown.size() ? Optional.of(new Wish.More(all)) : Optional.empty();
  }

  /** The sentence that answers. */
  static Address sentence(Citation citation) {
    return sentence(citation.quote());
  }

  private static Address sentence(Quote quote) {
    return new Address(quote.article(), quote.paragraph(), quote.answer().orElse(quote.span()));
  }

  private List<Quote> quotes(List<Address> sentences) {
    return sentences.stream().map(answerer::quote).toList();
  }

  private Note asked(Turn turn) {
    Optional<Address> best = turn.found().stream().findFirst();
    return switch (turn.answer()) {
      case Answer.Quoted(var citations) -> {
        Quote quote = citations.getFirst().quote();
        yield new Note.Asked(Note.Outcome.QUOTED, Optional.of(quote.article()), quote.section());
      }
      case Answer.Related _ ->
          new Note.Asked(
              Note.Outcome.RELATED,
              best.map(Address::article),
              best.flatMap(address -> library.paragraph(address).section()));
      case Answer.NotCovered _ ->
          new Note.Asked(Note.Outcome.NOT_COVERED, Optional.empty(), Optional.empty());
    };
  }
}
