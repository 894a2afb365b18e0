package io.verbatim.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.article.ArticleFolder;
import io.verbatim.article.Library;
import io.verbatim.article.UnreadableArticlesException;
import io.verbatim.reliability.Hostile;
import io.verbatim.retrieval.Ranking;
import io.verbatim.retrieval.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Questions that nobody means well with, to a real index. */
class QuestionFuzzTest {
  private static final Library LIBRARY = library();
  private static final ArticleIndex INDEX = index();

  @Property(seed = "1")
  void everyQuestionIsAnsweredTwiceAlikeWithAddressesThatExist(@ForAll Random random) {
    String words = Hostile.text(random);

    Ranking ranking = INDEX.search(words, Scope.EVERYTHING, 5);

    assertEquals(ranking, INDEX.search(words, Scope.EVERYTHING, 5));
    assertTrue(ranking.passages().size() <= 5);
    ranking.passages().forEach(passage -> LIBRARY.paragraph(passage.address()));
  }

  private static Library library() {
    try {
      return ArticleFolder.read(Path.of("seeds")).library();
    } catch (UnreadableArticlesException e) {
      throw new AssertionError("cannot read the articles", e);
    }
  }

  private static ArticleIndex index() {
    try {
      return ArticleIndex.inMemory(LIBRARY);
    } catch (IOException e) {
      throw new AssertionError("cannot build the index", e);
    }
  }
}
