package io.verbatim;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The sources as google-java-format sets them. Run as a program, it rewrites those that differ. */
final class SourceFormat {
  private SourceFormat() {}

  public static void main(String[] args) throws IOException, FormatterException {
    for (Path file : unformatted()) {
      Files.writeString(file, formatted(Files.readString(file)));
    }
  }

  /** The source files under {@code src} that the formatter would change. */
  static List<Path> unformatted() throws IOException, FormatterException {
    List<Path> sources;
    try (var files = Files.walk(Path.of("src"))) {
      sources = files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    var unformatted = new ArrayList<Path>();
    for (Path file : sources) {
      String source = Files.readString(file);
      if (!source.equals(formatted(source))) {
        unformatted.add(file);
      }
    }
    return unformatted;
  }

  private static String formatted(String source) throws FormatterException {
    return new Formatter()
        .formatSourceAndFixImports(RemoveUnusedImports.removeUnusedImports(source));
  }
}
