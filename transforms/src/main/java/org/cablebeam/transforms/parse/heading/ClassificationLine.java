package org.cablebeam.transforms.parse.heading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cablebeam.schemas.Level;
import org.cablebeam.schemas.vocabulary.Captions;
import org.cablebeam.schemas.vocabulary.Levels;
import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.schemas.vocabulary.Spelling;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.LevelWord;
import org.cablebeam.transforms.text.Lines;
import org.cablebeam.transforms.text.LookAlikes;
import org.cablebeam.transforms.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * The line with which the text of a cable begins: {@code C O N F I D E N T I A L SECTION 01 OF 03
 * TEL AVIV 000421}. Levels may be letter-spaced and damaged; the post may wrap to the next line.
 * Whatever follows the serial on its line belongs to the next element. Immutable.
 *
 * @param level the level spelled
 * @param post the post as found, blanks made single; null where the line names none
 * @param serial the number; -1 where there is none
 * @param section {@code SECTION 02 OF 03}: 2; 0 where there is none
 * @param sectionCount {@code SECTION 02 OF 03}: 3; 0 where there is none
 * @param span where the whole stands, in UTF-16 units
 */
public record ClassificationLine(
    Level level, @Nullable String post, long serial, int section, int sectionCount, Span span) {

  /** No level takes more letters and blanks than this, in UTF-16 units. */
  private static final int LONGEST_LEVEL = 80;

  private static final int MOST_SECTIONS = 200;

  /** No post's name has more words. */
  private static final int MOST_POST_WORDS = 5;

  /** Whether the line names the post; a level alone may be a page footer as well. */
  public boolean hasPost() {
    return post != null;
  }

  /** Reads the line {@code line}; empty where it is no classification line. */
  public static Optional<ClassificationLine> read(Lines lines, int line) {
    if (line < 0 || line >= lines.count()) {
      return Optional.empty();
    }
    int start = lines.indentEnd(line);
    int end = lines.end(line);
    if (start >= end || !opensLevel(lines.text(), start, end)) {
      return Optional.empty();
    }
    return new Reader(lines, line).read(start, end);
  }

  /** A quick no for nearly all lines: no level begins with another letter, damaged or not. */
  private static boolean opensLevel(String text, int start, int end) {
    int at = start;
    while (at < end && at - start < 4 && !Characters.isLetter(text.charAt(at))) {
      at++;
    }
    return at < end && "LCURTSEONXI".indexOf(Characters.upper(text.charAt(at))) >= 0
        || at < end && startsDoubled(text, at, end);
  }

  private static boolean startsDoubled(String text, int at, int end) {
    // One letter too many in front: XCONFIDENTIAL.
    int next = Characters.skipBlanks(text, at + 1, end);
    return next < end && "LCURTS".indexOf(Characters.upper(text.charAt(next))) >= 0;
  }

  /** Reads one line and, where the post wraps, the next. */
  private static final class Reader {
    private final Lines lines;
    private final int line;
    private final String text;
    private int at;
    private int end;
    private boolean damaged;
    private int section;
    private int sectionCount;

    Reader(Lines lines, int line) {
      this.lines = lines;
      this.line = line;
      this.text = lines.text();
    }

    Optional<ClassificationLine> read(int start, int lineEnd) {
      end = lineEnd;
      at = start;
      Level level = skipNoise(start) ? readLevel() : null;
      if (level == null) {
        return Optional.empty();
      }
      readCaveats();
      int levelEnd = Characters.skipBlanksBack(text, at, start);
      boolean sectioned = readSection();
      int spanEnd = sectioned ? at : levelEnd;
      if (sectioned) {
        readCaveats();
      }
      int mark = Characters.skipBlanks(text, at, end);
      if (mark < end
          && (Characters.isWordAt(text, mark, end, "PAGE")
              || LevelWord.isPrintNumber(text, mark, end))) {
        // A page begins.
        return Optional.empty();
      }
      Station station = readStation();
      if (station == null && !mayStandAlone(mark, sectioned)) {
        return Optional.empty();
      }
      if (station != null) {
        spanEnd = sectioned ? station.end : sectionBehind(station);
      }
      return Optional.of(
          new ClassificationLine(
              level,
              station == null ? null : station.post,
              station == null ? -1 : station.serial,
              section,
              sectionCount,
              new Span(start, Math.max(spanEnd, start))));
    }

    /** Skips a stray quote, sign or digit in front; false where the line is none. */
    private boolean skipNoise(int start) {
      while (at < end && at - start < 3 && !Characters.isLetter(text.charAt(at))) {
        char c = text.charAt(at);
        if (c == '(' || c == '-' || c == '\u00b6' || (at > start && Characters.isDigit(c))) {
          return false;
        }
        at++;
      }
      return true;
    }

    /** Whether a level without a post may have behind it what stands at {@code mark}. */
    private boolean mayStandAlone(int mark, boolean sectioned) {
      boolean rest = mark < end && !isKeyword(mark);
      return (!rest || sectioned || opensCaption(mark)) && !(damaged && mark < end);
    }

    /** Behind the section that follows the serial, or behind the serial. */
    private int sectionBehind(Station station) {
      at = station.end;
      end = lines.end(lines.at(Math.max(station.end - 1, 0)));
      return readSection() ? at : station.end;
    }

    /** The level at {@code at}, which is moved behind it. */
    private @Nullable Level readLevel() {
      StringBuilder letters = new StringBuilder(20);
      Level best = null;
      int bestEnd = at;
      int bestDistance = 2;
      int stop = Math.min(end, at + LONGEST_LEVEL);
      for (int i = at; i < stop && letters.length() < 20; i++) {
        char c = LookAlikes.letterWithin(text, i, end);
        if (!Characters.isLetter(c)) {
          // A stray sign within the letters is dropped, a slash or digit ends them.
          if (!Lines.isBlank(c) && c != '.' && c != '-') {
            break;
          }
          continue;
        }
        letters.append(Characters.upper(c));
        boolean boundary = i + 1 >= end || !Characters.isLetter(text.charAt(i + 1));
        if (!boundary || letters.length() < 3) {
          continue;
        }
        String found = letters.toString();
        for (Levels.Spelling spelled : Levels.standard().bare()) {
          String right = spelled.letters();
          if (Math.abs(right.length() - found.length()) > 1
              || right.length() < 5 != (found.length() < 5)) {
            continue;
          }
          int most = right.length() < 5 ? 0 : 1;
          int distance = Spelling.distance(found, right, most);
          if (distance > most) {
            continue;
          }
          // A longer reading wins over a shorter one unless it is worse spelled.
          if (distance < bestDistance || (distance == bestDistance && distance == 0)) {
            best = spelled.level();
            bestEnd = i + 1;
            bestDistance = distance;
          }
        }
      }
      if (best != null) {
        at = bestEnd;
        damaged = bestDistance > 0;
      }
      return best;
    }

    /** NOFORN, FOR OFFICIAL USE ONLY, E F T O and the like, behind slashes or blanks. */
    private void readCaveats() {
      while (true) {
        int from = at;
        while (from < end
            && (Lines.isBlank(text.charAt(from)) || "/,-;:".indexOf(text.charAt(from)) >= 0)) {
          from++;
        }
        int behind = caveatEnd(from);
        if (behind < 0) {
          return;
        }
        at = behind;
      }
    }

    /** The offset behind the control or caption that begins at {@code from}, or -1. */
    private int caveatEnd(int from) {
      int spaced = spacedEnd(from);
      if (spaced > 0 && Captions.standard().find(text.substring(from, spaced)).isPresent()) {
        return spaced;
      }
      int best = -1;
      int i = from;
      for (int words = 0; words < 6 && i < end; words++) {
        int wordEnd = Characters.skipLetters(text, i, end);
        if (wordEnd == i || wordEnd - from > 60) {
          break;
        }
        Optional<Captions.Caption> caption =
            Captions.standard().find(text.substring(from, wordEnd));
        if (caption.isPresent() && isCaveat(caption.get().kind()) && !opensStation(from, wordEnd)) {
          best = wordEnd;
        }
        i = Characters.skipBlanks(text, wordEnd, end);
        if (i == wordEnd && i < end && text.charAt(i) != '-') {
          break;
        }
        if (i < end && text.charAt(i) == '-') {
          i++;
        }
      }
      return best;
    }

    private static boolean isCaveat(Captions.Kind kind) {
      return kind == Captions.Kind.CONTROL || kind == Captions.Kind.CAPTION;
    }

    /** A word that is also a station is one where a number follows. */
    private boolean opensStation(int from, int wordEnd) {
      int next = Characters.skipBlanks(text, wordEnd, end);
      return next < end
          && Characters.isDigit(text.charAt(next))
          && Posts.standard().byName(text.substring(from, wordEnd)).isPresent();
    }

    /** The end of single letters with blanks between, {@code E F T O}; -1 where there are none. */
    private int spacedEnd(int from) {
      int i = from;
      int last = -1;
      int letters = 0;
      while (i < end
          && Characters.isLetter(text.charAt(i))
          && (i + 1 >= end || !Characters.isLetter(text.charAt(i + 1)))) {
        last = i + 1;
        letters++;
        i = Characters.skipBlanks(text, i + 1, end);
      }
      return letters >= 3 ? last : -1;
    }

    /** {@code SECTION 01 OF 03} in its damaged forms, {@code FINAL SECTION OF 03}. */
    private boolean readSection() {
      int from = Characters.skipBlanks(text, at, end);
      int wordEnd = Characters.skipLetters(text, from, end);
      boolean last = false;
      if (Characters.isWordAt(text, from, end, "FINAL")) {
        last = true;
        from = Characters.skipBlanks(text, wordEnd, end);
        wordEnd = Characters.skipLetters(text, from, end);
      }
      if (wordEnd > from) {
        String word = Characters.upper(text.substring(from, Math.min(wordEnd, from + 10)));
        if (!Spelling.within(word, "SECTION", 1) && !word.equals("SEC") && !word.equals("PART")) {
          return false;
        }
      }
      int first = Characters.skipBlanks(text, wordEnd, end);
      int firstEnd = last ? first : numberEnd(first);
      int of = Characters.skipBlanks(text, firstEnd, end);
      boolean isOf =
          of + 2 <= end
              && "OGQ0UoC".indexOf(text.charAt(of)) >= 0
              && Characters.upper(text.charAt(of + 1)) == 'F';
      int second = Characters.skipBlanks(text, Math.min(of + 2, end), end);
      int secondEnd = numberEnd(second);
      if (!isOf || secondEnd == second || (firstEnd == first && !last)) {
        return false;
      }
      long count = Characters.number(text, second, secondEnd);
      long number = last ? count : Characters.number(text, first, firstEnd);
      if (number < 1 || count < number || count > MOST_SECTIONS) {
        // SECTION 011 OF 02: the words are there, and the numbers are not to be believed.
        damaged = true;
      } else {
        section = (int) number;
        sectionCount = (int) count;
      }
      at = secondEnd;
      return true;
    }

    /** The end of one to three digits, O and l allowed for them; {@code from} if there are none. */
    private int numberEnd(int from) {
      int i = from;
      while (i < end && i - from < 3 && isDigitOrLike(text.charAt(i))) {
        i++;
      }
      boolean parted = i == from + 1 && i + 1 < end && text.charAt(from) == '0';
      if (parted && text.charAt(i) == ' ' && Characters.isDigit(text.charAt(i + 1))) {
        // 0 1
        return i + 2;
      }
      boolean digits = i < end && Characters.isDigit(text.charAt(i));
      boolean real = false;
      for (int k = from; k < i; k++) {
        real |= Characters.isDigit(text.charAt(k));
      }
      return digits || !real ? from : i;
    }

    /** Not a zero that was misread: the O of OF may be glued to the number. */
    private static boolean isDigitOrLike(char c) {
      return Characters.isDigit(c) || LookAlikes.digit(c) > 0;
    }

    private record Station(String post, long serial, int end) {}

    private @Nullable Station readStation() {
      List<String> words = new ArrayList<>();
      boolean capital = true;
      int i = at;
      int stop = end;
      boolean wrapped = false;
      while (true) {
        while (i < stop
            && (Lines.isBlank(text.charAt(i)) || "-,./#\"\\".indexOf(text.charAt(i)) >= 0)) {
          i++;
        }
        if (i >= stop) {
          int below = wrapped ? -1 : serialBelow(words);
          if (below < 0) {
            return null;
          }
          wrapped = true;
          i = lines.indentEnd(below);
          stop = lines.end(below);
          continue;
        }
        char c = text.charAt(i);
        boolean zero = isZeroForLetter(i, stop);
        if (Characters.isDigit(c) && !zero) {
          return station(words, capital, i, stop);
        }
        int wordEnd = zero ? i + 1 : i;
        while (wordEnd < stop
            && (isPostSign(text.charAt(wordEnd)) || isZeroForLetter(wordEnd, stop))) {
          capital &= !(text.charAt(wordEnd) >= 'a' && text.charAt(wordEnd) <= 'z');
          wordEnd++;
        }
        if (wordEnd == i || words.size() == MOST_POST_WORDS || isKeyword(i)) {
          return null;
        }
        words.add(text.substring(i, wordEnd));
        i = wordEnd;
      }
    }

    /** {@code 0TTAWA}, {@code COTON0U}: a zero that was meant for a letter. */
    private boolean isZeroForLetter(int i, int stop) {
      boolean before = i > at && Characters.isUpper(text.charAt(i - 1));
      return text.charAt(i) == '0'
          && i + 2 < stop
          && Characters.isUpper(text.charAt(i + 1))
          && (before || Characters.isUpper(text.charAt(i + 2)));
    }

    private @Nullable Station station(List<String> words, boolean capital, int from, int stop) {
      int digits = serialStart(from, stop);
      int digitsEnd = serialEnd(digits, stop);
      if (words.isEmpty() || digitsEnd - digits > 8) {
        return null;
      }
      // Fragments of a prefix or of the level may stand before the post: its last words count.
      Posts posts = Posts.standard();
      String post = String.join(" ", words);
      boolean known = posts.byName(post.replace('0', 'O')).isPresent();
      boolean wide = digitsEnd - from >= 3;
      for (int skip = 1; capital && skip < words.size() && !known; skip++) {
        String last = String.join(" ", words.subList(skip, words.size()));
        if (posts.byName(last).isPresent()) {
          known = true;
          post = last;
        }
      }
      if (!known) {
        boolean near = post.length() >= 4 && posts.nearest(post).isPresent();
        boolean credible = capital && words.size() <= 4 && wide;
        if (!credible && !(near && words.size() <= 3 && wide)) {
          return null;
        }
      }
      if (digitsEnd + 1 < stop
          && Characters.isUpper(text.charAt(digitsEnd))
          && Characters.isDigit(text.charAt(digitsEnd + 1))) {
        // 0004Q1: what a circuit made of one digit makes the number unknown.
        return new Station(post, -1, Characters.skipDigits(text, digitsEnd + 1, stop));
      }
      long serial = Characters.number(text, digits, digitsEnd);
      // No post sent a cable without a number: nought is one that was lost.
      return new Station(post, serial == 0 ? -1 : serial, digitsEnd);
    }

    /** Behind zeros that a blank parts from the rest of a serial, {@code 000 421}. */
    private int serialStart(int from, int stop) {
      int zeros = from;
      while (zeros < stop && text.charAt(zeros) == '0') {
        zeros++;
      }
      int next = Characters.skipBlanks(text, zeros, stop);
      return zeros > from && next > zeros && next < stop && Characters.isDigit(text.charAt(next))
          ? next
          : from;
    }

    /** Behind the digits of a serial and the letters among them that are read as digits. */
    private int serialEnd(int from, int stop) {
      int end = Characters.skipDigits(text, from, stop);
      while (end + 1 < stop
          && LookAlikes.digit(text.charAt(end)) >= 0
          && Characters.isDigit(text.charAt(end + 1))) {
        end = Characters.skipDigits(text, end + 1, stop);
      }
      return end;
    }

    /** The next line, where the words so far are the beginning of a post cut by the margin. */
    private int serialBelow(List<String> words) {
      int below = line + 1;
      while (below < lines.count() && below <= line + 2 && lines.blank(below)) {
        below++;
      }
      if (below >= lines.count() || below > line + 2) {
        return -1;
      }
      int i = lines.indentEnd(below);
      int stop = lines.end(below);
      int count = 0;
      StringBuilder name = new StringBuilder(String.join(" ", words));
      while (i < stop && count <= 3) {
        if (Characters.isDigit(text.charAt(i))) {
          int digits = Characters.skipDigits(text, i, stop) - i;
          boolean known = name.length() > 0 && Posts.standard().byName(name.toString()).isPresent();
          int next = Characters.skipBlanks(text, i + digits, stop);
          boolean alone = next >= stop || (next == stop - 1 && text.charAt(next) == '\\');
          return digits <= 8 && (known || (alone && digits >= 3 && name.length() > 0)) ? below : -1;
        }
        int wordEnd = i;
        while (wordEnd < stop && isPostSign(text.charAt(wordEnd))) {
          wordEnd++;
        }
        if (wordEnd == i) {
          return -1;
        }
        name.append(' ').append(text, i, wordEnd);
        count++;
        i = Characters.skipBlanks(text, wordEnd, stop);
      }
      return -1;
    }

    private static boolean isPostSign(char c) {
      return Characters.isLetter(c) || Characters.isApostrophe(c) || c == '-' || c == '.';
    }

    /** Whether a heading keyword begins here: the post, if any, stood before it. */
    private boolean isKeyword(int i) {
      return text.startsWith("E.O.", i)
          || text.startsWith("E.0.", i)
          || Characters.isWordAt(text, i, end, "TAGS")
          || Characters.isWordAt(text, i, end, "SUBJECT")
          || Characters.isWordAt(text, i, end, "SUBJ");
    }

    private boolean opensCaption(int i) {
      int wordEnd = Characters.skipLetters(text, i, end);
      return wordEnd > i && Captions.standard().find(text.substring(i, wordEnd)).isPresent();
    }
  }
}
