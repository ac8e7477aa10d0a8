package org.cablebeam.schemas.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The controlled words that stand between the classification line and the heading: distribution
 * captions, dissemination controls, channels and the like. Immutable and thread-safe.
 */
public final class Captions {
  /** What a caption does. */
  public enum Kind {
    /** Says who may see the cable within the Department and at the post: EXDIS. */
    CAPTION,
    /** Says to whom the information may be given, or how it is to be handled: NOFORN. */
    CONTROL,
    /** Draws the attention of an agency, an office or a kind of reader: AIDAC. */
    ATTENTION,
    /** Carries the cable by a channel of its own: ROGER CHANNEL. */
    CHANNEL,
    /** Numbers the messages of a traveling party: SECTO. */
    SERIES
  }

  /**
   * A caption.
   *
   * @param code canonical, as it is to be recorded
   * @param kind what it does
   * @param name what it means
   * @param spellings other spellings that mean the same, upper case; blanks and punctuation do not
   *     count and are not listed
   */
  public record Caption(String code, Kind kind, String name, List<String> spellings) {}

  private final List<Caption> all;
  private final Map<String, Caption> bySpelling;

  private Captions(Table table) {
    List<Caption> all = new ArrayList<>();
    Map<String, Caption> bySpelling = new HashMap<>();
    for (Table.Row row : table.rows()) {
      Caption caption =
          new Caption(
              row.text("code"),
              row.constant("kind", Kind.class),
              row.text("name"),
              row.list("spellings"));
      all.add(caption);
      List<String> spellings = new ArrayList<>(caption.spellings());
      spellings.add(caption.code());
      for (String spelling : spellings) {
        if (bySpelling.put(Keys.of(spelling), caption) != null) {
          throw row.malformed(spelling + " stands twice");
        }
      }
    }
    this.all = List.copyOf(all);
    this.bySpelling = Map.copyOf(bySpelling);
  }

  /** The vocabulary that comes with the program; read once. */
  public static Captions standard() {
    return Standard.CAPTIONS;
  }

  /** The caption a text spells, whatever its case, blanks and punctuation. */
  public Optional<Caption> find(String text) {
    return Optional.ofNullable(bySpelling.get(Keys.of(text)));
  }

  /** All captions, in order of codes. */
  public List<Caption> all() {
    return all;
  }

  private static final class Standard {
    static final Captions CAPTIONS =
        new Captions(Table.read("captions.tsv", "code", "kind", "name", "spellings"));
  }
}
