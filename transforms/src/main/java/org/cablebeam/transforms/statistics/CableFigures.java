package org.cablebeam.transforms.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cablebeam.schemas.Level;
import org.cablebeam.schemas.ReferenceKind;
import org.cablebeam.schemas.Tag;
import org.cablebeam.schemas.TagKind;
import org.jspecify.annotations.Nullable;

/**
 * What one cable adds to the tallies, see {@link FigureExtractor}: all that statistics need to know
 * of it, so that they can be taken of the kept cables without reading these again. Everything that
 * could repeat within the cable stands here once. Immutable.
 *
 * @param id canonical
 * @param sent the date-time group, null where it is not known
 * @param month of {@code sent}: year times twelve plus the months before it; 0 where not known
 * @param post canonical, {@link Tallies#UNKNOWN_POST} where the cable names none
 * @param country of the post, ISO 3166-1 alpha-2
 * @param tags by code, the first of each
 * @param repaired codes of the tags that were misspelt
 * @param action posts addressed for action
 * @param info posts addressed, but none of them for action
 * @param citations other cables referred to, in the heading or the text, each once
 * @param references how many references stand in the record, by the number of {@link ReferenceKind}
 * @param withoutId references to cables of which no id could be read
 * @param issues each code once
 * @param persons names mentioned, in capitals
 * @param organizations names mentioned, in capitals
 */
public record CableFigures(
    String id,
    @Nullable Instant sent,
    int month,
    Level level,
    Set<String> controls,
    Set<String> captions,
    String post,
    @Nullable String country,
    Map<String, Tag> tags,
    Set<String> repaired,
    Set<String> action,
    Set<String> info,
    List<Cited> citations,
    List<Integer> references,
    int withoutId,
    List<Noticed> issues,
    Set<String> persons,
    Set<String> organizations,
    int words,
    int paragraphs) {
  static final ReferenceKind[] KINDS = ReferenceKind.values();

  /** How often one other cable is referred to. */
  record Cited(String id, int heading, int text) {
    private void write(DataOutput out) throws IOException {
      Encoding.writeString(out, id);
      Encoding.writeLong(out, heading);
      Encoding.writeLong(out, text);
    }

    private static Cited read(DataInput in) throws IOException {
      return new Cited(Encoding.readString(in), number(in), number(in));
    }
  }

  /** How often one issue stands in the record, and the first text it is about. */
  record Noticed(String code, int times, @Nullable String excerpt) {
    private void write(DataOutput out) throws IOException {
      Encoding.writeString(out, code);
      Encoding.writeLong(out, times);
      Encoding.writeOptional(out, excerpt);
    }

    private static Noticed read(DataInput in, Pool pool) throws IOException {
      return new Noticed(pool.of(Encoding.readString(in)), number(in), Encoding.readOptional(in));
    }
  }

  /** Writes a compact form. */
  void write(DataOutput out) throws IOException {
    Encoding.writeString(out, id);
    out.writeBoolean(sent != null);
    if (sent != null) {
      Encoding.writeLong(out, sent.toEpochMilli());
    }
    Encoding.writeString(out, level.name());
    Encoding.writeStrings(out, controls);
    Encoding.writeStrings(out, captions);
    Encoding.writeString(out, post);
    Encoding.writeOptional(out, country);
    Encoding.writeLong(out, tags.size());
    for (Tag tag : tags.values()) {
      write(tag, out);
    }
    Encoding.writeStrings(out, repaired);
    Encoding.writeStrings(out, action);
    Encoding.writeStrings(out, info);
    Encoding.writeLong(out, citations.size());
    for (Cited cited : citations) {
      cited.write(out);
    }
    for (int count : references) {
      Encoding.writeLong(out, count);
    }
    Encoding.writeLong(out, withoutId);
    Encoding.writeLong(out, issues.size());
    for (Noticed issue : issues) {
      issue.write(out);
    }
    Encoding.writeStrings(out, persons);
    Encoding.writeStrings(out, organizations);
    Encoding.writeLong(out, words);
    Encoding.writeLong(out, paragraphs);
  }

  /** Reads what {@link #write} wrote. */
  static CableFigures read(DataInput in, Pool pool) throws IOException {
    String id = Encoding.readString(in);
    Instant sent = in.readBoolean() ? Instant.ofEpochMilli(Encoding.readLong(in)) : null;
    Level level = Level.valueOf(Encoding.readString(in));
    Set<String> controls = pooled(Encoding.readStrings(in), pool);
    Set<String> captions = pooled(Encoding.readStrings(in), pool);
    String post = pool.of(Encoding.readString(in));
    String country = pool.ofOptional(Encoding.readOptional(in));
    Map<String, Tag> tags = new LinkedHashMap<>();
    for (int left = number(in); left > 0; left--) {
      Tag tag = readTag(in, pool);
      tags.put(tag.getCode(), tag);
    }
    Set<String> repaired = pooled(Encoding.readStrings(in), pool);
    Set<String> action = pooled(Encoding.readStrings(in), pool);
    Set<String> info = pooled(Encoding.readStrings(in), pool);
    List<Cited> citations = new ArrayList<>();
    for (int left = number(in); left > 0; left--) {
      citations.add(Cited.read(in));
    }
    List<Integer> references = new ArrayList<>(KINDS.length);
    while (references.size() < KINDS.length) {
      references.add(number(in));
    }
    int withoutId = number(in);
    List<Noticed> issues = new ArrayList<>();
    for (int left = number(in); left > 0; left--) {
      issues.add(Noticed.read(in, pool));
    }
    return new CableFigures(
        id,
        sent,
        month(sent),
        level,
        controls,
        captions,
        post,
        country,
        tags,
        repaired,
        action,
        info,
        citations,
        references,
        withoutId,
        issues,
        new LinkedHashSet<>(Encoding.readStrings(in)),
        new LinkedHashSet<>(Encoding.readStrings(in)),
        number(in),
        number(in));
  }

  private static int number(DataInput in) throws IOException {
    return Math.toIntExact(Encoding.readLong(in));
  }

  /** The text of most tags is their code. */
  private static void write(Tag tag, DataOutput out) throws IOException {
    Encoding.writeString(out, tag.getCode());
    Encoding.writeOptional(out, tag.getText().equals(tag.getCode()) ? null : tag.getText());
    Encoding.writeString(out, tag.getKind().name());
    Encoding.writeOptional(out, tag.getName());
    Encoding.writeOptional(out, tag.getCountry());
  }

  private static Tag readTag(DataInput in, Pool pool) throws IOException {
    String code = pool.of(Encoding.readString(in));
    String text = Encoding.readOptional(in);
    TagKind kind = TagKind.valueOf(Encoding.readString(in));
    String name = pool.ofOptional(Encoding.readOptional(in));
    String country = pool.ofOptional(Encoding.readOptional(in));
    return new Tag(text == null ? code : pool.of(text), code, kind, name, country);
  }

  static int month(@Nullable Instant sent) {
    if (sent == null) {
      return 0;
    }
    ZonedDateTime time = sent.atZone(ZoneOffset.UTC);
    return time.getYear() * 12 + time.getMonthValue() - 1;
  }

  static Set<String> pooled(Collection<String> texts, Pool pool) {
    if (texts.isEmpty()) {
      return Set.of();
    }
    Set<String> pooled = new LinkedHashSet<>();
    for (String text : texts) {
      pooled.add(pool.of(text));
    }
    return pooled;
  }
}
