package io.verbatim.ranking;

import java.util.Locale;
import java.util.regex.Pattern;

/** What kind of words a question asks for, told by its question word. */
public enum QuestionType {
  /** How many: a count. */
  HOW_MANY("how many|what number|how few"),
  /** How long, how old, how far: a measure. */
  HOW_LONG(
      "how long|what length of time|how old|what age|how far|how tall|how high|how large|how"
          + " big|how fast|how often"),
  /** How much: an amount. */
  HOW_MUCH(
      "how much|what percent\\w*|what amount|what price|what cost|what temperature"
          + "|what (?:was|is) the (?:cost|price|population|average|percentage|amount|number)"),
  /** Why: a reason. */
  WHY("why|what (?:is|was|were|are)? ?(?:the |a )?(?:reason|cause|purpose)s?|for what reason"),
  /** When: a date. */
  WHEN(
      "when|(?:what|which) (?:\\w+"
          + " )?(?:year|month|day|date|century|decade|time|era|period|season)s?"),
  /** Where: a place. */
  WHERE(
      "where|(?:what|which) (?:\\w+"
          + " )?(?:city|country|state|place|town|region|location|area|river|island|continent|county"
          + "|street|district|nation|village|building|countries|cities|states|places)"),
  /** Who: a person or a group. */
  WHO(
      "who|whom|whose|(?:what|which) (?:\\w+"
          + " )?(?:person|president|leader|actor|author|king|queen|emperor|scientist|man|woman"
          + "|people|player|director|singer|minister|pope|general|founder|mathematician|architect|historian|philosopher"
          + "|official|governor|mayor|coach|attorney|lawyer|son|daughter|wife|husband|brother|sister|father|mother|name|team"
          + "|company|group|organization|agency|band|party|network|university|newspaper)s?"),
  /** How: a manner. */
  HOW("how"),
  /** What, which: a thing. */
  WHAT("what|which"),
  /** No question word. */
  NONE("");

  private final Pattern words;

  QuestionType(String words) {
    this.words = Pattern.compile("\\b(?:" + words + ")\\b");
  }

  /**
   * The first type whose words a question has; for those of the last line, whichever comes first.
   */
  public static QuestionType of(String question) {
    String lower = question.toLowerCase(Locale.ROOT);
    for (QuestionType type : values()) {
      if (type.compareTo(HOW) < 0 && type.words.matcher(lower).find()) {
        return type;
      }
    }
    var how = HOW.words.matcher(lower);
    var what = WHAT.words.matcher(lower);
    boolean asksHow = how.find();
    boolean asksWhat = what.find();
    if (asksHow && (!asksWhat || how.start() < what.start())) {
      return HOW;
    }
    return asksWhat ? WHAT : NONE;
  }
}
