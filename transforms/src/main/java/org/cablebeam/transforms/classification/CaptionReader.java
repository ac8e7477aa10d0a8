package org.cablebeam.transforms.classification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cablebeam.schemas.vocabulary.Captions;
import org.cablebeam.schemas.vocabulary.Captions.Caption;
import org.cablebeam.schemas.vocabulary.Captions.Kind;
import org.cablebeam.schemas.vocabulary.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * Finds captions and controls in the lines between the classification line and the heading, and
 * behind the level on the classification line itself. A line that holds nothing else is read whole;
 * in a passing instruction (DEPT FOR EUR/WE) or a sentence only what cannot be anything else
 * counts. Immutable and thread-safe.
 */
final class CaptionReader {
  /** What was found, in order of appearance, each once. Not thread-safe: one a cable. */
  static final class Found {
    /** What {@link #sensitive} adds to the captions, in its place among them. */
    static final String SENSITIVE_CAPTION = "SENSITIVE";

    /** Captions, channels and attention lines, by code. */
    final Set<String> captions = new LinkedHashSet<>();

    /** Controls, by code. */
    final Set<String> controls = new LinkedHashSet<>();

    /** Captions that were repaired, as found. */
    final List<String> misspelt = new ArrayList<>();

    /** Whether SENSITIVE or one of its kin stands there. */
    boolean sensitive;

    boolean corrected;
    boolean cancelled;

    private void add(Caption caption) {
      switch (caption.code()) {
        case SENSITIVE -> {
          sensitive = true;
          captions.add(SENSITIVE_CAPTION);
          controls.add(SENSITIVE);
        }
        case CORRECTED_COPY -> corrected = true;
        case CANCEL -> cancelled = true;
        default -> {
          if (caption.kind() == Kind.CONTROL) {
            controls.add(caption.code());
          } else {
            captions.add(caption.code());
          }
        }
      }
    }
  }

  private record Match(Caption caption, String text, int first, int last) {
    int words() {
      return last - first + 1;
    }
  }

  private static final String SENSITIVE = "SBU";
  private static final String CORRECTED_COPY = "CORRECTED COPY";
  private static final String CANCEL = "CANCEL THIS MESSAGE";

  /** Longer zones are no captions but text. */
  private static final int MOST = 16_384;

  /** Shorter ones could be anything among other words: NATO, REL. */
  private static final int SHORTEST = 5;

  /** Words that make a line an instruction whom to pass the message to. */
  private static final Set<String> INSTRUCTION =
      Set.of("FOR", "PASS", "PLEASE", "PLS", "TO", "FROM", "ALSO", "DELIVER", "RELAY");

  /** What may follow the word CORRECTED in a notice. */
  private static final Set<String> CORRECTED =
      Set.of("COPY", "CAPTION", "CAPTIONS", "CABLE", "MESSAGE", "TELEGRAM");

  private final Captions captions = Captions.standard();

  /** What captions of several words begin with, without blanks: SENSITIVE, SENSITIVEBUT. */
  private final Set<String> beginnings = new HashSet<>();

  CaptionReader() {
    for (Caption caption : captions.all()) {
      addBeginnings(caption.code());
      caption.spellings().forEach(this::addBeginnings);
    }
  }

  private void addBeginnings(String spelling) {
    List<String> words = words(spelling);
    StringBuilder joined = new StringBuilder();
    for (String word : words.subList(0, words.size() - 1)) {
      beginnings.add(joined.append(word).toString());
    }
  }

  /** Reads the caption zone, line by line. */
  void read(String zone, Found found) {
    String text = zone.length() > MOST ? zone.substring(0, MOST) : zone;
    for (String line : text.split("\n", -1)) {
      readLine(words(line), line, found);
    }
  }

  /** Reads what stands behind the level on the classification line, {@code //NOFORN STATE 1}. */
  void readBehindLevel(String rest, Found found) {
    String text = rest.length() > MOST ? rest.substring(0, MOST) : rest;
    for (String line : text.split("\n", -1)) {
      List<String> words = words(line);
      int at = 0;
      // Directly behind the level anything of the vocabulary counts, even NATO or REL.
      for (Match match = matchAt(words, at); match != null; match = matchAt(words, at)) {
        if (nextIsNumber(words, match)) {
          break;
        }
        found.add(match.caption());
        at = match.last() + 1;
      }
      readAmongWords(words.subList(at, words.size()), found);
    }
  }

  private void readLine(List<String> words, String line, Found found) {
    if (words.isEmpty()) {
      return;
    }
    List<Match> matches = matches(words);
    int covered = 0;
    for (Match match : matches) {
      covered += match.words();
    }
    if (isNotice(words)) {
      found.corrected = true;
    }
    if (covered == words.size() || isSeries(words, matches)) {
      for (Match match : matches) {
        found.add(match.caption());
      }
    } else if (words.size() == 1) {
      nearest(words.get(0))
          .ifPresent(
              caption -> {
                found.add(caption);
                found.misspelt.add(line.strip());
              });
    } else {
      readAmongWords(words, found);
    }
  }

