package org.cablebeam.transforms.parse.body;

import java.util.List;
import java.util.Locale;
import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.schemas.vocabulary.Spelling;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Lines;
import org.cablebeam.transforms.text.Span;

/**
 * The lines that circuits, posts and publishers hang on behind a text: end marks, notes of the
 * message centre, the header of the next transmission, a classification word again, web addresses,
 * who drafted and cleared. Immutable.
 */
final class TrailerLines {
  /** Longer lines are text. */
  private static final int LONGEST = 160;

  /** Marks are short. */
  private static final int LONGEST_MARK = 40;

  /** Of those who drafted and typed. */
  private static final int LONGEST_INITIALS = 8;

  private static final String NOTE_BY = "NOTE BY ";

  /** That a note is by. */
  private static final int LONGEST_OFFICE = 10;

  private static final String MINIMIZE = "MINIMIZE CONSIDERED";

  private final Posts posts = Posts.standard();
  private final TextLines reading;
  private final String text;

  TrailerLines(TextLines reading) {
    this.reading = reading;
    this.text = reading.text();
  }

  /** Whether a line is no text, but of a trailer. */
  boolean contains(int line) {
    int from = reading.wordsStart(line);
    int to = reading.wordsEnd(line);
    if (to <= from || reading.rule(line)) {
      return true;
    }
    char c = text.charAt(from);
    if (c == '>' || ((c == '1' || c == '2') && isOwnId(from, to)) || isTransmission(from, to)) {
      return true;
    }
    if ((c == 'N' || c == 'n') && (isCentreNote(from) || isPassingNote(from, to))) {
      return true;
    }
    if (isNote(from, to) ? isBelowName(line, 2) : isInitials(from, to) && isBelowName(line, 1)) {
      return true;
    }
    return isSourceNote(from, to) || (to - from <= LONGEST && isShort(from, to));
  }

  private boolean isShort(int from, int to) {
    return isAddress(from, to)
        || isCredit(from, to)
        || isDowngrading(from)
        || isMark(from, to)
        || isNoise(from, to);
  }

  /** A line of line noise from one end to the other. */
  private boolean isNoise(int from, int to) {
    List<Span> noise = LineNoise.in(text.substring(from, to), 0).noise();
    return noise.size() == 1 && noise.get(0).length() == to - from;
  }

