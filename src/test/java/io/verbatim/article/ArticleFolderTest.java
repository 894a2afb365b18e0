package io.verbatim.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleFolderTest {
  @TempDir Path folder;

  @Test
  void readsArticlesInTheOrderOfTheirNames() throws Exception {
    write("b.MD", "# Bees\n\nThey fly.");
    write("deep/er/a.txt", "Ants\n\nThey walk.");
    write("c.markdown", "# Cats\n\nThey sleep.");

    ArticleFolder.Reading reading = ArticleFolder.read(folder);

    assertEquals(List.of("b.MD", "c.markdown", "deep/er/a.txt"), names(reading));
    assertEquals(List.of(), reading.refusals());
  }

  @Test
  void leavesOutWhatIsNoArticle() throws Exception {
    write("a.txt", "Ants\n\nThey walk.");
    write("README.md", "# Read me\n\nPlease.");
    write("deep/readme.md", "# Read me\n\nPlease.");
    write(".hidden.txt", "Hidden\n\nIt is.");
    write(".git/b.txt", "Hidden\n\nIt is.");
    write("c.html", "<p>No.</p>");

    assertEquals(List.of("a.txt"), names(ArticleFolder.read(folder)));
  }

  @Test
  void readsASingleFileWhateverItsEnding() throws Exception {
    write("README.md", "# Read me\n\nPlease.");
    write("story", "Ants\n\nThey walk.");

    assertEquals(List.of("README.md"), names(ArticleFolder.read(folder.resolve("README.md"))));
    assertEquals(List.of("story"), names(ArticleFolder.read(folder.resolve("story"))));
  }

  @Test
  void refusesWithFileLineAndReasonWhileTheOthersLoad() throws Exception {
    write("good.txt", "Ants\n\nThey walk.");
    write("empty.txt", "");
    write("title.md", "# Only a title\n");
    write("nul.txt", "A\nb\0");
    Files.write(
        folder.resolve("latin.txt"), "One\r\ntwo\rCafé\n".getBytes(StandardCharsets.ISO_8859_1));
    Files.write(folder.resolve("torn.txt"), new byte[] {'A', '\n', (byte) 0xE2, (byte) 0x80});
    Files.write(folder.resolve("large.txt"), new byte[(16 << 20) + 1]);

    ArticleFolder.Reading reading = ArticleFolder.read(folder);

    assertEquals(List.of("good.txt"), names(reading));
    assertEquals(
        List.of(
            "empty.txt:1: is empty; write a title and a text",
            "large.txt:1: is larger than 16 MiB; split it",
            "latin.txt:3: is not UTF-8 here; save it as UTF-8",
            "nul.txt:2: has a NUL character, so it is no plain text; save it as UTF-8",
            "title.md:1: has no paragraph; write a text below its title",
            "torn.txt:2: is not UTF-8 here; save it as UTF-8"),
        reading.refusals().stream().map(Refusal::toString).toList());
  }

  @Test
  void saysWhatWouldMendAFolderWithoutArticle() throws Exception {
    write("empty.txt", "");

    var none = assertThrows(UnreadableArticlesException.class, () -> ArticleFolder.read(folder));

    assertEquals(
        "no article at "
            + folder
            + "; put a text there: .txt, .md or .markdown, in UTF-8\n"
            + "  empty.txt:1: is empty; write a title and a text",
        none.getMessage());
  }

  @Test
  void saysThatAPathDoesNotExist() {
    var none =
        assertThrows(
            UnreadableArticlesException.class,
            () -> ArticleFolder.read(folder.resolve("gone.txt")));

    assertEquals(
        List.of(new Refusal("gone.txt", 1, "does not exist; check the path")), none.refusals());
  }

  @Test
  void followsALinkToTheFolderAndToAFile() throws Exception {
    write("data/a.txt", "Ants\n\nThey walk.");
    Files.createSymbolicLink(folder.resolve("data/b.txt"), folder.resolve("data/a.txt"));
    Files.createSymbolicLink(folder.resolve("data/up"), folder);
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("data"));

    assertEquals(List.of("a.txt", "b.txt"), names(ArticleFolder.read(link)));
  }

  @Test
  void checksumChangesWithNameAndContentOnly() throws Exception {
    write("a.txt", "Ants\n\nThey walk.");
    String before = ArticleFolder.read(folder).library().checksum();

    write("notes.html", "not read");
    String same = ArticleFolder.read(folder).library().checksum();
    write("a.txt", "Ants\n\nThey walk!");
    String changed = ArticleFolder.read(folder).library().checksum();
    write("a.txt", "Ants\n\nThey walk.");
    Files.move(folder.resolve("a.txt"), folder.resolve("b.txt"));
    String renamed = ArticleFolder.read(folder).library().checksum();

    assertEquals(before, same);
    assertNotEquals(before, changed);
    assertNotEquals(before, renamed);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static List<String> names(ArticleFolder.Reading reading) {
    return reading.library().articles().stream().map(Article::name).toList();
  }
}
