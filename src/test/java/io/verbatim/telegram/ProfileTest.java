package io.verbatim.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.bot.Wording;
import io.verbatim.botapi.BotApiDouble;
import io.verbatim.botapi.Call;
import io.verbatim.botapi.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;

class ProfileTest {
  static final List<String> LANGUAGES = Profile.LANGUAGES;

  private final BotApiDouble server = new BotApiDouble();
  private final BotApi api =
      new BotApi(
          new Token(BotApiDouble.TOKEN), ApiServer.parse(server.url()), Receiving.Polling.LONGEST);
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();

  @AfterEach
  void askedNothingThatTelegramRefuses() {
    api.close();
    server.close();
  }

  @Test
  void setsTheMenuForEachLanguageAndPlaceOnceAndForAll() {
    profile(Set.of(99L)).bringUpToDate();

    int languages = LANGUAGES.size();
    assertEquals(3 * languages, server.calls("setMyCommands").size());
    assertEquals(languages, server.calls("setMyDescription").size());
    assertEquals(languages, server.calls("setMyShortDescription").size());

    profile(Set.of(99L)).bringUpToDate();

    assertEquals(5 * languages, sets().size(), "nothing differs any more");
  }

  @Test
  void setsOnlyWhatDiffers() {
    profile(Set.of()).bringUpToDate();
    int before = server.calls("setMyCommands").size();

    profile(Set.of(99L)).bringUpToDate();

    assertEquals(
        List.of("99"),
        server.calls("setMyCommands").stream()
            .skip(before)
            .map(call -> call.parameters().at("/scope/chat_id").asText())
            .distinct()
            .toList());
  }

  @Test
  void tellsAGroupOfWhatWorksInAGroup() {
    profile(Set.of()).bringUpToDate();

    Call group =
        server.calls("setMyCommands").stream()
            .filter(call -> call.parameters().at("/scope/type").asText().equals("all_group_chats"))
            .findFirst()
            .orElseThrow();
    List<String> commands = group.parameters().path("commands").findValuesAsText("command");
    assertTrue(commands.containsAll(List.of("ask", "summary", "quote")), commands::toString);
    assertTrue(!commands.contains("start") && !commands.contains("stats"), commands::toString);
  }

  @Test
  void waitsWhereTelegramAsksForIt() {
    server.fail("setMyCommands", 2, Fault.tooMany(7));

    profile(Set.of()).bringUpToDate();

    assertEquals(List.of(Duration.ofSeconds(7), Duration.ofSeconds(7)), List.copyOf(pauses));
    assertEquals(
        4L * LANGUAGES.size(), sets().stream().filter(call -> call.status() == 200).count());
  }

  @Test
  void doesWithoutWhereItFails() {
    server.fail("getMyCommands", 1000, Fault.refusal(500, "Internal Server Error"));
    server.fail("setMyCommands", 1000, new Fault.Closes());

    profile(Set.of()).bringUpToDate();

    assertEquals(LANGUAGES.size(), server.calls("setMyDescription").size());
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everythingFitsInEveryLanguage(String language) {
    Wording wording = Profile.wording(language);

    for (BotCommand command : Profile.forAdmins(wording)) {
      int length = command.getDescription().length();
      assertTrue(length >= 1 && length <= 256, command::toString);
    }
    int description = wording.say("profile.description").length();
    int shortOne = wording.say("profile.short").length();
    assertTrue(description >= 1 && description <= 512, language);
    assertTrue(shortOne >= 1 && shortOne <= 120, language);
  }

  @Test
  void setsTheNameWhereOneIsWantedAndOnlyIfItDiffers() {
    var wanted = new Profile(api, pauses::add, Optional.of("On bees"), Set.of());

    profile(Set.of()).bringUpToDate();
    assertEquals(List.of(), server.calls("setMyName"));
    wanted.bringUpToDate();
    wanted.bringUpToDate();

    assertEquals(
        List.of("On bees"),
        server.calls("setMyName").stream()
            .map(call -> call.parameters().path("name").asText())
            .toList());
  }

  private Profile profile(Set<Long> admins) {
    return new Profile(api, pauses::add, Optional.empty(), admins);
  }

  private List<Call> sets() {
    return Stream.of("setMyCommands", "setMyDescription", "setMyShortDescription")
        .flatMap(method -> server.calls(method).stream())
        .toList();
  }
}
