package org.cablebeam.transforms.parse.heading;

import java.util.ArrayList;
import java.util.List;
import org.cablebeam.schemas.TagKind;
import org.cablebeam.schemas.vocabulary.Countries;
import org.cablebeam.schemas.vocabulary.Tags;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Lines;

/**
 * Reads the names of persons in a list of tags: in parentheses, several in one, in one that was
 * never closed, or without any. One a list.
 */
final class PersonNames {
  /** No person's name has more words. */
  private static final int MOST_NAME_WORDS = 4;

  private static final int LONGEST_PARENTHESIS = 300;

  /** Between so many letters are the names that may stand at the end of a list. */
  private static final int SHORTEST_LAST = 2;

  private static final int LONGEST_LAST = 20;

  private final String list;
  private final int year;
  private final Tags tags;
  private final GluedTags glued;
  private final TagsBlock block;
  private final TagsSoFar soFar;

  PersonNames(String list, int year, Tags tags, GluedTags glued, TagsBlock block, TagsSoFar soFar) {
    this.list = list;
    this.year = year;
    this.tags = tags;
    this.glued = glued;
    this.block = block;
    this.soFar = soFar;
  }

  /**
   * Reads the parenthesis that opens at an offset; answers the offset behind it, or behind its
   * opening where it holds tags and no names.
   */
  int parenthesis(int open) {
    int close = open + 1;
    while (close < list.length()
        && list.charAt(close) != ')'
        && list.charAt(close) != '('
        && close - open < LONGEST_PARENTHESIS) {
      close++;
    }
    if (block.allKnown(list, open + 1, close)) {
      // A tag in parentheses: (OVIP) VANCE, CYRUS.
      return open + 1;
    }
    boolean closed = close < list.length() && list.charAt(close) == ')';
    if (!closed && !soFar.personsMayFollow() && list.indexOf(',', open) < 0) {
      return open + 1;
    }
    if (!closed) {
      return lostParenthesis(open + 1, close);
    }
    for (String persons : list.substring(open + 1, close).split(";", -1)) {
      for (String person : persons.split(" (?:AND|and|&) ", -1)) {
        names(person);
      }
    }
    return close + 1;
  }

  /** {@code OVIP (DOE, JANE, PREL}: one name, then tags. */
  private int lostParenthesis(int from, int end) {
    List<int[]> words = new ArrayList<>();
    int i = from;
    boolean comma = false;
    while (i < end && words.size() < MOST_NAME_WORDS) {
      while (i < end && !TagSigns.isName(list.charAt(i))) {
        if (list.charAt(i) == ',' && !words.isEmpty()) {
          if (comma) {
            break;
          }
          comma = true;
        } else if (list.charAt(i) == ';') {
          end = i;
        }
        i++;
      }
      if (i >= end || !TagSigns.isName(list.charAt(i))) {
        break;
      }
      int word = i;
      while (i < end && TagSigns.isName(list.charAt(i))) {
        i++;
      }
      if (words.size() >= 2 && tags.contains(Characters.upper(list.substring(word, i)))) {
        i = word;
        break;
      }
      words.add(new int[] {word, i});
    }
    if (words.isEmpty()) {
      return from;
    }
    int nameEnd = words.get(words.size() - 1)[1];
    soFar.addPerson(list.substring(from, nameEnd));
    return nameEnd;
  }

  /** One parenthesis: one name, or several parted by further commas. */
  private void names(String text) {
    if (text.chars().anyMatch(Character::isDigit)) {
      // (DOE, JANE; B. 1950)
      return;
    }
    String code = Characters.upper(text.strip());
    if (WordSense.COMPANY.is(TagSigns.trim(code.substring(code.lastIndexOf(' ') + 1)))) {
      soFar.addUnknown(code, text.strip(), TagKind.ORGANIZATION);
      return;
    }
    String[] pieces = text.split(",", -1);
    if (pieces.length <= 2) {
      soFar.addPerson(text);
      return;
    }
    // SURNAME, FIRST, SURNAME, FIRST: an even number of pieces of one name each.
    if (pieces.length % 2 == 0) {
      for (int i = 0; i < pieces.length; i += 2) {
        soFar.addPerson(pieces[i] + "," + pieces[i + 1]);
      }
      return;
    }
    soFar.addPerson(text);
  }

