package org.cablebeam.transforms.parse.heading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cablebeam.schemas.IssueCode;
import org.cablebeam.schemas.Tag;
import org.cablebeam.schemas.TagKind;
import org.cablebeam.schemas.vocabulary.Countries;
import org.cablebeam.schemas.vocabulary.Tags;
import org.cablebeam.transforms.text.Issues;
import org.cablebeam.transforms.text.Lines;
import org.jspecify.annotations.Nullable;

/**
 * Reads the TAGS line: subjects, programs, countries, organizations and persons, separated by
 * blanks, commas, semicolons or slashes, or not at all.
 *
 * <p>The code of a person is {@code SURNAME, FIRST M} in upper case: one comma, single blanks, no
 * full stops; {@code DOE JANE} without a comma gets one behind the first word. All other codes are
 * those of the vocabulary, or the text in upper case where it knows none. Immutable, thread-safe.
 */
final class TagsLine {
  /** Tags behind which the manual allows names of persons. */
  private static final Set<String> BEFORE_PERSONS =
      Set.of("OVIP", "OREP", "OTRA", "OEXC", "OCON", "CASC", "PINR", "PGOV", "PPDC", "CGEN");

  /** What is found in TAGS lines and is no tag. */
  private static final Set<String> NO_TAGS =
      Set.of("SIPDIS", "NOFORN", "N/A", "NA/", "NONE", "TAGS", "TAG", "AND", "SENSITIVE");

  private static final Set<String> STOP_WORDS =
      Set.of(
          "SUBJECT",
          "SUBJ",
          "REF",
          "REFS",
          "REFTEL",
          "CLASSIFIED",
          "SUMMARY",
          "PAGE",
          "UNCLASSIFIED",
          "UNCLAS",
          "CONFIDENTIAL",
          "SECRET",
          "LIMITED");

  /** No person's name has more words. */
  private static final int MOST_NAME_WORDS = 4;

  /** A TAGS line of a real cable has fewer tags by far. */
  private static final int MOST_TAGS = 500;

  private static final int MOST_LINES = 40;

  private static final int MOST_LETTERS = 20_000;

  private final Tags tags;
  private final GluedTags glued;
  private final Map<String, List<String>> multiWord = new HashMap<>();

  TagsLine(Tags tags) {
    this.tags = tags;
    this.glued = new GluedTags(tags);
    for (String code : tags.multiWord()) {
      multiWord.computeIfAbsent(firstWord(code), first -> new ArrayList<>(2)).add(code);
    }
  }

  private static String firstWord(String code) {
    int at = 0;
    while (at < code.length() && Character.isLetterOrDigit(code.charAt(at))) {
      at++;
    }
    return code.substring(0, at);
  }

