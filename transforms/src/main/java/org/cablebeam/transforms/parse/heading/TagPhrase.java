package org.cablebeam.transforms.parse.heading;

import org.cablebeam.schemas.vocabulary.Countries;
import org.cablebeam.schemas.vocabulary.Tags;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Lines;

/** Several words that make one tag and are in no vocabulary. One a list. */
final class TagPhrase {
  private final String list;
  private final int year;
  private final Tags tags;
  private final GluedTags glued;
  private final boolean commas;

  TagPhrase(String list, int year, Tags tags, GluedTags glued) {
    this.list = list;
    this.year = year;
    this.tags = tags;
    this.glued = glued;
    this.commas = list.indexOf(',') >= 0;
  }

  /** {@code TIP IN ITALY}: the end of the country's name; -1 where none stands. */
  int inCountry(int from) {
    int in = Characters.skipBlanks(list, from, list.length());
    if (in == from || !Characters.isWordAt(list, in, list.length(), "IN")) {
      return -1;
    }
    int name = Characters.skipBlanks(list, in + 2, list.length());
    int end = Characters.skipLetters(list, name, list.length());
    String country = Characters.upper(list.substring(name, end));
    return country.length() > 3
            && !tags.contains(country)
            && Countries.standard().byName(country, year).isPresent()
        ? end
        : -1;
  }

  /**
   * {@code DOMESTIC POLITICS}, {@code TRADE AND AID}: between commas, words of which none is a tag,
   * make one tag; and words joined by AND or WITH do anywhere. Answers the offset behind the
   * phrase, or {@code start} where none stands.
   */
  int end(int start) {
    int i = start;
    int words = 0;
    boolean joined = false;
    boolean damaged = false;
    int end = start;
    while (i < list.length() && words < 7) {
      int word = i;
      while (i < list.length() && TagSigns.isTag(list.charAt(i))) {
        i++;
      }
      if (i == word) {
        break;
      }
      String text = Characters.upper(TagSigns.trim(list.substring(word, i)));
      joined |= words > 0 && (text.equals("AND") || text.equals("WITH"));
      boolean small = WordSense.NO_NAME.is(text);
      if (!small && (text.length() < 3 && words > 0 || tags.contains(text) && text.length() == 4)) {
        i = word;
        break;
      }
      damaged |= glued.repair(text, year) != null || !glued.part(text).isEmpty();
      words++;
      end = i;
      int next = i;
      while (next < list.length() && list.charAt(next) == ' ') {
        next++;
      }
      if (next == i || next >= list.length() || !TagSigns.isTag(list.charAt(next))) {
        i = next;
        break;
      }
      i = next;
    }
    boolean bounded = commas && (end >= list.length() || list.charAt(skip(end)) == ',');
    boolean before = start == 0 || precededByComma(start);
    String text = list.substring(start, end).strip();
    String last = text.substring(text.lastIndexOf(' ') + 1);
    if (words < 2
        || words > 6
        || last.equalsIgnoreCase("AND")
        || last.equalsIgnoreCase("WITH")
        || !(joined || (before && bounded && !damaged))) {
      return start;
    }
    return end;
  }

  private int skip(int from) {
    int i = from;
    while (i < list.length() - 1 && Lines.isBlank(list.charAt(i))) {
      i++;
    }
    return Math.min(i, list.length() - 1);
  }

  private boolean precededByComma(int start) {
    int i = start - 1;
    while (i >= 0 && Lines.isBlank(list.charAt(i))) {
      i--;
    }
    return i < 0 || list.charAt(i) == ',' || list.charAt(i) == ';';
  }
}
