package org.cablebeam.transforms.parse.heading;

import java.util.Optional;
import org.cablebeam.schemas.CableId;
import org.cablebeam.schemas.IssueCode;
import org.cablebeam.schemas.Reference;
import org.cablebeam.schemas.ReferenceKind;
import org.cablebeam.schemas.ReferenceZone;
import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.schemas.vocabulary.Posts.Post;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Issues;
import org.cablebeam.transforms.text.Lines;
import org.jspecify.annotations.Nullable;

/**
 * A cable that the text names by post and number, {@code MOSCOW 2890}, {@code (08 STATE 12345)},
 * {@code 05ROME1173}. The post must be spelled exactly, in capitals or with a year or parentheses;
 * the number must not be a year, a date or an amount. Immutable and thread-safe.
 */
final class CableInText {
  /** Numbers of one list that are no farther apart need no sign behind them. */
  private static final int NEAR = 100;

  /** A post's name is no longer, in UTF-16 units. */
  private static final int LONGEST_NAME = 30;

  private static final int MOST_WORDS = 4;

  /** In parentheses a number of fewer digits may be anything. */
  private static final int FEWEST_ENCLOSED = 4;

  private final Posts posts = Posts.standard();

  static boolean mayFollow(String text, int end) {
    if (end >= text.length()) {
      return true;
    }
    char c = text.charAt(end);
    if (Character.isLetter(c) || c == '%') {
      return false;
    }
    boolean more = end + 1 < text.length() && Characters.isDigit(text.charAt(end + 1));
    return !(more && (c == ':' || c == ',' || c == '.' || c == '/' || c == '-'));
  }

  @Nullable Reference read(
      String text,
      int digits,
      int end,
      int floor,
      @Nullable Reference last,
      ReferringCable own,
      Issues issues) {
    int nameEnd = Characters.skipBlanksBack(text, digits, Math.max(floor, digits - 3));
    if (nameEnd == digits) {
      return wholeId(text, digits, end, floor, own);
    }
    if (nameEnd <= floor) {
      return null;
    }
    int lastEnd = last == null || last.getEnd() == null ? -1 : last.getEnd();
    Numbered number = new Numbered(text, nameEnd, digits, end, floor, lastEnd);
    if (last != null && number.near() && end - digits >= 3 && number.isConnected(digits)) {
      return carried(text, digits, end, last, own);
    }
    String called = CitingWords.post(text, nameEnd, floor, own);
    if (called != null && number.serial() > 0) {
      return called(text, called, nameEnd, end, number.serial(), own, issues);
    }
    return named(number, own, issues);
  }

  /** The cable of a number behind the name of a post; null where it is none. */
  private @Nullable Reference named(Numbered number, ReferringCable own, Issues issues) {
    boolean capital = number.capital(number.nameEnd() - 1);
    boolean cited = number.cited(capital);
    boolean enclosed = cited || (!capital && number.isEnclosed(FEWEST_ENCLOSED));
    if (!number.mayBeSerial(cited, capital || enclosed)) {
      // No words need be looked up for most numbers.
      return null;
    }
    String text = number.text();
    int end = number.end();
    int nameEnd = number.nameEnd();
    Named post = post(text, nameEnd, Math.max(number.floor(), nameEnd - LONGEST_NAME));
    if (post == null) {
      return null;
    }
    Named year = yearBefore(text, post.start(), own);
    boolean listed = number.near() && number.isConnected(post.start());
    boolean spelled = enclosed || listed || number.capital(post.start());
    boolean told = number.length() >= 3 || cited || listed;
    boolean credible =
        year.value() > 0
            ? spelled
                || !(number.looksLikeYear() || (year.longYear() && isFollowedByWord(text, end)))
            : !number.looksLikeYear() && told && spelled;
    if (!credible) {
      return null;
    }
    int behind = year.value() > 0 ? -1 : CitingWords.behindYear(text, end);
    return behind < 0
        ? cable(text, post, year, end, number.serial(), own, issues)
        : cable(
            text,
            post,
            yearBehind(text, post.start(), end, behind),
            behind,
            number.serial(),
            own,
            issues);
  }

  /**
   * A number in the text and what stands around it.
   *
   * @param nameEnd behind the word before it
   * @param digits where it begins
   * @param end where it ends
   * @param floor behind the number before it
   * @param lastEnd behind the last reference found; -1 for none
   */
  private record Numbered(String text, int nameEnd, int digits, int end, int floor, int lastEnd) {
    long serial() {
      return Characters.number(text, digits, end);
    }

    int length() {
      return end - digits;
    }

    boolean looksLikeYear() {
      return length() == 4 && serial() >= 1900 && serial() <= 2050;
    }

    /** Whether the last reference found is so close that this one may go on with it. */
    boolean near() {
      return lastEnd >= 0 && digits - lastEnd <= LONGEST_NAME + 8;
    }

    /** Whether nothing but a sign or AND stands between the last reference and a place. */
    boolean isConnected(int to) {
      return isConnection(text, lastEnd, to);
    }

