package io.verbatim.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.verbatim.botapi.BotApiDouble;
import io.verbatim.botapi.Fault;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckupTest {
  private static final String ME =
      """
      {"ok":true,"result":{"id":777000777,"is_bot":true,"first_name":"Verbatim",
       "username":"VerbatimTestBot","can_join_groups":true,
       "can_read_all_group_messages":READS_ALL,"supports_inline_queries":INLINE}}\
      """;

  private final BotApiDouble server = new BotApiDouble();
  private Optional<URI> webhook = Optional.empty();
  private InstantSource clock = InstantSource.system();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void findsNothingToMendWhenAllIsWell() {
    is(false, true);

    assertEquals(List.of(), mends());
    assertEquals(
        List.of("token", "clock", "webhook", "privacy mode", "inline mode"),
        findings().stream().map(Finding::subject).toList());
  }

  @Test
  void tellsTheClickThatTurnsInlineModeOn() {
    is(false, false);

    assertEquals(
        List.of("@BotFather → /mybots → @VerbatimTestBot → Bot Settings → Inline Mode → Turn on"),
        mends());
    assertEquals(Finding.Weight.NOTE, findings().getLast().weight());
  }

  @Test
  void tellsTheClickThatTurnsPrivacyModeOn() {
    is(true, true);

    assertTrue(
        mends()
            .getFirst()
            .startsWith(
                "@BotFather → /mybots → @VerbatimTestBot → Bot Settings → Group Privacy → Turn"
                    + " on"));
    assertEquals(1, mends().size());
  }

  @Test
  void tellsHowToTakeAWebhookAway() {
    is(false, true);
    server.setWebhook("https://example.org/hook");

    assertEquals(
        List.of("verbatim webhook delete, which calls deleteWebhook and keeps what waits"),
        mends());
  }

  @Test
  void isContentWithItsOwnWebhookAndNoOther() {
    is(false, true);
    server.setWebhook("https://example.org/hook");
    webhook = Optional.of(URI.create("https://example.org/hook"));
    assertEquals(List.of(), mends());

    webhook = Optional.of(URI.create("https://example.org/other"));
    assertEquals(List.of("stop the other program; a start of this one sets its own"), mends());
  }

  @Test
  void seesAClockThatIsWrong() {
    is(false, true);
    clock = InstantSource.offset(InstantSource.system(), Duration.ofMinutes(-10));

    assertEquals(List.of("sudo timedatectl set-ntp true"), mends());
    assertTrue(
        findings().stream().anyMatch(finding -> finding.seen().endsWith(" s behind Telegram's")));
  }

  @Test
  void seesATokenThatIsRefused() {
    server.fail("getMe", 1, Fault.refusal(401, "Unauthorized"));

    assertEquals(
        List.of(
            Finding.ill(
                "token",
                "Telegram refuses it (401)",
                "@BotFather → /mybots → your bot → API Token; put that one in the place of the"
                    + " old")),
        findings());
  }

  @Test
  void seesAServerThatIsNotThere() {
    server.close();

    List<Finding> findings = findings();

    assertEquals(List.of("Bot API"), findings.stream().map(Finding::subject).toList());
    assertTrue(findings.getFirst().seen().startsWith("no good answer from " + server.url()));
  }

  private void is(boolean readsAll, boolean inline) {
    server.fail(
        "getMe",
        10,
        new Fault.Answers(
            200, ME.replace("READS_ALL", "" + readsAll).replace("INLINE", "" + inline)));
  }

  private List<String> mends() {
    return findings().stream().flatMap(finding -> finding.mend().stream()).toList();
  }

  private List<Finding> findings() {
    var token = new Token(BotApiDouble.TOKEN);
    return new Checkup(token, ApiServer.parse(server.url()), webhook, clock).findings();
  }
}
