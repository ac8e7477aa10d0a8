package org.cablebeam.transforms.parse.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cablebeam.schemas.Precedence;
import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Lines;
import org.cablebeam.transforms.text.LookAlikes;
import org.jspecify.annotations.Nullable;

/**
 * One addressee as a line of the header has it: {@code RUEHC/SECSTATE WASHDC PRIORITY 5582}.
 *
 * @param route the routing indicator; null where none stands before the name
 * @param name the plain-language address, without what stands around it; empty where a line goes on
 *     with precedence and number of the one before
 * @param precedence the highest that stands with it, behind the name as a rule; null for none
 * @param number the message continuity number; null for none
 */
record Address(
    @Nullable String route, String name, @Nullable Precedence precedence, @Nullable String number) {
  /** Words before which a number belongs to the name: the number of a unit. */
  private static final List<String> UNITS =
      List.of(
          "DET",
          "UNIT",
          "JTF",
          "CJTF",
          "CTF",
          "CTG",
          "TF",
          "FORCE",
          "COMDESRON",
          "DESRON",
          "SQDN",
          "SQUADRON",
          "WING",
          "GROUP",
          "BDE",
          "BN",
          "DIV",
          "ROOM",
          "FLT",
          "SIXTHFLT",
          "REGION",
          "VP",
          "VQ",
          "DETACHMENT",
          "OL",
          "FOL",
          "DISTRICT");

  /** Numbers of messages have as many digits as a rule. */
  private static final int CONTINUITY_DIGITS = 4;

  /** Instead of a number: {@code AMEMBASSY PARIS UNN}. */
  private static final String UNNUMBERED = "UNN";

  /** Longer texts begin with no address that is worth a look. */
  private static final int LONGEST = 160;

  private static final int LONGEST_PRECEDENCE = 20;

  /** {@code NIACT IMMEDIATE}: no more precedences stand before an address. */
  private static final int MOST_LEADING = 2;

  static Address read(String piece, Posts posts) {
    String text = withoutZen(piece);
    int behind = behindPrecedence(text, posts);
    Precedence precedence = null;
    if (behind > 0) {
      for (String word : words(text.substring(0, behind))) {
        precedence = higher(precedence, Precedences.ofWord(word).orElseThrow());
      }
      text = text.substring(behind);
    }
    String route = route(text, posts);
    if (route != null) {
      text = text.substring(text.indexOf('/') + 1).strip();
    }
    return named(route, text, precedence, posts);
  }

  /** Whether an address begins here: a routing indicator, the kind of a post, or a post. */
  static boolean opens(String text, Posts posts) {
    return !text.isEmpty()
        && text.length() < LONGEST
        && (HeaderLine.of(text, null) == HeaderLine.ADDRESSEE
            || posts.byName(plain(text)).isPresent());
  }

  /** A name without the offices behind its stroke. */
  static String plain(String name) {
    int slash = name.indexOf('/');
    return slash < 0 ? name : name.substring(0, slash);
  }

  /** Whether words are nothing but precedences, which may stand before an address. */
  static boolean isPrecedence(String words) {
    return words.length() < LONGEST_PRECEDENCE
        && words(words).stream().allMatch(Precedences::isExact);
  }

  private static String withoutZen(String piece) {
    boolean zen =
        piece.regionMatches(true, 0, "ZEN/", 0, 4) || piece.regionMatches(true, 0, "ZEN ", 0, 4);
    return zen ? piece.substring(4).strip() : piece;
  }

  /** The offset of the address behind precedences, {@code NIACT IMMEDIATE AMEMBASSY OSLO}; or 0. */
  private static int behindPrecedence(String text, Posts posts) {
    int at = 0;
    for (int i = 0; i < MOST_LEADING; i++) {
      int blank = text.indexOf(' ', at);
      if (blank < 0 || !Precedences.isExact(text.substring(at, blank))) {
        break;
      }
      at = Characters.skipBlanks(text, blank, text.length());
    }
    String rest = at == 0 || text.length() - at > LONGEST ? "" : text.substring(at);
    return !rest.isEmpty() && opens(named(null, rest, null, posts).name, posts) ? at : 0;
  }

  /** The routing indicator before the stroke, or null where the stroke belongs to the name. */
  private static @Nullable String route(String text, Posts posts) {
    int slash = text.indexOf('/');
    if (slash < 4 || slash > 10) {
      return null;
    }
    String before = text.substring(0, slash).strip().toUpperCase(Locale.ROOT);
    if (RoutingLine.isIndicator(before)) {
      return before;
    }
    // Its first letter lost or misread, but an address stands behind.
    boolean letters =
        before.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
    String behind = text.substring(slash + 1).strip();
    return letters && before.startsWith("U") && opens(named(null, behind, null, posts).name, posts)
        ? before
        : null;
  }

  /** What stands behind the route: name, precedence, message continuity number. */
  private static Address named(
      @Nullable String route, String text, @Nullable Precedence leading, Posts posts) {
    List<String> words = words(text);
    partNumber(words, posts);
    partPrecedence(words, posts);
    int end = words.size();
    while (end > 0 && (isNoise(words.get(end - 1)) || words.get(end - 1).equals(UNNUMBERED))) {
      end--;
    }
    String number = null;
    int beforeNumber = end;
    String last = end > 0 ? withoutLetters(words.get(end - 1)) : "-";
    if (isNumber(last)) {
      number = last;
      beforeNumber = end - 1;
    }
    Precedence precedence = leading;
    int name = beforeNumber;
    while (name > 0) {
      String word = withoutMarks(words.get(name - 1));
      Optional<Precedence> found = Precedences.ofWord(word);
      boolean exact = Precedences.isExact(word);
      if (found.isPresent() && (exact || name > 1)) {
        precedence = higher(precedence, found.get());
      } else if (!isDelivery(word, name, words) && !isSignal(word)) {
        break;
      }
      name--;
    }
    if (number != null && name == beforeNumber && !isContinuity(number, words, name, posts)) {
      number = null;
      name = end;
    }
    boolean reversed =
        number == null
            && precedence != null
            && name > 0
            && isNumber(words.get(name - 1))
            && isContinuity(words.get(name - 1), words, name - 1, posts);
    if (reversed) {
      // SECSTATE WASHDC 0471 PRIORITY
      name--;
      number = words.get(name);
    }
    return new Address(route, String.join(" ", words.subList(0, name)), precedence, number);
  }

  /** {@code LAGOS0766}, {@code IMMEDIATE5101}: parts the number from a post or precedence. */
  private static void partNumber(List<String> words, Posts posts) {
    int last = words.size() - 1;
    String word = last < 0 ? "" : words.get(last);
    int digits = word.length() - CONTINUITY_DIGITS;
    if (digits < 3
        || Characters.skipDigits(word, digits, word.length()) < word.length()
        || !Characters.isLetter(word.charAt(digits - 1))) {
      return;
    }
    String before = word.substring(0, digits);
    String name = String.join(" ", words.subList(0, last)) + " " + before;
    if (Precedences.isExact(before) || posts.byName(name.strip()).isPresent()) {
      words.set(last, before);
      words.add(word.substring(digits));
    }
  }

  /** {@code LAGOSPRIORITY}: parts the precedence from a post. */
  private static void partPrecedence(List<String> words, Posts posts) {
    for (int i = words.size() - 1; i >= 0 && i >= words.size() - 2; i--) {
      String word = words.get(i);
      String precedence = Precedences.exactEnd(word);
      String before = word.substring(0, word.length() - precedence.length());
      if (!precedence.isEmpty() && before.length() >= 3) {
        String name = (String.join(" ", words.subList(0, i)) + " " + before).strip();
        if (posts.byName(plain(name)).isPresent() || before.equals("COLLECTIVE")) {
          words.set(i, before);
          words.add(i + 1, precedence);
        }
        return;
      }
    }
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>(6);
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean blank = i == text.length() || Lines.isBlank(text.charAt(i));
      if (!blank && start < 0) {
        start = i;
      } else if (blank && start >= 0) {
        words.add(text.substring(start, i));
        start = -1;
      }
    }
    return words;
  }

  private static Precedence higher(@Nullable Precedence one, Precedence other) {
    return one == null || other.compareTo(one) < 0 ? other : one;
  }

  private static boolean isNoise(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (".,;\\\"'`".indexOf(word.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static String withoutMarks(String word) {
    int start = 0;
    int end = word.length();
    while (end > start && ".,;:)".indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    while (start < end && "(-".indexOf(word.charAt(start)) >= 0) {
      start++;
    }
    return word.substring(start, end).toUpperCase(Locale.ROOT);
  }

  /** {@code POUCH}, {@code (BY POUCH)}: the message went by bag. */
  private static boolean isDelivery(String word, int name, List<String> words) {
    return word.equals("POUCH")
        || (word.equals("BY")
            && name < words.size()
            && withoutMarks(words.get(name)).equals("POUCH"));
  }

  /** {@code ZFF4}, an operating signal behind an addressee. */
  private static boolean isSignal(String word) {
    return word.length() >= 3
        && word.length() <= 5
        && word.charAt(0) == 'Z'
        && word.charAt(1) == 'F'
        && word.charAt(2) == 'F';
  }

  /** {@code 77lO}: a number in which a machine read letters for digits, put right. */
  private static String withoutLetters(String word) {
    if (word.length() != CONTINUITY_DIGITS || Characters.skipDigits(word, 0, 2) < 2) {
      return word;
    }
    int third = LookAlikes.expectedDigit(word.charAt(2));
    int fourth = LookAlikes.expectedDigit(word.charAt(3));
    return third < 0 || fourth < 0 ? word : word.substring(0, 2) + third + fourth;
  }

  /** Digits, or two numbers of four digits and a hyphen: the copies of a message in sections. */
  private static boolean isNumber(String word) {
    int digits = Characters.skipDigits(word, 0, word.length());
    if (digits == word.length()) {
      return digits <= 5;
    }
    return digits == CONTINUITY_DIGITS
        && word.length() == 2 * CONTINUITY_DIGITS + 1
        && word.charAt(digits) == '-'
        && Characters.skipDigits(word, digits + 1, word.length()) == word.length();
  }

  /**
   * Four digits are the rule. Others count where the name before is that of a post, but never
   * behind the word for a unit.
   */
  private static boolean isContinuity(String number, List<String> words, int name, Posts posts) {
    if (name == 0) {
      return true;
    }
    String before = words.get(name - 1).toUpperCase(Locale.ROOT);
    if (UNITS.contains(before)) {
      return false;
    }
    if (number.length() >= 3) {
      return true;
    }
    return posts.byName(plain(String.join(" ", words.subList(0, name)))).isPresent();
  }
}
