package io.verbatim.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeedArticleTest {
  private static final Path SEEDS = Path.of("seeds");
  private static final String NAME = "000_b0f3f335b0cbade1.txt";

  @Test
  void bytesMatchTheChecksumInTheReadme() throws Exception {
    byte[] bytes = Files.readAllBytes(SEEDS.resolve(NAME));

    String checksum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));

    assertTrue(Files.readString(SEEDS.resolve("README.md")).contains(checksum), checksum);
  }

  @Test
  void isReadAsAReaderWould() {
    ArticleFolder.Reading reading = ArticleFolder.read(SEEDS);

    assertEquals(List.of(), reading.refusals());
    Article article = reading.library().articles().getFirst();
    assertEquals(NAME, article.name());
    assertEquals("Putin was Personally Involved in Hacks: US Officials", article.title());
    assertEquals(List.of(new Article.Section("Growing concern", 7, 8)), article.sections());
    assertEquals(
        List.of(2, 1, 1, 3, 3, 2, 2, 2),
        article.paragraphs().stream().map(p -> p.sentences().size()).toList());
    assertEquals(
        Optional.of(
            "He also adds that Putin has an overbearing level of control over all the key"
                + " aspects of the Russian government."),
        article.paragraph(5).map(p -> p.cut(p.sentences().getLast())));
  }
}
