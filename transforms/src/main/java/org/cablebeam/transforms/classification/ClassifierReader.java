package org.cablebeam.transforms.classification;

import java.util.List;
import java.util.Locale;
import org.cablebeam.transforms.classification.Roles.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads who classified a cable: {@code Classified By: Ambassador John Doe for reason 1.4 (b)}. What
 * stands between the keyword and the reasons is cut at its signs into segments; words of office are
 * stripped from the front of each until a name begins. Words broken at the margin are put together
 * where that gives a known word. Immutable and thread-safe.
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

  private final Roles roles = new Roles();
  private final ClassifierWords words = new ClassifierWords(roles);
  private final Titles titles = new Titles(roles);
  private final PersonName names = new PersonName(roles, titles);

  /** Reads a line as found, its keyword included. */
  Found read(String text) {
    String cut = text.length() > MOST ? text.substring(0, MOST) : text;
    if (cut.chars().noneMatch(Character::isUpperCase)) {
      // A cable without capitals: a name is known by its place alone.
      Found found = readLine(cut.toUpperCase(Locale.ROOT));
      String joined = found.text().toLowerCase(Locale.ROOT);
      return new Found(small(found.name()), small(found.title()), found.impersonal(), joined);
    }
    return readLine(cut);
  }

  private static @Nullable String small(@Nullable String words) {
    return words == null ? null : words.toLowerCase(Locale.ROOT);
  }

  private Found readLine(String cut) {
    List<String> line = words.read(cut);
    String joined = String.join(" ", line);
    int start = ClassifiedBy.behind(line, 0);
    if (start < line.size() && ClassifiedBy.isDerived(line, start)) {
      return new Found(null, null, true, joined);
    }
    start = LeadingReferences.end(line, Math.max(start, ClassifiedBy.behindLast(line, start)));
    int end = ClassifierEnd.of(line, start);
    if (end == start) {
      // The reasons stand first: Reason 1.4 (b). Classified by Jane Doe. Reason 1.4 (b) - Jane Doe.
      int again = ClassifiedBy.behindNext(line, end);
      start = again < line.size() ? again : ClassifierEnd.behindReasons(line, end);
      end = ClassifierEnd.of(line, start);
    }
    List<String> phrase = afterSource(line.subList(start, end));
    Part part = person(phrase);
    boolean impersonal =
        part.name() == null && (phrase.isEmpty() || phrase.stream().anyMatch(this::isSource));
    return new Found(part.name(), part.title(), impersonal, joined);
  }

  /** Reads whom order 12065 names in its line: {@code (SURNAME, FIRST M.) OR-P}. */
  Found readSurnameFirst(String text) {
    int start = text.startsWith("(") ? 1 : 0;
    int close = start > 0 ? text.indexOf(')') : text.lastIndexOf(" OR-");
    String inside = text.substring(start, close < 0 ? text.length() : close).strip();
    List<String> parts = List.of(inside.split("\\s*,\\s*", 3));
    if (parts.size() < 2 || parts.get(1).isEmpty()) {
      return new Found(null, null, false, text);
    }
    String title = parts.size() > 2 && !parts.get(2).isEmpty() ? parts.get(2) : null;
    return new Found(parts.get(1) + " " + parts.get(0), title, false, text);
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
    List<List<String>> segments = Segments.of(phrase);
    String title = null;
    for (int i = 0; i < segments.size(); i++) {
      List<String> segment = segments.get(i);
      if (segment.stream().anyMatch(this::isSource) || titles.isOffices(segment)) {
        continue;
      }
      int nameStart = titles.end(segment, i + 1 == segments.size());
      String before = titles.read(segment.subList(0, nameStart));
      if (before != null) {
        title = title == null ? before : title;
      }
      int nameEnd = names.end(segment, nameStart);
      if (nameEnd == nameStart) {
        continue;
      }
      String name = PersonName.of(segment.subList(nameStart, nameEnd));
      if (name == null) {
        continue;
      }
      boolean surnameOnly = nameEnd - nameStart == 1 && nameEnd == segment.size();
      if (surnameOnly && title == null && i + 1 < segments.size()) {
        List<String> given = segments.get(i + 1);
        if (names.isGivenName(given)) {
          name = PersonName.of(given) + " " + name;
        }
      }
      if (title == null && nameEnd < segment.size()) {
        title = titles.read(segment.subList(nameEnd, segment.size()));
      }
      for (int j = i + 1; title == null && j < segments.size(); j++) {
        title = titles.read(segments.get(j));
      }
      return new Part(name, title);
    }
    return new Part(null, title);
  }
}