    boolean capital(int start) {
      return CableInText.capital(text, start, nameEnd);
    }

    boolean isEnclosed(int fewest) {
      return CableInText.isEnclosed(text, nameEnd, end, fewest);
    }

    /** Whether it is cited; behind a word in capitals only one of two digits needs that. */
    boolean cited(boolean capital) {
      return (!capital || length() == 2)
          && (CitingWords.around(text, nameEnd, digits, end, floor) || (capital && isEnclosed(2)));
    }

    /** Whether the signs around it allow that it is the number of a cable. */
    boolean mayBeSerial(boolean cited, boolean spelled) {
      // The year can only be the number before, on the other side of a post's name.
      boolean yearMayStand = floor > 0 && floor >= nameEnd - LONGEST_NAME - 2;
      boolean counted = length() >= 3 || cited || near();
      boolean told = yearMayStand || (!looksLikeYear() && counted && (spelled || near()));
      return told
          && serial() != 0
          && !CitingWords.isAmount(text, end)
          && !(length() <= 2 && CitingWords.isDay(text, end));
    }
  }

  /** The year of {@code STATE 155001 (2007)}, which stands behind the number. */
  private static Named yearBehind(String text, int start, int from, int to) {
    int end = Characters.isDigit(text.charAt(to - 1)) ? to : to - 1;
    int digits = end;
    while (digits > from && Characters.isDigit(text.charAt(digits - 1))) {
      digits--;
    }
    return new Named(null, year(text, digits, end), end - digits == 4, start);
  }

  /** The year that two or four digits say; 0 where they say none. */
  private static int year(String text, int from, int to) {
    int value = (int) Characters.number(text, from, to);
    return switch (to - from) {
      case 2 -> value >= 50 ? 1900 + value : 2000 + value;
      case 4 -> value >= 1950 && value < 2050 ? value : 0;
      default -> 0;
    };
  }

  /** {@code EMBTEL 1205}, {@code DEPTEL 871}: a word stands for the post. */
  private @Nullable Reference called(
      String text,
      String called,
      int nameEnd,
      int end,
      long serial,
      ReferringCable own,
      Issues issues) {
    Post post = posts.byName(called).orElse(null);
    int start = CitingWords.start(text, nameEnd);
    return post == null
        ? null
        : cable(
            text,
            new Named(post, 0, false, start),
            new Named(null, 0, false, start),
            end,
            serial,
            own,
            issues);
  }

  /**
   * What stands in front of a number.
   *
   * @param post the post; null where it is the year
   * @param value the year; 0 where it is the post, or there is none
   * @param longYear whether the year has four digits
   * @param start where it begins
   */
  private record Named(@Nullable Post post, int value, boolean longYear, int start) {}

  /** The longest name of a post that ends at {@code nameEnd}; null where none does. */
  private @Nullable Named post(String text, int nameEnd, int lowest) {
    Named found = null;
    int start = nameEnd;
    for (int words = 0; words < MOST_WORDS && start > lowest; words++) {
      int word = start;
      while (word > lowest && isNameSign(text.charAt(word - 1))) {
        word--;
      }
      boolean capital = word < start && Characters.isUpper(text.charAt(word));
      if (word == start || (!capital && words == 0)) {
        break;
      }
      if (capital) {
        Post named = posts.byName(text.substring(word, nameEnd)).orElse(null);
        found = named == null ? found : new Named(named, 0, false, word);
      }
      start = Characters.skipBlanksBack(text, word, lowest);
      if (start == word) {
        break;
      }
    }
    return found;
  }

  /** The year in front of a post, {@code 08}, {@code 2008}; none is much later than the cable. */
  private static Named yearBefore(String text, int postStart, ReferringCable own) {
    int end = Characters.skipBlanksBack(text, postStart, Math.max(0, postStart - 2));
    int start = end;
    while (start > 0 && end - start < 5 && Characters.isDigit(text.charAt(start - 1))) {
      start--;
    }
    int year = year(text, start, end);
    return year > 0 && (own.year() == 0 || year <= own.year() + 1)
        ? new Named(null, year, end - start == 4, start)
        : new Named(null, 0, false, postStart);
  }

  private static @Nullable Reference cable(
      String text,
      Named post,
      Named given,
      int end,
      long serial,
      ReferringCable own,
      Issues issues) {
    String name = post.post() == null ? "" : post.post().id();
    boolean ownPost = name.equals(own.post());
    int year = given.value() > 0 ? given.value() : own.yearOf(name, serial);
    if (given.value() == 0 && year != own.year()) {
      issues.add(IssueCode.INFERRED_REFERENCE_YEAR, "references", name + " " + serial);
    }
    boolean self = ownPost && serial == own.serial() && year == own.year();
    return year == 0 || self
        ? null
        : reference(text, given.start(), end, CableId.of(year, name, serial));
  }

