package io.verbatim.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as people start it, over the packaged jar in a project folder of its own. */
@Timeout(180)
class LauncherIT {
  private static final Path PROJECT = Path.of("").toAbsolutePath();
  private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

  @TempDir Path folder;
  private Path launcher = Path.of("");

  private record Run(int exit, String out, String err) {}

  /** A project that is built already: the launcher sees nothing newer than its jar. */
  @BeforeEach
  void layOut() throws IOException {
    Path home = Files.createDirectories(folder.resolve("a project"));
    Files.createDirectories(home.resolve("target"));
    launcher = Files.copy(PROJECT.resolve("verbatim"), home.resolve("verbatim"));
    Files.createSymbolicLink(home.resolve("seeds"), PROJECT.resolve("seeds"));
    Files.createSymbolicLink(home.resolve("target/lib"), PROJECT.resolve("target/lib"));
    Files.copy(PROJECT.resolve("target/verbatim.jar"), home.resolve("target/verbatim.jar"));
    assertTrue(launcher.toFile().setExecutable(true));
  }

  @Test
  void startsThroughALinkFromAnyFolderAndInAnyLocale() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path link = Files.createSymbolicLink(bin.resolve("v"), Path.of("../a project/verbatim"));
    var environment = Map.of("VERBATIM_JAVA", JAVA_HOME.toString(), "LC_ALL", "C");

    Run first = run(environment, link, "ask", "--json", "Who’s the US ambassador to Russia?");
    Run second = run(environment, link, "summary", "--sentences", "2", "--json");

    String expected =
        "{\"question\":\"Who’s the US ambassador to Russia?\",\"outcome\":\"quoted\",";
    assertEquals("", first.err());
    assertTrue(first.out().startsWith(expected), first.out());
    assertEquals(0, second.exit(), second.err());
    assertTrue(Files.exists(launcher.resolveSibling("target/verbatim.aot")));
    assertTrue(Files.notExists(launcher.resolveSibling("target/.preparing")));
  }

  @Test
  void withoutTheEncodersNativeLibraryItAnswersByWordsAndSaysSoOnce() throws Exception {
    var environment =
        Map.of(
            "VERBATIM_JAVA",
            JAVA_HOME.toString(),
            "VERBATIM_JAVA_OPTS",
            "-Donnxruntime.native.path=/no/such/library");
    Process chat = start(environment, launcher, "chat");
    chat.getOutputStream()
        .write("Who was the US ambassador to Russia?\n/about\n".getBytes(StandardCharsets.UTF_8));

    Run run = finish(chat);

    assertEquals(0, run.exit(), run.err());
    assertTrue(run.out().contains("Michael McFaul who worked as the US ambassador"), run.out());
    assertTrue(run.out().contains("by their words alone"), run.out());
    assertEquals(2, run.err().split("Answering by words alone", -1).length, run.err());
  }

  @Test
  void manyFirstStartsAtOnceAllAnswer() throws Exception {
    var environment = Map.of("VERBATIM_JAVA", JAVA_HOME.toString());
    var processes = new ArrayList<Process>();
    for (int i = 0; i < 3; i++) {
      processes.add(start(environment, launcher, "ask", "Who is Michael McFaul?"));
    }

    for (Process process : processes) {
      assertEquals(0, finish(process).exit());
    }
  }

  @Test
  void lockOfAProcessThatIsGoneIsTakenOver() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Files.createSymbolicLink(
        launcher.resolveSibling("target/.preparing"), Path.of(String.valueOf(gone.pid())));

    Run run = run(Map.of("VERBATIM_JAVA", JAVA_HOME.toString()), launcher, "--version");

    assertEquals(0, run.exit(), run.err());
  }

  @Test
  void saysWhichJavaIsWrong() throws Exception {
    Run run = run(Map.of("VERBATIM_JAVA", "/no/such/java"), launcher, "--version");

    assertEquals(78, run.exit());
    assertEquals("verbatim: VERBATIM_JAVA=/no/such/java is no JDK 25 or newer\n", run.err());
  }

  @Test
  void exitCodeIsTheProgramsOwn() throws Exception {
    Run run = run(Map.of("JAVA_HOME", JAVA_HOME.toString()), launcher, "nonsense");

    assertEquals(64, run.exit());
  }

  private static Run run(Map<String, String> environment, Path command, String... args)
      throws Exception {
    return finish(start(environment, command, args));
  }

  private static Process start(Map<String, String> environment, Path command, String... args)
      throws IOException {
    var line = new ArrayList<>(List.of("bash", command.toString()));
    line.addAll(List.of(args));
    var builder = new ProcessBuilder(line);
    builder.environment().remove("TELEGRAM_BOT_TOKEN");
    builder.environment().putAll(environment);
    return builder.directory(Path.of("/").toFile()).start();
  }

  private static Run finish(Process process) throws Exception {
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    return new Run(process.exitValue(), out, err);
  }
}
