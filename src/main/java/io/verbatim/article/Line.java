package io.verbatim.article;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of plain text and what its looks say about it.
 *
 * @param start where its first character stands in the file's text
 * @param end where it ends, line break excluded
 * @param text the line without white space around it
 * @param indent number of white space characters before the text
 */
record Line(int start, int end, String text, int indent) {
  private static final int LONGEST_HEADING = 80;
  private static final Pattern BREAK = Pattern.compile("\r\n|[\n\r\u0085\u2028\u2029]|(?=\f)");
  private static final String RULES = "-=_*~#.•·—–";
  private static final Pattern UNDERLINE = Pattern.compile("={3,}|-{3,}|~{3,}");
  private static final Pattern ITEM =
      Pattern.compile("(?:[-*+•‣◦▪–—]|\\(?(?:\\d{1,3}|[a-z]|[ivx]{1,5})[.)])\\s+\\S.*");
  private static final Pattern NUMBERED =
      Pattern.compile("(?:(?:\\d{1,3}\\.)+|(?:\\d{1,3}\\.)+\\d{1,3}|[IVX]{1,6}\\.)\\s+\\p{Lu}.*");
  private static final Pattern COLUMNS = Pattern.compile("\\t|\\||\\S {3,}\\S");
  private static final Pattern ENDS_SENTENCE = Pattern.compile(".*[.!?…:;,][\"'”’»“)\\]]*");
  private static final Pattern ENDS_STATEMENT = Pattern.compile(".*[.!?…][\"'”’»“)\\]]*");
  private static final Pattern FLOURISH = Pattern.compile(".*(?:[?!…]|\\.\\.\\.)[\"'”’»)]*");
  private static final Pattern BYLINE = Pattern.compile("(?i:by) \\p{Lu}.*");
  private static final Pattern ADDRESS = Pattern.compile("(?:https?://|www\\.)\\S+");

  /** The lines of a text; a form feed begins a line of its own. */
  static List<Line> of(String text) {
    var lines = new ArrayList<Line>();
    var breaks = BREAK.matcher(text);
    int start = 0;
    while (breaks.find()) {
      lines.add(of(text, start, breaks.start()));
      if (breaks.end() < text.length() && text.charAt(breaks.end()) == '\f') {
        lines.add(of(text, breaks.end(), breaks.end()));
      }
      start = breaks.end();
    }
    lines.add(of(text, start, text.length()));
    return lines;
  }

  private static Line of(String text, int start, int end) {
    String line = text.substring(start, end);
    int indent = 0;
    while (indent < line.length() && Whitespace.is(line.charAt(indent))) {
      indent++;
    }
    return new Line(start, end, Whitespace.strip(line), indent);
  }

  boolean isBlank() {
    return text.isEmpty();
  }

  /** Whether it is a line drawn across the page. */
  boolean isRule() {
    return text.length() > 2
        && RULES.indexOf(text.charAt(0)) >= 0
        && text.chars().allMatch(c -> c == text.charAt(0) || c == ' ')
        && !text.contains("  ");
  }

  /** Whether it would underline a heading above it. */
  boolean isUnderline() {
    return UNDERLINE.matcher(text).matches();
  }

  /** Whether a line of dashes below would make it a heading. */
  boolean canBeUnderlined() {
    return !isBlank() && !isRule() && text.length() <= 2 * LONGEST_HEADING && !hasColumns();
  }

  boolean isItem() {
    return ITEM.matcher(text).matches();
  }

  boolean isNumbered() {
    return NUMBERED.matcher(text).matches();
  }

  boolean hasColumns() {
    return COLUMNS.matcher(text).find();
  }

  boolean endsSentence() {
    return ENDS_SENTENCE.matcher(text).matches();
  }

  boolean endsStatement() {
    return ENDS_STATEMENT.matcher(text).matches();
  }

  boolean isCapitals() {
    return text.chars().filter(Character::isLetter).count() > 2
        && text.chars().noneMatch(Character::isLowerCase);
  }

  /** Whether the line, alone between other text, would be read as a heading. */
  boolean looksLikeHeading() {
    return text.length() <= LONGEST_HEADING
        && (!endsSentence() || (isCapitals() && !text.endsWith(",")))
        && (!isItem() || isNumbered())
        && !(isBlank() || Character.isLowerCase(text.codePointAt(0)))
        && namesSomething();
  }

  /**
   * Whether a first line would be read as the title, which may be longer and end with a flourish.
   */
  boolean looksLikeTitle() {
    return looksLikeHeading()
        || (text.length() <= 2 * LONGEST_HEADING
            && (!endsSentence() || FLOURISH.matcher(text).matches())
            && !isItem()
            && namesSomething());
  }

  private boolean namesSomething() {
    return text.chars().anyMatch(Character::isLetter)
        && text.charAt(0) != '>'
        && !hasColumns()
        && !BYLINE.matcher(text).matches()
        && !ADDRESS.matcher(text).matches();
  }
}
