package org.cablebeam.transforms.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cablebeam.schemas.Attribute;
import org.cablebeam.schemas.CableId;
import org.cablebeam.schemas.Claims;
import org.cablebeam.schemas.vocabulary.Captions;
import org.cablebeam.schemas.vocabulary.Levels;
import org.cablebeam.transforms.text.Characters;

/**
 * What publishers put before a cable inside its own text: a date line, a row of their table, lines
 * of {@code name: value}. It is read into the claims where the container says nothing else, and
 * kept whole as the attribute {@code Preamble}.
 *
 * @param length how many characters of the text are the preamble; 0 for none
 * @param header the transmission header that stood in it; empty for none
 */
record Preamble(int length, String header) {
  private static final Preamble NONE = new Preamble(0, "");

  /** A preamble with its header stands in the first lines. */
  private static final int MOST_LINES = 120;

  private static final int LONGEST_LINE = 4000;

  private static final Set<String> WEEKDAYS =
      Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

  private static final Set<String> KEYS =
      Set.of(
          "id",
          "cable id",
          "reference id",
          "refid",
          "key",
          "date",
          "created",
          "released",
          "origin",
          "source",
          "class",
          "classification",
          "destination",
          "tags",
          "header");

  private static final String DATED = "cable dated:";

  /** Reads the preamble of a text, if there is one, into the claims. */
  static Preamble read(String text, Claims claims) {
    int first = 0;
    while (first < text.length() && text.charAt(first) <= ' ') {
      first++;
    }
    if (first == text.length()) {
      return NONE;
    }
    char c = Character.toLowerCase(text.charAt(first));
    // What nearly all texts begin with is told by its first letter.
    boolean possible =
        (c >= '0' && c <= '9') || c == '"' || (c >= 'a' && c <= 'z') || "#*-_|".indexOf(c) >= 0;
    if (!possible) {
      return NONE;
    }
    Preamble found = dated(text, first, claims);
    if (found.length == 0) {
      List<String> lines = firstLines(text);
      found = weekday(text, first, claims);
      if (found.length == 0) {
        found = keyed(text, lines, claims);
      }
      if (found.length == 0) {
        found = row(text, lines, claims);
      }
    }
    if (found.length > 0) {
      keep(claims, "Preamble", text.substring(0, found.length).strip());
    }
    return found;
  }

