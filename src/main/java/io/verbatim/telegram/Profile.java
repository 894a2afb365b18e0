package io.verbatim.telegram;

import io.verbatim.bot.Command;
import io.verbatim.bot.Wording;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.GetMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.description.GetMyDescription;
import org.telegram.telegrambots.meta.api.methods.description.GetMyShortDescription;
import org.telegram.telegrambots.meta.api.methods.description.SetMyDescription;
import org.telegram.telegrambots.meta.api.methods.description.SetMyShortDescription;
import org.telegram.telegrambots.meta.api.methods.name.GetMyName;
import org.telegram.telegrambots.meta.api.methods.name.SetMyName;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;
import org.telegram.telegrambots.meta.api.objects.description.BotDescription;
import org.telegram.telegrambots.meta.api.objects.description.BotShortDescription;
import org.telegram.telegrambots.meta.api.objects.name.BotName;

/**
 * What Telegram itself shows of the bot: its commands when a reader types a slash, its description
 * in an empty chat, its short description in its profile; in every language, and only set where it
 * differs. Its picture and menu button are the operator's, and its name where none is wanted.
 */
final class Profile {
  /** Languages of the app, as Telegram has them; the empty one is for all others. */
  static final List<String> LANGUAGES = List.of("", "de", "es", "fr", "ru");

  private static final Logger LOG = LoggerFactory.getLogger(Profile.class);
  private static final List<Command> IN_GROUPS =
      List.of(Command.ASK, Command.SUMMARY, Command.QUOTE, Command.VERIFY);
  private static final int ATTEMPTS = 5;

  private final BotApi api;
  private final Pause pause;
  private final Optional<String> name;
  private final Set<Long> admins;

  /**
   * @param name that the bot is to have, if any
   * @param admins ids of the operator's own people
   */
  Profile(BotApi api, Pause pause, Optional<String> name, Set<Long> admins) {
    this.api = api;
    this.pause = pause;
    this.name = name;
    this.admins = Set.copyOf(admins);
  }

  /** Sets what differs. A failure is logged: the bot can do without. */
  void bringUpToDate() {
    for (String language : LANGUAGES) {
      var wording = wording(language);
      commands(new BotCommandScopeAllPrivateChats(), language, forReaders(wording));
      commands(new BotCommandScopeAllGroupChats(), language, forGroups(wording));
      for (long admin : admins) {
        commands(new BotCommandScopeChat(Long.toString(admin)), language, forAdmins(wording));
      }
      description(language, wording.say("profile.description"));
      shortDescription(language, wording.say("profile.short"));
    }
    // Last, since Telegram lets it be changed seldom, and then lets wait for long.
    name.ifPresent(this::name);
  }

  static Wording wording(String language) {
    return Wording.of(language.isEmpty() ? Locale.ENGLISH : Locale.of(language));
  }

  static List<BotCommand> forReaders(Wording wording) {
    return menu(Command.listed(), wording);
  }

  static List<BotCommand> forGroups(Wording wording) {
    return menu(IN_GROUPS, wording);
  }

  static List<BotCommand> forAdmins(Wording wording) {
    return menu(List.of(Command.values()), wording);
  }

  private static List<BotCommand> menu(List<Command> commands, Wording wording) {
    return commands.stream()
        .map(command -> new BotCommand(command.word(), wording.describe(command)))
        .toList();
  }

  private void commands(BotCommandScope scope, String language, List<BotCommand> wanted) {
    var get = new GetMyCommands();
    var set = new SetMyCommands(wanted);
    get.setScope(scope);
    set.setScope(scope);
    in(language, get::setLanguageCode, set::setLanguageCode);
    Optional<ArrayList<BotCommand>> present = ask(get, "the commands be read");
    if (present.isEmpty() || !present.get().equals(wanted)) {
      set(set, "the commands be set");
    }
  }

  private void description(String language, String wanted) {
    var get = new GetMyDescription();
    var set = new SetMyDescription();
    set.setDescription(wanted);
    in(language, get::setLanguageCode, set::setLanguageCode);
    text("the description", get, BotDescription::getDescription, wanted, set);
  }

  private void shortDescription(String language, String wanted) {
    var get = new GetMyShortDescription();
    var set = new SetMyShortDescription();
    set.setShortDescription(wanted);
    in(language, get::setLanguageCode, set::setLanguageCode);
    text("the short description", get, BotShortDescription::getShortDescription, wanted, set);
  }

  /** The name for all languages that BotFather was not told one for. */
  private void name(String wanted) {
    var set = new SetMyName();
    set.setName(wanted);
    text("the name", new GetMyName(), BotName::getName, wanted, set);
  }

  private <T extends Serializable> void text(
      String what,
      BotApiMethod<T> get,
      Function<T, String> reading,
      String wanted,
      BotApiMethod<?> set) {
    if (ask(get, what + " be read").map(reading).filter(wanted::equals).isEmpty()) {
      set(set, what + " be set");
    }
  }

  /** Says which language is meant; the one for all others is said by saying nothing. */
  @SafeVarargs
  private static void in(String language, Consumer<String>... setters) {
    if (!language.isEmpty()) {
      for (Consumer<String> setter : setters) {
        setter.accept(language);
      }
    }
  }

  private void set(BotApiMethod<?> method, String what) {
    ask(new Acknowledged(method), what);
  }

  /** Asks, and waits where Telegram asks for it; empty if it could not be. */
  private <T extends Serializable> Optional<T> ask(BotApiMethod<T> method, String what) {
    Outcome<T> outcome = api.call(method);
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      if (!(outcome instanceof Outcome.TooMany<T>(var retryAfter)) || !pause.pause(retryAfter)) {
        break;
      }
      outcome = api.call(method);
    }
    if (outcome instanceof Outcome.Accepted<T>(T result)) {
      return Optional.ofNullable(result);
    }
    boolean stopping = !pause.pause(Duration.ZERO);
    if (!stopping) {
      LOG.warn("Telegram did not let {}: {}", what, outcome);
    }
    return Optional.empty();
  }
}
