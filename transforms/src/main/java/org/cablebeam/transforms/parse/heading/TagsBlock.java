package org.cablebeam.transforms.parse.heading;

import java.util.stream.Stream;
import org.cablebeam.schemas.vocabulary.Tags;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Lines;

/** How far the list of tags runs on over the lines below its keyword. Immutable, thread-safe. */
final class TagsBlock {
  private static final int MOST_LINES = 40;

  private static final int MOST_LETTERS = 20_000;

  private final Tags tags;
  private final GluedTags glued;
  private final MultiWordTags multiWord;

  TagsBlock(Tags tags, GluedTags glued, MultiWordTags multiWord) {
    this.tags = tags;
    this.glued = glued;
    this.multiWord = multiWord;
  }

  /** Whether the first word is a known tag. */
  static boolean opens(String text, int from, int end) {
    int at = Characters.skipBlanks(text, from, end);
    while (at < end && "[(<".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    int word = Characters.skipLetters(text, at, end);
    if (word == at || word - at > 40) {
      return false;
    }
    String code = Characters.upper(text.substring(at, word));
    return Tags.standard().contains(code) || isGlued(code);
  }

  /** Codes of four letters one behind the other, a country perhaps behind them. */
  private static boolean isGlued(String word) {
    int at = 0;
    while (word.length() - at >= 4 && Tags.standard().contains(word.substring(at, at + 4))) {
      at += 4;
    }
    int rest = word.length() - at;
    return at > 0 && (rest == 0 || (rest == 2 && Tags.standard().contains(word.substring(at))));
  }

  /** Whether the line holds at least two words and each is a known tag. */
  static boolean isListOfTags(String text, int from, int end) {
    int words = 0;
    int at = from;
    while (at < end) {
      while (at < end && !Characters.isLetter(text.charAt(at))) {
        at++;
      }
      int word = Characters.skipLetters(text, at, end);
      if (word == at) {
        break;
      }
      if (word - at > 40
          || ++words > 60
          || !Tags.standard().contains(Characters.upper(text.substring(at, word)))) {
        return false;
      }
      at = word;
    }
    return words >= 2;
  }

  /** How much of the field is the list of tags: its first line, and lines that continue it. */
  int end(String field) {
    int cap = Math.min(field.length(), MOST_LETTERS);
    int end = lineEnd(field, 0, cap);
    int count = 1;
    while (end < cap && count < MOST_LINES) {
      int next = end + 1;
      boolean blank = false;
      while (next < cap && field.charAt(next) == '\n') {
        next++;
        blank = true;
      }
      if (next >= cap) {
        break;
      }
      int nextEnd = lineEnd(field, next, cap);
      if (!continues(field, end, next, nextEnd, blank)) {
        break;
      }
      end = nextEnd;
      count++;
    }
    return end;
  }

  private static int lineEnd(String field, int from, int cap) {
    int newline = field.indexOf('\n', from);
    return newline < 0 || newline > cap ? cap : newline;
  }

  private boolean continues(String field, int end, int next, int nextEnd, boolean blank) {
    int last = Characters.skipBlanksBack(field, end, 0);
    boolean empty = last == 0;
    boolean comma = !empty && ",;".indexOf(field.charAt(last - 1)) >= 0;
    int word = Characters.skipBlanks(field, next, nextEnd);
    int wordEnd = word;
    while (wordEnd < nextEnd && TagSigns.isTag(field.charAt(wordEnd))) {
      wordEnd++;
    }
    String first = Characters.upper(field.substring(word, Math.min(wordEnd, word + 40)));
    if (WordSense.ENDS_TAGS.is(first)
        || (word < nextEnd && Character.isDigit(field.charAt(word)))) {
      return false;
    }
    boolean known = allKnown(field, next, nextEnd);
    if (blank) {
      // The last tags of a list may stand alone between it and the next keyword.
      boolean alone = field.substring(nextEnd).isBlank() && isCapital(field, next, nextEnd);
      return known && (comma || empty || alone);
    }
    if (comma && nextEnd - next < 200) {
      return true;
    }
    boolean open = field.lastIndexOf('(', last) > field.lastIndexOf(')', last);
    if (open) {
      int close = field.indexOf(')', next);
      return (close >= 0 && close < nextEnd && close - next < 60) || known;
    }
    boolean wordComma =
        wordEnd > word
            && wordEnd < nextEnd
            && field.charAt(wordEnd) == ','
            && wordEnd - word <= 12
            && (tags.contains(first) || nextEnd - next < 80);
    return known || wordComma || isPerson(field, word, nextEnd);
  }

  /** {@code (DOE, JANE)} alone on a line. */
  private static boolean isPerson(String field, int from, int end) {
    int close = Characters.skipBlanksBack(field, end, from) - 1;
    int comma = field.indexOf(',', from);
    return from < close
        && field.charAt(from) == '('
        && field.indexOf(')', from) == close
        && comma > from
        && comma < close
        && field.substring(from, close).chars().noneMatch(Character::isDigit);
  }

  private static boolean isCapital(String field, int from, int end) {
    return field.substring(from, end).chars().noneMatch(c -> c >= 'a' && c <= 'z');
  }

  /** Whether every word between two offsets is a known tag, or several glued together. */
  boolean allKnown(String field, int from, int end) {
    int at = from;
    int words = 0;
    while (at < end) {
      while (at < end && !TagSigns.isTag(field.charAt(at))) {
        char c = field.charAt(at);
        if (c == ':' || c == '.' && at + 1 < end && !Lines.isBlank(field.charAt(at + 1))) {
          return false;
        }
        at++;
      }
      int word = at;
      int multi = multiWord.end(field, word);
      if (multi > word && multi <= end) {
        at = multi;
        words++;
        continue;
      }
      while (at < end && TagSigns.isTag(field.charAt(at))) {
        at++;
      }
      if (at == word) {
        break;
      }
      String found = Characters.upper(field.substring(word, Math.min(at, word + 60)));
      if (!isKnown(found) || ++words > 100) {
        return false;
      }
    }
    return words > 0;
  }

  /** A tag, several glued together, or several with slashes between. */
  private boolean isKnown(String word) {
    if (tags.contains(word) || tags.alias(word).isPresent() || !glued.part(word).isEmpty()) {
      return true;
    }
    return word.indexOf('/') > 0 && Stream.of(word.split("/", -1)).allMatch(tags::contains);
  }

  /** A page header glued on behind five or more blanks is cut off. */
  String withoutFurniture(String list) {
    int at = list.indexOf("     ");
    if (at < 0) {
      return list;
    }
    int word = Characters.skipBlanks(list, at, list.length());
    int end = lineEnd(list, word, list.length());
    if (list.lastIndexOf('\n', at) == word - 1 || allKnown(list, word, end) || at == 0) {
      return list;
    }
    int wordEnd = Characters.skipLetters(list, word, list.length());
    String first = Characters.upper(list.substring(word, wordEnd));
    return WordSense.ENDS_TAGS.is(first) ? list.substring(0, at) + list.substring(end) : list;
  }
}
