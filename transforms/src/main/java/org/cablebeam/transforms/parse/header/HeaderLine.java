package org.cablebeam.transforms.parse.header;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.cablebeam.schemas.vocabulary.Levels;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.LevelWord;
import org.cablebeam.transforms.text.Lines;
import org.cablebeam.transforms.text.LookAlikes;
import org.cablebeam.transforms.text.ReleaseLine;
import org.jspecify.annotations.Nullable;

/** What a line of the header is, by its form alone. The names are those of ACP 127. */
public enum HeaderLine {
  BLANK,
  /** Format line 1, {@code VZCZCXRO6054}, whatever is glued to it. */
  TRANSMISSION_ID,
  /** Format line 2, {@code PP RUEHDBU}. */
  ROUTING,
  /** Format line 3, {@code DE RUEHMO #2935 3370641}. */
  ORIGINATING_STATION,
  /** Format line 4, {@code ZNY SSSSS ZZH}. */
  SECURITY,
  /** Format line 5, {@code P 030641Z DEC 09}. */
  DATE_TIME_GROUP,
  /** The message reference number of SMART, {@code MRN: 10 TALLINN 412}. */
  MESSAGE_NUMBER,
  /** Format line 6, {@code FM AMEMBASSY MOSCOW}. */
  SENDER,
  /** Format lines 7 to 9: a line that begins with TO, INFO or XMT. */
  ADDRESSEES,
  /** One more addressee, known by its routing indicator or by how addresses begin. */
  ADDRESSEE,
  /** {@code PAGE 01 BONN 19075 261647Z}, perhaps with the level before it. */
  PAGE,
  /** Bureaus with copies, DRAFTED BY, APPROVED BY. */
  DISTRIBUTION,
  /** The dashes of the message centre, {@code ------------------074377 090709Z /21}. */
  RULE,
  /** A level alone on its line. */
  LEVEL,
  /** A number alone on its line. */
  NUMBER,
  /** The stamp of the releasing review, or the marker {@code Message Text}. */
  STAMP,
  /** {@code BT}, {@code GRNC}: separators and group counts. */
  SEPARATOR,
  /** The publisher's notice that only an extract exists. */
  EXTRACT_NOTICE,
  OTHER;

  /** Only a header has these; a line beginning with TO can stand in any text. */
  public static final Set<HeaderLine> PROOF =
      Collections.unmodifiableSet(
          EnumSet.of(
              TRANSMISSION_ID,
              ORIGINATING_STATION,
              SECURITY,
              DATE_TIME_GROUP,
              MESSAGE_NUMBER,
              SENDER,
              PAGE,
              DISTRIBUTION));

  /** The clock of a date-time group has six digits, and stands no farther from the margin. */
  private static final int CLOCK = 6;

  private static final int CLOCK_COLUMN = 7;

  /** A page line has at most the level before it. */
  private static final int PAGE_COLUMN = 60;

  private static final String[] KEYWORDS = {"TO", "INFO", "XMT"};

  private static final String DASHES = "-".repeat(10);

  private static final String[] ADDRESS_STARTS = {
    "AMEMBASSY ",
    "AMCONSUL ",
    "AMCONGEN ",
    "AMEMB ",
    "USMISSION ",
    "USINT ",
    "USLO ",
    "USDEL ",
    "SECSTATE",
    "SECDEF",
    "USUN ",
    "USNATO",
    "ZEN/"
  };

  /**
   * The kind of a line; {@code next} is the line after it, null at the end, which tells a page line
   * broken in two.
   */
  public static HeaderLine of(String line, @Nullable String next) {
    String text = HeaderText.read(line);
    if (text.isEmpty()) {
      return BLANK;
    }
    if (TransmissionId.find(text).isPresent()) {
      return TRANSMISSION_ID;
    }
    if (text.contains(Notice.MARK)) {
      return EXTRACT_NOTICE;
    }
    if (isStamp(text)) {
      return STAMP;
    }
    char first = text.charAt(0);
    int page = text.indexOf("PAGE ");
    if (page >= 0
        && page <= PAGE_COLUMN
        && PageLine.find(text, next).isPresent()
        && !isKeyword(text)) {
      return PAGE;
    }
    if (first == '-' || first == '_' || first == '=') {
      return isRule(text) ? RULE : OTHER;
    }
    if (isNumber(text)) {
      return NUMBER;
    }
    if (text.startsWith(SmartHeader.FIRST)) {
      return MESSAGE_NUMBER;
    }
    HeaderLine format = format(text);
    if (format != OTHER) {
      return format;
    }
    return isLevel(text) ? LEVEL : OTHER;
  }

  private static HeaderLine format(String text) {
    Cursor cursor = new Cursor(text);
    char first = Character.toUpperCase(text.charAt(0));
    char second = text.length() > 1 ? Character.toUpperCase(text.charAt(1)) : ' ';
    boolean precedence = Precedences.ofLetter(first).isPresent();
    if (precedence && RoutingLine.read(text).isPresent()) {
      return ROUTING;
    }
    if ((first == 'D' || second == 'D') && OriginatingStation.read(text).isPresent()) {
      return ORIGINATING_STATION;
    }
    if ((first == 'Z' || second == 'Z') && SecurityLine.read(text).isPresent()) {
      return SECURITY;
    }
    if (mayBeGroup(text, precedence) && DateTimeGroup.read(text).isPresent()) {
      return DATE_TIME_GROUP;
    }
    if (cursor.takeWord("FM")) {
      return SENDER;
    }
    if (isSeparator(text)) {
      return SEPARATOR;
    }
    if (isDistribution(text)) {
      return DISTRIBUTION;
    }
    if (isKeyword(text)) {
      return ADDRESSEES;
    }
    if (first == 'R' && RoutingLine.isContinuation(text)) {
      return ROUTING;
    }
    return isAddressee(text) ? ADDRESSEE : OTHER;
  }

