package org.cablebeam.transforms.entities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cablebeam.schemas.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Says which mentions are of one organisation and gives each its full name: a name and its acronym,
 * explained in parentheses or between commas on either side, or else by its initials where only one
 * name of the cable has them; an acronym the cable does not explain by the vocabulary.
 */
final class OrganizationLinks {
  /** Shorter acronyms fit too many names by chance. */
  private static final int SHORTEST_ACRONYM = 3;

  /**
   * A mention of an organisation.
   *
   * @param key of its text
   * @param acronym whether it is written as one
   */
  private record Named(Mention mention, String text, String key, boolean acronym) {}

  private final Reading reading;
  private final Tokens tokens;

  /** Full names by acronym, as the cable gives them. */
  private final Map<String, String> explained = new HashMap<>();

  /** The keys of the names that have an acronym in the cable. */
  private final Set<String> fullNames = new HashSet<>();

  /** Full names by their initials; "" where several names share them. */
  private final Map<String, String> initialled = new HashMap<>();

  OrganizationLinks(Reading reading) {
    this.reading = reading;
    this.tokens = reading.tokens;
  }

  /**
   * Numbers the organisations.
   *
   * @param found all mentions of the text, in order
   * @param persons how many clusters there are already
   */
  void read(List<Mention> found, int persons) {
    List<Named> all = new ArrayList<>();
    for (Mention mention : found) {
      if (mention.type == EntityType.ORGANIZATION) {
        String text = reading.string(mention.from, mention.to);
        all.add(new Named(mention, text, key(text), acronym(mention)));
      }
    }
    all.forEach(this::learn);
    all.forEach(this::byInitials);
    explained.values().forEach(name -> fullNames.add(key(name)));
    Map<String, Integer> clusters = new HashMap<>();
    for (Named named : all) {
      String full = fullName(named);
      named.mention.normal = full;
      String key = full == null || full.equals(named.text) ? named.key : key(full);
      named.mention.cluster = clusters.computeIfAbsent(key, k -> persons + clusters.size() + 1);
    }
  }

  private void learn(Named named) {
    Mention mention = named.mention;
    if (mention.normal != null && mention.to - mention.from <= 3) {
      explained.putIfAbsent(named.key, mention.normal);
    }
    if (named.acronym) {
      Mention full = beside(mention);
      if (full != null && initials(full).equals(named.key)) {
        String name = full.normal == null ? reading.string(full.from, full.to) : full.normal;
        explained.put(named.key, name);
      }
    } else {
      String name = mention.normal == null ? named.text : mention.normal;
      initialled.merge(
          initials(mention), name, (a, b) -> a.equals(b) || key(a).equals(key(b)) ? a : "");
    }
  }

  private @Nullable String fullName(Named named) {
    String full = explained.get(named.key);
    if (full == null) {
      full = named.mention.normal;
    }
    if (full == null) {
      full = reading.vocabulary.expansion(named.text.toUpperCase(Locale.ROOT));
    }
    // A name that has an acronym here is its own full name.
    return full == null && fullNames.contains(named.key) ? named.text : full;
  }

  private void byInitials(Named named) {
    if (named.acronym && named.key.length() >= SHORTEST_ACRONYM) {
      String name = initialled.getOrDefault(named.key, "");
      if (!name.isEmpty()) {
        explained.putIfAbsent(named.key, name);
      }
    }
  }

  private boolean acronym(Mention mention) {
    return mention.to - mention.from == 1
        && tokens.kind[mention.from] == Tokens.WORD
        && tokens.shape[mention.from] == Tokens.UPPER
        && tokens.end[mention.from] - tokens.start[mention.from] <= 10;
  }

  /** The name behind an acronym: {@code NHC (the Northern Harbour Commission)}. */
  private @Nullable Mention beside(Mention mention) {
    int at = mention.to;
    if (!tokens.isMark(at, '(') && !tokens.isMark(at, ',')) {
      return null;
    }
    at += reading.says(at + 1, "THE") ? 2 : 1;
    return reading.follows(at) ? reading.starting(at, EntityType.ORGANIZATION) : null;
  }

  /** The first letters of the words of a name that are not small words. */
  private String initials(Mention mention) {
    StringBuilder out = new StringBuilder();
    for (int i = mention.from; i < mention.to; i++) {
      if (tokens.kind[i] == Tokens.WORD && !reading.is(i, Vocabulary.FUNCTION)) {
        out.append(Character.toUpperCase(tokens.chars[tokens.start[i]]));
      }
    }
    return out.toString();
  }

  /** A name without what spellings differ in: case, marks, the article. */
  private static String key(String name) {
    StringBuilder out = new StringBuilder(name.length());
    for (int i = name.regionMatches(true, 0, "THE ", 0, 4) ? 4 : 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        out.append(Character.toUpperCase(c));
      } else if (c == '&') {
        out.append("AND");
      }
    }
    return out.isEmpty() ? name : out.toString();
  }
}
