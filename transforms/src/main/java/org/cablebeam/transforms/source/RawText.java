package org.cablebeam.transforms.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.RejectCode;
import org.cablebeam.schemas.vocabulary.Levels;

/**
 * Plain text of one or many telegrams. A record begins at a transmission id, or behind an end mark
 * ({@code NNNN}) that another header follows; what was put before an id (a publisher's preamble,
 * the header of a mail, a start mark) begins it instead. Within a record {@link TextSplitter} finds
 * what else begins.
 */
final class RawText implements Form {
  /** What a header holds, at the beginning of a line. */
  private static final String[] HEADER = {
    "VZCZC", "ZCZC", "DE R", "ZNY ", "ZNR ", "FM ", "PAGE 01", "E.O.", "TAGS", "SUBJ"
  };

  private static final int HEADER_LINES = 40;

  /** The longest line of a start mark. */
  private static final int LONGEST_MARK = 60;

  /** What the second line of a mail begins with. */
  private static final String[] MAIL_FIELDS = {
    "Return-Path:",
    "Received:",
    "Delivered-To:",
    "Message-ID:",
    "Date:",
    "From:",
    "To:",
    "Subject:",
    "MIME-Version:",
    "Status:",
    "X-"
  };

  /** How classification lines begin: with so many letters of a level, or some of them spaced. */
  private static final int BEGINNING = 8;

  private static final int SHORTEST_LEVEL = 6;

  private static final String[] LEVELS =
      Levels.standard().bare().stream()
          .filter(level -> level.letters().length() >= SHORTEST_LEVEL)
          .flatMap(level -> Stream.of(beginning(level.words()), spaced(level.letters())))
          .distinct()
          .toArray(String[]::new);

  /** Records hold several messages; a file without any division may be so much larger than one. */
  private static final int MESSAGES = 4;

  private final long maxMessageBytes;

  RawText(long maxMessageBytes) {
    this.maxMessageBytes = maxMessageBytes;
  }

  private static String beginning(String level) {
    return level.substring(0, Math.min(BEGINNING, level.length()));
  }

  private static String spaced(String letters) {
    return letters.charAt(0) + " " + letters.charAt(1) + " " + letters.charAt(2);
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
          && !isRepeated(bytes, from, at, to)
          && !isPrefaced(bytes, from, at);
    }
    if (beginsPreface(bytes, at, to)) {
      return followedByHeader(bytes, Ascii.nextLine(bytes, at, to), to)
          && !isInHeader(bytes, from, at);
    }
    return isBehindEndMark(bytes, from, at) && followedByHeader(bytes, at, to);
  }

  /** Whether nothing but an end mark stands in the line that ends at {@code at}: {@code NNNN}. */
  private static boolean isBehindEndMark(byte[] bytes, int from, int at) {
    int end = at - 1;
    while (end > from && bytes[end - 1] <= ' ' && bytes[end - 1] >= 0 && bytes[end - 1] != '\n') {
      end--;
    }
    int line = end;
    while (line > from && bytes[line - 1] == 'N') {
      line--;
    }
    return end - line >= 4 && (line == 0 || bytes[line - 1] == '\n');
  }

  /**
   * Whether a line begins what was put before a telegram: a start mark ({@code ZCZC}), a mail in a
   * mailbox, or the preamble of a publisher that begins with the number of a row and goes on to the
   * number of the cable.
   */
  private static boolean beginsPreface(byte[] bytes, int at, int to) {
    return switch (bytes[at]) {
      case 'Z' ->
          Ascii.startsWith(bytes, at, to, "ZCZC")
              && Ascii.nextLine(bytes, at, to) - at <= LONGEST_MARK;
      case 'F' ->
          Ascii.startsWith(bytes, at, to, "From ")
              && isMailField(bytes, Ascii.nextLine(bytes, at, to), to);
      case 'i' -> Ascii.startsWith(bytes, at, to, "id: ") && hasLine(bytes, at, to, "refid: ");
      default -> false;
    };
  }

  private static boolean isMailField(byte[] bytes, int at, int to) {
    for (String name : MAIL_FIELDS) {
      if (Ascii.startsWith(bytes, at, to, name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the next few lines begins with {@code word}. */
  private static boolean hasLine(byte[] bytes, int at, int to, String word) {
    int line = at;
    for (int n = 0; n < 4; n++) {
      line = Ascii.nextLine(bytes, line, to);
      if (Ascii.startsWith(bytes, line, to, word)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a record began above a header already, and nothing of a telegram stands between: then
   * what stands there belongs to it.
   */
  private static boolean isPrefaced(byte[] bytes, int from, int at) {
    boolean text = false;
    int line = at;
    for (int n = 0; n < HEADER_LINES; n++) {
      if (line == from) {
        // Less than a whole sight is to be seen at the beginning of a file only.
        return text && at - from < SIGHT;
      }
      if (isBehindEndMark(bytes, from, line)) {
        return text;
      }
      int above = previousLine(bytes, from, line);
      if (beginsPreface(bytes, above, at)) {
        return !isInHeader(bytes, from, above);
      }
      if (isOfTelegram(bytes, above, line)) {
        return false;
      }
      text |= !Ascii.isBlank(bytes, above, line);
      line = above;
    }
    return false;
  }

  /** Whether a line is one of a telegram: of its header, its heading, or a numbered paragraph. */
  private static boolean isOfTelegram(byte[] bytes, int at, int to) {
    int start = Ascii.skipBlanks(bytes, at, to);
    int digits = start;
    while (digits < to && bytes[digits] >= '0' && bytes[digits] <= '9') {
      digits++;
    }
    boolean paragraph = digits > start && digits < to && bytes[digits] == '.';
    return paragraph || isHeader(bytes, start, to) || isClassificationLine(bytes, start, to);
  }

  private static boolean isHeader(byte[] bytes, int at, int to) {
    for (String word : HEADER) {
      if (Ascii.startsWith(bytes, at, to, word)) {
        return true;
      }
    }
    return false;
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

  /** Whether a header that has no classification line yet stands above. */
  private static boolean isInHeader(byte[] bytes, int from, int at) {
    int first = Math.max(from, at - SIGHT / 2);
    for (int line = at; line > first; ) {
      line = previousLine(bytes, from, line);
      if (isTransmissionId(bytes, line, at)) {
        return true;
      }
      // Another preface ends the search, so that many of them cost no more than one.
      if (isClassificationLine(bytes, line, at) || beginsPreface(bytes, line, at)) {
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
      if (isHeader(bytes, Ascii.skipBlanks(bytes, line, to), to)) {
        return true;
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
    messages(record.ordinal(), decoded, decoded.text(), Container.TEXT, maxMessageBytes, intake);
  }

  /**
   * The messages in a text of which nothing else is known.
   *
   * @param ordinal of the first character of {@code text}
   */
  static void messages(
      long ordinal,
      Decoded decoded,
      String text,
      Container form,
      long maxMessageBytes,
      Intake intake) {
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
            ordinal + start,
            RejectCode.MESSAGE_TOO_LARGE,
            "The message is longer than " + maxMessageBytes + " bytes.",
            message,
            decoded);
        continue;
      }
      intake.message(ordinal + start, decoded, message, Intake.noClaims(), form);
    }
  }
}
