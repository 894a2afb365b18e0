package io.verbatim.article;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Digests articles; every string is preceded by its length, so that no two lists look alike. */
final class Checksum {
  private final MessageDigest digest;

  private Checksum() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** SHA-256 of the articles in the order given, in hexadecimal digits. */
  static String of(List<Article> articles) {
    var checksum = new Checksum();
    checksum.add(articles.size());
    for (Article article : articles) {
      checksum.add(article);
    }
    return HexFormat.of().formatHex(checksum.digest.digest());
  }

  private void add(Article article) {
    add(article.name());
    add(article.title());
    add(article.paragraphs().size());
    for (Paragraph paragraph : article.paragraphs()) {
      add(paragraph.section().isPresent() ? 1 : 0);
      paragraph.section().ifPresent(this::add);
      add(paragraph.text());
      add(paragraph.sentences().size());
      for (Span sentence : paragraph.sentences()) {
        add(sentence.start());
        add(sentence.end());
      }
    }
  }

  private void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    add(bytes.length);
    digest.update(bytes);
  }

  private void add(int number) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
  }
}
