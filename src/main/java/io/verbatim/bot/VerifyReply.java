package io.verbatim.bot;

import io.verbatim.article.Library;
import io.verbatim.article.Quote;
import io.verbatim.bot.Reply.Block;
import io.verbatim.bot.Reply.Comparison;
import io.verbatim.bot.Reply.Heading;
import io.verbatim.bot.Reply.Quotation;
import io.verbatim.bot.Reply.Say;
import io.verbatim.verification.Verdict;
import io.verbatim.verification.Verifier;
import java.util.ArrayList;
import java.util.List;

/** Replies to {@code /verify}: whether words stand in the article. */
final class VerifyReply {
  /** UTF-16 units that are repeated of words that are not there. */
  private static final int LONGEST = 200;

  private final Verifier verifier;
  private final Source source;
  private final Walk walk;
  private final int articles;

  VerifyReply(Library library, Verifier verifier, Wishes wishes) {
    this.articles = library.articles().size();
    this.verifier = verifier;
    this.source = new Source(library);
    this.walk = new Walk(library, wishes);
  }

  Reply to(String words, Wording wording) {
    return switch (verifier.verify(words)) {
      case Verdict.WordForWord(var quotes, int places) -> wordForWord(quotes, places, wording);
      case Verdict.Named(String text, var first) ->
          new Reply(
              List.of(new Say(wording.say("verify.named")), new Heading(text)),
              List.of(walk.to(first)));
      case Verdict.Nearly nearly -> nearly(nearly, wording);
      case Verdict.Absent() -> Reply.say(wording.say("verify.absent", articles));
      case Verdict.Wordless() -> Reply.say(wording.say("verify.what"));
    };
  }

  private Reply nearly(Verdict.Nearly nearly, Wording wording) {
    var blocks = new ArrayList<Block>();
    if (nearly.passages().stream().anyMatch(Comparison::fits)) {
      blocks.add(new Say(wording.say(nearly.whole() ? "verify.nearly" : "verify.partly")));
    }
    for (Verdict.Piece piece : nearly.pieces()) {
      switch (piece) {
        case Verdict.Piece.Close(var collation) -> {
          String place = source.of(collation.quote(), wording);
          if (Comparison.fits(collation)) {
            blocks.add(new Comparison(collation, place));
          } else {
            blocks.add(new Say(wording.say("verify.unmarked")));
            blocks.add(new Quotation(collation.quote(), false, place));
          }
        }
        case Verdict.Piece.Missing(String words) ->
            blocks.add(new Say(wording.say("verify.missing", Wording.shortened(words, LONGEST))));
      }
    }
    return new Reply(blocks, List.of(walk.from(nearly.passages().getFirst().quote())));
  }

  private Reply wordForWord(List<Quote> quotes, int places, Wording wording) {
    var blocks = new ArrayList<Block>();
    blocks.add(new Say(wording.say("verify.word-for-word", places)));
    for (Quote quote : quotes) {
      blocks.add(new Quotation(quote, blocks.size() > 1, source.of(quote, wording)));
    }
    return new Reply(blocks, List.of(walk.from(quotes.getFirst())));
  }
}