  /** Whether the first word is a known tag. */
  static boolean opensList(String text, int from, int end) {
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
  int listEnd(String field) {
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
    boolean comma = last > 0 && ",;".indexOf(field.charAt(last - 1)) >= 0;
    int word = Characters.skipBlanks(field, next, nextEnd);
    int wordEnd = word;
    while (wordEnd < nextEnd && isTagSign(field.charAt(wordEnd))) {
      wordEnd++;
    }
    String first = Characters.upper(field.substring(word, Math.min(wordEnd, word + 40)));
    if (STOP_WORDS.contains(first) || (word < nextEnd && Character.isDigit(field.charAt(word)))) {
      return false;
    }
    boolean known = allKnown(field, next, nextEnd);
    if (blank) {
      return known && (comma || empty);
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
    return known || wordComma;
  }

  private boolean allKnown(String field, int from, int end) {
    int at = from;
    int words = 0;
    while (at < end) {
      while (at < end && !isTagSign(field.charAt(at))) {
        char c = field.charAt(at);
        if (c == ':' || c == '.' && at + 1 < end && !Lines.isBlank(field.charAt(at + 1))) {
          return false;
        }
        at++;
      }
      int word = at;
      int multi = multiWordEnd(field, word);
      if (multi > word && multi <= end) {
        at = multi;
        words++;
        continue;
      }
      while (at < end && isTagSign(field.charAt(at))) {
        at++;
      }
      if (at == word) {
        break;
      }
      String found = Characters.upper(field.substring(word, Math.min(at, word + 60)));
      boolean known =
          tags.contains(found) || tags.alias(found).isPresent() || !glued.part(found).isEmpty();
      if (!known || ++words > 100) {
        return false;
      }
    }
    return words > 0;
  }

  private static boolean isTagSign(char c) {
    return Characters.isLetter(c) || Characters.isDigit(c) || "-/&'.".indexOf(c) >= 0;
  }

  // Multi-word codes

  /** The end of the code of several words that begins at {@code start}; -1 where none does. */
  private int multiWordEnd(String list, int start) {
    String code = multiWordAt(list, start);
    return code == null ? -1 : start + matchLength(list, start, code);
  }

  private @Nullable String multiWordAt(String list, int start) {
    int end = start;
    while (end < list.length() && Character.isLetterOrDigit(list.charAt(end))) {
      end++;
    }
    if (end - start > 40) {
      return null;
    }
    List<String> codes = multiWord.get(Characters.upper(list.substring(start, end)));
    if (codes == null) {
      return null;
    }
    String best = null;
    for (String code : codes) {
      int length = matchLength(list, start, code);
      if (length == 0) {
        continue;
      }
      int behind = start + length;
      boolean whole =
          behind >= list.length() || !isTagSign(list.charAt(behind)) || list.charAt(behind) == '.';
      boolean gluedOn =
          code.indexOf(' ') > 0
              && !whole
              && Characters.isLetter(list.charAt(behind))
              && code.length() >= 8;
      if ((whole || gluedOn) && (best == null || code.length() > best.length())) {
        best = code;
      }
    }
    return best;
  }

  /** How many characters of the list the code takes, blanks and line ends being equal. */
  private static int matchLength(String list, int start, String code) {
    int i = start;
    for (int k = 0; k < code.length(); k++) {
      char want = code.charAt(k);
      if (want == ' ') {
        int blank = i;
        while (i < list.length() && Lines.isBlank(list.charAt(i))) {
          i++;
        }
        if (i == blank) {
          return 0;
        }
        continue;
      }
      if (i >= list.length() || Characters.upper(list.charAt(i)) != Characters.upper(want)) {
        return 0;
      }
      i++;
    }
    return i - start;
  }

  /** The tags of the list, without repeats, in order. */
  List<Tag> read(String list, int year, Issues issues) {
    Reading reading = new Reading(withoutFurniture(list), year, issues);
    return reading.read();
  }

  /** A page header glued on behind five or more blanks is cut off. */
  private String withoutFurniture(String list) {
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
    return STOP_WORDS.contains(first) ? list.substring(0, at) + list.substring(end) : list;
  }

  /** One list of tags. */
  private final class Reading {
    private final String list;
    private final int year;
    private final Issues issues;
    private final boolean commas;
    private final Map<String, Tag> found = new LinkedHashMap<>();
    private int at;
    private boolean personsMayFollow;

    Reading(String list, int year, Issues issues) {
      this.list = list;
      this.year = year;
      this.issues = issues;
      this.commas = list.indexOf(',') >= 0;
    }

    List<Tag> read() {
      while (at < list.length() && found.size() < MOST_TAGS) {
        char c = list.charAt(at);
        if (c == '(') {
          parenthesis();
        } else if (isTagSign(c)) {
          word();
        } else {
          at++;
        }
      }
      return new ArrayList<>(found.values());
    }

    // Persons in parentheses

    private void parenthesis() {
      int open = at;
      int close = open + 1;
      while (close < list.length()
          && list.charAt(close) != ')'
          && list.charAt(close) != '('
          && close - open < 300) {
        close++;
      }
      boolean closed = close < list.length() && list.charAt(close) == ')';
      String inside = list.substring(open + 1, close);
      at = closed ? close + 1 : close;
      if (allKnown(inside, 0, inside.length()) && inside.strip().indexOf(' ') < 0) {
        // A tag in parentheses: (OVIP) VANCE, CYRUS.
        add(known(Characters.upper(inside.strip())), inside.strip());
        personsMayFollow = true;
        return;
      }
      if (!closed) {
        at = open + 1;
        lostParenthesis(open + 1, close);
        return;
      }
      for (String person : inside.split(";", -1)) {
        names(person);
      }
      personsMayFollow = true;
    }

    /** {@code OVIP (DOE, JANE, PREL}: one name, then tags. */
    private void lostParenthesis(int from, int end) {
      List<int[]> words = new ArrayList<>();
      int i = from;
      boolean comma = false;
      while (i < end && words.size() < MOST_NAME_WORDS) {
        while (i < end && !isNameSign(list.charAt(i))) {
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
        if (i >= end || !isNameSign(list.charAt(i))) {
          break;
        }
        int word = i;
        while (i < end && isNameSign(list.charAt(i))) {
          i++;
        }
        if (words.size() >= 2 && tags.contains(Characters.upper(list.substring(word, i)))) {
          i = word;
          break;
        }
        words.add(new int[] {word, i});
      }
      if (words.isEmpty()) {
        return;
      }
      int nameEnd = words.get(words.size() - 1)[1];
      person(list.substring(from, nameEnd));
      at = nameEnd;
    }

    /** One parenthesis: one name, or several parted by further commas. */
    private void names(String text) {
      String[] pieces = text.split(",", -1);
      if (pieces.length <= 2) {
        person(text);
        return;
      }
      // SURNAME, FIRST, SURNAME, FIRST: an even number of pieces of one name each.
      if (pieces.length % 2 == 0) {
        for (int i = 0; i < pieces.length; i += 2) {
          person(pieces[i] + "," + pieces[i + 1]);
        }
        return;
      }
      person(text);
    }

    private void person(String text) {
      String code = personCode(text);
      if (!code.isEmpty()) {
        add(code, text.replace('\n', ' ').strip(), TagKind.PERSON, null, null);
      }
    }

    // Words

    private void word() {
      int start = at;
      String multi = multiWordAt(list, start);
      if (multi != null) {
        int end = start + matchLength(list, start, multi);
        at = end;
        if (end < list.length() && Characters.isLetter(list.charAt(end))) {
          issues.add(IssueCode.SPLIT_TAGS, "tags", list.substring(start, tagEnd(end)));
        }
        add(known(multi), list.substring(start, end).replace('\n', ' '));
        personsMayFollow = false;
        return;
      }
      int end = tagEnd(start);
      at = end;
      String text = trimSigns(list.substring(start, end));
      String code = Characters.upper(text);
      if (code.isEmpty() || NO_TAGS.contains(code)) {
        return;
      }
      Optional<Tags.Entry> entry = tags.find(code, year);
      if (entry.isEmpty()) {
        entry = tags.alias(code);
        if (entry.isEmpty() && text.indexOf('/') > 0) {
          // A slash that separates.
          at = start + list.substring(start, end).indexOf('/');
          String first = list.substring(start, at);
          if (!first.isEmpty() && at < end) {
            single(first, start);
            at = Math.max(at, start + first.length() + 1);
            return;
          }
          at = end;
        }
        if (entry.isEmpty() && hyphenated(code)) {
          for (String part : code.split("-", -1)) {
            add(known(part), part);
            personsMayFollow = BEFORE_PERSONS.contains(part);
          }
          issues.add(IssueCode.SPLIT_TAGS, "tags", text);
          return;
        }
      }
      int country = entry.isPresent() ? inCountry(end) : -1;
      if (country > 0) {
        String topic = list.substring(start, country).replace('\n', ' ');
        issues.add(IssueCode.UNKNOWN_TAG, "tags", topic);
        add(Characters.upper(topic), topic, TagKind.UNKNOWN, null, null);
        at = country;
        personsMayFollow = false;
        return;
      }
      if (entry.isPresent()) {
        add(entry, text);
        personsMayFollow = BEFORE_PERSONS.contains(entry.get().code());
        return;
      }
      single(text, start);
    }

    /** {@code TIP IN ITALY}: the end of the country's name; -1 where none stands. */
    private int inCountry(int from) {
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

    /** {@code AORC-IAEA-PARM}: tags parted by hyphens. */
    private boolean hyphenated(String code) {
      if (code.indexOf('-') < 0) {
        return false;
      }
      for (String part : code.split("-", -1)) {
        if (part.length() < 2 || !tags.contains(part)) {
          return false;
        }
      }
      return true;
    }

    /** A word that is no tag by itself. */
    private void single(String found, int start) {
      String text = trimSigns(found);
      String code = Characters.upper(text);
      if (code.isEmpty()) {
        return;
      }
      Optional<Tags.Entry> exact = tags.find(code, year);
      if (exact.isPresent()) {
        add(exact, text);
        personsMayFollow = BEFORE_PERSONS.contains(code);
        return;
      }
      if (nameFollows(start)) {
        return;
      }
      if (phrase(start)) {
        return;
      }
      List<String> parts = glued.part(code);
      if (!parts.isEmpty()) {
        issues.add(IssueCode.SPLIT_TAGS, "tags", text);
        for (String part : parts) {
          add(known(part), part);
        }
        personsMayFollow = BEFORE_PERSONS.contains(parts.get(parts.size() - 1));
        return;
      }
      boolean country = Countries.standard().byName(code, year).isPresent();
      String repaired = country ? null : glued.repair(code, year);
      if (repaired != null) {
        issues.add(IssueCode.REPAIRED_TAG, "tags", text + " > " + repaired);
        add(known(repaired), text);
        personsMayFollow = BEFORE_PERSONS.contains(repaired);
        return;
      }
      TagKind kind = shape(code);
      issues.add(IssueCode.UNKNOWN_TAG, "tags", text);
      add(code, text, kind, null, null);
      personsMayFollow = false;
    }

    private static TagKind shape(String code) {
      boolean letters = code.chars().allMatch(c -> c >= 'A' && c <= 'Z');
      if (letters && code.length() == 2) {
        return TagKind.GEOGRAPHIC;
      }
      if (letters && code.length() == 4 && code.charAt(0) == 'K') {
        return TagKind.PROGRAM;
      }
      return TagKind.UNKNOWN;
    }

    /** {@code OVIP SAMPLE JANE}, {@code (OVIP)VANCE, CYRUS}: a name without parentheses. */
    private boolean nameFollows(int start) {
      if (!personsMayFollow) {
        return false;
      }
      int i = start;
      int words = 0;
      int commas = 0;
      int end = start;
      while (i < list.length() && words < MOST_NAME_WORDS) {
        int word = i;
        while (i < list.length() && isNameSign(list.charAt(i))) {
          i++;
        }
        String text = Characters.upper(list.substring(word, i));
        String bare = trimSigns(text);
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
        return false;
      }
      person(list.substring(start, end));
      at = end;
      return true;
    }

    /** {@code KWWMN, ESENV}: words each of which is a tag with one letter wrong. */
    private boolean isDamaged(String words) {
      for (String word : Characters.upper(words).split("[ ,\n]+", -1)) {
        if (word.isEmpty() || glued.repair(trimSigns(word), year) == null) {
          return false;
        }
      }
      return true;
    }

    private boolean isName(String word) {
      return word.length() >= 2
          && !tags.contains(word)
          && tags.alias(word).isEmpty()
          && glued.part(word).isEmpty()
          && Countries.standard().byName(word, year).isEmpty()
          && (word.length() != 4 || word.charAt(0) != 'K' || glued.repair(word, year) == null)
          && word.chars().noneMatch(c -> c >= '0' && c <= '9');
    }

    /**
     * {@code DOMESTIC POLITICS}, {@code TRADE AND AID}: between commas, words of which none is a
     * tag, make one tag; and words joined by AND or WITH do anywhere.
     */
    private boolean phrase(int start) {
      int i = start;
      int words = 0;
      boolean joined = false;
      boolean damaged = false;
      int end = start;
      while (i < list.length() && words < 7) {
        int word = i;
        while (i < list.length() && isTagSign(list.charAt(i))) {
          i++;
        }
        if (i == word) {
          break;
        }
        String text = Characters.upper(trimSigns(list.substring(word, i)));
        joined |= words > 0 && (text.equals("AND") || text.equals("WITH"));
        boolean small =
            text.equals("AND")
                || text.equals("OF")
                || text.equals("IN")
                || text.equals("WITH")
                || text.equals("THE")
                || text.equals("ON");
        if (!small
            && (text.length() < 3 && words > 0 || tags.contains(text) && text.length() == 4)) {
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
        if (next == i || next >= list.length() || !isTagSign(list.charAt(next))) {
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
        return false;
      }
      issues.add(IssueCode.UNKNOWN_TAG, "tags", text);
      add(Characters.upper(text), text, TagKind.UNKNOWN, null, null);
      at = end;
      personsMayFollow = false;
      return true;
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

    private int tagEnd(int start) {
      int end = start;
      while (end < list.length() && isTagSign(list.charAt(end))) {
        end++;
      }
      return end;
    }

    // Result

    private Optional<Tags.Entry> known(String code) {
      return tags.find(code, year).or(() -> tags.alias(code));
    }

    private void add(Optional<Tags.Entry> entry, String text) {
      entry.ifPresent(e -> add(e.code(), text, e.kind(), e.name(), e.country()));
    }

    private void add(
        String code, String text, TagKind kind, @Nullable String name, @Nullable String country) {
      found.putIfAbsent(
          code,
          Tag.newBuilder()
              .setText(text)
              .setCode(code)
              .setKind(kind)
              .setName(name)
              .setCountry(country)
              .build());
    }
  }

  private static boolean isNameSign(char c) {
    return Character.isLetter(c) || c == '-' || c == '.' || Characters.isApostrophe(c);
  }

  /** Full stops, quotes, hyphens and slashes at the ends do not belong to a tag. */
  private static String trimSigns(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && !Character.isLetterOrDigit(text.charAt(start))) {
      start++;
    }
    while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** {@code SURNAME, FIRST M}: see the class. */
  private static String personCode(String text) {
    StringBuilder code = new StringBuilder();
    boolean blank = false;
    boolean comma = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' && code.length() > 0 && !comma) {
        comma = true;
        code.append(',');
        blank = true;
      } else if (isNameSign(c) && c != '.') {
        if (blank && code.length() > 0) {
          code.append(' ');
        }
        blank = false;
        code.append(Character.toUpperCase(c));
      } else {
        blank = true;
      }
    }
    String person = code.toString().strip();
    if (person.endsWith(",")) {
      person = person.substring(0, person.length() - 1);
    }
    if (person.indexOf(',') < 0) {
      int first = person.indexOf(' ');
      if (first > 0) {
        person = person.substring(0, first) + "," + person.substring(first);
      }
    }
    return person;
  }
}
