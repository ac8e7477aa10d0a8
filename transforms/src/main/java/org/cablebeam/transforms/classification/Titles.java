package org.cablebeam.transforms.classification;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cablebeam.schemas.vocabulary.Countries;
import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.transforms.classification.Roles.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The words of office before or behind a name: {@code Deputy Assistant Secretary for Central Asia},
 * {@code A/DCM}, misspelt ones too. Immutable and thread-safe.
 */
final class Titles {
  private final Roles roles;
  private final Posts posts = Posts.standard();
  private final Countries countries = Countries.standard();

  Titles(Roles roles) {
    this.roles = roles;
  }

  /** Bureaus and nothing else, as before a dash: NEA - Jane Doe. */
  boolean isOffices(List<String> segment) {
    for (int at = 0; at < segment.size(); at++) {
      if (kind(segment, at) != Kind.OFFICE) {
        return false;
      }
    }
    return true;
  }

  /** How many words from the front of a segment are a title. */
  int end(List<String> segment, boolean last) {
    int at = 0;
    Kind before = null;
    while (at < segment.size()) {
      String word = segment.get(at);
      Kind kind = kind(segment, at);
      int rest = segment.size() - at - 1;
      if (kind == null) {
        boolean titled = before == null && isTitleBehind(segment, at);
        if ((before == Kind.BODY || titled) && isPlace(word)) {
          kind = Kind.PLACE;
        } else if (before != null && before != Kind.PARTICLE && isPlaceBeforeName(segment, at)) {
          kind = Kind.PLACE;
        } else if (before == Kind.LINK && rest >= 2) {
          kind = Kind.PLACE;
        } else if (rest > 0 || !last) {
          kind = roles.nearest(word).orElse(null);
        }
        if (kind == null && (isTitledOffice(segment, at) || isOfficeBeforeName(segment, at))) {
          kind = Kind.FIELD;
        }
      }
      if (kind == Kind.LINK
          && before == null
          && (isTitledOffice(segment, at)
              || (Roles.key(word).equals("the") && isTitleBehind(segment, at)))) {
        // D Chief of Staff; the Ambassador.
        kind = Kind.FIELD;
      }
      boolean bureau = kind == Kind.OFFICE && word.indexOf('/') < 0;
      boolean office = bureau && !isTitleBehind(segment, at) && rest < 2;
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

  /** The words of a title, if one of them says what somebody is. */
  @Nullable String read(List<String> words) {
    boolean role = false;
    for (String word : words) {
      Kind kind = roles.find(word).or(() -> roles.nearest(word)).orElse(null);
      role |= kind == Kind.ROLE;
    }
    return role ? PersonName.withoutFullStop(String.join(" ", words)) : null;
  }

  /** What a word is; single letters and small codes only where a title follows them. */
  @Nullable Kind kind(List<String> segment, int at) {
    String word = segment.get(at);
    Optional<Kind> found = roles.find(word);
    if (found.isEmpty()) {
      return null;
    }
    Kind kind = found.get();
    boolean initial = word.length() == 2 && Character.isUpperCase(word.charAt(0));
    if (kind == Kind.LINK && initial && word.endsWith(".") && !isOfTitleAt(segment, at + 1)) {
      // Ambassador D. Lake, but Charge D. Affaires.
      return null;
    }
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

  /**
   * A word that is in no vocabulary, with a title and a whole name behind it: {@code NIV Chief Jane
   * Doe}. Where small letters tell a code from a name, one word of a name is enough.
   */
  private boolean isTitledOffice(List<String> segment, int at) {
    if (!isTitleBehind(segment, at)) {
      return false;
    }
    boolean role = false;
    int name = at + 1;
    while (name < segment.size() && isOfTitle(segment.get(name))) {
      role |= roles.find(segment.get(name)).filter(kind -> kind == Kind.ROLE).isPresent();
      name++;
    }
    int rest = segment.size() - name;
    boolean code = isCode(segment.get(at)) && rest > 0 && !isCode(segment.get(name));
    return role && rest >= (code ? 1 : 2);
  }

  private boolean isOfTitleAt(List<String> segment, int at) {
    return at < segment.size()
        && (roles.find(segment.get(at)).isPresent() || roles.nearest(segment.get(at)).isPresent());
  }

  private boolean isOfTitle(String word) {
    return roles.find(word).isPresent() || isPlace(word);
  }

  /** A code in capitals before a name that is written with small letters: {@code SRAP Jane Doe}. */
  private boolean isOfficeBeforeName(List<String> segment, int at) {
    String code = segment.get(at);
    int rest = segment.size() - at - 1;
    if (rest < 2 || rest > 3 || code.length() < 2 || !isCode(code) || code.startsWith("XX")) {
      return false;
    }
    String given = segment.get(at + 1);
    return given.length() > 2
        && Character.isUpperCase(given.charAt(0))
        && Character.isLowerCase(given.charAt(1))
        && !isCode(segment.get(segment.size() - 1));
  }

  /** At most six capital letters. */
  private static boolean isCode(String word) {
    return word.length() <= 6 && word.chars().allMatch(c -> c >= 'A' && c <= 'Z');
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
    return isPlace(segment.get(at));
  }

  private boolean isPlace(String word) {
    return posts.byName(word).isPresent()
        || countries.byName(word.toUpperCase(Locale.ROOT), 0).isPresent();
  }

  private static boolean isInitial(String word) {
    return Roles.key(word).length() == 1;
  }

  boolean isRoleAhead(List<String> segment, int at) {
    for (int i = at + 1; i < segment.size(); i++) {
      if (roles.find(segment.get(i)).filter(kind -> kind == Kind.ROLE).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
