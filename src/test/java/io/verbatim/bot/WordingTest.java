package io.verbatim.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
  private static final Path FOLDER = Path.of("src/main/resources/io/verbatim/bot");
  private static final Pattern GAP = Pattern.compile("\\{(\\d)");

  private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:[.-][a-z]+)+)\"");

  static Stream<String> files() {
    return Wishes.LANGUAGES.stream()
        .map(language ->
            language.equals("en") ? "wording.properties" : "wording_" + language + ".properties");
  }

  @Test
  void everyLanguageThatCanBeChosenHasItsFileAndNoOther() throws Exception {
    try (Stream<Path> folder = Files.list(FOLDER)) {
      Set<String> there =
          folder
              .map(file -> file.getFileName().toString())
              .filter(name -> name.startsWith("wording"))
              .collect(Collectors.toSet());
      assertEquals(files().collect(Collectors.toSet()), there);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyLanguageHasEveryKeyAndNoObsoleteOne(String file) throws Exception {
    assertEquals(
        new TreeSet<>(read("wording.properties").stringPropertyNames()),
        new TreeSet<>(read(file).stringPropertyNames()));
  }

  @ParameterizedTest
  @MethodSource("files")
  void noKeyIsThereTwice(String file) throws Exception {
    List<String> keys =
        Files.readAllLines(FOLDER.resolve(file)).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split(" = ", 2)[0])
            .toList();

    assertEquals(keys.size(), Set.copyOf(keys).size());
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyLanguageFillsTheSameGaps(String file) throws Exception {
    Properties english = read("wording.properties");
    Properties other = read(file);
    var wrongs = new ArrayList<String>();
    for (String key : english.stringPropertyNames()) {
      if (!gaps(english.getProperty(key)).equals(gaps(other.getProperty(key, "")))) {
        wrongs.add(key);
      }
    }

    assertEquals(List.of(), wrongs);
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyTextSurvivesItsFormat(String file) throws Exception {
    Properties texts = read(file);
    for (String key : texts.stringPropertyNames()) {
      String text = texts.getProperty(key);
      for (int number : List.of(1, 2, 21)) {
        Object[] gaps = {number, number, number, number};
        String said = new MessageFormat(text, Locale.ROOT).format(gaps);
        // A lonely apostrophe would swallow itself and keep gaps from being filled.
        assertFalse(said.contains("{"), key + ": " + said);
        assertEquals(
            text.replace("''", "'").chars().filter(c -> c == '\'').count(),
            said.chars().filter(c -> c == '\'').count(),
            key);
        assertFalse(said.isBlank(), key);
      }
    }
  }

  @Test
  void frenchMarksDoNotStandAloneOnTheNextLine() throws Exception {
    Properties french = read("wording_fr.properties");
    for (String key : french.stringPropertyNames()) {
      assertFalse(
          Pattern.compile("(?<=\\S) [:;?!»]|« ").matcher(french.getProperty(key)).find(), key);
    }
  }

  @Test
  void everyKeyIsUsed() throws Exception {
    var used = new TreeSet<String>();
    try (Stream<Path> walk = Files.walk(Path.of("src/main/java/io/verbatim"))) {
      for (Path source : walk.filter(file -> file.toString().endsWith(".java")).toList()) {
        KEY.matcher(Files.readString(source)).results().map(m -> m.group(1)).forEach(used::add);
      }
    }
    for (Command command : Command.values()) {
      used.add("command." + command.word());
    }
    used.addAll(List.of("failure", "late"));
    Stream.of("short", "medium", "long").forEach(length -> used.add("button." + length));
    Stream.of("greeting", "thanks", "identity", "farewell").forEach(k -> used.add("courtesy." + k));
    Stream.of("too-much", "not-allowed").forEach(k -> used.add("refused." + k));
    var keys = new TreeSet<>(read("wording.properties").stringPropertyNames());

    var unused = new TreeSet<>(keys);
    unused.removeAll(used);
    assertEquals(Set.of(), unused);
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "es", "fr", "ru"})
  void speaksTheLanguageOfTheReader(String language) {
    Talk talk = Talk.about(Talk.SEED).as(Reader.of(Locale.forLanguageTag(language + "-XX")));

    assertNotEquals(
        Wording.of(Locale.ENGLISH).say("courtesy.wordless"),
        Talk.lines(talk.respond(new Request.Wordless(talk.reader()))).getFirst());
  }

  @Test
  void speaksEnglishToWhoeverReadsALanguageItDoesNotSpeak() {
    assertEquals(
        Wording.of(Locale.ENGLISH).say("ask.what"), Wording.of(Locale.JAPANESE).say("ask.what"));
  }

  @Test
  void theReaderChangesTheLanguageWithAButtonAndItStays() {
    Talk talk = Talk.about(Talk.SEED);

    Reply which = talk.say("/language");
    assertEquals(
        List.of(List.of("English", "Deutsch", "Español"), List.of("Français", "Русский")),
        Talk.labels(which));

    assertEquals(
        List.of("Ich spreche jetzt Deutsch. Zitate bleiben in der Sprache des Artikels."),
        Talk.lines(talk.press(which, "Deutsch")));
    assertEquals(
        List.of("Davon steht nichts im Artikel."),
        Talk.lines(talk.say("How do I get red wine out of a carpet?")));
    assertTrue(Talk.quotations(talk.say("/quote 1")).getFirst().source().endsWith("¶ 1 von 8"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/language ru", "/language русский", "/language RU"})
  void theReaderTypesTheLanguage(String typed) {
    assertTrue(Talk.about(Talk.SEED).say(typed).notes().contains(new Note.Speaks(Locale.of("ru"))));
  }

  @Test
  void whatIsWrittenFromRightToLeftDoesNotTurnTheSentenceRound() {
    assertEquals(
        "About “\u2068דבורים\u2069”:", Wording.of(Locale.ENGLISH).say("summary.about", "דבורים"));
    assertEquals("About “bees 🐝”:", Wording.of(Locale.ENGLISH).say("summary.about", "bees 🐝"));
  }

  private static Set<String> gaps(String text) {
    return GAP.matcher(text)
        .results()
        .map((MatchResult gap) -> gap.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties read(String file) throws IOException {
    var properties = new Properties();
    properties.load(new StringReader(Files.readString(FOLDER.resolve(file))));
    return properties;
  }
}