  /**
   * A name without parentheses at an offset, {@code OVIP SAMPLE JANE}, {@code (OVIP)VANCE, CYRUS};
   * answers the offset behind it, or {@code start} where none stands.
   */
  int bare(int start) {
    if (!soFar.personsMayFollow()) {
      boolean last = soFar.personsMayEnd() && isLast(start);
      if (last) {
        soFar.addPerson(list.substring(start));
      }
      return last ? list.length() : start;
    }
    int i = start;
    int words = 0;
    int commas = 0;
    int end = start;
    while (i < list.length() && words < MOST_NAME_WORDS) {
      int word = i;
      while (i < list.length() && TagSigns.isName(list.charAt(i))) {
        i++;
      }
      String text = Characters.upper(list.substring(word, i));
      String bare = TagSigns.trim(text);
      boolean initial = bare.length() == 1;
      if (bare.isEmpty()
          || (!initial && !isName(bare))
          || (initial && words == 0)
          || (words >= 2 && !initial && bare.length() > 3 && !text.endsWith("."))) {
        i = word;
        break;
      }
      words++;
      end = i;
      int next = i;
      while (next < list.length() && (Lines.isBlank(list.charAt(next)))) {
        next++;
      }
      if (next < list.length() && list.charAt(next) == ',') {
        if (commas > 0 || words > 1) {
          break;
        }
        commas++;
        next++;
        while (next < list.length() && Lines.isBlank(list.charAt(next))) {
          next++;
        }
      }
      i = next;
    }
    if (words < 2 || isDamaged(list.substring(start, end))) {
      return start;
    }
    soFar.addPerson(list.substring(start, end));
    return end;
  }

  /** {@code PINR, PL, DOE, JANE ANN}: a surname and given names that end the list. */
  private boolean isLast(int start) {
    if (list.length() - start > 2 * LONGEST_LAST) {
      return false;
    }
    int comma = list.indexOf(',', start);
    String rest = comma < 0 ? "" : list.substring(comma + 1).strip();
    return comma > start
        && comma - start > SHORTEST_LAST
        && rest.length() > SHORTEST_LAST
        && rest.length() < LONGEST_LAST
        && mayBeNames(list.substring(start, comma))
        && mayBeNames(rest);
  }

  /** Words of letters, none of them a tag, glued or misspelt. */
  private boolean mayBeNames(String words) {
    for (String word : Characters.upper(words).split(" +", -1)) {
      boolean name = word.chars().allMatch(c -> Character.isLetter(c) || c == '.');
      if (!name || (word.length() > 2 && (!isName(word) || glued.repair(word, year) != null))) {
        return false;
      }
    }
    return true;
  }

  /** {@code KWWMN, ESENV}: words each of which is a tag with one letter wrong. */
  private boolean isDamaged(String words) {
    for (String word : Characters.upper(words).split("[ ,\n]+", -1)) {
      if (word.isEmpty() || glued.repair(TagSigns.trim(word), year) == null) {
        return false;
      }
    }
    return true;
  }

  private boolean isName(String word) {
    return word.length() >= 2
        && !WordSense.NO_NAME.is(word)
        && !tags.contains(word)
        && tags.alias(word).isEmpty()
        && glued.part(word).isEmpty()
        && Countries.standard().byName(word, year).isEmpty()
        && (word.length() != 4 || word.charAt(0) != 'K' || glued.repair(word, year) == null)
        && word.chars().noneMatch(c -> c >= '0' && c <= '9');
  }
}
