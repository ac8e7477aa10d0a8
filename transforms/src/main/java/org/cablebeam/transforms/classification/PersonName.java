package org.cablebeam.transforms.classification;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cablebeam.schemas.vocabulary.Countries;
import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.transforms.classification.Roles.Kind;
import org.jspecify.annotations.Nullable;

/** The name of a classifier among the words of a segment. Immutable and thread-safe. */
final class PersonName {
  /** No name has more words. */
  private static final int LONGEST = 6;

  /** A rank that is borne as a surname has as many letters. */
  private static final int SHORTEST_RANK = 5;

  /** What keeps its full stop at the end of a name. */
  private static final Set<String> ABBREVIATIONS = Set.of("jr", "sr");

  private final Roles roles;
  private final Titles titles;
  private final Posts posts = Posts.standard();
  private final Countries countries = Countries.standard();

  PersonName(Roles roles, Titles titles) {
    this.roles = roles;
    this.titles = titles;
  }

  /** Where a name that begins at {@code start} ends. */
  int end(List<String> segment, int start) {
    int at = start;
    while (at < segment.size() && at - start <= 2 * LONGEST) {
      Kind kind = titles.kind(segment, at);
      boolean role =
          (kind == Kind.ROLE || kind == Kind.QUALIFIER) && !isSurname(segment, start, at);
      boolean named = at > start;
      boolean whole = at > start + 1;
      if (named
          && (role
              || (kind == Kind.LINK && !isInitial(segment.get(at)))
              || ((kind == Kind.BODY || kind == Kind.SOURCE) && whole)
              || ((kind == Kind.FIELD || kind == Kind.OFFICE || kind == Kind.PLACE)
                  && (segment.get(at).indexOf('/') >= 0 || titles.isRoleAhead(segment, at))))) {
        break;
      }
      at++;
    }
    return at;
  }

  /** DCM John Major: a rank at the end, between which and a title nothing but a given name is. */
  private static boolean isSurname(List<String> segment, int start, int at) {
    boolean given = start > 0 && at > start && at + 1 == segment.size();
    for (int i = start + 1; i < at; i++) {
      given &= isInitial(segment.get(i));
    }
    return given
        && segment.get(at).length() >= SHORTEST_RANK
        && Roles.key(segment.get(start)).length() > 1
        && Character.isLetter(segment.get(at).charAt(segment.get(at).length() - 1));
  }

  /** John D. Doe: the letter is no part of d'Affaires. */
  private static boolean isInitial(String word) {
    return Roles.key(word).length() == 1 && Character.isUpperCase(word.charAt(0));
  }

  /** One or two words that can only be given names. */
  boolean isGivenName(List<String> segment) {
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

  /**
   * A name as it is recorded: a zero between letters is an O; null if the words are no name, as
   * where none has more than one letter.
   */
  static @Nullable String of(List<String> words) {
    if (words.stream().filter(word -> !ClassifierWords.SHORT_WORDS.contains(word)).count()
        > LONGEST) {
      return null;
    }
    boolean letters = false;
    boolean capital = false;
    StringBuilder name = new StringBuilder();
    for (String word : words) {
      for (int i = 0; i < word.length(); i++) {
        letters |= i > 0 && Character.isLetter(word.charAt(i));
        capital |= Character.isUpperCase(word.charAt(i));
      }
      if (name.length() > 0) {
        name.append(' ');
      }
      name.append(word.replace('0', 'O'));
    }
    return letters && capital ? withoutFullStop(name.toString()) : null;
  }

  /** The full stop of a sentence goes; that of an initial, of Jr. and a.i. stays. */
  static String withoutFullStop(String text) {
    int last = text.lastIndexOf(' ') + 1;
    String word = text.substring(last);
    boolean sentence =
        word.endsWith(".")
            && word.indexOf('.') == word.length() - 1
            && Roles.key(word).length() > 1
            && !ABBREVIATIONS.contains(Roles.key(word));
    return sentence ? text.substring(0, text.length() - 1) : text;
  }
}
