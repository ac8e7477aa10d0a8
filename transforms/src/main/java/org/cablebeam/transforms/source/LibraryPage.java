package org.cablebeam.transforms.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cablebeam.schemas.Attribute;
import org.cablebeam.schemas.Claims;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.RejectCode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * A page of the public library of US diplomacy (PlusD), saved as text or as a web page: fields by
 * name ({@code Canonical ID: …}), then the text. A key block that browsers save on top is skipped.
 */
final class LibraryPage implements Form {
  private static final String KEY_BEGIN = "-----BEGIN PGP PUBLIC KEY BLOCK-----";
  private static final String KEY_END = "-----END PGP PUBLIC KEY BLOCK-----";

  /** So many lines may stand before the fields, behind the key block. */
  private static final int TITLE = 400;

  private static final Set<String> FIELDS =
      Set.of(
          "canonical id",
          "date",
          "original classification",
          "current classification",
          "handling restrictions",
          "character count",
          "executive order",
          "locator",
          "tags",
          "concepts",
          "enclosure",
          "type",
          "office origin",
          "office action",
          "archive status",
          "from",
          "markings",
          "to",
          "subject",
          "linked documents or other documents with the same id",
          "linked documents");

  /** What the page itself offers between fields and text. */
  private static final Set<String> MENU =
      Set.of("content", "raw content", "metadata", "print", "share", "show headers");

  @Override
  public Container container() {
    return Container.PLUSD_PAGE;
  }

  /** Whether a text is such a page: a canonical id and two more of its fields. */
  static boolean recognises(String text) {
    int at = afterKey(text);
    int found = 0;
    boolean id = false;
    int end = at;
    for (int line = 0; line < TITLE && end < text.length(); line++) {
      int next = text.indexOf('\n', end);
      next = next < 0 ? text.length() : next;
      String name = name(text, end, Math.min(next, end + 200));
      id |= name.equals("canonical id");
      found += name.isEmpty() ? 0 : 1;
      end = next + 1;
    }
    return id && found >= 3;
  }

  private static int afterKey(String text) {
    int begin = text.indexOf(KEY_BEGIN);
    int end = begin < 0 ? -1 : text.indexOf(KEY_END, begin);
    return end < 0 ? 0 : end + KEY_END.length();
  }

  /** The known field a line begins with, in lower case; empty if there is none. */
  private static String name(String line) {
    return name(line, 0, line.length());
  }

  private static String name(String text, int start, int end) {
    int colon = start;
    while (colon < end && text.charAt(colon) != ':') {
      colon++;
    }
    // Most lines have no colon, and cost no string.
    String name = colon < end ? text.substring(start, colon).strip().toLowerCase(Locale.ROOT) : "";
    return FIELDS.contains(name) ? name : "";
  }

  @Override
  public void read(Segment record, Intake intake) {
    Decoded decoded = Decoded.of(record.bytes());
    if (!decoded.isText()) {
      intake.reject(1, RejectCode.NOT_TEXT, "The bytes are not text.", "", null);
      return;
    }
    read(record.ordinal(), decoded, decoded.text(), intake);
  }

