package org.cablebeam.transforms.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.RejectCode;

/**
 * Plain text of one or many telegrams. A record begins at a transmission id, or behind an end mark
 * ({@code NNNN}) that another header follows; within a record {@link TextSplitter} finds what else
 * begins.
 */
final class RawText implements Form {
  /** What a header holds, at the beginning of a line. */
  private static final String[] HEADER = {
    "VZCZC", "ZCZC", "DE R", "ZNY ", "ZNR ", "FM ", "PAGE 01", "E.O.", "TAGS", "SUBJ"
  };

  private static final int HEADER_LINES = 40;

  /** How classification lines begin. */
  private static final String[] LEVELS = {
    "UNCLAS",
    "U N C",
    "LIMITED O",
    "L I M I",
    "CONF",
    "C O N",
    "SECRET",
    "S E C",
    "TOP SEC",
    "T O P"
  };

  /** Records hold several messages; a file without any division may be so much larger than one. */
  private static final int MESSAGES = 4;

  private final long maxMessageBytes;

  RawText(long maxMessageBytes) {
    this.maxMessageBytes = maxMessageBytes;
  }

  @Override
  public Container container() {
    return Container.TEXT;
  }

  @Override
  public boolean splittable() {
    return true;
  }

  @Override
  public long longestRecord(long maxMessage) {
    return maxMessage * MESSAGES;
  }

  @Override
  public boolean startsAt(byte[] bytes, int from, int at, int to) {
    byte first = bytes[at];
    if (first == 'V' && isTransmissionId(bytes, at, to)) {
      // In this order: looking back is short where all headers above that one can be are real.
      return followedByHeader(bytes, Ascii.nextLine(bytes, at, to), to)
          && !isRepeated(bytes, from, at, to);
    }
    // Nothing but an end mark is looked for behind the line end: NNNN.
    int end = at - 1;
    while (end > from && bytes[end - 1] <= ' ' && bytes[end - 1] >= 0 && bytes[end - 1] != '\n') {
      end--;
    }
    int line = end;
    while (line > from && bytes[line - 1] == 'N') {
      line--;
    }
    boolean mark = end - line >= 4 && (line == 0 || bytes[line - 1] == '\n');
    return mark && followedByHeader(bytes, at, to);
  }

  /**
   * Whether a header is one that a republisher repeated in front of the body: the same transmission
   * id stands above, and between the two no classification line.
   */
  private static boolean isRepeated(byte[] bytes, int from, int at, int to) {
    String id = new String(bytes, at, idEnd(bytes, at, to) - at, StandardCharsets.US_ASCII);
    for (int line = at; line > from; ) {
      line = previousLine(bytes, from, line);
      if (Ascii.startsWith(bytes, line, at, id)) {
        return true;
      }
      if (isClassificationLine(bytes, line, at)) {
        return false;
      }
    }
    return false;
  }

  private static int previousLine(byte[] bytes, int from, int line) {
    int at = line - 1;
    while (at > from && bytes[at - 1] != '\n') {
      at--;
    }
    return at;
  }

  /** A level at the beginning of a line, and a number in it. */
  private static boolean isClassificationLine(byte[] bytes, int at, int to) {
    for (String level : LEVELS) {
      if (Ascii.startsWith(bytes, at, to, level)) {
        for (int i = at; i < to && bytes[i] != '\n'; i++) {
          if (bytes[i] >= '0' && bytes[i] <= '9') {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** {@code VZCZC}, a channel of two to five letters, one to five digits. */
  static boolean isTransmissionId(byte[] bytes, int at, int to) {
    return idEnd(bytes, at, to) > at;
  }

  /** The offset behind the transmission id at {@code at}; {@code at} where none stands. */
  private static int idEnd(byte[] bytes, int at, int to) {
    if (!Ascii.startsWith(bytes, at, to, "VZCZC")) {
      return at;
    }
    int i = at + 5;
    int letters = i;
    while (i < to && bytes[i] >= 'A' && bytes[i] <= 'Z') {
      i++;
    }
    int digits = i;
    while (i < to && bytes[i] >= '0' && bytes[i] <= '9') {
      i++;
    }
    boolean found = digits - letters >= 2 && digits - letters <= 5 && i > digits && i - digits <= 5;
    return found ? i : at;
  }

  private static boolean followedByHeader(byte[] bytes, int at, int to) {
    int line = at;
    for (int n = 0; n < HEADER_LINES && line < to; n++) {
      for (String word : HEADER) {
        if (Ascii.startsWith(bytes, Ascii.skipBlanks(bytes, line, to), to, word)) {
          return true;
        }
      }
      line = Ascii.nextLine(bytes, line, to);
    }
    return false;
  }

  @Override
  public void read(Segment record, Intake intake) {
    Decoded decoded = Decoded.of(record.bytes());
    if (!decoded.isText()) {
      intake.reject(
          record.ordinal(),
          RejectCode.NOT_TEXT,
          "The bytes are not text, and no archive that is known.",
          "",
          null);
      return;
    }
    String text = decoded.text();
    List<Integer> starts = TextSplitter.starts(text);
    for (int i = 0; i < starts.size(); i++) {
      int start = starts.get(i);
      int end = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
      String message = starts.size() == 1 ? text : text.substring(start, end);
      if (message.isBlank()) {
        continue;
      }
      if (message.length() > maxMessageBytes) {
        intake.reject(
            record.ordinal() + start,
            RejectCode.MESSAGE_TOO_LARGE,
            "The message is longer than " + maxMessageBytes + " bytes.",
            message,
            decoded);
        continue;
      }
      intake.message(record.ordinal() + start, decoded, message, Intake.noClaims(), Container.TEXT);
    }
  }
}
