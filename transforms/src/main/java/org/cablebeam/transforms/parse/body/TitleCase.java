package org.cablebeam.transforms.parse.body;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cablebeam.schemas.TagKind;
import org.cablebeam.schemas.vocabulary.Tags;
import org.cablebeam.transforms.text.Lines;
import org.jspecify.annotations.Nullable;

/**
 * Writes a subject, which telegrams give in capitals, as a title: words capitalised, small words
 * small, acronyms and Roman numerals as they are. Acronyms are the organization TAGS, the words of
 * {@code title-words.tsv}, words without a vowel, with a digit or with inner full stops. Immutable
 * and thread-safe.
 */
public final class TitleCase {
  private static final Set<String> SMALL =
      Set.of(
          "A", "AN", "AND", "AS", "AT", "BUT", "BY", "DE", "DEL", "DU", "EN", "FOR", "FROM", "IN",
          "INTO", "NOR", "OF", "OFF", "ON", "OR", "PER", "THE", "TO", "UPON", "VIA", "VIS", "VS",
          "WITH");

  /** A subject with this share of small letters was not written in capitals, in percent. */
  private static final int MIXED = 30;

  private final Map<String, String> forms;

  private TitleCase(Map<String, String> forms) {
    this.forms = forms;
  }

  /** With the standard vocabulary. */
  public static TitleCase standard() {
    return Standard.TITLE_CASE;
  }

  private static final class Standard {
    static final TitleCase TITLE_CASE = new TitleCase(load());
  }

