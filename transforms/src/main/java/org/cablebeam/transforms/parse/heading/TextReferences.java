package org.cablebeam.transforms.parse.heading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.CableId;
import org.cablebeam.schemas.IssueCode;
import org.cablebeam.schemas.Reference;
import org.cablebeam.schemas.ReferenceKind;
import org.cablebeam.schemas.ReferenceZone;
import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.schemas.vocabulary.Posts.Post;
import org.cablebeam.transforms.parse.Body;
import org.cablebeam.transforms.text.Issues;
import org.cablebeam.transforms.text.Lines;
import org.jspecify.annotations.Nullable;

/**
 * Finds the references made in the running text: {@code MOSCOW 2890}, {@code (08 STATE 12345)}, and
 * {@code reftel} or {@code ref A}, which mean items of the REF line. One pass over the digits and
 * the letters R; a post must be spelled exactly, in capitals or with one, and its number must not
 * be a year, a date or an amount. Immutable and thread-safe.
 */
final class TextReferences {
  private static final int MOST = 10_000;

  /** A post's name is no longer, in UTF-16 units. */
  private static final int LONGEST_NAME = 30;

  /** What the lines of addressees begin with. */
  private static final List<String> ADDRESS =
      List.of("TO ", "INFO ", "AMEMBASSY ", "AMCONSUL ", "USMISSION ", "SECSTATE ", "RUE");

  /** By these references are found: digits, and the rarest letter of REF. */
  private static final boolean[] SIGNS = new boolean[128];

  static {
    for (char c : "0123456789Ff".toCharArray()) {
      SIGNS[c] = true;
    }
  }

  private final Posts posts = Posts.standard();

  /** Adds the references of the text to those of the heading. */
  void find(Body body, int from, ReferringCable own, Cable cable, Issues issues) {
    String text = body.text();
    List<Reference> heading = cable.getReferences();
    Map<String, Reference> byBullet = new HashMap<>();
    Reference only = null;
    int cables = 0;
    for (Reference reference : heading) {
      if (reference.getBullet() != null) {
        byBullet.putIfAbsent(reference.getBullet(), reference);
      }
      boolean telegram = reference.getKind() == ReferenceKind.CABLE;
      cables += telegram ? 1 : 0;
      only = only == null || (telegram && cables == 1) ? reference : only;
    }
    boolean single = cables == 1 || heading.size() == 1;
    List<Reference> found = new ArrayList<>();
    int digitsBefore = from;
    int floor = from;
    int length = text.length();
    for (int at = nextSign(text, from);
        at < length && found.size() < MOST;
        at = nextSign(text, at + 1)) {
      char c = text.charAt(at);
      if (!Characters.isDigit(c)) {
        int start = at - 2;
        int behind = start < floor ? -1 : named(text, start);
        if (behind < 0 || (start > from && Character.isLetterOrDigit(text.charAt(start - 1)))) {
          continue;
        }
        if (!body.furniture().covers(start)) {
          Reference meant = meant(text, start, behind, byBullet, single ? only : null);
          if (meant != null) {
            found.add(inText(meant, text, start, behind));
            behind = more(text, behind, meant.getBullet(), byBullet, found);
          } else if (behind - start == "REFTEL".length() && cables > 1) {
            found.add(unresolved(text, start, behind));
          } else if (behind - start == "REFTELS".length()) {
            for (Reference all : heading) {
              if (all.getKind() == ReferenceKind.CABLE && found.size() < MOST) {
                found.add(inText(all, text, start, behind));
              }
            }
          }
        }
        floor = behind;
        at = behind - 1;
        continue;
      }
      int end = Characters.skipDigits(text, at, length);
      if (end - at <= 7 && at - digitsBefore >= 4 && mayFollow(text, end)) {
        Reference reference = cable(text, at, end, digitsBefore, own, issues);
        if (reference != null && !body.furniture().covers(at) && !addresses(body, at, end)) {
          found.add(reference);
        }
      }
      digitsBefore = end;
      at = end - 1;
    }
    if (!found.isEmpty()) {
      List<Reference> all = new ArrayList<>(heading);
      all.addAll(found);
      cable.setReferences(all);
    }
  }

  /**
   * The first offset from {@code from} on at which one of the signs stands; the length if none
   * does. All of the text goes through this loop, so it calls nothing.
   */
  private static int nextSign(String text, int from) {
    int length = text.length();
    int at = from;
    while (at < length) {
      char c = text.charAt(at);
      if (c < 128 && SIGNS[c]) {
        break;
      }
      at++;
    }
    return at;
  }

  /** Whether a number ends an addressee's line of a quoted telegram: no reference. */
  private static boolean addresses(Body body, int at, int end) {
    Lines lines = body.lines();
    int line = lines.at(at);
    int start = lines.indentEnd(line);
    if (end < lines.end(line)) {
      return false;
    }
    for (String word : ADDRESS) {
      if (body.text().startsWith(word, start)) {
        return true;
      }
    }
    return false;
  }

