package org.cablebeam.schemas.vocabulary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cablebeam.schemas.TagKind;
import org.jspecify.annotations.Nullable;

/**
 * TAGS (traffic analysis by geography and subject): the codes a heading may carry, of the manual of
 * 1973 and of the 2000s. Immutable and thread-safe.
 */
public final class Tags {
  /** Which of the two vocabularies of the Department a code belongs to. */
  public enum Era {
    /** In use from 1973 to the end. */
    BOTH,
    /** The vocabulary of the TAGS manual of 1973, replaced step by step until the early 1990s. */
    FROM_1973,
    /** The vocabulary of the 2000s, which grew from the middle of the 1980s. */
    FROM_1985;

    /** Whether a code of this era can be expected in a cable of the year. */
    public boolean covers(int year) {
      return switch (this) {
        case BOTH -> true;
        case FROM_1973 -> year <= 1994;
        case FROM_1985 -> year >= 1985;
      };
    }
  }

  /**
   * A tag.
   *
   * @param code what stands in the TAGS line, upper case
   * @param kind what it names
   * @param name what the code stands for; null where only the code is known
   * @param era when it was in use
   * @param country ISO 3166-1 alpha-2 (withdrawn codes for vanished states), for a geographic tag
   *     that names a country; null for regions and all other kinds
   * @param source where code and name come from; the README beside the data explains the values
   */
  public record Entry(
      String code,
      TagKind kind,
      @Nullable String name,
      Era era,
      @Nullable String country,
      String source) {}

  /** Of a code with several meanings the geographic one comes first, then the later one. */
  private static final Comparator<Entry> LIKELIEST_FIRST =
      Comparator.comparing((Entry entry) -> entry.kind() != TagKind.GEOGRAPHIC)
          .thenComparing(Entry::era, Comparator.reverseOrder());

  private final List<Entry> all;
  private final Map<String, List<Entry>> byCode;
  private final Map<String, Entry> aliases;
  private final List<String> multiWord;

  private Tags(Table entries, Table synonyms) {
    List<Entry> all = new ArrayList<>();
    Map<String, List<Entry>> byCode = new HashMap<>();
    List<String> multiWord = new ArrayList<>();
    for (Table.Row row : entries.rows()) {
      Entry entry =
          new Entry(
              row.text("code"),
              row.constant("kind", TagKind.class),
              row.optional("name"),
              row.constant("era", Era.class),
              row.optional("country"),
              row.text("source"));
      all.add(entry);
      List<Entry> same = byCode.computeIfAbsent(entry.code(), code -> new ArrayList<>(1));
      for (Entry other : same) {
        if (other.kind() == entry.kind() && other.era() == entry.era()) {
          throw row.malformed(entry.code() + " stands twice with the same kind and era");
        }
      }
      if (same.isEmpty() && !Keys.isKey(entry.code())) {
        multiWord.add(entry.code());
      }
      same.add(entry);
    }
    byCode.values().forEach(same -> same.sort(LIKELIEST_FIRST));
    Map<String, Entry> aliases = new HashMap<>();
    for (Table.Row row : synonyms.rows()) {
      List<Entry> meant = byCode.get(row.text("code"));
      if (meant == null) {
        throw row.malformed(row.text("code") + " is no tag");
      }
      if (byCode.containsKey(row.text("alias"))) {
        throw row.malformed(row.text("alias") + " is a tag itself");
      }
      String alias = row.text("alias");
      if (aliases.put(alias, meant.get(0)) != null) {
        throw row.malformed(alias + " stands twice");
      }
      if (!Keys.isKey(alias)) {
        multiWord.add(alias);
      }
    }
    multiWord.sort(Comparator.comparing(String::length, Comparator.reverseOrder()));
    this.all = List.copyOf(all);
    this.byCode = byCode;
    this.aliases = aliases;
    this.multiWord = List.copyOf(multiWord);
  }

  /** The vocabulary that comes with the program; read once. */
  public static Tags standard() {
    return Standard.TAGS;
  }

  /**
   * The tag of a code.
   *
   * @param code exact, upper case
   * @param year the year of the cable, which decides between two meanings of a code; 0 if unknown
   * @return the entry of that year, else the entry of the other era, else empty
   */
  public Optional<Entry> find(String code, int year) {
    List<Entry> same = byCode.get(code);
    if (same == null) {
      return Optional.empty();
    }
    if (year != 0) {
      for (Entry entry : same) {
        if (entry.era().covers(year)) {
          return Optional.of(entry);
        }
      }
    }
    return Optional.of(same.get(0));
  }

  /** The tag that another spelling means; spellings that are mere typing errors are not listed. */
  public Optional<Entry> alias(String text) {
    return Optional.ofNullable(aliases.get(text.strip().toUpperCase(Locale.ROOT)));
  }

  /** The other spellings of tags, upper case, in no order. */
  public Set<String> aliases() {
    return Collections.unmodifiableSet(aliases.keySet());
  }

  /** Whether the exact code is a tag of any era. */
  public boolean contains(String code) {
    return byCode.containsKey(code);
  }

  /** All entries, in order of codes; a code with two meanings has two. */
  public List<Entry> all() {
    return all;
  }

  /**
   * The codes and aliases that are not one plain word – they have a blank, a hyphen, a slash or
   * another mark inside, as {@code HUMAN RIGHTS} and {@code ZANU-PF} – and must be recognised
   * before a TAGS line is split; the longest first.
   */
  public List<String> multiWord() {
    return multiWord;
  }

  private static final class Standard {
    static final Tags TAGS =
        new Tags(
            Table.read("tags.tsv", "code", "kind", "name", "era", "country", "source"),
            Table.read("tag-aliases.tsv", "alias", "code", "reason"));
  }
}
