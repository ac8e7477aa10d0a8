package org.cablebeam.transforms.parse.body;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cablebeam.transforms.text.Lines;
import org.cablebeam.transforms.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Finds the signature, the surname of the chief of mission behind the last word of the text, and
 * the trailer that circuits and posts hang on behind it. Immutable.
 */
final class SignatureFinder {
  /**
   * How the text ends.
   *
   * @param signature the name, null where nobody signed
   * @param textEnd behind the last character of the text, before signature and trailer
   * @param trailer what stands behind signature or text, null where nothing does
   */
  record Ending(@Nullable Span signature, int textEnd, @Nullable Span trailer) {}

  /** No trailer has more lines. */
  private static final int LONGEST_TRAILER = 40;

  /** Behind NNNN stand at most so many lines. */
  private static final int END_MARK = 12;

  private static final int LONGEST_NAME = 34;

  /** What may stand before the name on its line. */
  private static final List<String> BEFORE_NAME =
      List.of("BEST REGARDS", "WARM REGARDS", "REGARDS", "AMBASSADOR ", "CHARGE ");

  /** In what role somebody signed. */
  private static final List<String> BEHIND_NAME = List.of("(ACTING)", "(CHARGE)", ", ACTING");

  /** Last words that are no names. */
  private static final Set<String> NO_NAMES =
      Set.of(
          "END",
          "TEXT",
          "COMMENT",
          "COMMENTS",
          "SUMMARY",
          "NOTE",
          "QUOTE",
          "UNQUOTE",
          "UNQTE",
          "QTE",
          "EXEMPT",
          "REGARDS",
          "CONSIDERED",
          "CONFIDENTIAL",
          "SECRET",
          "UNCLASSIFIED",
          "UNCLAS",
          "RESTRICTED",
          "LIMITED",
          "OFFICIAL",
          "SIPDIS",
          "NOFORN",
          "EXDIS",
          "NODIS",
          "LIMDIS",
          "STADIS",
          "SENSITIVE",
          "BT",
          "NNNN",
          "NNN",
          "YYY",
          "MORE",
          "CONTINUED",
          "THE",
          "AND",
          "OF",
          "IN",
          "TO",
          "FOR",
          "ON",
          "WITH",
          "BY",
          "IS",
          "ARE",
          "WAS",
          "NOT",
          "NO",
          "THIS",
          "MESSAGE",
          "CABLE",
          "TELEGRAM",
          "ANNEX",
          "ATTACHMENT",
          "PARA",
          "PARAGRAPH",
          "SECTION",
          "PAGE",
          "PART",
          "TABLE",
          "REFTEL",
          "SEPTEL",
          "FYI",
          "TOTAL",
          "NONE",
          "YES",
          "GDS",
          "XGDS",
          "MINIMIZE",
          "ENTIRE",
          "DECONTROL",
          "TAGS",
          "SUBJECT",
          "REF");

  private final TextLines reading;
  private final Lines lines;
  private final String text;
  private final int start;

  SignatureFinder(TextLines reading, int start) {
    this.reading = reading;
    this.lines = reading.lines();
    this.text = reading.text();
    this.start = start;
  }

  Ending find() {
    int line = lastLine(endOfTransmission());
    int bottom = line;
    int trailerLines = 0;
    while (line >= 0 && trailerLines < LONGEST_TRAILER && isTrailer(line)) {
      trailerLines++;
      line = lastLine(line - 1);
    }
    if (trailerLines == LONGEST_TRAILER) {
      line = bottom;
    }
    if (line < 0 || lines.end(line) <= start) {
      int end = Math.max(start, bottom < 0 ? start : Math.max(start, lines.end(bottom)));
      return new Ending(null, end, null);
    }
    Span name = alone(line);
    if (name != null) {
      Span above = upperHalf(line, name);
      if (above != null) {
        name = new Span(above.start(), name.end());
        line--;
      }
    } else {
      name = behindSentence(line);
    }
    int textEnd = Math.max(start, lines.end(line));
    if (name != null) {
      // STOESSEL UNQUOTE KISSINGER is all signature.
      boolean alone = name.start() <= reading.wordsStart(line) || lastUnquote(line) > 0;
      textEnd = beforeGroup(alone ? Math.max(start, lines.start(line)) : name.start());
    }
    int from = name == null ? textEnd : name.end();
    return new Ending(name, textEnd, trailer(from));
  }

  /** The line of the end mark near the end, behind which stations wrote notes; else the last. */
  private int endOfTransmission() {
    int last = lines.count() - 1;
    for (int line = last; line > 0 && line > last - END_MARK; line--) {
      int from = lines.indentEnd(line);
      if (lines.end(line) - from == 4 && text.startsWith("NNNN", from)) {
        return line;
      }
    }
    return last;
  }

