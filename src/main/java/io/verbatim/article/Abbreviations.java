package io.verbatim.article;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** English words that end in a full stop which need not end the sentence. */
final class Abbreviations {
  /** What may follow an abbreviation within its sentence. */
  enum Kind {
    /** Words, always: Mr. Hale, e.g. figs. */
    BEFORE_WORDS,
    /** A number: No. 10, Jan. 5. */
    BEFORE_NUMBER,
    /** A day or a time zone: 5 p.m. EST. */
    HOUR,
    /** Words that do not look like a beginning: the U.S. Senate, Acme Inc. shares. */
    AMBIGUOUS,
    /** It is no abbreviation. */
    NONE
  }

  private static final Set<String> TITLES =
      words(
          """
          Mr Mrs Ms Mx Messrs Mme Mlle Dr Prof Sen Rep Gov Pres Hon Rev Ven Fr Br St Ste Mt Ft Gen
          Brig Maj Lt Col Capt Cpl Cmdr Adm Sgt Const Pvt Supt Insp Det Sec Asst Amb Atty Cllr Ald
          Intl Natl
          """);
  private static final Set<String> LINKS = words("e.g i.e eg ie viz cf vs v approx ca");
  private static final Set<String> BEFORE_NUMBER =
      words(
          """
          no nos p pp fig figs vol vols ch chap art arts eq sect para pt
          jan feb mar apr jun jul aug sep sept oct nov dec
          """);
  private static final Set<String> COMPANIES =
      words("inc ltd co corp bros llc plc jr sr etc al dept univ inst assn ave blvd rd sq");
  private static final Set<String> STATES =
      words(
          """
          Ala Ariz Ark Calif Cal Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont
          Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo
          """);
  private static final Set<String> BEGINNERS =
      words(
          """
          a an the this that these those it its he his she her they their we our i my you your there
          here who whose what which when where why how if as at by for from in into of on to with
          without within and but or nor so yet while since because although though after before until
          unless during despite however meanwhile moreover also then now later today yesterday
          tomorrow still again both each every all any some many most much more few several other
          others another such no not nobody none nothing everyone everybody one two three is are was
          were do does did has have had can could will would may might must should
          """);
  private static final Set<String> AFTER_HOUR =
      words(
          """
          monday tuesday wednesday thursday friday saturday sunday january february march april june
          july august september october november december et est edt ct cst cdt mt mst mdt pt pst pdt
          gmt bst utc cet cest eastern central mountain pacific
          """);
  private static final Pattern INITIALS = Pattern.compile("\\p{Lu}(?:\\.-?\\p{Lu}){0,5}");
  private static final Pattern DOTTED = Pattern.compile("\\p{L}{1,3}(?:\\.\\p{L}{1,2}){1,3}");

  private Abbreviations() {}

  /** The kind of a word, its last full stop left off. */
  static Kind kindOf(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (TITLES.contains(word) || LINKS.contains(lower)) {
      return Kind.BEFORE_WORDS;
    }
    if (BEFORE_NUMBER.contains(lower)) {
      return Kind.BEFORE_NUMBER;
    }
    if (lower.equals("a.m") || lower.equals("p.m")) {
      return Kind.HOUR;
    }
    boolean known = COMPANIES.contains(lower) || STATES.contains(word);
    boolean letters = INITIALS.matcher(word).matches() || DOTTED.matcher(word).matches();
    return known || letters ? Kind.AMBIGUOUS : Kind.NONE;
  }

  /** Whether a capital word after an abbreviation tells that a sentence begins. */
  static boolean mayBegin(String word) {
    return BEGINNERS.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether a capital word may follow an hour within the sentence. */
  static boolean mayFollowHour(String word) {
    return AFTER_HOUR.contains(word.toLowerCase(Locale.ROOT));
  }

  private static Set<String> words(String list) {
    return Set.of(list.strip().split("\\s+"));
  }
}
