package org.cablebeam.transforms.source;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cablebeam.schemas.Claims;
import org.cablebeam.schemas.Container;
import org.jspecify.annotations.Nullable;

/**
 * A cable that its container gives by fields with names, such as an object of JSON or a row of a
 * table: gathers what they say. Names are compared without case, blanks, hyphens and underscores;
 * of several fields that mean the same the first is taken. Not thread-safe: one a cable.
 */
final class NamedFields {
  /** What a field says of a cable. */
  enum Meaning {
    ID,
    CREATED,
    RELEASED,
    CLASSIFICATION,
    ORIGIN,
    SUBJECT,
    TAGS,
    REFERENCES,
    HEADER,
    BODY,
    /** Nothing that is known; it is kept as an attribute. */
    OTHER
  }

  private static final Map<String, Meaning> MEANINGS = new TreeMap<>();

  static {
    mean(Meaning.ID, "id refid referenceid cableid documentnumber canonicalid docid identifier");
    mean(
        Meaning.CREATED,
        "date created createdat cabletime datetime sent sentat draftdate sentdate");
    mean(Meaning.RELEASED, "released releasedat releasedate");
    mean(Meaning.CLASSIFICATION, "classification originalclassification class level");
    mean(Meaning.ORIGIN, "origin from source office sender");
    mean(Meaning.SUBJECT, "subject title");
    mean(Meaning.TAGS, "tags");
    mean(Meaning.REFERENCES, "references reference refs destination destinations");
    mean(Meaning.HEADER, "header transmissionheader");
    mean(Meaning.BODY, "body text content rawtext fulltext message messagetext raw");
  }

  private static void mean(Meaning meaning, String names) {
    for (String name : names.split(" ")) {
      MEANINGS.put(name, meaning);
    }
  }

  private final Claims claims = Intake.noClaims();
  private final Map<Meaning, String> values = new EnumMap<>(Meaning.class);
  private @Nullable String header;
  private @Nullable String body;

  static Meaning meaning(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      if (Character.isLetterOrDigit(name.charAt(i))) {
        plain.append(name.charAt(i));
      }
    }
    return MEANINGS.getOrDefault(plain.toString().toLowerCase(Locale.ROOT), Meaning.OTHER);
  }

  /** Whether a field of this name is known to say something of a cable. */
  static boolean isKnown(String name) {
    return meaning(name) != Meaning.OTHER;
  }

  /** Whether a field of this name holds a cable's header or body. */
  static boolean isText(String name) {
    Meaning meaning = meaning(name);
    return meaning == Meaning.HEADER || meaning == Meaning.BODY;
  }

  /** Adds a header or a body. */
  void addText(String name, String value) {
    if (meaning(name) == Meaning.HEADER) {
      header = header == null ? value : header;
    } else if (body == null) {
      body = value;
    } else {
      keep(name, value);
    }
  }

  /** Adds what is claimed of the cable. */
  void addClaim(String name, String value) {
    Meaning meaning = meaning(name);
    switch (meaning) {
      case TAGS -> claims.getTags().addAll(Preamble.list(value));
      case REFERENCES -> claims.getReferences().addAll(Preamble.list(value));
      case OTHER, HEADER, BODY -> keep(name, value);
      default -> {
        String found = value.strip();
        boolean usable = !found.isEmpty() && (meaning != Meaning.ID || Preamble.isId(found));
        if (!usable || values.putIfAbsent(meaning, found) != null) {
          keep(name, value);
        }
      }
    }
  }

  /** Adds a list of tags or references, or of what else has such a name. */
  void addList(String name, List<String> list) {
    switch (meaning(name)) {
      case TAGS -> claims.getTags().addAll(list);
      case REFERENCES -> claims.getReferences().addAll(list);
      default -> {
        // Other lists are no plain values.
      }
    }
  }

  private void keep(String name, String value) {
    if (!value.isEmpty()) {
      Preamble.keep(claims, name, value);
    }
  }

  /** What was claimed of the cable. */
  Claims claims() {
    claims.setId(values.get(Meaning.ID));
    claims.setCreated(values.get(Meaning.CREATED));
    claims.setReleased(values.get(Meaning.RELEASED));
    claims.setClassification(values.get(Meaning.CLASSIFICATION));
    claims.setOrigin(values.get(Meaning.ORIGIN));
    claims.setSubject(values.get(Meaning.SUBJECT));
    return claims;
  }

  /** Emits the cable. */
  void emit(long ordinal, Decoded decoded, Container form, Intake intake) {
    intake.message(
        ordinal,
        decoded,
        Decoded.normalized(header == null ? "" : header),
        Decoded.normalized(body == null ? "" : body),
        claims(),
        form);
  }
}
