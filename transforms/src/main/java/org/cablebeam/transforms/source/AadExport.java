package org.cablebeam.transforms.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cablebeam.schemas.Attribute;
import org.cablebeam.schemas.Claims;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.RejectCode;
import org.jspecify.annotations.Nullable;

/**
 * The National Archives' export of State's telegrams 1973–79: a line {@code Message Text}, the
 * text, a line {@code Message Attributes}, attributes. A record begins at the release stamp or the
 * line {@code Message Text}, so that files may also be strung together, with others too: a telegram
 * before the first of these lines, or behind the attributes, is a message of its own.
 *
 * <p>Attributes are parted by the list of their names, never by the look of a line, as values go on
 * over several lines, also at the first column. What stands for no value ({@code n/a}, dummy dates)
 * is left out, and so are the fields of the review, which name reviewers.
 */
final class AadExport implements Form {
  private static final String TEXT = "Message Text";
  private static final String ATTRIBUTES = "Message Attributes";
  private static final String STAMP = "Declassified/Released US Department of State";

  private static final Set<String> NAMES =
      Set.of(
          "Approved on Date",
          "Authority",
          "Automatic Decaptioning",
          "Capture Date",
          "Case Number",
          "Channel Indicators",
          "Comment",
          "Concepts",
          "Control Number",
          "Copy",
          "Current Classification",
          "Date",
          "Decaption Date",
          "Decaption Note",
          "Disposition Action",
          "Disposition Approved on Date",
          "Disposition Authority",
          "Disposition Case Number",
          "Disposition Comment",
          "Disposition Date",
          "Disposition Event",
          "Disposition History",
          "Disposition Reason",
          "Disposition Remarks",
          "Document Number",
          "Document Source",
          "Document Unique ID",
          "Draft Date",
          "Sent Date",
          "Drafter",
          "Enclosure",
          "Errors",
          "Executive Order",
          "Film Number",
          "From",
          "Handling Restrictions",
          "ISecure",
          "Image Path",
          "Legacy Key",
          "Line Count",
          "Litigation Code Aids",
          "Litigation Codes",
          "Litigation History",
          "Locator",
          "Markings",
          "Message ID",
          "Office",
          "Original Classification",
          "Original Handling Restrictions",
          "Original Previous Classification",
          "Original Previous Handling Restrictions",
          "Page Count",
          "Previous Channel Indicators",
          "Previous Classification",
          "Previous Handling Restrictions",
          "Reference",
          "Retention",
          "Review Action",
          "Review Authority",
          "Review Comment",
          "Review Content Flags",
          "Review Date",
          "Review Event",
          "Review Exemptions",
          "Review History",
          "Review Markings",
          "Review Media Identifier",
          "Review Media ID",
          "Review Referrals",
          "Review Release Date",
          "Review Release Event",
          "Review Transfer Date",
          "Review Withdrawn Fields",
          "SAS ID",
          "Secure",
          "Status",
          "Subject",
          "TAGS",
          "To",
          "Type");

  /** What tells who reviewed a telegram, and when: people's data, of no use to a reader. */
  private static final List<String> OF_REVIEWERS =
      List.of("Review ", "Disposition ", "Decaption ", "Litigation ");

  private static final Set<String> OF_REVIEW =
      Set.of("Authority", "Status", "Approved on Date", "Case Number", "Comment", "Markings");

  private static final Set<String> DUMMY_DATES = Set.of("01 JAN 1960", "01 JAN 1994");

  /** What stands for a text that could not be read, in place of it. */
  private static final Set<String> ERRORS =
      Set.of("ERROR READING TEXT", "EXPAND ERROR ENCOUNTERED", "EXPAND ERROR ENCOUNTERED.");

  private final long maxMessageBytes;

  AadExport(long maxMessageBytes) {
    this.maxMessageBytes = maxMessageBytes;
  }

  @Override
  public Container container() {
    return Container.AAD;
  }

  @Override
  public boolean splittable() {
    return true;
  }

  @Override
  public boolean startsAt(byte[] bytes, int from, int at, int to) {
    if (isLine(bytes, at, to, TEXT)) {
      int before = previousText(bytes, from, at);
      return before < 0 || !isStamp(bytes, before, at);
    }
    if (!isStamp(bytes, at, to)) {
      return false;
    }
    int next = Ascii.nextLine(bytes, at, to);
    for (int i = 0; i < 5 && next < to; i++) {
      if (isLine(bytes, next, to, TEXT)) {
        return true;
      }
      int line = next;
      next = Ascii.nextLine(bytes, line, to);
      if (!Ascii.isBlank(bytes, line, next)) {
        return false;
      }
    }
    return false;
  }