  /** {@code 05ROME1173}: a number written as one word. */
  private @Nullable Reference wholeId(
      String text, int digits, int end, int floor, ReferringCable own) {
    int name = digits;
    while (name > floor
        && digits - name < LONGEST_NAME
        && Characters.isUpper(text.charAt(name - 1))) {
      name--;
    }
    int start = name - 2;
    if (digits - name < 4
        || start < 0
        || Characters.skipDigits(text, start, name) != name
        || (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1)))
        || posts.byName(text.substring(name, digits)).isEmpty()) {
      return null;
    }
    CableId id = CableId.parse(text.substring(start, end)).orElse(null);
    boolean later = id != null && own.year() > 0 && id.year() > own.year() + 1;
    boolean self =
        id != null
            && id.post().equals(own.post())
            && id.serial() == own.serial()
            && id.year() == own.year();
    return id == null || later || self ? null : reference(text, start, end, id);
  }

  /** {@code WARSAW 300 and 310}: the post and year of the reference just before. */
  private static @Nullable Reference carried(
      String text, int digits, int end, Reference last, ReferringCable own) {
    Optional<CableId> before = CableId.parse(String.valueOf(last.getId()));
    // DEPTELS 871 AND 880: the plural says that another one follows.
    boolean plural = Characters.upper(last.getText()).contains("TELS ");
    boolean ends =
        plural
            || end >= text.length()
            || ").;,".indexOf(text.charAt(end)) >= 0
            || isJoined(text, end);
    long serial = Characters.number(text, digits, end);
    boolean looksLikeYear = end - digits == 4 && serial >= 1900 && serial <= 2050;
    if (before.isEmpty() || last.getKind() != ReferenceKind.CABLE || looksLikeYear) {
      return null;
    }
    CableId named = before.get();
    // WARSAW 880 and 881 report: cables of the same week.
    boolean near = end - digits >= 3 && Math.abs(serial - named.serial()) <= NEAR;
    if (!ends && !near) {
      return null;
    }
    boolean self =
        named.post().equals(own.post()) && serial == own.serial() && named.year() == own.year();
    return self || serial == 0
        ? null
        : reference(text, digits, end, CableId.of(named.year(), named.post(), serial));
  }

  /** Whether AND and one more number follow: the 310 of {@code WARSAW 300, 310 and 320}. */
  private static boolean isJoined(String text, int end) {
    int stop = Math.min(text.length(), end + 8);
    int and = Characters.skipBlanks(text, end, stop);
    int next = Characters.skipBlanks(text, Math.min(stop, and + 3), stop);
    return Characters.isWordAt(text, and, stop, "AND")
        && next < stop
        && Characters.isDigit(text.charAt(next));
  }

  private static Reference reference(String text, int start, int end, CableId id) {
    return Reference.newBuilder()
        .setText(text.substring(start, end).replace('\n', ' '))
        .setKind(ReferenceKind.CABLE)
        .setId(id.toString())
        .setBullet(null)
        .setNotal(false)
        .setZone(ReferenceZone.TEXT)
        .setStart(start)
        .setEnd(end)
        .build();
  }

  /**
   * Whether nothing but a comma, a semicolon, AND or a sign like them stands between two places.
   */
  private static boolean isConnection(String text, int from, int to) {
    if (from >= to || to - from > 7) {
      return false;
    }
    String between = Characters.upper(text.substring(from, to)).strip();
    return switch (between) {
      case ",", ";", "&", "AND", ", AND", "/" -> true;
      default -> false;
    };
  }

  /** {@code (Rome 1173)}, {@code (see State 12345, para 3)}: a number of so many digits. */
  private static boolean isEnclosed(String text, int nameEnd, int end, int fewest) {
    int digits = end;
    while (digits > 0 && Characters.isDigit(text.charAt(digits - 1))) {
      digits--;
    }
    if (end - digits < fewest || end >= text.length() || "),;".indexOf(text.charAt(end)) < 0) {
      return false;
    }
    for (int i = nameEnd - 1; i >= Math.max(0, nameEnd - LONGEST_NAME); i--) {
      char c = text.charAt(i);
      if (c == '(') {
        String inside = Characters.upper(text.substring(i + 1, nameEnd));
        return inside.startsWith("SEE ") || inside.indexOf(' ') < 0;
      }
      if (!Characters.isLetter(c) && c != ' ') {
        return false;
      }
    }
    return false;
  }

  private static boolean isFollowedByWord(String text, int end) {
    return end + 1 < text.length()
        && Lines.isBlank(text.charAt(end))
        && text.charAt(end + 1) >= 'a'
        && text.charAt(end + 1) <= 'z';
  }

  /** In a text of small letters "London 350" may be anything; a cable's name is in capitals. */
  private static boolean capital(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= 'a' && c <= 'z') {
        return false;
      }
    }
    return true;
  }

  private static boolean isNameSign(char c) {
    return Characters.isLetter(c) || Characters.isApostrophe(c) || c == '-' || c == '.';
  }
}
