package io.verbatim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the documents point to is there. */
class DocumentsTest {
  private static final Set<String> NOT_OURS = Set.of("target", ".git", ".verbatim", "node_modules");
  private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```$");
  private static final Pattern CODE = Pattern.compile("`[^`\n]+`");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|mailto:)([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");

  /** A type with a small letter in its name, perhaps with a nested type or a member of it. */
  private static final Pattern TYPE =
      Pattern.compile("`([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)(?:\\.([A-Za-z0-9]+))?(?:\\(.*?\\))?`");

  private static final Pattern DECLARED =
      Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w*)|^import [\\w.]+\\.(\\w+);");

  /** The Markdown files of the project with their texts. */
  private static Map<Path, String> documents() throws IOException {
    var documents = new TreeMap<Path, String>();
    Files.walkFileTree(
        Path.of(""),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OURS.contains(String.valueOf(folder.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (file.toString().endsWith(".md")) {
              documents.put(file, FENCE.matcher(Files.readString(file)).replaceAll(""));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return documents;
  }

  @Test
  void everyLinkLeadsSomewhere() throws Exception {
    var wrongs = new ArrayList<String>();
    Map<Path, String> documents = documents();
    documents.forEach((document, text) ->
        LINK.matcher(CODE.matcher(text).replaceAll(""))
            .results()
            .map(link -> link.group(1))
            .filter(link -> !leadsSomewhere(document, link, documents))
            .forEach(link -> wrongs.add(document + ": nothing is at " + link + "; mend the link")));

    assertEquals(List.of(), wrongs);
  }

  private static boolean leadsSomewhere(Path from, String link, Map<Path, String> documents) {
    String[] parts = link.split("#", 2);
    Path file = parts[0].isEmpty() ? from : from.resolveSibling(parts[0]).normalize();
    return Files.exists(file)
        && (parts.length == 1 || anchors(documents.getOrDefault(file, "")).contains(parts[1]));
  }

  /** The anchors that GitHub gives to headings. */
  private static Set<String> anchors(String text) {
    return HEADING
        .matcher(text)
        .results()
        .map(heading ->
            heading
                .group(1)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  @Test
  void everyTypeThatIsNamedExists() throws Exception {
    Map<String, String> sources = sources();
    Set<String> types = new HashSet<>();
    sources.values().stream()
        .flatMap(String::lines)
        .flatMap(line -> DECLARED.matcher(line).results())
        .forEach(type -> types.add(type.group(1) == null ? type.group(2) : type.group(1)));

    var wrongs = new ArrayList<String>();
    documents()
        .forEach((document, text) ->
            TYPE.matcher(text)
                .results()
                .filter(name ->
                    !types.contains(name.group(1))
                        || !has(sources.get(name.group(1)), name.group(2)))
                .forEach(name ->
                    wrongs.add(
                        document
                            + ": nothing in src is called "
                            + name.group()
                            + "; name what took its place, or leave the name out")));

    assertEquals(List.of(), wrongs);
  }

  /**
   * Whether a source has a member; of a type without a source of its own all are taken to exist.
   */
  private static boolean has(@Nullable String source, @Nullable String member) {
    return source == null
        || member == null
        || Pattern.compile("\\b" + Pattern.quote(member) + "\\b").matcher(source).find();
  }

  /** The Java sources by the name of their type. */
  private static Map<String, String> sources() throws IOException {
    var sources = new HashMap<String, String>();
    List<Path> files;
    try (var walk = Files.walk(Path.of("src"))) {
      files = walk.filter(file -> file.toString().endsWith(".java")).toList();
    }
    for (Path file : files) {
      String name = file.getFileName().toString().replace(".java", "");
      sources.merge(name, Files.readString(file), String::concat);
    }
    return sources;
  }
}