  /** Whether a file that begins with {@code head} is such an export. */
  static boolean recognises(byte[] head) {
    for (int at = 0; at < head.length; at = Ascii.nextLine(head, at, head.length)) {
      if (isLine(head, at, head.length, TEXT) || isLine(head, at, head.length, ATTRIBUTES)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the line at {@code at} holds nothing but {@code word}. */
  private static boolean isLine(byte[] bytes, int at, int to, String word) {
    // The form feed of a page may stand before it.
    int start = Ascii.skipBlanks(bytes, at < to && bytes[at] == '\f' ? at + 1 : at, to);
    int end = start + word.length();
    if (start - at > 60 || !Ascii.startsWith(bytes, start, to, word)) {
      return false;
    }
    while (end < to && bytes[end] != '\n') {
      if (bytes[end] > ' ' || bytes[end] < 0) {
        return false;
      }
      end++;
    }
    return true;
  }

  /** Whether a line is a release stamp; the attribute that repeats it is none. */
  private static boolean isStamp(byte[] bytes, int at, int to) {
    if (Ascii.startsWith(bytes, at, to, "Markings:")) {
      return false;
    }
    for (int i = at; i < Math.min(to, at + 80) && bytes[i] != '\n'; i++) {
      if (bytes[i] == 'D' && Ascii.startsWith(bytes, i, to, STAMP)) {
        return true;
      }
    }
    return false;
  }

  /** Where the last line with text before {@code at} begins; -1 if there is none in sight. */
  private static int previousText(byte[] bytes, int from, int at) {
    int end = at - 1;
    for (int i = 0; i < 5 && end > from; i++) {
      int start = end;
      boolean text = false;
      while (start > from && bytes[start - 1] != '\n') {
        start--;
        text |= bytes[start] > ' ' || bytes[start] < 0;
      }
      if (text) {
        return start;
      }
      end = start - 1;
    }
    return -1;
  }

  @Override
  public void read(Segment record, Intake intake) {
    Decoded decoded = Decoded.of(record.bytes());
    read(record.ordinal(), decoded, decoded.text(), maxMessageBytes, intake);
  }

  /** Whether a text has both lines that part telegram and attributes. */
  static boolean recognises(String text) {
    int[] textLine = markerLine(text, TEXT, 0);
    return textLine != null && markerLine(text, ATTRIBUTES, textLine[1]) != null;
  }

  static void read(long ordinal, Decoded decoded, String all, long maxMessageBytes, Intake intake) {
    int[] textLine = markerLine(all, TEXT, 0);
    int textStart = textLine == null ? 0 : textLine[1];
    int[] attributeLine = lastMarkerLine(all, textStart);
    if (textLine == null && attributeLine == null) {
      RawText.messages(ordinal, decoded, all, Container.AAD, maxMessageBytes, intake);
      return;
    }
    if (textLine != null) {
      String before = all.substring(0, textLine[0]);
      strung(ordinal, decoded, before, maxMessageBytes, intake);
    }
    int textEnd = attributeLine == null ? all.length() : attributeLine[0];
    telegram(
        ordinal,
        decoded,
        all,
        all.substring(textStart, Math.max(textStart, textEnd)),
        attributeLine == null ? "" : all.substring(attributeLine[1]),
        intake);
    if (attributeLine != null) {
      int behind = attributeLine[1];
      strung(ordinal + behind, decoded, all.substring(behind), maxMessageBytes, intake);
    }
  }

  /** Telegrams of another form that were strung together with the export. */
  private static void strung(
      long ordinal, Decoded decoded, String text, long maxMessageBytes, Intake intake) {
    int first = TextSplitter.firstTelegram(text);
    if (first >= 0) {
      String telegrams = text.substring(first);
      RawText.messages(ordinal + first, decoded, telegrams, Container.AAD, maxMessageBytes, intake);
    }
  }

  /**
   * @param all the record, which is kept where it has no text
   */
  private static void telegram(
      long ordinal,
      Decoded decoded,
      String all,
      String text,
      String attributeLines,
      Intake intake) {
    Claims claims = Intake.noClaims();
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes(attributeLines, attributes);
    claim(attributes, claims);
    String locator = attributes.getOrDefault("Locator", "").toUpperCase(Locale.ROOT);
    boolean located =
        locator.isEmpty() || locator.contains("ON-LINE") || locator.contains("ONLINE");
    String body = Intake.trimmed(text);
    boolean error = ERRORS.contains(body.toUpperCase(Locale.ROOT));
    // A text that is there is read, whatever the locator says of the paper it was taken from.
    if (body.isEmpty() || error || (!located && body.length() < 200)) {
      intake.reject(
          ordinal,
          RejectCode.NO_TEXT,
          "The archive has no text of " + (claims.getId() == null ? "it" : claims.getId()) + ".",
          all,
          decoded);
      return;
    }
    intake.message(ordinal, decoded, text, claims, Container.AAD);
  }

  /** Start and end of the line that holds nothing but a marker; null if there is none. */
  private static int @Nullable [] markerLine(String text, String marker, int from) {
    int at = text.indexOf(marker, from);
    while (at >= 0) {
      int start = text.lastIndexOf('\n', at) + 1;
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      if (text.substring(start, end).strip().equals(marker)) {
        return new int[] {start, Math.min(end + 1, text.length())};
      }
      at = text.indexOf(marker, end);
    }
    return null;
  }

  private static int @Nullable [] lastMarkerLine(String text, int from) {
    int[] last = null;
    int[] next = markerLine(text, ATTRIBUTES, from);
    while (next != null) {
      last = next;
      next = markerLine(text, ATTRIBUTES, next[1]);
    }
    return last;
  }

  /** Reads {@code Name: value} lines; of a name that stands twice the first value is taken. */
  private static void attributes(String text, Map<String, String> attributes) {
    String name = "";
    List<String> value = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      int colon = line.indexOf(':');
      String key = colon > 0 ? line.substring(0, colon).strip() : "";
      if (NAMES.contains(key) && !line.startsWith(" ")) {
        put(attributes, name, value);
        name = key;
        value = new ArrayList<>(Arrays.asList(line.substring(colon + 1).strip()));
      } else if (line.isBlank()) {
        put(attributes, name, value);
        name = "";
        value = new ArrayList<>();
      } else {
        value.add(line.strip());
      }
    }
    put(attributes, name, value);
  }

  private static void put(Map<String, String> attributes, String name, List<String> lines) {
    String value = String.join(" ", lines).strip();
    boolean none =
        value.isEmpty()
            || value.equalsIgnoreCase("n/a")
            || value.equals("NA")
            || DUMMY_DATES.contains(value.toUpperCase(Locale.ROOT))
            || value.toUpperCase(Locale.ROOT).startsWith("01-JAN-1960");
    if (!name.isEmpty() && !none) {
      attributes.putIfAbsent(name, value);
    }
  }

  private static void claim(Map<String, String> attributes, Claims claims) {
    claims.setId(attributes.get("Document Number"));
    claims.setCreated(attributes.getOrDefault("Draft Date", attributes.get("Sent Date")));
    claims.setReleased(stampDate(attributes.get("Markings")));
    claims.setClassification(attributes.get("Original Classification"));
    claims.setOrigin(attributes.get("From"));
    claims.setSubject(attributes.get("Subject"));
    claims.getReferences().addAll(parts(attributes.get("Reference")));
    claims.getTags().addAll(parts(attributes.get("TAGS")));
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      String name = attribute.getKey();
      boolean review = OF_REVIEW.contains(name);
      for (String prefix : OF_REVIEWERS) {
        review |= name.startsWith(prefix);
      }
      if (!review) {
        claims.getAttributes().add(new Attribute(name, attribute.getValue()));
      }
    }
  }

  /** The date at the end of a release stamp. */
  private static @Nullable String stampDate(@Nullable String markings) {
    if (markings == null) {
      return null;
    }
    int at = markings.lastIndexOf("Review ");
    return at < 0 ? null : Intake.valueOf(markings.substring(at + "Review ".length()));
  }

  private static List<String> parts(@Nullable String value) {
    List<String> parts = new ArrayList<>();
    for (String part : Preamble.list(value == null ? "" : value)) {
      if (!part.equalsIgnoreCase("n/a")) {
        parts.add(part);
      }
    }
    return parts;
  }
}
