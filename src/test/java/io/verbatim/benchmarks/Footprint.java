package io.verbatim.benchmarks;

import io.verbatim.article.Library;
import io.verbatim.retrieval.Scope;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The memory of a process that has nothing but one contender in it, the seed article indexed and
 * its questions answered. Each is measured in a process of its own, with the product's own options
 * for Java, since a process does not give back all that a contender took.
 *
 * @param heapMegabytes of Java's heap in use after a collection
 * @param residentMegabytes of the whole process, models and Java itself included; NaN where there
 *     is no {@code /proc}
 */
record Footprint(double heapMegabytes, double residentMegabytes) {
  private static final double MEGABYTE = 1 << 20;
  private static final double KILOBYTES_A_MEGABYTE = 1 << 10;
  private static final int ROUNDS = 10;

  /** Measures a contender in a process of its own. */
  static Footprint of(Contender contender) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "-XX:+UseSerialGC",
                "-Xms16m",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Footprint.class.getName(),
                contender.name())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> lines;
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      lines = out.lines().toList();
    }
    if (process.waitFor() != 0) {
      throw new IOException("the process that measures " + contender + " failed");
    }
    List<String> figures = List.of(lines.getLast().split(" ", -1));
    return new Footprint(
        Double.parseDouble(figures.getFirst()), Double.parseDouble(figures.getLast()));
  }

  /** Measures this process with the contender of that name. */
  public static void main(String[] args) throws IOException {
    var library = new Library(List.of(Seed.article()));
    try (Peer peer = Contender.valueOf(args[0]).load();
        Peer.Index index = peer.index(library)) {
      for (int round = 0; round < ROUNDS; round++) {
        Seed.QUESTIONS.forEach(q -> index.search(q, Scope.EVERYTHING, Peer.DEPTH));
      }
      System.gc();
      double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
      System.out.println(heap + " " + resident());
    }
  }

  private static double resident() throws IOException {
    var status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return Double.NaN;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
          .map(kilobytes -> kilobytes / KILOBYTES_A_MEGABYTE)
          .findFirst()
          .orElse(Double.NaN);
    }
  }
}