  private static Map<String, String> load() {
    Map<String, String> forms = new HashMap<>();
    for (Tags.Entry entry : Tags.standard().all()) {
      if (entry.kind() == TagKind.ORGANIZATION && entry.code().indexOf(' ') < 0) {
        forms.put(entry.code().toUpperCase(Locale.ROOT), entry.code());
      }
    }
    String file = "title-words.tsv";
    try (InputStream bytes = TitleCase.class.getResourceAsStream(file)) {
      if (bytes == null) {
        throw new IllegalStateException("The vocabulary " + file + " is not on the class path.");
      }
      BufferedReader rows =
          new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
      String row = rows.readLine();
      while ((row = rows.readLine()) != null) {
        int tab = row.indexOf('\t');
        if (tab <= 0) {
          throw new IllegalStateException(file + ": no tab in the row '" + row + "'.");
        }
        int next = row.indexOf('\t', tab + 1);
        forms.put(row.substring(0, tab), row.substring(tab + 1, next < 0 ? row.length() : next));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The vocabulary " + file + " could not be read.", e);
    }
    return Map.copyOf(forms);
  }

  /** The subject as a title; blanks and signs stay as they are. */
  public String of(String subject) {
    boolean mixed = isMixed(subject);
    StringBuilder title = new StringBuilder(subject.length());
    boolean opens = true;
    int lastLetter = subject.length() - 1;
    while (lastLetter >= 0 && !Character.isLetterOrDigit(subject.charAt(lastLetter))) {
      lastLetter--;
    }
    int at = 0;
    while (at < subject.length()) {
      if (!isWordSign(subject, at)) {
        char c = subject.charAt(at++);
        title.append(c);
        // What follows a colon, a dash or an opening sign begins a title of its own.
        boolean dash =
            c == '-'
                && (at >= subject.length()
                    || subject.charAt(at) == ' '
                    || subject.charAt(at) == '-')
                && !isHanging(subject, at);
        boolean closing = c == '"' && at > 1 && !Lines.isBlank(subject.charAt(at - 2));
        opens |= (":;.?!([\"\u201c\u2013\u2014".indexOf(c) >= 0 && !closing) || dash;
        continue;
      }
      int end = at + 1;
      while (end < subject.length() && isWordSign(subject, end)) {
        end++;
      }
      boolean last = end > lastLetter;
      boolean part = at > 0 && (subject.charAt(at - 1) == '-' || subject.charAt(at - 1) == '/');
      String word = subject.substring(at, end);
      boolean with = word.equals("W") && subject.startsWith("/ ", end);
      // A/S is a title of office.
      boolean office = word.length() == 1 && end < subject.length() && subject.charAt(end) == '/';
      opens |= office && !with;
      title.append(with ? "w" : word(word, opens || (last && !part && !isElided(word)), mixed));
      opens = false;
      at = end;
    }
    return title.toString();
  }

  /** PRE- AND POST-WAR: the hyphen waits for its word; {@code at} stands behind it. */
  private static boolean isHanging(String subject, int at) {
    return at >= 2
        && Character.isLetterOrDigit(subject.charAt(at - 2))
        && (subject.regionMatches(true, at, " AND ", 0, 5)
            || subject.regionMatches(true, at, " OR ", 0, 4)
            || subject.regionMatches(true, at, " TO ", 0, 4));
  }

  /** D'ETAT, which stays small at the end of a title too. */
  private static boolean isElided(String word) {
    return word.length() > 2
        && (word.charAt(1) == '\'' || word.charAt(1) == '\u2019')
        && (word.charAt(0) == 'D' || word.charAt(0) == 'L');
  }

  private String word(String word, boolean opens, boolean mixed) {
    if (mixed) {
      return inMixed(word, opens);
    }
    String upper = upper(word);
    if (isRedaction(upper)) {
      return word;
    }
    String known = forms.get(upper);
    if (known != null) {
      return known;
    }
    int apostrophe = apostrophe(upper);
    if (apostrophe > 0 && apostrophe == upper.length() - 2 && upper.endsWith("S")) {
      return form(upper.substring(0, apostrophe), opens) + word.charAt(apostrophe) + "s";
    }
    return form(upper, opens);
  }

  /** A word of a subject that was not written in capitals: its drafter knew acronyms. */
  private static String inMixed(String word, boolean opens) {
    if (isRedaction(upper(word))
        || (!opens && SMALL.contains(upper(word)) && !word.equals(upper(word)))
        || !Character.isLowerCase(word.charAt(0))) {
      return word;
    }
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private String form(String upper, boolean opens) {
    String known = forms.get(upper);
    if (known != null) {
      return known;
    }
    if (SMALL.contains(upper)) {
      return opens ? capitalised(upper) : lower(upper);
    }
    String plural = plural(upper);
    if (plural != null) {
      return plural;
    }
    if (isAcronym(upper) || isRoman(upper)) {
      return upper;
    }
    int apostrophe = apostrophe(upper);
    if (apostrophe == 1 && upper.length() - apostrophe > 2) {
      // O'BRIEN, N'DJAMENA; but d'etat and d'affaires; not Qa'ida.
      String rest = form(upper.substring(apostrophe + 1), true);
      boolean elided = apostrophe == 1 && (upper.charAt(0) == 'D' || upper.charAt(0) == 'L');
      String before = upper.substring(0, apostrophe);
      return (elided && !opens ? lower(before) : before) + upper.charAt(apostrophe) + rest;
    }
    if (upper.length() >= 5 && upper.startsWith("MC")) {
      return "Mc" + capitalised(upper.substring(2));
    }
    return capitalised(upper);
  }

  /** NGOS as NGOs, where NGO is an acronym. */
  private @Nullable String plural(String upper) {
    if (upper.length() < 3 || !upper.endsWith("S")) {
      return null;
    }
    String stem = upper.substring(0, upper.length() - 1);
    if (stem.length() < 3 && !stem.equals("MP")) {
      // FMS is no plural.
      return null;
    }
    if (stem.length() == 3 && stem.startsWith("GO")) {
      // Of governments there is one: GOES is a verb.
      return null;
    }
    String known = forms.get(stem);
    return stem.equals(known) ? stem + "s" : null;
  }

  /** Without a vowel, with a digit, with an ampersand or with inner full stops. */
  private static boolean isAcronym(String upper) {
    boolean vowel = false;
    boolean letter = false;
    for (int i = 0; i < upper.length(); i++) {
      char c = upper.charAt(i);
      if (Character.isDigit(c)) {
        return !isOrdinal(upper);
      }
      if (c == '&' || (c == '.' && i + 1 < upper.length())) {
        return true;
      }
      vowel |= isVowel(c) || c == 'Y' || c > 127;
      letter |= Character.isLetter(c);
    }
    return letter && !vowel && upper.length() >= 2;
  }

  /** 21ST, 4TH, 1990S: their letters are small. */
  private static boolean isOrdinal(String upper) {
    int at = 0;
    while (at < upper.length() && Character.isDigit(upper.charAt(at))) {
      at++;
    }
    return switch (upper.substring(at)) {
      case "ST", "ND", "RD", "TH", "S", "'S" -> at > 0;
      default -> false;
    };
  }

  private static boolean isRoman(String upper) {
    if (upper.length() > 5) {
      return false;
    }
    for (int i = 0; i < upper.length(); i++) {
      if ("IVX".indexOf(upper.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isMixed(String subject) {
    int letters = 0;
    int lower = 0;
    for (int i = 0; i < subject.length(); i++) {
      char c = subject.charAt(i);
      // The x of a redaction says nothing.
      if (Character.isLetter(c) && c != 'x') {
        letters++;
        lower += Character.isLowerCase(c) ? 1 : 0;
      }
    }
    return lower * 100 > letters * MIXED;
  }

  /** Letter by letter, so that no letter becomes two. */
  private static String upper(String word) {
    char[] letters = word.toCharArray();
    for (int i = 0; i < letters.length; i++) {
      letters[i] = Character.toUpperCase(letters[i]);
    }
    return new String(letters);
  }

  private static String lower(String word) {
    char[] letters = word.toCharArray();
    for (int i = 0; i < letters.length; i++) {
      letters[i] = Character.toLowerCase(letters[i]);
    }
    return new String(letters);
  }

  private static boolean isRedaction(String upper) {
    return upper.indexOf("XXXX") >= 0;
  }

  private static int apostrophe(String word) {
    int plain = word.lastIndexOf('\'');
    return Math.max(plain, word.lastIndexOf('\u2019'));
  }

  /** Letters and digits, and between them apostrophes, ampersands and full stops. */
  private static boolean isWordSign(String text, int at) {
    char c = text.charAt(at);
    if (Character.isLetterOrDigit(c)) {
      return true;
    }
    boolean inner =
        at > 0
            && Character.isLetterOrDigit(text.charAt(at - 1))
            && at + 1 < text.length()
            && Character.isLetterOrDigit(text.charAt(at + 1));
    if (c == '\'' || c == '\u2019' || c == '&') {
      return inner
          || (c != '&'
              && at > 0
              && text.charAt(at - 1) == '.'
              && at + 1 < text.length()
              && Character.isLetter(text.charAt(at + 1)));
    }
    if (c != '.') {
      return false;
    }
    // U.S. and 3.5, but not the end of a sentence without its blank.
    boolean letterBefore = at > 0 && Character.isLetter(text.charAt(at - 1));
    boolean single = at == 1 || (at > 1 && !Character.isLetter(text.charAt(at - 2)));
    return (letterBefore && single && (inner || (at > 1 && text.charAt(at - 2) == '.')))
        || (inner && Character.isDigit(text.charAt(at - 1)));
  }

  private static String capitalised(String upper) {
    return upper.charAt(0) + lower(upper.substring(1));
  }

  private static boolean isVowel(char c) {
    return "AEIOU".indexOf(c) >= 0;
  }
}