  /** END OF CABLE, YYY, a level or the like, whatever signs and parentheses stand around it. */
  private boolean isMark(int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isSign(text.charAt(start))) {
      start++;
    }
    while (end > start && isSign(text.charAt(end - 1))) {
      end--;
    }
    if (start == end) {
      // Three dots say that the text breaks off.
      return !text.startsWith("..", from);
    }
    if (end - start > LONGEST_MARK) {
      return false;
    }
    // LIMITED OFFICIAL USE << END OF DOCUMENT >>
    int archive = text.indexOf("<<", start);
    int stop = archive > start && archive < end ? archive : end;
    String words = text.substring(start, stop).strip().toUpperCase(Locale.ROOT);
    return WordClass.END_MARK.holds(words)
        || isLevel(words)
        || WordClass.OFFICE.holds(words.replace(",", "").replace(".", ""))
        || isDeclassificationGroup(words)
        || isTypist(words)
        || isMinimize(words);
  }

  private static boolean isSign(char c) {
    return Lines.isBlank(c) || TextLines.isRuleSign(c) || "()[].,:;\"\\<>".indexOf(c) >= 0;
  }

  /**
   * {@code BAGHDAD MINIMIZE CONSIDERED}: what post was asked to send little; but {@code SAMPLE
   * MINIMIZE CONSIDERED} is a signature.
   */
  boolean isMinimize(String words) {
    if (!words.endsWith(MINIMIZE)) {
      return words.startsWith(MINIMIZE + " FOR ") && words.indexOf('.') < 0;
    }
    String asked = words.substring(0, words.length() - MINIMIZE.length()).strip();
    // A paragraph of its own, 4. (U) MINIMIZE CONSIDERED, is text.
    boolean numbered = !asked.isEmpty() && Characters.isDigit(asked.charAt(0));
    return !numbered && isAsked(asked);
  }

  private boolean isAsked(String asked) {
    return !SignerName.is(asked, 0, asked.length())
        || WordClass.QUALIFIER.holds(asked)
        || posts.byName(asked).isPresent();
  }

  /**
   * {@code Source: National Archives, RG 59, Central Files}: where a printed volume has it from.
   */
  boolean isSourceNote(int from, int to) {
    // /1/ Source: …
    int source = from;
    while (source < to && (text.charAt(source) == '/' || Characters.isDigit(text.charAt(source)))) {
      source++;
    }
    return text.startsWith("Source: ", Characters.skipBlanks(text, source, to))
        && (contains(from, Math.min(to, from + LONGEST), "Archives")
            || contains(from, Math.min(to, from + LONGEST), "Files")
            || contains(from, Math.min(to, from + LONGEST), "Library"));
  }

  /** {@code Downgraded at 12-year intervals}, which the stamp of a declassification group says. */
  private boolean isDowngrading(int from) {
    return text.regionMatches(true, from, "DOWNGRADED AT ", 0, 14)
        || text.regionMatches(true, from, "NOT AUTOMATICALLY DECLAS", 0, 24);
  }

  /** {@code DRAFTED BY POL: JDOE}. */
  private boolean isCredit(int from, int to) {
    int word = WordClass.CREDIT.at(text, from);
    int behind = from + word;
    return word > 0
        && behind < to
        && (text.charAt(behind) == ':' || text.regionMatches(true, behind, " BY", 0, 3));
  }

  /** A line of the header of the next transmission. */
  private boolean isTransmission(int from, int to) {
    if (to - from > 70) {
      return false;
    }
    switch (text.charAt(from)) {
      case 'V' -> {
        return text.startsWith("VZCZ", from);
      }
      case 'Z' -> {
        return text.startsWith("ZNY ", from) || text.startsWith("ZNR ", from);
      }
      case 'D', 'O', 'P', 'R' -> {
        int route = from + 3;
        return route + 4 < to && text.startsWith("RUE", route) && text.charAt(from + 2) == ' ';
      }
      default -> {
        return false;
      }
    }
  }

  /** A repeated classification word. */
  private static boolean isLevel(String words) {
    String solid = words.replace(" ", "");
    int caveat = solid.indexOf('/');
    String level = caveat < 0 ? solid : solid.substring(0, caveat);
    // CONFIDENTIAI, as machines read it; shorter ones may be names.
    return WordClass.LEVEL.holds(level)
        || Spelling.within(level, "CONFIDENTIAL", 1)
        || Spelling.within(level, "UNCLASSIFIED", 1);
  }

  /** {@code GP-3}, {@code GROUP 3}: the declassification group of the years before 1972. */
  static boolean isDeclassificationGroup(String words) {
    int length = words.length();
    return (words.startsWith("GP") || words.startsWith("GROUP"))
        && length <= 8
        && Character.isDigit(words.charAt(length - 1));
  }

  /** {@code NPL/14}, {@code JAK:VC/11}: the initials of who typed a telegram, and the hour. */
  private static boolean isTypist(String words) {
    int slash = words.lastIndexOf('/');
    int digits = Characters.skipDigits(words, slash + 1, words.length());
    if (slash < 2
        || slash > LONGEST_INITIALS
        || digits == slash + 1
        || digits < words.length()
        || digits - slash > 3) {
      return false;
    }
    for (int at = 0; at < slash; at++) {
      if (!Characters.isLetter(words.charAt(at)) && words.charAt(at) != ':') {
        return false;
      }
    }
    return true;
  }

  /** {@code 2004WARSAW00421 - Classification: SECRET}. */
  private boolean isOwnId(int from, int to) {
    int at = from;
    while (at < to && Character.isDigit(text.charAt(at))) {
      at++;
    }
    if (at - from != 4) {
      return false;
    }
    int letters = at;
    while (at < to && text.charAt(at) >= 'A' && text.charAt(at) <= 'Z') {
      at++;
    }
    return at - letters >= 3 && at < to && Character.isDigit(text.charAt(at));
  }

  /** A web address, or the sentence that asks to visit one. */
  boolean isAddress(int from, int to) {
    for (int i = from; i < to - 3; i++) {
      switch (text.charAt(i)) {
        case 'h', 'H' -> {
          if (text.regionMatches(true, i, "http:", 0, 5)
              || text.regionMatches(true, i, "https:", 0, 6)) {
            return true;
          }
        }
        case 'w', 'W' -> {
          if (text.regionMatches(true, i, "www.", 0, 4)
              || text.regionMatches(true, i, "Web site:", 0, 9)
              || text.regionMatches(true, i, "Website:", 0, 8)
              || text.regionMatches(true, i, "Website at", 0, 10)) {
            return true;
          }
        }
        default -> {}
      }
    }
    return isInvitation(from, to);
  }

  /** Whether a line is a web address from its first word on, or asks to visit one. */
  boolean opensWithAddress(int from, int to) {
    return to - from <= LONGEST
        && (text.regionMatches(true, from, "http", 0, 4)
            || text.regionMatches(true, from, "www.", 0, 4)
            || isInvitation(from, to));
  }

  /** The first line of a sentence that wraps: Visit London's Classified … */
  private boolean isInvitation(int from, int to) {
    return text.regionMatches(true, from, "Visit ", 0, 6)
        && (contains(from, to, "lassified") || contains(from, to, "LASSIFIED"));
  }

  private boolean contains(int from, int to, String word) {
    for (int i = from; i + word.length() <= to; i++) {
      if (text.startsWith(word, i)) {
        return true;
      }
    }
    return false;
  }

  /**
   * {@code Note: …}, {@code (Repeated to …)}, {@code Corrected copy}, or nothing but a number or a
   * date, as clerks put below a signature.
   */
  private boolean isNote(int from, int to) {
    char c = text.charAt(from);
    if (Characters.isDigit(c)) {
      return to - from <= LONGEST_INITIALS + 2 && !containsLetter(from, to);
    }
    boolean enclosed = c == '(' && text.charAt(to - 1) == ')';
    return (enclosed && to - from <= LONGEST)
        || text.regionMatches(true, from, "NOTE:", 0, 5)
        || text.regionMatches(true, from, "CORRECT", 0, 7);
  }

  private boolean containsLetter(int from, int to) {
    int at = from;
    while (at < to && !Character.isLetter(text.charAt(at))) {
      at++;
    }
    return at < to;
  }

  /** {@code VLH}, {@code JB}: initials of who typed a telegram, which read as no surname. */
  private boolean isInitials(int from, int to) {
    int vowels = 0;
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      if (to - from > 3 || !Characters.isUpper(c)) {
        return false;
      }
      vowels += "AEIOUY".indexOf(c) >= 0 ? 1 : 0;
    }
    return to - from == 2 || (to - from == 3 && vowels == 0);
  }

  /**
   * Whether a name in capitals that stands free is in the lines above.
   *
   * @param nearest so many lines above at least
   */
  private boolean isBelowName(int line, int nearest) {
    int above = line - 1;
    while (above > line - 4 && above > 0 && reading.empty(above)) {
      above--;
    }
    if (above <= 0
        || line - above < nearest
        || reading.lines().start(above) < reading.start()
        || reading.runsOnInto(above)) {
      return false;
    }
    int start = reading.wordsStart(above);
    int end = reading.wordsEnd(above);
    return end - start > 3
        && SignerName.isUpper(text, start, end)
        && SignerName.is(text, start, end);
  }

  /** {@code NOTE BY OC/T: …}: an office in capitals, of the message centre, and a colon. */
  boolean isCentreNote(int from) {
    if (!text.startsWith(NOTE_BY, from)) {
      return false;
    }
    int at = from + NOTE_BY.length();
    int most = Math.min(text.length(), at + LONGEST_OFFICE);
    while (at < most && (Characters.isUpper(text.charAt(at)) || text.charAt(at) == '/')) {
      at++;
    }
    return at > from + NOTE_BY.length() && at < most && text.charAt(at) == ':';
  }

  /** {@code NOTE: NOT PASSED TO ABOVE ADDRESSEE(S)}. */
  private boolean isPassingNote(int from, int to) {
    return text.startsWith("NOTE", from) && contains(from, Math.min(to, from + 60), " PASSED ");
  }
}
