package org.cablebeam.transforms.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cablebeam.schemas.vocabulary.Countries;
import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.transforms.classification.Roles.Kind;
import org.cablebeam.transforms.text.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * Reads who classified a cable: {@code Classified By: Ambassador John Beyrle for reason 1.4 (b)}.
 * What stands between the keyword and the reasons is cut at its signs into segments; words of
 * office are stripped from the front of each until a name begins. Words broken at the margin are
 * put together where that gives a known word. Immutable and thread-safe.
 */
final class ClassifierReader {
  /**
   * A classifier.
   *
   * @param name without title; null where no person is named
   * @param title null where none is given
   * @param impersonal whether the line says that no person decided: derived from a guide, by
   *     section
   * @param text the line on one line, broken words put together
   */
  record Found(@Nullable String name, @Nullable String title, boolean impersonal, String text) {}

  private record Part(@Nullable String name, @Nullable String title) {}

  /** No classifier line is longer. */
  private static final int MOST = 2_000;

  /** No name has more words. */
  private static final int LONGEST_NAME = 6;

  /** How far behind the keyword it may stand once more. */
  private static final int REPEATED_WITHIN = 80;

  private static final Set<String> FILLERS =
      Set.of(
          "this",
          "message",
          "cable",
          "telegram",
          "document",
          "was",
          "is",
          "has",
          "been",
          "entire",
          "text",
          "is:",
          "hereby",
          "the");

  private static final Set<String> TERMINATORS =
      Set.of(
          "reason",
          "reasons",
          "reas",
          "per",
          "due",
          "based",
          "eo",
          "section",
          "sect",
          "sec",
          "pursuant",
          "because",
          "declassify",
          "decl",
          "paragraph",
          "para",
          "paras",
          "derived",
          "iaw",
          "under",
          "executive order",
          "justification");

  /** Words that a piece broken off at the margin could be mistaken for. */
  private static final Set<String> SHORT_WORDS =
      Set.of(
          "a", "an", "and", "as", "at", "by", "de", "del", "der", "den", "di", "da", "du", "el",
          "al", "la", "le", "for", "from", "ii", "in", "iii", "is", "it", "of", "on", "or", "our",
          "per", "the", "to", "van", "von", "via", "was", "who", "with", "bin", "ibn", "y", "e");

  private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv");

  private final Roles roles = new Roles();
  private final Posts posts = Posts.standard();
  private final Countries countries = Countries.standard();

  /** Reads a line as found, its keyword included. */
  Found read(String line) {
    String cut = line.length() > MOST ? line.substring(0, MOST) : line;
    List<String> words = joinBroken(words(cut));
    String text = String.join(" ", words);
    int start = afterKeyword(words, 0);
    if (start < words.size() && isDerived(words, start)) {
      return new Found(null, null, true, text);
    }
    start = Math.max(start, lastKeyword(words, start));
    int end = end(words, start);
    if (end == start) {
      // The reasons stand first: Reason 1.4 (b). Classified by Jane Doe.
      int again = keywordFrom(words, end);
      if (again < words.size()) {
        start = again;
        end = end(words, start);
      }
    }
    List<String> phrase = afterSource(words.subList(start, end));
    Part part = person(phrase);
    boolean impersonal =
        part.name() == null && (phrase.isEmpty() || phrase.stream().anyMatch(this::isSource));
    return new Found(part.name(), part.title(), impersonal, text);
  }

  /** Reads what order 12065 put in parentheses: {@code (SURNAME, FIRST M.) OR-P}. */
  Found readParentheses(String text) {
    int close = text.indexOf(')');
    String inside = text.substring(1, close < 0 ? text.length() : close).strip();
    List<String> parts = List.of(inside.split("\\s*,\\s*", 3));
    if (parts.size() < 2 || parts.get(1).isEmpty()) {
      return new Found(null, null, false, text);
    }
    String title = parts.size() > 2 && !parts.get(2).isEmpty() ? parts.get(2) : null;
    return new Found(parts.get(1) + " " + parts.get(0), title, false, text);
  }

