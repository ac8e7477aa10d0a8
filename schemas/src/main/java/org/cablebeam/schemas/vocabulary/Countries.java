package org.cablebeam.schemas.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Countries and territories since 1966, with the codes of the Department of State (close to FIPS
 * 10-4) and of ISO 3166. Immutable and thread-safe.
 */
public final class Countries {
  /**
   * A country or territory.
   *
   * @param iso ISO 3166-1 alpha-2; for a vanished state the withdrawn code (ISO 3166-3), which may
   *     since have been given to another country
   * @param stateCode the Department's two-letter code, as in TAGS
   * @param otherStateCodes codes the Department used for it at other times
   * @param name as a reader knows it
   * @param names how cables name it, upper case, the usual one first; adjectives are not here
   * @param demonyms adjectives and names of its people, upper case
   * @param from the first year of the state under this name; null if before 1966
   * @param to the last year; null if it still exists
   * @param capital the capital; for a dependent territory its seat of government; null if it has
   *     neither
   */
  public record Country(
      String iso,
      String stateCode,
      List<String> otherStateCodes,
      String name,
      List<String> names,
      List<String> demonyms,
      @Nullable Integer from,
      @Nullable Integer to,
      @Nullable String capital) {

    /** Whether the state existed in the year. */
    public boolean existedIn(int year) {
      return (from == null || from <= year) && (to == null || to >= year);
    }
  }

  private final List<Country> all;
  private final Map<String, List<Country>> byStateCode = new HashMap<>();
  private final Map<String, List<Country>> byIso = new HashMap<>();
  private final Map<String, List<Country>> byName = new HashMap<>();

  private Countries(Table table) {
    List<Country> all = new ArrayList<>();
    for (Table.Row row : table.rows()) {
      Country country =
          new Country(
              row.text("iso"),
              row.text("state_code"),
              row.list("other_state_codes"),
              row.text("name"),
              row.list("names"),
              row.list("demonyms"),
              row.year("from"),
              row.year("to"),
              row.optional("capital"));
      all.add(country);
      add(byIso, country.iso(), country);
      add(byStateCode, country.stateCode(), country);
      for (String code : country.otherStateCodes()) {
        add(byStateCode, code, country);
      }
      for (String name : country.names()) {
        add(byName, Keys.of(name), country);
      }
    }
    for (Map<String, List<Country>> index : List.of(byIso, byStateCode, byName)) {
      index.values().forEach(same -> same.sort(LATEST_FIRST));
    }
    this.all = List.copyOf(all);
  }

  private static final Comparator<Country> LATEST_FIRST =
      Comparator.comparing(Country::to, Comparator.nullsFirst(Comparator.<Integer>reverseOrder()));

  private static void add(Map<String, List<Country>> index, String key, Country country) {
    index.computeIfAbsent(key, k -> new ArrayList<>(1)).add(country);
  }

  /** The vocabulary that comes with the program; read once. */
  public static Countries standard() {
    return Standard.COUNTRIES;
  }

  /**
   * The country of one of the Department's codes.
   *
   * @param code upper case
   * @param year decides where a code had two meanings; 0 if unknown
   */
  public Optional<Country> byStateCode(String code, int year) {
    return choose(byStateCode.get(code), year);
  }

  /** The country of an ISO 3166-1 alpha-2 code; of two that had it, the later one. */
  public Optional<Country> byIso(String iso) {
    return choose(byIso.get(iso), 0);
  }

  /**
   * The country of a name.
   *
   * @param name whatever its case, blanks and punctuation; adjectives are not names
   * @param year decides where two states had a name at different times; 0 if unknown
   */
  public Optional<Country> byName(String name, int year) {
    return choose(byName.get(Keys.of(name)), year);
  }

  /** All countries, in order of ISO codes. */
  public List<Country> all() {
    return all;
  }

  private static Optional<Country> choose(@Nullable List<Country> same, int year) {
    if (same == null) {
      return Optional.empty();
    }
    if (year != 0) {
      for (Country country : same) {
        if (country.existedIn(year)) {
          return Optional.of(country);
        }
      }
    }
    return Optional.of(same.get(0));
  }

  private static final class Standard {
    static final Countries COUNTRIES =
        new Countries(
            Table.read(
                "countries.tsv",
                "iso",
                "state_code",
                "other_state_codes",
                "name",
                "names",
                "demonyms",
                "from",
                "to",
                "capital"));
  }
}
