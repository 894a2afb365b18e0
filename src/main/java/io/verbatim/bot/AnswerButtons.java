package io.verbatim.bot;

import io.verbatim.article.Address;
import io.verbatim.article.Library;
import io.verbatim.bot.Reply.Button;
import java.util.ArrayList;
import java.util.List;

/** Buttons under an answer to take it along and to judge it. */
final class AnswerButtons {
  private final Library library;
  private final Wishes wishes;

  AnswerButtons(Library library, Wishes wishes) {
    this.library = library;
    this.wishes = wishes;
  }

  /** "Copy", if the sentence is short enough, and votes on its article. */
  List<Button> of(Address sentence, Wording wording) {
    var row = new ArrayList<Button>();
    String words = library.words(sentence);
    if (words.length() <= Button.Copy.LONGEST) {
      row.add(new Button.Copy(wording.say("button.copy"), words));
    }
    library
        .article(sentence.article())
        .ifPresent(article -> {
          row.add(wishes.button("👍", new Wish.Vote(article, true)));
          row.add(wishes.button("👎", new Wish.Vote(article, false)));
        });
    return row;
  }
}