  static void read(long ordinal, Decoded decoded, String text, Intake intake) {
    List<String> lines = text.substring(afterKey(text)).lines().toList();
    int first = 0;
    while (first < lines.size() && name(lines.get(first)).isEmpty()) {
      first++;
    }
    Map<String, Attribute> fields = new LinkedHashMap<>();
    Attribute current = new Attribute("", "");
    int at = first;
    boolean parted = false;
    for (; at < lines.size(); at++) {
      String line = lines.get(at);
      String name = name(line);
      if (!name.isEmpty() && !fields.containsKey(name)) {
        int colon = line.indexOf(':');
        current =
            new Attribute(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        fields.put(name, current);
        parted = false;
        continue;
      }
      boolean menu = MENU.contains(line.strip().toLowerCase(Locale.ROOT));
      if (line.isBlank() || (menu && anotherField(lines, at, fields))) {
        parted = true;
      } else if (menu) {
        break;
      } else if (!parted || current.getValue().isEmpty() || anotherField(lines, at, fields)) {
        current.setValue((current.getValue() + ' ' + line.strip()).strip());
        parted = false;
      } else {
        break;
      }
    }
    while (at < lines.size() && MENU.contains(lines.get(at).strip().toLowerCase(Locale.ROOT))) {
      at++;
    }
    String body = String.join("\n", lines.subList(at, lines.size()));
    if (body.isBlank()) {
      intake.reject(ordinal, RejectCode.NO_TEXT, "The page has no text of a cable.", text, decoded);
      return;
    }
    Claims claims = claims(lines.subList(0, first), fields);
    intake.message(ordinal, decoded, body, claims, Container.PLUSD_PAGE);
  }

  /** Whether fields go on within the next lines. */
  private static boolean anotherField(List<String> lines, int at, Map<String, Attribute> fields) {
    for (int i = at; i < Math.min(lines.size(), at + 6); i++) {
      String name = name(lines.get(i));
      // The cable's own TAGS line has capitals only.
      boolean own = lines.get(i).startsWith("TAGS") || lines.get(i).startsWith("SUBJECT");
      if (!name.isEmpty() && !own && !fields.containsKey(name)) {
        return true;
      }
    }
    return false;
  }

  /** What the title and the fields say; the first line above the fields is the title. */
  private static Claims claims(List<String> above, Map<String, Attribute> fields) {
    Claims claims = Intake.noClaims();
    claims.setId(known(fields.get("canonical id")));
    claims.setCreated(known(fields.get("date")));
    claims.setClassification(known(fields.get("original classification")));
    claims.setOrigin(known(fields.get("from")));
    claims.setSubject(known(fields.get("subject")));
    if (claims.getSubject() == null) {
      above.stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("-"))
          .findFirst()
          .ifPresent(claims::setSubject);
    }
    String tags = known(fields.get("tags"));
    claims.getTags().addAll(tags == null ? List.of() : tags(tags));
    fields.values().stream()
        .filter(field -> known(field) != null)
        .forEach(claims.getAttributes()::add);
    return claims;
  }

  /** Codes, each with its name behind a dash on these pages: {@code PREL - External Relations}. */
  private static List<String> tags(String value) {
    return Preamble.list(value).stream()
        .filter(tag -> !isNone(tag))
        .map(tag -> tag.contains(" - ") ? tag.substring(0, tag.indexOf(" - ")).strip() : tag)
        .toList();
  }

  private static @Nullable String known(@Nullable Attribute field) {
    return field == null || isNone(field.getValue()) ? null : field.getValue();
  }

  private static boolean isNone(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return lower.isEmpty()
        || lower.equals("n/a")
        || lower.startsWith("-- n/a")
        || lower.startsWith("-- not assigned");
  }

  /** The text of a page: a line a block, tables by rows, what is hidden left out. */
  static String plain(Document page) {
    page.select("script, style, noscript").remove();
    StringBuilder text = new StringBuilder();
    page.body()
        .traverse(
            (Node node, int depth) -> {
              if (node instanceof TextNode piece) {
                boolean kept = inPre(piece.parent());
                text.append(kept ? piece.getWholeText() : piece.text());
              } else if (node instanceof Element element) {
                boolean line = element.isBlock() || element.normalName().equals("br");
                boolean cell =
                    element.normalName().equals("td") || element.normalName().equals("th");
                if (line && !cell && text.length() > 0) {
                  text.append('\n');
                } else if (cell) {
                  text.append(' ');
                }
              }
            });
    return Decoded.normalized(text.toString());
  }

  private static boolean inPre(@Nullable Element element) {
    Element at = element;
    for (int i = 0; i < 8 && at != null; i++) {
      if (at.normalName().equals("pre")) {
        return true;
      }
      at = at.parent();
    }
    return false;
  }
}
