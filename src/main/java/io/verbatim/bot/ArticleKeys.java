package io.verbatim.bot;

import io.verbatim.article.Article;
import io.verbatim.article.Library;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Short names of articles for buttons, which have 64 bytes: 8 hexadecimal digits of the name's
 * SHA-256. They stay the same over restarts and when other articles come and go.
 */
final class ArticleKeys {
  private final Map<String, Article> articles = new LinkedHashMap<>();

  ArticleKeys(Library library) {
    library.articles().forEach(article -> articles.putIfAbsent(of(article.name()), article));
  }

  /** The key of an article's name. */
  static String of(String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  /** The article of that key; empty if there is none any more. */
  Optional<Article> article(String key) {
    return Optional.ofNullable(articles.get(key));
  }
}