  /** {@code Cable dated:2002-11-15T12:40:00}, glued to the classification line. */
  private static Preamble dated(String text, int first, Claims claims) {
    if (!text.regionMatches(true, first, DATED, 0, DATED.length())) {
      return NONE;
    }
    int at = first + DATED.length();
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    int end = at;
    while (end < text.length() && end - at < 19 && "0123456789-:T".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    if (end - at < 10) {
      return NONE;
    }
    claimCreated(claims, text.substring(at, end));
    return new Preamble(end, "");
  }

  /** {@code Tuesday, 14 June 2005, 12:34}. */
  private static Preamble weekday(String text, int first, Claims claims) {
    int end = text.indexOf('\n', first);
    end = end < 0 ? text.length() : end;
    String line = text.substring(first, Math.min(end, first + 80)).strip();
    int word = 0;
    while (word < line.length() && Character.isLetter(line.charAt(word))) {
      word++;
    }
    if (!WEEKDAYS.contains(lower(line.substring(0, word)))
        || line.length() > 60
        || !hasYear(line)
        || end == text.length()) {
      return NONE;
    }
    claimCreated(claims, line);
    return new Preamble(end, "");
  }

  /** Lines of {@code name: value}, at least two, after a title at most; then the header. */
  private static Preamble keyed(String text, List<String> lines, Claims claims) {
    int title = firstText(lines, 0);
    if (title < 0) {
      return NONE;
    }
    int from = key(lines.get(title)).isEmpty() ? firstText(lines, title + 1) : title;
    if (from < 0) {
      return NONE;
    }
    int line = from;
    int keys = 0;
    boolean identified = false;
    boolean headed = false;
    while (line < lines.size()) {
      String key = key(lines.get(line));
      if (key.isEmpty() && !lines.get(line).isBlank()) {
        break;
      }
      if (!key.isEmpty()) {
        keys++;
        identified |= isId(value(lines.get(line)));
        if (key.equals("header")) {
          headed = true;
          line++;
          break;
        }
      }
      line++;
    }
    // A cable's own TAGS line is no preamble: two names and the number of a cable are asked for.
    if (keys < 2 || !(identified || headed)) {
      return NONE;
    }
    for (int i = from; i < line; i++) {
      claim(claims, key(lines.get(i)), value(lines.get(i)));
    }
    if (title < from && claims.getSubject() == null) {
      claims.setSubject(title(lines.get(title)));
    }
    if (!headed) {
      return new Preamble(offset(text, line), "");
    }
    StringBuilder header = new StringBuilder(value(lines.get(line - 1)));
    for (int i = line; i < lines.size(); i++) {
      String rule = lower(lines.get(i));
      if (rule.contains("header ends") && rule.startsWith("-")) {
        return new Preamble(offset(text, i + 1), header.toString());
      }
      header.append('\n').append(lines.get(i));
    }
    return new Preamble(offset(text, line), "");
  }

  /** A row of the publisher's table: one field a line, parted by tabs, or a piece of CSV. */
  private static Preamble row(String text, List<String> lines, Claims claims) {
    int line = firstText(lines, 0);
    if (line < 0) {
      return NONE;
    }
    String first = lines.get(line).strip();
    List<String> fields = new ArrayList<>();
    int behind;
    String glued = "";
    if (first.indexOf('\t') >= 0) {
      fields.addAll(List.of(first.split("\t", 20)));
      glued = glued(fields);
      behind = line + 1;
    } else if (first.startsWith("\"") && first.contains("\",\"")) {
      for (String field : first.split("\",\"", 20)) {
        fields.add(field.replace("\"", ""));
      }
      glued = glued(fields);
      behind = line + 1;
    } else if (isDigits(first) || isId(first)) {
      behind = line;
      while (behind < lines.size() && behind < line + 10) {
        String field = lines.get(behind).strip();
        if (!field.isEmpty() && !isField(field)) {
          break;
        }
        fields.add(field);
        behind++;
      }
    } else {
      return NONE;
    }
    boolean identified = false;
    int known = 0;
    for (String field : fields) {
      identified |= isId(field.strip());
      known += isField(field.strip()) ? 1 : 0;
    }
    if (!identified || known < 3) {
      return NONE;
    }
    boolean named = false;
    for (String raw : fields) {
      String field = raw.strip();
      if (isId(field)) {
        claim(claims, named ? "destination" : "id", field);
        named = true;
      } else if (isIds(field)) {
        claim(claims, "destination", field);
      } else if (isLevel(field)) {
        claim(claims, "classification", field);
      } else if (isDate(field)) {
        claimCreated(claims, field);
      } else if (isOrigin(field)) {
        claim(claims, "origin", field);
      }
    }
    // What is glued to the row begins the cable.
    int row = glued.isEmpty() ? -1 : text.indexOf(glued, offset(text, line));
    return new Preamble(row >= 0 ? row : offset(text, behind), "");
  }

  /** The last field of a row that is none, but the first line of the cable; empty otherwise. */
  private static String glued(List<String> fields) {
    String last = fields.get(fields.size() - 1).strip();
    return isField(last) ? "" : last;
  }

  private static void claim(Claims claims, String key, String value) {
    if (value.isEmpty()) {
      return;
    }
    switch (key) {
      case "id", "cable id", "reference id", "refid", "key" -> {
        if (isId(value) && claims.getId() == null) {
          claims.setId(value);
        }
      }
      case "date", "created" -> claimCreated(claims, value);
      case "released" -> {
        if (claims.getReleased() == null) {
          claims.setReleased(value);
        }
      }
      case "origin", "source" -> {
        if (claims.getOrigin() == null) {
          claims.setOrigin(value);
        }
      }
      case "class", "classification" -> {
        if (claims.getClassification() == null) {
          claims.setClassification(value);
        }
      }
      case "destination" -> {
        if (claims.getReferences().isEmpty()) {
          claims.getReferences().addAll(list(value));
        }
      }
      case "tags" -> {
        if (claims.getTags().isEmpty()) {
          claims.getTags().addAll(list(value));
        }
      }
      default -> {
        // "header" and other names have no claim of their own; the preamble is kept whole.
      }
    }
  }

  private static void claimCreated(Claims claims, String value) {
    if (claims.getCreated() == null) {
      claims.setCreated(value);
    }
  }

  /** The known name before the colon of a line, in lower case; empty if there is none. */
  private static String key(String line) {
    int colon = line.indexOf(':');
    if (colon < 2 || colon > 20) {
      return "";
    }
    // Keywords of cables are written in capitals; publishers' names are not.
    String name = plain(line.substring(0, colon));
    boolean capitals = name.equals(name.toUpperCase(Locale.ROOT)) && !name.equals("ID");
    return !capitals && KEYS.contains(lower(name)) ? lower(name) : "";
  }

  /** A title without the marks of a heading in Markdown. */
  private static String title(String line) {
    String title = line.strip();
    int at = 0;
    while (at < title.length() && title.charAt(at) == '#') {
      at++;
    }
    return title.substring(at).strip();
  }

  private static String value(String line) {
    return plain(line.substring(line.indexOf(':') + 1));
  }

  /** Without the marks of a list or of emphasis in Markdown, and blanks. */
  private static String plain(String words) {
    int start = 0;
    int end = words.length();
    while (start < end && " \t*_-|`".indexOf(words.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && " \t*_|`".indexOf(words.charAt(end - 1)) >= 0) {
      end--;
    }
    return words.substring(start, end).strip();
  }

  private static boolean isField(String field) {
    return isDigits(field)
        || isId(field)
        || isIds(field)
        || isDate(field)
        || isOrigin(field)
        || isLevel(field);
  }

  /** Numbers of cables, parted by bars or commas. */
  private static boolean isIds(String field) {
    List<String> ids = list(field);
    return !ids.isEmpty() && ids.stream().limit(50).allMatch(Preamble::isId);
  }

  /** {@code 2/14/2005 10:11}, {@code 2005-02-14 10:11:00}, {@code 2005-02-14T10:11:00}. */
  static boolean isDate(String field) {
    if (field.length() < 8 || field.length() > 30 || !Characters.isDigit(field.charAt(0))) {
      return false;
    }
    int digits = 0;
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (Characters.isDigit(c)) {
        digits++;
      } else if ("/-:. TZ+APM".indexOf(c) < 0) {
        return false;
      }
    }
    return digits >= 6 && (field.indexOf('/') > 0 || field.indexOf('-') > 0);
  }

  /** {@code Embassy Warsaw}, {@code Consulate Lagos}: as the dump's table names senders. */
  static boolean isOrigin(String field) {
    String name = lower(field);
    return field.length() <= 60
        && !name.equals(field)
        && !field.equals(field.toUpperCase(Locale.ROOT))
        && (name.startsWith("embassy ")
            || name.startsWith("consulate ")
            || name.startsWith("mission ")
            || name.startsWith("us mission ")
            || name.startsWith("us office ")
            || name.startsWith("us interests ")
            || name.startsWith("us delegation")
            || name.startsWith("secretary of ")
            || name.startsWith("american institute ")
            || name.startsWith("un "));
  }

  /** SECRET, SECRET//NOFORN. */
  static boolean isLevel(String field) {
    int slashes = field.indexOf("//");
    if (slashes < 0) {
      return Levels.standard().find(field).isPresent();
    }
    return Levels.standard().find(field.substring(0, slashes)).isPresent()
        && Captions.standard().find(field.substring(slashes)).isPresent();
  }

  /** The parts of a list that is parted by bars, commas or semicolons. */
  static List<String> list(String value) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    int depth = 0;
    for (int i = 0; i <= value.length(); i++) {
      char c = i < value.length() ? value.charAt(i) : ',';
      depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
      if (c == '|' || ((c == ',' || c == ';') && (depth == 0 || i == value.length()))) {
        String part = value.substring(start, i).strip();
        if (!part.isEmpty()) {
          parts.add(part);
        }
        start = i + 1;
      }
    }
    return parts;
  }