  // ref A, reftel

  private static Reference inText(Reference meant, String text, int start, int end) {
    return Reference.newBuilder()
        .setText(text.substring(start, end))
        .setKind(meant.getKind())
        .setId(meant.getId())
        .setBullet(meant.getBullet())
        .setNotal(false)
        .setZone(ReferenceZone.TEXT)
        .setStart(start)
        .setEnd(end)
        .build();
  }

  /** One of several cables, and the text does not say which. */
  private static Reference unresolved(String text, int start, int end) {
    return Reference.newBuilder()
        .setText(text.substring(start, end))
        .setKind(ReferenceKind.CABLE)
        .setId(null)
        .setBullet(null)
        .setNotal(false)
        .setZone(ReferenceZone.TEXT)
        .setStart(start)
        .setEnd(end)
        .build();
  }

  /** The further bullets of {@code refs A, B and D} and {@code refs A-C}; they ascend. */
  private static int more(
      String text,
      int from,
      @Nullable String first,
      Map<String, Reference> byBullet,
      List<Reference> found) {
    int end = from;
    if (first == null || first.length() != 1) {
      return end;
    }
    char last = first.charAt(0);
    while (found.size() < MOST) {
      int stop = Math.min(text.length(), end + 12);
      int at = end < stop && text.charAt(end) == ')' ? end + 1 : end;
      int sign = Characters.skipBlanks(text, at, stop);
      if (sign < stop && text.charAt(sign) == ',') {
        sign = Characters.skipBlanks(text, sign + 1, stop);
      }
      boolean range = sign < stop && text.charAt(sign) == '-';
      int word = Characters.skipLetters(text, sign, stop);
      if (range || (sign < stop && (text.charAt(sign) == '&' || text.charAt(sign) == '/'))) {
        sign++;
      } else if (Characters.isWordAt(text, sign, stop, "AND")
          || Characters.isWordAt(text, sign, stop, "OR")) {
        sign = word;
      } else if (Characters.isWordAt(text, sign, stop, "THROUGH")) {
        range = true;
        sign = word;
      }
      int letter = Characters.skipBlanks(text, sign, stop);
      if (letter < stop && text.charAt(letter) == '(') {
        letter++;
      }
      if (letter == end
          || letter >= stop
          || !Characters.isUpper(text.charAt(letter))
          || text.charAt(letter) <= last
          || (letter + 1 < text.length() && Character.isLetterOrDigit(text.charAt(letter + 1)))) {
        return end;
      }
      Reference named = byBullet.get(String.valueOf(text.charAt(letter)));
      if (named == null) {
        return end;
      }
      for (char between = (char) (last + 1); range && between < text.charAt(letter); between++) {
        Reference implied = byBullet.get(String.valueOf(between));
        if (implied != null) {
          found.add(inText(implied, text, end - 1, letter + 1));
        }
      }
      found.add(inText(named, text, letter, letter + 1));
      last = text.charAt(letter);
      end = letter + 1;
    }
    return end;
  }

