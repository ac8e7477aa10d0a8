package org.cablebeam.transforms.source;

import org.cablebeam.schemas.Claims;
import org.cablebeam.schemas.Container;

/**
 * Text with five lines on top: id, subject, date, classification, origin; then header and body
 * without any mark between them. A record begins where a line is nothing but the number of a cable
 * and the second line behind it is a date.
 */
final class FrontMatter implements Form {
  private static final int LONGEST_ID = 60;
  private static final int LONGEST_SUBJECT = 2000;

  @Override
  public Container container() {
    return Container.FRONT_MATTER;
  }

  @Override
  public boolean splittable() {
    return true;
  }

  @Override
  public boolean startsAt(byte[] bytes, int from, int at, int to) {
    int end = Ascii.nextLine(bytes, at, to);
    if (bytes[at] < '0' || bytes[at] > '9' || end - at > LONGEST_ID) {
      return false;
    }
    int subject = end;
    int date = Ascii.nextLine(bytes, subject, to);
    if (date - subject > LONGEST_SUBJECT) {
      return false;
    }
    return Preamble.isId(line(bytes, at, end))
        && Preamble.isDate(line(bytes, date, Ascii.nextLine(bytes, date, to)));
  }

  private static String line(byte[] bytes, int start, int end) {
    int length = Math.min(end - start, LONGEST_ID + 20);
    StringBuilder line = new StringBuilder(length);
    for (int i = start; i < start + length; i++) {
      line.append((char) (bytes[i] & 0xFF));
    }
    return line.toString().strip();
  }

  /** Whether a file that begins with {@code head} has such lines on top. */
  boolean recognises(byte[] head, int at) {
    int first = at;
    while (first < head.length && head[first] >= 0 && head[first] <= ' ') {
      first++;
    }
    return first < head.length && startsAt(head, 0, first, head.length);
  }

  @Override
  public void read(Segment record, Intake intake) {
    Decoded decoded = Decoded.of(record.bytes());
    String text = Intake.trimmed(decoded.text());
    if (text.isEmpty()) {
      return;
    }
    String[] lines = text.split("\n", 6);
    Claims claims = Intake.noClaims();
    int taken = 0;
    if (lines.length > 3 && Preamble.isId(lines[0].strip())) {
      claims.setId(lines[0].strip());
      claims.setSubject(Intake.valueOf(lines[1]));
      claims.setCreated(lines[2].strip());
      taken = 3;
      if (Preamble.isLevel(lines[3].strip())) {
        claims.setClassification(lines[3].strip());
        taken = 4;
        if (lines.length > 4 && lines[4].length() <= 60) {
          claims.setOrigin(Intake.valueOf(lines[4]));
          taken = 5;
        }
      }
    }
    String message = text.substring(Preamble.offset(text, taken));
    intake.message(record.ordinal(), decoded, message, claims, Container.FRONT_MATTER);
  }
}
