package org.cablebeam.transforms.duplicates;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.FieldSpan;
import org.cablebeam.schemas.IssueCode;
import org.cablebeam.schemas.SpanKind;
import org.cablebeam.schemas.Tag;
import org.cablebeam.transforms.text.CodePoints;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a cable to tell copies of it and to choose among them: some 300 bytes in
 * place of its text.
 *
 * @param id canonical id
 * @param part the staged part in which the cable lies
 * @param index its place in that part, from 0
 * @param sentAt milliseconds since 1970, {@link #NEVER} where no date is known
 * @param subject hash of the subject's letters and digits; 0 where there is none
 * @param sketch see {@link Sketch}
 * @param corrected whether it is a corrected copy
 * @param defects what is missing or broken, the fewer the better: see {@link #of}
 * @param letters UTF-16 units of the body that are not blank
 * @param issues how many issues the record has
 * @param tie decides between copies that are alike in all else; derived from content and place
 * @param post canonical post; UNKNOWN where the cable names none
 * @param tags canonical codes
 */
public record Candidate(
    String id,
    int part,
    int index,
    long sentAt,
    int subject,
    Sketch sketch,
    boolean corrected,
    int defects,
    int letters,
    int issues,
    String tie,
    String post,
    List<String> tags) {
  /** The date of a cable that has none. */
  static final long NEVER = Long.MIN_VALUE;

  private static final long DAY = 86_400_000;

  /** A text of fewer fingerprints is next to none. */
  private static final int FEW_PASSAGES = 4;

  /**
   * The better copy first: corrected over original, fewer parts missing, more text, fewer issues;
   * then by content, so that the choice depends on nothing else.
   */
  static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparing(Candidate::corrected)
          .reversed()
          .thenComparingInt(Candidate::defects)
          .thenComparing(Comparator.<Candidate>comparingInt(Candidate::letters).reversed())
          .thenComparingInt(Candidate::issues)
          .thenComparing(Candidate::tie);

  public static Candidate of(Cable cable, int part, int index) {
    int defects = 0;
    defects += cable.getPartial() ? 8 : 0;
    defects += has(cable, IssueCode.MISSING_SECTION) ? 4 : 0;
    defects += has(cable, IssueCode.TRUNCATED_TEXT) ? 4 : 0;
    defects += cable.getHeader().isEmpty() ? 2 : 0;
    defects += cable.getSentAt() == null ? 1 : 0;
    defects += cable.getSubject() == null ? 1 : 0;
    String body = cable.getBody();
    List<String> tags = new ArrayList<>(cable.getTags().size());
    for (Tag tag : cable.getTags()) {
      if (!tags.contains(tag.getCode())) {
        tags.add(tag.getCode());
      }
    }
    return new Candidate(
        cable.getId(),
        part,
        index,
        cable.getSentAt() == null ? NEVER : cable.getSentAt().toEpochMilli(),
        subject(cable.getSubject()),
        Sketch.of(text(cable)),
        cable.getCorrected(),
        defects,
        letters(body),
        cable.getIssues().size(),
        cable.getSource().getSha256()
            + ' '
            + cable.getSource().getUri()
            + ' '
            + padded(cable.getSource().getOrdinal()),
        cable.getOrigin() == null || cable.getOrigin().getPost() == null
            ? "UNKNOWN"
            : cable.getOrigin().getPost(),
        List.copyOf(tags));
  }

  /**
   * Whether two cables of one id are copies of one another. A number alone does not prove it: some
   * numbers ran away and stand on many telegrams. Copies have a passage of their text in common; of
   * those that have the same minute, or the same subject on no other day, less of it will do, for
   * they may be damaged. Where one has no text to hold against the other, nothing else may speak
   * against it.
   */
  boolean copies(Candidate other) {
    boolean sameMinute = hasTime() && sentAt == other.sentAt;
    boolean sameSubject = subject != 0 && subject == other.subject;
    int shared = sketch.shared(other.sketch);
    int size = Math.min(sketch.size(), other.sketch.size());
    if (sameMinute || (sameSubject && !isOfAnotherTime(other))) {
      return size < FEW_PASSAGES || !canBeHeldAgainst(other) || shared >= trace(other, size);
    }
    if (size < FEW_PASSAGES) {
      boolean otherSubject = subject != 0 && other.subject != 0 && !sameSubject;
      return !isOfAnotherTime(other) && !otherSubject && (size == 0 || shared > 0);
    }
    return shared >= (sameSubject ? 2 : passage(other, size));
  }

  /** Whether the minute is known; at midnight it is only the day, from a container. */
  private boolean hasTime() {
    return sentAt != NEVER && sentAt % DAY != 0;
  }

  private boolean isOfAnotherTime(Candidate other) {
    if (sentAt == NEVER || other.sentAt == NEVER) {
      return false;
    }
    return hasTime() && other.hasTime()
        ? sentAt != other.sentAt
        : Math.floorDiv(sentAt, DAY) != Math.floorDiv(other.sentAt, DAY);
  }

  /**
   * How many fingerprints are a passage: the fewer the less alike the texts are in length, as of an
   * extract few are among those of the whole. Of texts of the same length it is a quarter, and half
   * of short ones, of which a sentence that a post always writes is a large part.
   */
  private int passage(Candidate other, int size) {
    boolean isShort = sketch.size() < Sketch.SIZE && other.sketch.size() < Sketch.SIZE;
    return (int) Math.max(2, size * shorter(other) / ((isShort ? 2 : 4) * longer(other)));
  }

  /** How many fingerprints remain of a passage in the worst of copies. */
  private int trace(Candidate other, int size) {
    return Math.max(1, passage(other, size) / 4);
  }

  /**
   * Whether fingerprints of the shorter text must be among those of the longer, if it is a piece of
   * that: of a long text only the beginning has any, and of a much longer one they are too few.
   */
  private boolean canBeHeldAgainst(Candidate other) {
    return 2 * shorter(other) >= longer(other)
        || (6 * shorter(other) >= longer(other) && longer(other) <= Sketch.LONGEST);
  }

  private long shorter(Candidate other) {
    return Math.min(letters, other.letters);
  }

  private long longer(Candidate other) {
    return Math.max(1, Math.max(letters, other.letters));
  }

  /** The body without its heading and page furniture, which different telegrams share as well. */
  private static String text(Cable cable) {
    String body = cable.getBody();
    if (cable.getParagraphs().isEmpty()) {
      return body;
    }
    CodePoints codePoints = CodePoints.of(body);
    StringBuilder text = new StringBuilder();
    int from = cable.getParagraphs().get(0).getStart();
    for (FieldSpan span : cable.getSpans()) {
      boolean furniture = span.getKind() == SpanKind.FURNITURE || span.getKind() == SpanKind.STAMP;
      if (furniture && span.getEnd() > from) {
        int to = Math.max(from, span.getStart());
        text.append(body, codePoints.toUnits(from), codePoints.toUnits(to)).append('\n');
        from = span.getEnd();
      }
    }
    return text.append(body, codePoints.toUnits(from), body.length()).toString();
  }

  /** Digits that sort like the number. */
  private static String padded(long number) {
    String digits = Long.toString(number);
    return "0".repeat(Math.max(0, 19 - digits.length())) + digits;
  }

  private static boolean has(Cable cable, IssueCode code) {
    return cable.getIssues().stream().anyMatch(issue -> issue.getCode().equals(code.name()));
  }

  private static int letters(String body) {
    int letters = 0;
    for (int i = 0; i < body.length(); i++) {
      letters += body.charAt(i) > ' ' ? 1 : 0;
    }
    return letters;
  }

  private static int subject(@Nullable String subject) {
    if (subject == null) {
      return 0;
    }
    int hash = 0;
    for (int i = 0; i < subject.length(); i++) {
      char c = subject.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        hash = hash * 31 + Character.toUpperCase(c);
      }
    }
    return hash;
  }

  public void write(DataOutput out) throws IOException {
    writeText(out, id);
    out.writeInt(part);
    out.writeInt(index);
    out.writeLong(sentAt);
    out.writeInt(subject);
    sketch.write(out);
    out.writeBoolean(corrected);
    out.writeInt(defects);
    out.writeInt(letters);
    out.writeInt(issues);
    writeText(out, tie);
    writeText(out, post);
    out.writeInt(tags.size());
    for (String tag : tags) {
      writeText(out, tag);
    }
  }

  public static Candidate read(DataInput in) throws IOException {
    String id = readText(in);
    int part = in.readInt();
    int index = in.readInt();
    long sentAt = in.readLong();
    int subject = in.readInt();
    Sketch sketch = Sketch.read(in);
    boolean corrected = in.readBoolean();
    int defects = in.readInt();
    int letters = in.readInt();
    int issues = in.readInt();
    String tie = readText(in);
    String post = readText(in);
    int size = in.readInt();
    List<String> tags = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      tags.add(readText(in));
    }
    return new Candidate(
        id,
        part,
        index,
        sentAt,
        subject,
        sketch,
        corrected,
        defects,
        letters,
        issues,
        tie,
        post,
        List.copyOf(tags));
  }

  private static void writeText(DataOutput out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(DataInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
