package org.cablebeam.transforms.classification;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cablebeam.schemas.vocabulary.Spelling;
import org.cablebeam.transforms.text.Rows;

/**
 * The words of offices and titles, found whatever their case, accents and signs, and by edit
 * distance where they are misspelt. Immutable and thread-safe.
 */
final class Roles {
  /** What a word does in a title. */
  enum Kind {
    /** Says what somebody is: counselor. */
    ROLE,
    /** Stands before a role: acting. */
    QUALIFIER,
    /** What a role is about: political. */
    FIELD,
    /** A bureau: EUR. */
    OFFICE,
    /** A region: Asia. */
    PLACE,
    /** What somebody belongs to: embassy. */
    BODY,
    /** What is no person: a guide, multiple sources. */
    SOURCE,
    /** Joins the words of a title: of, for. */
    LINK,
    /** Part of a surname: van, al. */
    PARTICLE
  }

  private final Map<String, Kind> words = new HashMap<>();

  Roles() {
    for (List<String> row : Rows.read(Roles.class, "roles.tsv", "word", "kind")) {
      if (words.put(row.get(0), Kind.valueOf(row.get(1))) != null) {
        throw new IllegalStateException("roles.tsv: twice: " + row.get(0));
      }
    }
  }

  /** Letters and slashes, lower case, without accents; a zero between letters is an O. */
  static String key(String word) {
    boolean plain = true;
    boolean ascii = true;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      plain &= (c >= 'a' && c <= 'z') || c == '/';
      ascii &= c < 128;
    }
    if (plain) {
      return word;
    }
    String decomposed = ascii ? word : Normalizer.normalize(word, Normalizer.Form.NFD);
    StringBuilder key = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      if ((c >= 'a' && c <= 'z') || c == '/') {
        key.append(c);
      } else if (c >= 'A' && c <= 'Z') {
        key.append((char) (c - 'A' + 'a'));
      } else if (c == '0') {
        key.append('o');
      }
    }
    return key.toString();
  }

  /**
   * What a word is. A word of parts (POL/ECONOFF, Minister-Counselor) is a role if one of its known
   * parts is, and otherwise what its parts are, if all are known; with a slash it is at least an
   * office.
   */
  Optional<Kind> find(String word) {
    String key = key(word);
    Kind kind = words.get(key);
    if (kind != null) {
      return Optional.of(kind);
    }
    if (isRoleBehindCapital(word) || isFieldWithRole(key)) {
      return Optional.of(Kind.ROLE);
    }
    boolean slash = key.indexOf('/') >= 0;
    if (!slash && word.indexOf('-') < 0 && word.indexOf('&') < 0) {
      return Optional.empty();
    }
    Kind whole = null;
    boolean allKnown = true;
    for (String part : word.split("[-/&]")) {
      Kind known = words.get(key(part));
      if (known == Kind.ROLE) {
        whole = Kind.ROLE;
      } else if (whole == null) {
        whole = known;
      }
      allKnown &= known != null;
    }
    if (slash) {
      return Optional.of(whole == Kind.ROLE ? Kind.ROLE : Kind.OFFICE);
    }
    return allKnown ? Optional.ofNullable(whole) : Optional.empty();
  }

  /** {@code EmbDCM}, {@code PolCouns}: two known words, the second of which is a role. */
  private boolean isRoleBehindCapital(String word) {
    for (int i = 2; i + 1 < word.length(); i++) {
      if (Character.isUpperCase(word.charAt(i)) && Character.isLowerCase(word.charAt(i - 1))) {
        return words.containsKey(key(word.substring(0, i)))
            && words.get(key(word.substring(i))) == Kind.ROLE;
      }
    }
    return false;
  }

  /** {@code ESTHOFF}, {@code LEGALCHIEF}: a field and a role whose case does not part them. */
  private boolean isFieldWithRole(String key) {
    for (int i = 3; i + 2 < key.length(); i++) {
      if (words.get(key.substring(0, i)) == Kind.FIELD
          && words.get(key.substring(i)) == Kind.ROLE) {
        return true;
      }
    }
    return false;
  }

  /** The role, field or qualifier a misspelt word of at least six letters was meant to be. */
  Optional<Kind> nearest(String word) {
    String key = key(word);
    if (key.length() < 6 || key.length() > 16) {
      return Optional.empty();
    }
    Kind nearest = null;
    int best = Integer.MAX_VALUE;
    for (Map.Entry<String, Kind> entry : words.entrySet()) {
      String known = entry.getKey();
      int limit = known.length() < 6 ? 0 : known.length() < 9 ? 1 : 3;
      if (limit > 0 && known.charAt(0) == key.charAt(0)) {
        // Three slips are believed of the longest words only; five letters must stay.
        limit = Math.min(limit, known.length() < 10 ? 2 : 3);
        int distance = Spelling.distance(key, known, limit);
        if (distance <= limit && distance < best) {
          best = distance;
          nearest = entry.getValue();
        }
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** Whether a word is known exactly. */
  boolean contains(String word) {
    return words.containsKey(key(word));
  }
}
