package io.verbatim.article;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Reads the articles of a folder and of the folders in it, or a single file. Of a folder, files
 * named {@code *.txt}, {@code *.md} and {@code *.markdown} are read; hidden ones and {@code
 * README.md} are not. A file that is no article is refused, and the others still load.
 */
public final class ArticleFolder {
  private static final List<String> ENDINGS = List.of(".txt", ".md", ".markdown");

  private final ArticleParser parser = new ArticleParser();
  private final TreeMap<String, Path> files = new TreeMap<>();
  private final List<Article> articles = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();

  private ArticleFolder() {}

  /**
   * What was read.
   *
   * @param library the articles, in the order of their names
   * @param refusals the files that are none, in the order of their names
   */
  public record Reading(Library library, List<Refusal> refusals) {
    /** Copies the refusals. */
    public Reading {
      refusals = List.copyOf(refusals);
    }
  }

  /**
   * Reads the articles at a path.
   *
   * @param path a folder, or a file whatever its ending
   * @throws UnreadableArticlesException if there is no article; it says why and what would mend it
   */
  public static Reading read(Path path) {
    var folder = new ArticleFolder();
    folder.find(path);
    folder.files.forEach(folder::parse);
    folder.refusals.sort(Comparator.comparing(Refusal::file));
    if (folder.articles.isEmpty()) {
      throw new UnreadableArticlesException(
          "no article at " + path + "; put a text there: .txt, .md or .markdown, in UTF-8",
          folder.refusals);
    }
    return new Reading(new Library(folder.articles), folder.refusals);
  }

  private void find(Path path) {
    if (!Files.isDirectory(path)) {
      files.put(String.valueOf(path.getFileName()), path);
      return;
    }
    try {
      // A link to a file is followed; one to a folder is not, since it may lead back up.
      Path root = path.toRealPath();
      Files.walkFileTree(root, new Finder(root));
    } catch (IOException e) {
      refusals.add(Refusal.unreadable(path.toString(), e));
    }
  }

  private void parse(String name, Path file) {
    try {
      articles.add(parser.parse(name, ArticleFile.text(name, file)));
    } catch (UnreadableArticlesException e) {
      refusals.addAll(e.refusals());
    }
  }

  private static boolean mayBeArticle(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    return !lower.startsWith(".")
        && !lower.equals("readme.md")
        && ENDINGS.stream().anyMatch(lower::endsWith);
  }

  private final class Finder extends SimpleFileVisitor<Path> {
    private final Path root;

    Finder(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean hidden = !folder.equals(root) && folder.getFileName().toString().startsWith(".");
      return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (mayBeArticle(file.getFileName().toString()) && !Files.isDirectory(file)) {
        files.put(name(file), file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException fault) {
      refusals.add(Refusal.unreadable(name(file), fault));
      return FileVisitResult.CONTINUE;
    }

    private String name(Path file) {
      return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }
  }
}