  /** The last line at or before {@code from} that holds text; -1 where none does. */
  private int lastLine(int from) {
    int line = from;
    while (line >= 0 && lines.next(line) > start && reading.empty(line)) {
      line--;
    }
    return line >= 0 && lines.next(line) > start ? line : -1;
  }

  /**
   * The first half of a signature that stands on two lines, where both hold one word in capitals
   * and the text before them has ended; null where the line above is text.
   */
  private @Nullable Span upperHalf(int line, Span name) {
    if (line == 0 || lines.start(line - 1) <= start || reading.empty(line - 1)) {
      return null;
    }
    int from = reading.wordsStart(line - 1);
    int to = reading.wordsEnd(line - 1);
    boolean words =
        isWord(name.start(), name.end())
            && isWord(from, to)
            && !text.substring(from, to).equals(name.of(text))
            && name.start() == reading.wordsStart(line);
    return words && !reading.runsOnInto(line - 1) && !introduced(line - 1)
        ? new Span(from, to)
        : null;
  }

  /** Whether the text above a line announces a list. */
  private boolean introduced(int line) {
    int above = lastLine(line - 1);
    int end = above < 0 ? start : reading.wordsEnd(above);
    return end > start && text.charAt(end - 1) == ':';
  }

  /** One word of at least three capitals that may be a name. */
  private boolean isWord(int from, int to) {
    return to - from >= 3 && isUpper(from, to) && isName(from, to) && !holds(' ', from, to);
  }

  private boolean holds(char sign, int from, int to) {
    int at = text.indexOf(sign, from);
    return at >= 0 && at < to;
  }

  private @Nullable Span trailer(int from) {
    int first = from;
    while (first < text.length()
        && text.charAt(first) != '\n'
        && (Lines.isBlank(text.charAt(first)) || isSign(text.charAt(first)))) {
      first++;
    }
    while (first < text.length() && Lines.isBlank(text.charAt(first))) {
      first++;
    }
    int last = text.length();
    while (last > first && Lines.isBlank(text.charAt(last - 1))) {
      last--;
    }
    return first < last ? new Span(first, last) : null;
  }

  // Trailer

  private boolean isTrailer(int line) {
    int from = reading.wordsStart(line);
    int to = reading.wordsEnd(line);
    if (to <= from || reading.rule(line)) {
      return true;
    }
    char c = text.charAt(from);
    if (c == '>' || ((c == '1' || c == '2') && isOwnId(from, to)) || isTransmission(from, to)) {
      return true;
    }
    if (to - from <= 160 && isAddress(from, to)) {
      return true;
    }
    if (c == 'N' && (text.startsWith("NOTE BY OC/T", from) || isPassingNote(from, to))) {
      return true;
    }
    while (to - from > 20 && TextLines.isRuleSign(text.charAt(from))) {
      from++;
    }
    to = to - from > 40 ? nameEnd(from, to) : to;
    String words = to - from > 40 ? "" : text.substring(from, to).toUpperCase(Locale.ROOT);
    return switch (words) {
      case "YYY",
          "UNQUOTE",
          "UNQTE",
          "BT",
          "#",
          "##",
          "END OF CABLE",
          "END CABLE TEXT",
          "END OF MESSAGE",
          "END MESSAGE",
          "CABLE ENDS",
          "CABLE TEXT ENDS",
          "HEADER",
          "EXEMPT",
          "GDS" ->
          true;
      default -> isLevel(words) || isDeclassificationGroup(words);
    };
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
    if (words.isEmpty() || words.length() > 40) {
      return false;
    }
    String solid = words.replace(" ", "");
    int caveat = solid.indexOf('/');
    return switch (caveat < 0 ? solid : solid.substring(0, caveat)) {
      case "TOPSECRET",
          "SECRET",
          "CONFIDENTIAL",
          "RESTRICTED",
          "LIMITEDOFFICIALUSE",
          "UNCLASSIFIED",
          "UNCLAS",
          "SECRETNOFORN",
          "CONFIDENTIALNOFORN" ->
          true;
      default -> false;
    };
  }