  /** The words of a text, signs attached; a word wrapped at the margin stays in two. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int start = at;
      while (at < text.length() && !isBlank(text.charAt(at))) {
        at++;
      }
      if (at > start) {
        words.add(text.substring(start, at));
      } else {
        at++;
      }
    }
    return words;
  }

  /** Puts words together that were broken: REA SONS, f or, Se ction, a nd, Sampl e. */
  private List<String> joinBroken(List<String> words) {
    List<String> joined = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (i + 1 < words.size() && isBroken(word, words.get(i + 1), i + 2, words)) {
        joined.add(word + words.get(++i));
      } else {
        joined.add(word);
      }
    }
    return joined;
  }

  private boolean isBroken(String left, String right, int next, List<String> words) {
    if (left.isEmpty() || !Character.isLetter(left.charAt(left.length() - 1))) {
      return false;
    }
    String leftKey = Roles.key(left);
    String rightKey = Roles.key(right);
    if (rightKey.isEmpty() || !Character.isLetter(right.charAt(0))) {
      return false;
    }
    String whole = leftKey + rightKey;
    boolean wholeKnown = isKnown(whole) && whole.length() > 2;
    boolean bothKnown = isKnown(leftKey) && isKnown(rightKey);
    if (wholeKnown && !bothKnown) {
      return !(isKnown(leftKey) && rightKey.length() == 1);
    }
    // A name lost its end to the next line: a few small letters that are no word.
    boolean name =
        Character.isUpperCase(left.charAt(0))
            && left.length() > 1
            && Character.isLowerCase(left.charAt(left.length() - 1))
            && !isKnown(leftKey);
    boolean piece =
        Character.isLowerCase(right.charAt(0))
            && rightKey.length() <= 3
            && !isKnown(rightKey)
            && !SHORT_WORDS.contains(rightKey)
            && (next >= words.size() || !isKnown(rightKey + Roles.key(words.get(next))));
    boolean lastLetter =
        rightKey.equals("e")
            && Character.isLowerCase(right.charAt(0))
            && (next >= words.size() || !Character.isUpperCase(words.get(next).charAt(0)));
    return name && (piece || lastLetter) && roles.nearest(left).isEmpty();
  }

  private boolean isKnown(String key) {
    return roles.contains(key)
        || TERMINATORS.contains(key)
        || key.equals("classified")
        || key.equals("by");
  }

  /** Behind CLASSIFIED BY and whatever stands around it, as often as it is repeated. */
  private int afterKeyword(List<String> words, int from) {
    int at = from;
    int behind = from;
    while (at < words.size()) {
      int keyword = keywordEnd(words, at);
      if (keyword > at) {
        at = keyword;
        behind = keyword;
      } else if (isFiller(words.get(at))) {
        at++;
      } else {
        break;
      }
    }
    // Fillers count only in front of a keyword.
    while (behind < words.size()
        && Roles.key(words.get(behind)).isEmpty()
        && !startsWithDigit(words.get(behind))) {
      behind++;
    }
    return behind;
  }

  /** Behind the last keyword that stands soon after {@code from} and before any reason. */
  private int lastKeyword(List<String> words, int from) {
    int last = from;
    for (int at = from; at < Math.min(words.size(), from + REPEATED_WITHIN); at++) {
      String key = Roles.key(words.get(at));
      if (isReason(key) || isSection(words, at)) {
        break;
      }
      int keyword = keywordEnd(words, at);
      if (keyword > at) {
        last = afterKeyword(words, at);
      }
    }
    return last;
  }

  private int keywordFrom(List<String> words, int from) {
    for (int at = from; at < words.size(); at++) {
      if (keywordEnd(words, at) > at) {
        return afterKeyword(words, at);
      }
    }
    return words.size();
  }

  /** Behind a keyword that begins at a word; {@code at} if none does. */
  private static int keywordEnd(List<String> words, int at) {
    String key = Roles.key(words.get(at));
    if (key.startsWith("declass")) {
      return at;
    }
    boolean classified =
        key.length() >= 7
            && (Spelling.distance(key, "classified", 2) <= 2
                || Spelling.distance(key, "classification", 1) <= 1
                || Spelling.distance(key, "classifier", 1) <= 1);
    if (classified) {
      if (at + 1 < words.size()) {
        String next = words.get(at + 1);
        String nextKey = Roles.key(next);
        if (nextKey.length() <= 3 && Spelling.distance(nextKey, "by", 1) <= 1) {
          return at + 2;
        }
        if (nextKey.equals("b") && at + 2 < words.size()) {
          return at + 3;
        }
      }
      return words.get(at).endsWith(":") ? at + 1 : at;
    }
    boolean glued = key.length() >= 10 && Spelling.distance(key, "classifiedby", 2) <= 2;
    return glued ? at + 1 : at;
  }

  /** Numbers, portion marks, signs and words that only lead up to the keyword. */
  private static boolean isFiller(String word) {
    String key = Roles.key(word);
    return key.isEmpty() || isPortionMark(word) || FILLERS.contains(key);
  }

  private static boolean isPortionMark(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "(C)", "(S)", "(U)", "(SBU)", "(TS)", "(C/NF)", "(S/NF)" -> true;
      default -> false;
    };
  }

  private static boolean isDerived(List<String> words, int at) {
    String key = Roles.key(words.get(at));
    return key.equals("derived")
        || key.equals("derivedfrom")
        || key.equals("derivative")
        || key.equals("derive");
  }

  /** Where the person ends: at the reasons, a paragraph, or the end of the line. */
  private int end(List<String> words, int start) {
    for (int at = start; at < words.size(); at++) {
      String word = words.get(at);
      String key = Roles.key(word);
      if (isSection(words, at)
          || startsWithDigit(word)
          || word.startsWith("\u00b6")
          || (at > start && isPortionMark(word))
          || isReason(key)
          || (key.equals("for") && at + 1 < words.size() && isEndOf(words, at + 1))
          || isEnd(words, at, key)) {
        return at;
      }
    }
    return words.size();
  }

  private boolean isEndOf(List<String> words, int at) {
    String key = Roles.key(words.get(at));
    return isReason(key) || startsWithDigit(words.get(at)) || isEnd(words, at, key);
  }

  private boolean isEnd(List<String> words, int at, String key) {
    if (key.equals("under")) {
      // Under Secretary is a role.
      return at + 1 == words.size()
          || Spelling.distance(Roles.key(words.get(at + 1)), "secretary", 2) > 2;
    }
    if (key.equals("e")) {
      return words.get(at).endsWith(".")
          && at + 1 < words.size()
          && Roles.key(words.get(at + 1)).equals("o");
    }
    if (key.equals("section")) {
      // Section 1.4, but not Section Chief.
      return at + 1 == words.size() || Roles.key(words.get(at + 1)).isEmpty();
    }
    return TERMINATORS.contains(key);
  }

  /** Reason, however it is misspelt. */
  private static boolean isReason(String key) {
    return key.length() >= 5
        && key.charAt(0) == 'r'
        && (Spelling.distance(key, "reason", 1) <= 1
            || Spelling.distance(key, "reasons", 2) <= (key.length() >= 6 ? 2 : 1));
  }

  /** 1.4, 1,5, 1. 4. */
  private static boolean isSection(List<String> words, int at) {
    String word = words.get(at);
    int start = word.startsWith("(") ? 1 : 0;
    return word.length() > start + 2
        && word.charAt(start) == '1'
        && (word.charAt(start + 1) == '.' || word.charAt(start + 1) == ',')
        && Character.isDigit(word.charAt(start + 2));
  }

  private static boolean startsWithDigit(String word) {
    return word.charAt(0) >= '1' && word.charAt(0) <= '9';
  }

  private boolean isSource(String word) {
    return roles.find(word).filter(kind -> kind == Kind.SOURCE).isPresent();
  }

  /** A guide applied BY somebody: behind that word; else all. */
  private List<String> afterSource(List<String> phrase) {
    boolean source = false;
    for (int at = 0; at < phrase.size(); at++) {
      source |= isSource(phrase.get(at));
      if (source && Roles.key(phrase.get(at)).equals("by")) {
        return phrase.subList(at + 1, phrase.size());
      }
    }
    return phrase;
  }

  /** The name and title in a phrase. */
  private Part person(List<String> phrase) {
    List<List<String>> segments = segments(phrase);
    String title = null;
    for (int i = 0; i < segments.size(); i++) {
      List<String> segment = segments.get(i);
      if (segment.stream().anyMatch(this::isSource) || isOffices(segment)) {
        continue;
      }
      int nameStart = titleEnd(segment, i + 1 == segments.size());
      String before = title(segment.subList(0, nameStart));
      if (before != null) {
        title = title == null ? before : title;
      }
      int nameEnd = nameEnd(segment, nameStart);
      if (nameEnd == nameStart) {
        continue;
      }
      String name = name(segment.subList(nameStart, nameEnd));
      if (name == null) {
        continue;
      }
      boolean surnameOnly = nameEnd - nameStart == 1 && nameEnd == segment.size();
      if (surnameOnly && title == null && i + 1 < segments.size()) {
        List<String> given = segments.get(i + 1);
        if (isGivenName(given)) {
          name = name(given) + " " + name;
        }
      }
      if (title == null && nameEnd < segment.size()) {
        title = title(segment.subList(nameEnd, segment.size()));
      }
      for (int j = i + 1; title == null && j < segments.size(); j++) {
        title = title(segments.get(j));
      }
      return new Part(name, title);
    }
    return new Part(null, title);
  }

  /** Bureaus and nothing else, as before a dash: NEA - Jane Doe. */
  private boolean isOffices(List<String> segment) {
    for (int at = 0; at < segment.size(); at++) {
      if (kind(segment, at) != Kind.OFFICE) {
        return false;
      }
    }
    return true;
  }

  /** Cuts a phrase at commas, colons, semicolons, dashes, parentheses and full stops. */
  private static List<List<String>> segments(List<String> phrase) {
    List<List<String>> segments = new ArrayList<>();
    List<String> segment = new ArrayList<>();
    for (int i = 0; i < phrase.size(); i++) {
      String next = i + 1 < phrase.size() ? Roles.key(phrase.get(i + 1)) : "";
      // A comma in d,Affaires stands for an apostrophe.
      for (String piece : pieces(phrase.get(i))) {
        String key = Roles.key(piece);
        boolean cut = isCut(piece) && !SUFFIXES.contains(next) && !key.equals("d");
        boolean opens = piece.startsWith("(") && !segment.isEmpty();
        if (opens) {
          segments.add(segment);
          segment = new ArrayList<>();
        }
        String bare = bare(piece);
        if (!bare.isEmpty()) {
          segment.add(bare);
        }
        if (cut && !segment.isEmpty()) {
          segments.add(segment);
          segment = new ArrayList<>();
        }
      }
    }
    if (!segment.isEmpty()) {
      segments.add(segment);
    }
    return segments;
  }

  /** A word that holds a comma, colon or parenthesis between letters is two: Counselor,Jane. */
  private static List<String> pieces(String word) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    for (int i = 1; i + 1 < word.length(); i++) {
      boolean comma = ",;:".indexOf(word.charAt(i)) >= 0 && i - start > 1;
      boolean opening = word.charAt(i + 1) == '(';
      if (comma || opening) {
        pieces.add(word.substring(start, i + 1));
        start = i + 1;
      }
    }
    pieces.add(word.substring(start));
    return pieces;
  }

  private static boolean isCut(String piece) {
    char last = piece.charAt(piece.length() - 1);
    if (",;:)".indexOf(last) >= 0) {
      return true;
    }
    boolean dash = piece.chars().allMatch(c -> c == '-' || c == '\u2013' || c == '\u2014');
    // Abbreviations and initials end in a full stop too.
    return dash
        || (last == '.'
            && Roles.key(piece).length() > 4
            && piece.indexOf('.') == piece.length() - 1);
  }

  /** A word without the signs around it; the full stop of an abbreviation stays. */
  private static String bare(String piece) {
    int start = 0;
    int end = piece.length();
    if (end > 2 && piece.charAt(0) == '"' && piece.charAt(end - 1) == '"') {
      // A nickname.
      return piece;
    }
    while (start < end && "(,;:-\"[*".indexOf(piece.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && "),;:-\"]*_".indexOf(piece.charAt(end - 1)) >= 0) {
      end--;
    }
    boolean sentenceEnd =
        end > start && piece.charAt(end - 1) == '.' && Roles.key(piece).length() > 3;
    return piece.substring(start, sentenceEnd ? end - 1 : end);
  }

  /** How many words from the front of a segment are a title. */
  private int titleEnd(List<String> segment, boolean last) {
    int at = 0;
    Kind before = null;
    while (at < segment.size()) {
      String word = segment.get(at);
      Kind kind = kind(segment, at);
      int rest = segment.size() - at - 1;
      if (kind == null) {
        boolean titled = before == null && isTitleBehind(segment, at);
        if ((before == Kind.BODY || titled) && posts.byName(word).isPresent()) {
          kind = Kind.PLACE;
        } else if (before != null && before != Kind.PARTICLE && isPlaceBeforeName(segment, at)) {
          kind = Kind.PLACE;
        } else if (before == Kind.LINK && rest >= 2) {
          kind = Kind.PLACE;
        } else if (rest > 0 || !last) {
          kind = roles.nearest(word).orElse(null);
        }
      }
      boolean office = kind == Kind.OFFICE && !isTitleBehind(segment, at) && rest < 2;
      if (kind == null
          || kind == Kind.PARTICLE
          || office
          || (kind == Kind.LINK && before == null)) {
        break;
      }
      // A name must be left where nothing follows: Ambassador West.
      boolean surname = kind == Kind.FIELD || kind == Kind.PLACE || kind == Kind.QUALIFIER;
      if (surname
          && rest == 0
          && last
          && before != Kind.LINK
          && before != Kind.BODY
          && before != null
          && before != Kind.FIELD
          && before != Kind.OFFICE) {
        break;
      }
      before = kind;
      at++;
    }
    return at;
  }

  /** What a word is; single letters and small codes only where a title follows them. */
  private @Nullable Kind kind(List<String> segment, int at) {
    String word = segment.get(at);
    Optional<Kind> found = roles.find(word);
    if (found.isEmpty()) {
      return null;
    }
    Kind kind = found.get();
    if (kind == Kind.OFFICE && word.indexOf('/') < 0) {
      boolean code = word.equals(word.toUpperCase(Locale.ROOT)) && word.indexOf('.') < 0;
      return code && (word.length() > 1 || isTitleBehind(segment, at) || isOfficeOf(segment, at))
          ? kind
          : null;
    }
    return kind;
  }

  private boolean isTitleBehind(List<String> segment, int at) {
    if (at + 1 >= segment.size()) {
      return false;
    }
    Kind next = roles.find(segment.get(at + 1)).orElse(null);
    return next == Kind.ROLE
        || next == Kind.QUALIFIER
        || next == Kind.FIELD
        || next == Kind.OFFICE
        || next == Kind.BODY;
  }

  /** The letter of an under secretary's office before a whole name: U/S P Jane Doe. */
  private boolean isOfficeOf(List<String> segment, int at) {
    return at > 0
        && segment.size() - at > 2
        && segment.get(at - 1).indexOf('/') >= 0
        && roles.find(segment.get(at - 1)).filter(kind -> kind == Kind.ROLE).isPresent();
  }

  /** A post or country between a title and a whole name: Consul General Lagos Jane Doe. */
  private boolean isPlaceBeforeName(List<String> segment, int at) {
    if (at + 2 >= segment.size() || isInitial(segment.get(at + 1))) {
      return false;
    }
    String word = segment.get(at);
    return posts.byName(word).isPresent()
        || countries.byName(word.toUpperCase(Locale.ROOT), 0).isPresent();
  }

  private static boolean isInitial(String word) {
    return Roles.key(word).length() == 1;
  }

  /** Where a name that begins at {@code start} ends. */
  private int nameEnd(List<String> segment, int start) {
    int at = start;
    while (at < segment.size() && at - start <= 2 * LONGEST_NAME) {
      Kind kind = kind(segment, at);
      boolean role = kind == Kind.ROLE || kind == Kind.QUALIFIER;
      boolean named = at > start;
      boolean whole = at > start + 1;
      if (named
          && (role
              || kind == Kind.LINK
              || ((kind == Kind.BODY || kind == Kind.SOURCE) && whole)
              || ((kind == Kind.FIELD || kind == Kind.OFFICE || kind == Kind.PLACE)
                  && (segment.get(at).indexOf('/') >= 0 || isRoleAhead(segment, at))))) {
        break;
      }
      at++;
    }
    return at;
  }

  private boolean isRoleAhead(List<String> segment, int at) {
    for (int i = at + 1; i < segment.size(); i++) {
      if (roles.find(segment.get(i)).filter(kind -> kind == Kind.ROLE).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** One or two words that can only be given names. */
  private boolean isGivenName(List<String> segment) {
    if (segment.size() > 2) {
      return false;
    }
    for (String word : segment) {
      if (roles.find(word).isPresent()
          || roles.nearest(word).isPresent()
          || posts.byName(word).isPresent()
          || countries.byName(word.toUpperCase(Locale.ROOT), 0).isPresent()
          || !Character.isUpperCase(word.charAt(0))) {
        return false;
      }
    }
    return true;
  }

  /** A name as it is recorded: a zero between letters is an O; null if the words are no name. */
  private static @Nullable String name(List<String> words) {
    if (words.stream().filter(word -> !SHORT_WORDS.contains(word)).count() > LONGEST_NAME) {
      return null;
    }
    boolean letters = false;
    boolean capital = false;
    StringBuilder name = new StringBuilder();
    for (String word : words) {
      for (int i = 0; i < word.length(); i++) {
        letters |= Character.isLetter(word.charAt(i));
        capital |= Character.isUpperCase(word.charAt(i));
      }
      if (name.length() > 0) {
        name.append(' ');
      }
      name.append(word.replace('0', 'O'));
    }
    return letters && capital ? withoutFullStop(name.toString()) : null;
  }

  /** The words of a title, if one of them says what somebody is. */
  private @Nullable String title(List<String> words) {
    boolean role = false;
    for (String word : words) {
      Kind kind = roles.find(word).or(() -> roles.nearest(word)).orElse(null);
      role |= kind == Kind.ROLE;
    }
    return role ? withoutFullStop(String.join(" ", words)) : null;
  }

  /** The full stop of a sentence goes; that of an initial, of Jr. and a.i. stays. */
  private static String withoutFullStop(String text) {
    int last = text.lastIndexOf(' ') + 1;
    String word = text.substring(last);
    boolean sentence =
        word.endsWith(".")
            && word.indexOf('.') == word.length() - 1
            && Roles.key(word).length() > 1
            && !SUFFIXES.contains(Roles.key(word));
    return sentence ? text.substring(0, text.length() - 1) : text;
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || c == '\u00a0' || c == '\\';
  }
}
