package io.verbatim.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.article.Address;
import io.verbatim.article.Article;
import io.verbatim.article.Library;
import io.verbatim.bot.Reply.Button;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WishesTest {
  private static final Library LIBRARY = Talk.TWO;
  private static final Article BEES = LIBRARY.articles().getFirst();
  private static final Address DANCE = Wishes.sentence(BEES, 1, 1).orElseThrow();
  private static final Address RUST =
      Wishes.sentence(LIBRARY.articles().getLast(), 1, 0).orElseThrow();

  private final Wishes wishes = new Wishes(LIBRARY);

  static Stream<Wish> everyWish() {
    return Stream.of(
        new Wish.Paragraph(BEES, 2, Optional.empty()),
        new Wish.Paragraph(BEES, 2, Optional.of(DANCE)),
        new Wish.More(List.of(DANCE)),
        new Wish.More(List.of(DANCE, RUST)),
        new Wish.Nearest(List.of(RUST, DANCE)),
        new Wish.Vote(BEES, true),
        new Wish.Vote(BEES, false),
        new Wish.Contents(BEES, 0),
        new Wish.Contents(BEES, 40),
        new Wish.InShort(BEES, "long"),
        new Wish.InShort(BEES, "12"),
        new Wish.InShort(BEES, ""),
        new Wish.OnQuestion(BEES),
        new Wish.Suggested(BEES, "0123abcd"),
        new Wish.Language(Locale.FRENCH));
  }

  @ParameterizedTest
  @MethodSource("everyWish")
  void readsWhatItWrote(Wish wish) {
    String data = wishes.write(wish);

    assertEquals(Optional.of(wish), wishes.read(data));
    assertTrue(data.getBytes(StandardCharsets.UTF_8).length <= Button.Press.MOST_BYTES);
  }

  @Test
  void writesAsManySentencesAsThereIsRoomFor() {
    var texts = Stream.iterate(0, i -> i < 9, i -> i + 1).map(i -> "T" + i + "\n\nBees dance.");
    Library many = Talk.library(texts.toArray(String[]::new));
    List<Address> all =
        many.articles().stream().map(a -> Wishes.sentence(a, 1, 0).orElseThrow()).toList();
    var roomy = new Wishes(many);

    String data = roomy.write(new Wish.More(all));

    assertEquals(Optional.of(new Wish.More(all.subList(0, 3))), roomy.read(data));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "q",
        "q00000000",
        "q000000001",
        "m",
        "m,",
        "m1.1",
        "n00000000!1.0",
        "+",
        "+00000000",
        "lxx",
        "l",
        "s00000000long",
        "a0000000000000000",
        "quote:00000000:1",
        "q\0",
        "🐝"
      })
  void whatItDidNotWriteIsNoWish(String data) {
    assertEquals(Optional.empty(), wishes.read(data));
  }

  @Test
  void whatTheLibraryNoLongerHasIsNoWish() {
    String key = ArticleKeys.ofEditions(LIBRARY).of(BEES.name());

    assertEquals(Optional.empty(), wishes.read("q" + key + "3"));
    assertEquals(Optional.empty(), wishes.read("q" + key + "0"));
    assertEquals(Optional.empty(), wishes.read("m" + key + "!1.9"));
    assertEquals(Optional.empty(), wishes.read("m" + key + "!1.0,1.0"));
    assertEquals(Optional.empty(), wishes.read("mffffffff!1.0"));
  }

  @Test
  void forgedDataNeverFailsAndNeverLeadsOutOfTheLibrary() {
    var random = new Random(7);
    var talk = Talk.about(LIBRARY);
    List<String> written = everyWish().map(wishes::write).toList();
    var stale = new ArrayList<String>();
    for (int i = 0; i < 20_000; i++) {
      var forged = new StringBuilder(written.get(random.nextInt(written.size())));
      for (int n = random.nextInt(3); n >= 0; n--) {
        int at = random.nextInt(forged.length());
        forged.setCharAt(
            at,
            (char) (random.nextInt(10) == 0 ? random.nextInt(0x2100) : 33 + random.nextInt(90)));
      }
      Reply reply = talk.press(forged.toString());
      if (reply.blocks().isEmpty() && reply.notice().isPresent()) {
        stale.add(forged.toString());
      }
    }
    assertTrue(stale.size() > 5_000, () -> "only " + stale.size() + " were refused");
  }
}
