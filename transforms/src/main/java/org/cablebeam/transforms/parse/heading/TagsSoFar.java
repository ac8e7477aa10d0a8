package org.cablebeam.transforms.parse.heading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cablebeam.schemas.Tag;
import org.cablebeam.schemas.TagKind;
import org.cablebeam.schemas.vocabulary.Tags;
import org.jspecify.annotations.Nullable;

/** The tags of a list read so far, each once, in order. One a list; not thread-safe. */
final class TagsSoFar {
  /** A TAGS line of a real cable has fewer tags by far. */
  private static final int MOST = 500;

  /** Tags behind which the manual allows names of persons. */
  private static final Set<String> BEFORE_PERSONS =
      Set.of("OVIP", "OREP", "OTRA", "OEXC", "OCON", "CASC", "PINR", "PGOV", "PPDC", "CGEN");

  private final Tags tags;
  private final int year;
  private final Map<String, Tag> found = new LinkedHashMap<>();
  private boolean personsMayFollow;
  private boolean personsMayEnd;

  TagsSoFar(Tags tags, int year) {
    this.tags = tags;
    this.year = year;
  }

  List<Tag> all() {
    return new ArrayList<>(found.values());
  }

  boolean full() {
    return found.size() >= MOST;
  }

  /** Whether a code is one behind which the manual allows names of persons. */
  static boolean allowsPersons(String code) {
    return BEFORE_PERSONS.contains(code);
  }

  /** Whether the last tag is one behind which the manual allows names of persons. */
  boolean personsMayFollow() {
    return personsMayFollow;
  }

  /** Whether one of the tags is one behind which the manual allows names of persons. */
  boolean personsMayEnd() {
    return personsMayEnd;
  }

  /** The tag of a code, or of an alias; empty where the vocabulary knows neither. */
  Optional<Tags.Entry> known(String code) {
    return tags.find(code, year).or(() -> tags.alias(code));
  }

  /** Adds a tag of the vocabulary. */
  void add(Tags.Entry entry, String text) {
    put(entry.code(), text, entry.kind(), entry.name(), entry.country());
    personsMayFollow = BEFORE_PERSONS.contains(entry.code());
    personsMayEnd |= personsMayFollow;
  }

  /** Adds the tag of a code that the vocabulary knows. */
  void addKnown(String code, String text) {
    known(code).ifPresent(entry -> add(entry, text));
  }

  /** Adds a person; more may follow. */
  void addPerson(String text) {
    String code = PersonTag.code(text);
    if (!code.isEmpty()) {
      put(code, text.replace('\n', ' ').strip(), TagKind.PERSON, null, null);
    }
    personsMayFollow = true;
  }

  /** Adds what the vocabulary does not know. */
  void addUnknown(String code, String text, TagKind kind) {
    put(code, text, kind, null, null);
    personsMayFollow = false;
  }

  private void put(
      String code, String text, TagKind kind, @Nullable String name, @Nullable String country) {
    found.putIfAbsent(
        code,
        Tag.newBuilder()
            .setText(text)
            .setCode(code)
            .setKind(kind)
            .setName(name)
            .setCountry(country)
            .build());
  }
}