  /** {@code GP-3}, {@code GROUP 3}: the declassification group of the years before 1972. */
  private static boolean isDeclassificationGroup(String words) {
    int length = words.length();
    return (words.startsWith("GP") || words.startsWith("GROUP"))
        && length <= 8
        && Character.isDigit(words.charAt(length - 1));
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
  private boolean isAddress(int from, int to) {
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
    // The first line of a sentence that wraps: Visit London's Classified …
    return text.regionMatches(true, from, "Visit ", 0, 6) && contains(from, to, "lassified");
  }

  private boolean contains(int from, int to, String word) {
    for (int i = from; i + word.length() <= to; i++) {
      if (text.startsWith(word, i)) {
        return true;
      }
    }
    return false;
  }

  /** {@code NOTE: NOT PASSED TO ABOVE ADDRESSEE(S)}. */
  private boolean isPassingNote(int from, int to) {
    return text.startsWith("NOTE", from) && contains(from, Math.min(to, from + 60), " PASSED ");
  }

  // Names

  /** A name on a line of its own behind the end of the text. */
  private @Nullable Span alone(int line) {
    int from = nameStart(Math.max(start, reading.wordsStart(line)), line);
    int to = nameEnd(from, reading.wordsEnd(line));
    int unquote = lastUnquote(from, to);
    if (unquote > from && unquote < to && isName(unquote, to)) {
      return new Span(unquote, to);
    }
    if (unquote > from) {
      to = unquote - "UNQUOTE".length();
      while (to > from && Lines.isBlank(text.charAt(to - 1))) {
        to--;
      }
    }
    if (!isName(from, to)) {
      return null;
    }
    boolean free =
        line == 0
            || lines.start(line) <= start
            || reading.empty(line - 1)
            || reading.rule(line - 1);
    if (free) {
      // Behind a page break the text may run on with one last word.
      boolean furniture = line > 0 && reading.furniture().isFurniture(line - 1);
      return furniture && reading.runsOnInto(line) ? null : new Span(from, to);
    }
    boolean closed =
        !reading.runsOnInto(line)
            || isName(line - 1)
            || isTrailer(line - 1)
            || endsPassage(line - 1)
            || (to - from >= 5 && isUpper(from, to) && isMixed(line - 1));
    return closed ? new Span(from, to) : null;
  }

  private boolean isName(int line) {
    return line >= 0
        && lines.start(line) > start
        && isName(reading.wordsStart(line), reading.wordsEnd(line))
        && (reading.empty(line - 1) || !reading.runsOnInto(line));
  }

  private int lastUnquote(int line) {
    int from = reading.wordsStart(line);
    return lastUnquote(from, reading.wordsEnd(line)) - from;
  }

  /** Behind UNQUOTE and its blanks, where the line holds it; else {@code from}. */
  private int lastUnquote(int from, int to) {
    for (int i = to - 7; i >= from && to - from <= 80; i--) {
      if (text.startsWith("UNQUOTE", i)) {
        int behind = i + 7;
        while (behind < to && !Character.isLetter(text.charAt(behind))) {
          behind++;
        }
        return behind >= to ? i + 7 : behind;
      }
    }
    return from;
  }

  /** A name at the end of the last line: {@code …MINIMIZE CONSIDERED. SAMPLE}. */
  private @Nullable Span behindSentence(int line) {
    int begin = Math.max(start, reading.wordsStart(line));
    int to = nameEnd(begin, reading.wordsEnd(line));
    int at = to;
    int words = 0;
    while (words < 3) {
      int stop = at;
      while (at > begin && to - at < LONGEST_NAME && isNameSign(text.charAt(at - 1))) {
        at--;
      }
      if (at == stop || at <= begin) {
        return null;
      }
      words++;
      int dot = words == 1 ? gluedStop(at, to) : -1;
      if (dot > 0) {
        return new Span(dot + 1, to);
      }
      int blanks = at;
      while (blanks > begin && text.charAt(blanks - 1) == ' ') {
        blanks--;
      }
      if (blanks == at || blanks <= begin) {
        return null;
      }
      char before = text.charAt(blanks - 1);
      boolean sentence =
          before == '.'
              || before == '?'
              || before == '!'
              || before == '"'
              || before == '\u201d'
              || before == ')';
      if (sentence) {
        boolean wide = at - blanks >= 2;
        // In a text in capitals one word without a full stop is no sentence either.
        boolean lone = words == 1 && to - at >= 4 && to == reading.wordsEnd(line) && before == '.';
        return isUpper(at, to)
                && to - at >= 3
                && isName(at, to)
                && (wide || lone || endMarkBefore(blanks, begin) || isMixed(begin, blanks))
            ? new Span(at, to)
            : null;
      }
      if (at - blanks >= 2) {
        return null;
      }
      at = blanks;
    }
    return null;
  }

  /** The full stop to which a name was glued, {@code considered.SAMPLE}; -1 where none was. */
  private int gluedStop(int from, int to) {
    int dot = text.lastIndexOf('.', to - 1);
    boolean glued =
        dot - from >= 4
            && to - dot > 3
            && isUpper(dot + 1, to)
            && isName(dot + 1, to)
            && text.lastIndexOf('.', dot - 1) < from;
    return glued ? dot : -1;
  }

  /** Whether a line ends in END COMMENT, END TEXT, MINIMIZE CONSIDERED or the like. */
  private boolean endsPassage(int line) {
    int end = reading.wordsEnd(line);
    String tail = text.substring(Math.max(start, end - 20), end).toUpperCase(Locale.ROOT);
    return tail.endsWith("END COMMENT")
        || tail.endsWith("END SUMMARY")
        || tail.endsWith("END TEXT")
        || tail.endsWith("END NOTE")
        || tail.endsWith("END QUOTE")
        || tail.endsWith("UNQUOTE")
        || tail.endsWith("CONSIDERED");
  }

  private boolean isMixed(int line) {
    return isMixed(Math.max(start, lines.start(line)), Math.max(start, lines.end(line)));
  }

  private boolean endMarkBefore(int at, int begin) {
    int from = Math.max(begin, at - 14);
    String tail = text.substring(from, at).toUpperCase(Locale.ROOT);
    return tail.endsWith("COMMENT.")
        || tail.endsWith("SUMMARY.")
        || tail.endsWith("TEXT.")
        || tail.endsWith("NOTE.")
        || tail.endsWith("CONSIDERED.");
  }

  private boolean isMixed(int from, int to) {
    int lower = 0;
    for (int i = Math.max(from, to - 60); i < to; i++) {
      lower += Character.isLowerCase(text.charAt(i)) ? 1 : 0;
    }
    return lower >= 10;
  }

  /** Behind REGARDS, a title or a stray sign before the name. */
  private int nameStart(int from, int line) {
    int end = reading.wordsEnd(line);
    int at = from;
    while (at < end && (text.charAt(at) == '_' || text.charAt(at) == '"')) {
      at++;
    }
    for (String word : BEFORE_NAME) {
      if (text.startsWith(word, at) && at + word.length() < end) {
        at += word.length();
        while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == ',')) {
          at++;
        }
        break;
      }
    }
    return at;
  }

  /** Before a full stop, quotation mark, number sign or rule behind the name. */
  private int nameEnd(int from, int to) {
    int end = to;
    for (String role : BEHIND_NAME) {
      if (end - role.length() > from && text.startsWith(role, end - role.length())) {
        end -= role.length();
      }
    }
    while (end > from && (Lines.isBlank(text.charAt(end - 1)) || isSign(text.charAt(end - 1)))) {
      end--;
    }
    return end;
  }

  private boolean isName(int from, int to) {
    if (to - from < 2 || to - from > LONGEST_NAME) {
      return false;
    }
    int words = 0;
    int longest = 0;
    int at = from;
    while (at < to) {
      int word = at;
      while (at < to && text.charAt(at) != ' ') {
        if (!isNameSign(text.charAt(at))) {
          return false;
        }
        at++;
      }
      if (at > word) {
        words++;
        int length = at - word;
        longest = Math.max(longest, length);
        char first = text.charAt(word);
        boolean particle = length <= 3 && Character.isLowerCase(first);
        if (!Character.isUpperCase(first) && !particle && !(words == 1 && at == to)) {
          return false;
        }
        String upper = text.substring(word, at).toUpperCase(Locale.ROOT);
        if (NO_NAMES.contains(upper) || isRedaction(upper)) {
          return false;
        }
      }
      while (at < to && text.charAt(at) == ' ') {
        at++;
      }
    }
    return words >= 1 && words <= 4 && longest >= 2 && Character.isLetter(text.charAt(from));
  }

  private static boolean isRedaction(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != 'X') {
        return false;
      }
    }
    return true;
  }

  private boolean isUpper(int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.isLowerCase(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNameSign(char c) {
    return Character.isLetter(c) || c == '\'' || c == '\u2019' || c == '-' || c == '.';
  }

  private static boolean isSign(char c) {
    return "._\"\\#=*,:;\u201d".indexOf(c) >= 0 || c == '-';
  }

  /** Behind the text before a signature and before the GP-3 or EXEMPT that stands above it. */
  private int beforeGroup(int limit) {
    int end = trimmed(limit);
    while (end > start) {
      int line = lines.at(end - 1);
      int from = Math.max(start, reading.wordsStart(line));
      String words =
          end - from > 8 || end <= from ? "" : text.substring(from, end).toUpperCase(Locale.ROOT);
      if (!words.equals("EXEMPT")
          && !words.equals("GDS")
          && !words.equals("END")
          && !isDeclassificationGroup(words)) {
        break;
      }
      end = trimmed(from);
    }
    return end;
  }

  /** Behind the last character of the text before {@code limit}. */
  private int trimmed(int limit) {
    int at = limit;
    while (at > start) {
      if (Lines.isBlank(text.charAt(at - 1))) {
        at--;
        continue;
      }
      int line = lines.at(at - 1);
      if (at == lines.end(line) && reading.empty(line)) {
        at = lines.start(line);
        continue;
      }
      break;
    }
    return Math.max(at, start);
  }
}