  static List<String> firstLines(String text) {
    List<String> lines = new ArrayList<>();
    int at = 0;
    while (at < text.length() && lines.size() < MOST_LINES) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      lines.add(text.substring(at, Math.min(end, at + LONGEST_LINE)));
      at = end + 1;
    }
    return lines;
  }

  /** The first line from {@code from} on that is not blank; -1 if there is none. */
  static int firstText(List<String> lines, int from) {
    for (int i = from; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        return i;
      }
    }
    return -1;
  }

  /** Where line {@code line} of a text begins. */
  static int offset(String text, int line) {
    int at = 0;
    for (int i = 0; i < line && at < text.length(); i++) {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end + 1;
    }
    return at;
  }

  static void keep(Claims claims, String name, String value) {
    claims.getAttributes().add(new Attribute(name, value));
  }

  static boolean isId(String text) {
    return text.length() >= 5
        && text.length() <= 60
        && Characters.isDigit(text.charAt(0))
        && CableId.parse(text).isPresent();
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Characters.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean hasYear(String line) {
    for (int i = 0; i + 4 <= line.length(); i++) {
      boolean century = line.startsWith("19", i) || line.startsWith("20", i);
      if (century && isDigits(line.substring(i, i + 4))) {
        return true;
      }
    }
    return false;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