  /** CORRECTED COPY, with or without the word copy, and what was corrected. */
  private static boolean isNotice(List<String> words) {
    String first = words.get(0);
    if (!first.startsWith("CORRECTED")) {
      return false;
    }
    if (first.length() > "CORRECTED".length()) {
      return first.startsWith(CORRECTED_COPY.replace(" ", ""));
    }
    return words.size() == 1 || CORRECTED.contains(words.get(1));
  }

  /** TOSEC 010101: a series and its number. */
  private static boolean isSeries(List<String> words, List<Match> matches) {
    return words.size() == 2 && matches.size() == 1 && isNumberedSeries(words, matches.get(0));
  }

  private void readAmongWords(List<String> words, Found found) {
    boolean instruction = words.stream().anyMatch(INSTRUCTION::contains);
    List<Match> matches = matches(words);
    int front = 0;
    for (Match match : matches) {
      boolean atFront = match.first() == front;
      if (atFront) {
        front = match.last() + 1;
      }
      boolean atEnd = match.last() == words.size() - 1;
      if (countsAmongWords(match, atFront, atEnd, instruction) || isNumberedSeries(words, match)) {
        found.add(match.caption());
      }
    }
  }

  /** What counts on a line that holds other words too. */
  private static boolean countsAmongWords(
      Match match, boolean atFront, boolean atEnd, boolean instruction) {
    String code = match.caption().code();
    boolean plain = match.text().equals(code) || match.caption().kind() == Kind.CONTROL;
    boolean unmistakable = match.words() > 1 || (plain && match.text().length() >= SHORTEST);
    return switch (match.caption().kind()) {
      // PERSONAL FOR and the like begin a line; EXDIS means one thing wherever it stands.
      // NO DISTRIBUTION is NODIS, but NO DISTRIBUTION OUTSIDE EUR is a sentence.
      case CAPTION ->
          code.endsWith(" FOR") ? match.first() == 0 : unmistakable && (atEnd || isCode(match));
      case CHANNEL -> match.words() > 1;
      case CONTROL -> unmistakable && (atFront || atEnd || match.words() > 1);
      case ATTENTION -> match.first() == 0 && !instruction;
      case SERIES -> false;
    };
  }

  /** Whether a match is the caption's code itself, with or without FOR. */
  private static boolean isCode(Match match) {
    String code = match.caption().code().replace(" ", "");
    String text = match.text();
    return text.equals(code) || text.equals(code + "FOR") || text.equals("FOR" + code);
  }

  private static boolean isNumberedSeries(List<String> words, Match match) {
    return match.caption().kind() == Kind.SERIES && nextIsNumber(words, match);
  }

  /** The caption one letter away from a word, if it is only one. */
  private Optional<Caption> nearest(String word) {
    Caption near = null;
    for (Caption caption : captions.all()) {
      if (isNear(word, caption)) {
        if (near != null) {
          return Optional.empty();
        }
        near = caption;
      }
    }
    return Optional.ofNullable(near);
  }

  private static boolean isNear(String word, Caption caption) {
    if (caption.kind() != Kind.CAPTION && caption.kind() != Kind.CONTROL) {
      return false;
    }
    boolean near = isNear(word, caption.code());
    for (String spelling : caption.spellings()) {
      near |= isNear(word, spelling);
    }
    return near;
  }

  private static boolean isNear(String word, String spelling) {
    return word.length() >= SHORTEST
        && spelling.length() >= SHORTEST
        && Spelling.distance(word, spelling, 1) <= 1;
  }

  private List<Match> matches(List<String> words) {
    List<Match> matches = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      Match match = matchAt(words, at);
      if (match == null) {
        at++;
      } else {
        matches.add(match);
        at = match.last() + 1;
      }
    }
    return matches;
  }

  /** The longest caption that begins at a word. */
  private @Nullable Match matchAt(List<String> words, int first) {
    String joined = "";
    Match longest = null;
    for (int last = first; last < words.size(); last++) {
      joined += words.get(last);
      Optional<Caption> caption = captions.find(joined);
      if (caption.isPresent()) {
        longest = new Match(caption.get(), joined, first, last);
      }
      if (!beginnings.contains(joined)) {
        break;
      }
    }
    return longest;
  }

  private static boolean nextIsNumber(List<String> words, Match match) {
    return match.last() + 1 < words.size() && isNumber(words.get(match.last() + 1));
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /**
   * Runs of letters and digits in upper case. Three and more single letters in a row are one word
   * spelled out: E X D I S, C O R R E C T E D C O P Y.
   */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder letters = new StringBuilder();
    int at = 0;
    while (at < line.length()) {
      int start = at;
      while (at < line.length() && isWord(line.charAt(at))) {
        at++;
      }
      if (at == start) {
        at++;
      } else if (at == start + 1 && Character.isLetter(line.charAt(start))) {
        letters.append(Character.toUpperCase(line.charAt(start)));
      } else {
        flush(letters, words);
        words.add(line.substring(start, at).toUpperCase(Locale.ROOT));
      }
    }
    flush(letters, words);
    return words;
  }

  private static void flush(StringBuilder letters, List<String> words) {
    if (letters.length() >= 3) {
      words.add(letters.toString());
    } else {
      letters.chars().forEach(letter -> words.add(String.valueOf((char) letter)));
    }
    letters.setLength(0);
  }

  private static boolean isWord(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
