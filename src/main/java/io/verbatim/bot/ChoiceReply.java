package io.verbatim.bot;

import io.verbatim.article.Article;
import io.verbatim.article.Library;
import io.verbatim.bot.Reply.Button;
import io.verbatim.bot.Reply.Say;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Asks which of several articles is meant. */
final class ChoiceReply {
  private final List<Article> articles;
  private final Source source;
  private final Wishes wishes;

  ChoiceReply(Library library, Wishes wishes) {
    this.articles = library.articles();
    this.source = new Source(library);
    this.wishes = wishes;
  }

  /**
   * The first articles, also as buttons, and how to name any other.
   *
   * @param command that needs an article
   * @param rest what else it was told
   * @param wish what is wanted of the article that is chosen
   */
  Reply which(Command command, String rest, Function<Article, Wish> wish, Wording wording) {
    String example = (command.slashed() + " " + source.named(articles.get(1), rest)).strip();
    int shown = Math.min(articles.size(), Source.MOST_TITLES);
    List<List<Button>> rows =
        IntStream.range(0, shown)
            .mapToObj(i ->
                wishes.button(
                    (i + 1) + ". " + Wording.isolated(Wording.label(articles.get(i).title())),
                    wish.apply(articles.get(i))))
            .map(List::of)
            .toList();
    return new Reply(
        List.of(new Say(wording.say("article.which", example)), new Say(source.numbered(wording))),
        rows);
  }
}