  /** The offset behind {@code reftel}, {@code ref A} or {@code refs}; -1 where none stands. */
  private static int named(String text, int at) {
    if (Characters.upper(text.charAt(at)) != 'R'
        || Characters.upper(text.charAt(at + 1)) != 'E'
        || Characters.upper(text.charAt(at + 2)) != 'F') {
      return -1;
    }
    int end = Characters.skipLetters(text, at, Math.min(text.length(), at + 12));
    switch (end - at) {
      case 3, 4 -> {
        if (end - at == 4 && Characters.upper(text.charAt(end - 1)) != 'S') {
          return -1;
        }
        int blank = end < text.length() && text.charAt(end) == '.' ? end + 1 : end;
        if (blank + 1 < text.length() && text.charAt(blank) == ' ') {
          int letter = blank + 1;
          boolean open = text.charAt(letter) == '(' && letter + 2 < text.length();
          int l = open ? letter + 1 : letter;
          boolean alone =
              Characters.isLetter(text.charAt(l))
                  && (l + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(l + 1)));
          // "ref a" is a bullet only in capitals or before a sign: "ref a cable" is not seen.
          return alone ? l + 1 : -1;
        }
        return -1;
      }
      case 6 -> {
        return text.regionMatches(true, at, "REFTEL", 0, 6) ? end : -1;
      }
      case 7 -> {
        return text.regionMatches(true, at, "REFTELS", 0, 7) ? end : -1;
      }
      default -> {
        return -1;
      }
    }
  }

  private static @Nullable Reference meant(
      String text, int at, int end, Map<String, Reference> byBullet, @Nullable Reference only) {
    if (Characters.skipLetters(text, at, end) - at <= 4) {
      return byBullet.get(Characters.upper(text.substring(end - 1, end)));
    }
    // reftel A, reftel (B)
    int letter = Characters.skipBlanks(text, end, Math.min(text.length(), end + 2));
    if (letter + 1 < text.length() && text.charAt(letter) == '(') {
      letter++;
    }
    if (letter + 1 < text.length()
        && Characters.isUpper(text.charAt(letter))
        && !Character.isLetterOrDigit(text.charAt(letter + 1))) {
      Reference bulleted = byBullet.get(text.substring(letter, letter + 1));
      if (bulleted != null) {
        return bulleted;
      }
    }
    return only;
  }

  // MOSCOW 2890

  private static boolean mayFollow(String text, int end) {
    if (end >= text.length()) {
      return true;
    }
    char c = text.charAt(end);
    if (Character.isLetter(c) || c == '%' || c == ':') {
      return false;
    }
    boolean more = end + 1 < text.length() && Characters.isDigit(text.charAt(end + 1));
    return !(more && (c == ',' || c == '.' || c == '/' || c == '-'));
  }

  private @Nullable Reference cable(
      String text, int digits, int end, int floor, ReferringCable own, Issues issues) {
    int nameEnd = Characters.skipBlanksBack(text, digits, Math.max(floor, digits - 3));
    if (nameEnd == digits || nameEnd <= floor) {
      return null;
    }
    long serial = Characters.number(text, digits, end);
    int length = end - digits;
    boolean looksLikeYear = length == 4 && serial >= 1900 && serial <= 2050;
    // The year can only be the number before, on the other side of a post's name.
    boolean yearMayStand = floor > 0 && floor >= nameEnd - LONGEST_NAME - 2;
    boolean capital = capital(text, nameEnd - 1, nameEnd);
    if (serial == 0 || (!yearMayStand && (looksLikeYear || length < 3 || !capital))) {
      // No words need be looked up for most numbers.
      return null;
    }
    int lowest = Math.max(floor, nameEnd - LONGEST_NAME);
    int start = nameEnd;
    Post post = null;
    int postStart = -1;
    for (int words = 0; words < 4 && start > lowest; words++) {
      int word = start;
      while (word > lowest && isNameSign(text.charAt(word - 1))) {
        word--;
      }
      if (word == start) {
        break;
      }
      if (!Characters.isUpper(text.charAt(word)) && words == 0) {
        return null;
      }
      if (Characters.isUpper(text.charAt(word))) {
        Optional<Post> named = posts.byName(text.substring(word, nameEnd));
        if (named.isPresent()) {
          post = named.get();
          postStart = word;
        }
      }
      start = Characters.skipBlanksBack(text, word, lowest);
      if (start == word) {
        break;
      }
    }
    if (post == null) {
      return null;
    }
    // The year in front: (08 STATE 12345), 08 STATE 12345.
    int year = 0;
    int refStart = postStart;
    int before = Characters.skipBlanksBack(text, postStart, Math.max(0, postStart - 2));
    if (before > 0 && Characters.isDigit(text.charAt(before - 1))) {
      int yearStart = before;
      while (yearStart > 0
          && before - yearStart < 5
          && Characters.isDigit(text.charAt(yearStart - 1))) {
        yearStart--;
      }
      int value = (int) Characters.number(text, yearStart, before);
      if (before - yearStart == 2) {
        year = value >= 50 ? 1900 + value : 2000 + value;
      } else if (before - yearStart == 4 && value >= 1950 && value < 2050) {
        year = value;
      }
      if (year > 0 && (own.year() == 0 || year <= own.year() + 1)) {
        refStart = yearStart;
      } else {
        year = 0;
      }
    }
    boolean given = year > 0;
    boolean spelled = capital(text, postStart, nameEnd);
    if ((!given && (looksLikeYear || length < 3 || !spelled)) || (looksLikeYear && !spelled)) {
      return null;
    }
    if (!given) {
      year = own.year();
      if (post.id().equals(own.post()) && own.serial() >= 0 && serial > own.serial() && year > 0) {
        year--;
        issues.add(IssueCode.INFERRED_REFERENCE_YEAR, "references", post.id() + " " + serial);
      }
    }
    if (year == 0) {
      return null;
    }
    CableId id = CableId.of(year, post.id(), serial);
    if (post.id().equals(own.post()) && serial == own.serial() && year == own.year()) {
      return null;
    }
    return Reference.newBuilder()
        .setText(text.substring(refStart, end).replace('\n', ' '))
        .setKind(ReferenceKind.CABLE)
        .setId(id.toString())
        .setBullet(null)
        .setNotal(false)
        .setZone(ReferenceZone.TEXT)
        .setStart(refStart)
        .setEnd(end)
        .build();
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