  /** Whether the first letter is that of a precedence or a clock, or a clock begins near it. */
  private static boolean mayBeGroup(String text, boolean precedence) {
    char first = text.charAt(0);
    if (precedence || !Characters.isLetter(first) || first == 'I' || first == 'L') {
      return true;
    }
    int at = 1;
    while (at < text.length() && at < CLOCK_COLUMN && !Characters.isDigit(text.charAt(at))) {
      at++;
    }
    return Characters.skipDigits(text, at, Math.min(text.length(), at + CLOCK)) == at + CLOCK;
  }

  /** In upper case, for in running text these are words; or before a routing indicator. */
  private static boolean isKeyword(String text) {
    for (String keyword : KEYWORDS) {
      if (text.regionMatches(true, 0, keyword, 0, keyword.length())) {
        int end = keyword.length();
        boolean ends =
            text.length() == end || Lines.isBlank(text.charAt(end)) || text.charAt(end) == ':';
        return ends && (text.startsWith(keyword) || isRouted(text, end));
      }
    }
    return false;
  }

  /** Whether a routing indicator, in any case, and its stroke stand there. */
  static boolean isRouted(String text, int from) {
    int slash = text.indexOf('/', from);
    return slash > from
        && slash - from < 12
        && RoutingLine.isIndicator(text.substring(from, slash).strip().toUpperCase(Locale.ROOT));
  }

  private static boolean isDistribution(String text) {
    if (text.startsWith("ACTION ") || text.startsWith("ORIGIN ") || text.startsWith("INFO ")) {
      return new DistributionBlock().take(text);
    }
    return text.startsWith("DRAFTED BY")
        || text.startsWith("APPROVED BY")
        || text.startsWith("DESIRED DISTRIBUTION")
        || DistributionBlock.isList(text);
  }

  /** Whether a line begins with a routing indicator, or as addresses begin. */
  static boolean isAddressee(String text) {
    if (isRouted(text, 0)) {
      return true;
    }
    for (String start : ADDRESS_STARTS) {
      if (text.startsWith(start)) {
        return true;
      }
    }
    return text.endsWith(" COLLECTIVE");
  }

  private static boolean isSeparator(String text) {
    if (text.equals("BT") || text.equals("BT\\")) {
      return true;
    }
    return text.endsWith(" GRNC")
        || text.equals("GRNC")
        || (text.startsWith("GR") && text.indexOf(' ') < 0 && isNumber(text.substring(2)));
  }

  private static boolean isStamp(String text) {
    return text.contains("EO Systematic Review")
        || text.contains("Declassified/Released")
        || text.startsWith("Systematic Review ")
        || text.equals("Message Text")
        || ReleaseLine.is(text, 0, text.length())
        || ReleaseLine.isExemption(text, 0, text.length());
  }

  /** Ten dashes and more, with numbers, a filing time and a terminal perhaps, or words between. */
  static boolean isRule(String text) {
    if (text.startsWith(DASHES) && text.endsWith(DASHES)) {
      return true;
    }
    int marks = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '-' || c == '_' || c == '=') {
        marks++;
      } else if (!isHexadecimal(c) && c != 'Z' && c != '/' && c != '+' && !Lines.isBlank(c)) {
        return false;
      }
    }
    return marks >= 10;
  }

  /** Message centres number their traffic in hexadecimal from the 1990s on. */
  private static boolean isHexadecimal(char c) {
    return LookAlikes.digit(c) >= 0 || (c >= 'A' && c <= 'F');
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Characters.isDigit(c) && c != '-') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= 10;
  }

  /** Whether the letters of a line are those of a level, spaced or not, and nothing else. */
  static boolean isLevel(String text) {
    int last = text.lastIndexOf(' ') + 1;
    boolean printed = last > 0 && LevelWord.isPrintNumber(text, last, text.length());
    return Levels.standard().find(printed ? text.substring(0, last) : text).isPresent();
  }

  /** The publisher's notice above texts of which only an extract is known. */
  public static final class Notice {
    static final String MARK = "partial extract of the original cable";
    private static final String LAST = "not available";
    private static final int LATEST = 200;

    private Notice() {}

    /** The offset behind the notice at the beginning of {@code text}; 0 if there is none. */
    public static int end(String text) {
      int mark = text.substring(0, Math.min(text.length(), LATEST + MARK.length())).indexOf(MARK);
      if (mark < 0) {
        return 0;
      }
      int end = mark + MARK.length();
      int last = text.indexOf(LAST, end);
      if (last >= 0 && last - end < 120) {
        end = last + LAST.length();
      }
      return end < text.length() && text.charAt(end) == '.' ? end + 1 : end;
    }
  }
}
