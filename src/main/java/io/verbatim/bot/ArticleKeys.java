package io.verbatim.bot;

import io.verbatim.article.Article;
import io.verbatim.article.Library;
import io.verbatim.article.Paragraph;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Short names of articles for links and buttons, which have 64 bytes: 8 hexadecimal digits of a
 * SHA-256. They stay the same over restarts and when other articles come and go.
 */
final class ArticleKeys {
  private final Map<String, Article> articles = new LinkedHashMap<>();
  private final Map<String, String> keys = new HashMap<>();

  private ArticleKeys(Library library, Function<Article, String> named) {
    for (Article article : library.articles()) {
      String key = hash(named.apply(article));
      articles.putIfAbsent(key, article);
      keys.put(article.name(), key);
    }
  }

  /** Keys of names, which stay the same when an article is corrected. */
  static ArticleKeys ofNames(Library library) {
    return new ArticleKeys(library, Article::name);
  }

  /** Keys of names and words, which are others when an article has changed. */
  static ArticleKeys ofEditions(Library library) {
    return new ArticleKeys(
        library,
        article ->
            article.paragraphs().stream()
                .map(Paragraph::text)
                .collect(Collectors.joining("\n", article.name() + "\n", "")));
  }

  /** The key of an article by its name. */
  String of(String name) {
    return Objects.requireNonNull(keys.get(name), name);
  }

  /** 8 hexadecimal digits that tell texts apart. */
  static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
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
