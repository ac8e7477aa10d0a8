package org.cablebeam.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.Entity;
import org.cablebeam.schemas.FieldSpan;
import org.cablebeam.schemas.Paragraph;
import org.cablebeam.schemas.SpanKind;
import org.jspecify.annotations.Nullable;

/**
 * The body of a cable line by line: in the margin the fields and paragraphs that begin in a line,
 * in the text the entities, by colour or as {@code {Prague:LOCATION}}. Where a line is too long for
 * the page, what goes on below it stands behind a broken bar. Not thread-safe.
 */
final class MarkedBody {
  /** With the bar this leaves 67 of 80 columns, as much as nearly all cables need. */
  private static final int MARGIN = 11;

  private static final String BAR = "│ ";
  private static final String GOES_ON = " ".repeat(MARGIN) + "┊ ";

  private record Begin(int at, String name) {}

  private final TextPage page;
  private final String body;
  private final List<Begin> begins = new ArrayList<>();
  private final List<Entity> entities;

  private int nextBegin;
  private int nextEntity;
  private @Nullable Entity open;

  /** Where the reading is, in UTF-16 units and in code points. */
  private int unit;

  private int point;

  private MarkedBody(TextPage page, Cable cable) {
    this.page = page;
    this.body = cable.getBody();
    this.entities = cable.getEntities();
    for (FieldSpan span : cable.getSpans()) {
      begins.add(new Begin(span.getStart(), name(span.getKind())));
    }
    for (Paragraph paragraph : cable.getParagraphs()) {
      Integer number = paragraph.getNumber();
      begins.add(new Begin(paragraph.getStart(), number == null ? "¶" : "¶" + number));
    }
    begins.sort(Comparator.comparingInt(Begin::at));
  }

  /** Adds the body to a page. */
  static void print(Cable cable, TextPage page) {
    MarkedBody marked = new MarkedBody(page, cable);
    while (marked.unit < marked.body.length()) {
      marked.line();
    }
  }

  private void line() {
    int end = body.indexOf('\n', unit);
    end = end < 0 ? body.length() : end;
    int lineEnd = point + body.codePointCount(unit, end);
    String line = text(end, lineEnd);
    page.line(margin(lineEnd), GOES_ON, line);
    unit = end + 1;
    point = lineEnd + 1;
  }

  /**
   * The text up to the end of the line, entities marked; one that goes on is marked in each line.
   */
  private String text(int end, int lineEnd) {
    StringBuilder line = new StringBuilder();
    if (open != null) {
      line.append(opening(open));
    }
    while (unit < end) {
      if (open != null && point >= open.getEnd()) {
        line.append(closing(open));
        open = null;
      }
      while (nextEntity < entities.size() && entities.get(nextEntity).getEnd() <= point) {
        nextEntity++;
      }
      if (open == null
          && nextEntity < entities.size()
          && entities.get(nextEntity).getStart() <= point) {
        open = entities.get(nextEntity++);
        line.append(opening(open));
      }
      int character = body.codePointAt(unit);
      line.appendCodePoint(TextPage.picture(character));
      unit += Character.charCount(character);
      point++;
    }
    if (open != null) {
      line.append(closing(open));
      open = open.getEnd() > lineEnd + 1 ? open : null;
    }
    return line.toString();
  }

  /** What begins in the line, as far as there is room for it. */
  private String margin(int lineEnd) {
    List<String> names = new ArrayList<>();
    while (nextBegin < begins.size() && begins.get(nextBegin).at() <= lineEnd) {
      String name = begins.get(nextBegin++).name();
      if (!names.contains(name)) {
        names.add(name);
      }
    }
    String all = String.join(" ", names);
    String fit = all.length() <= MARGIN ? all : all.substring(0, MARGIN - 1) + "…";
    return fit + " ".repeat(MARGIN - fit.length()) + BAR;
  }

  private static String name(SpanKind kind) {
    return switch (kind) {
      case CLASSIFICATION -> "level";
      case EXECUTIVE_ORDER -> "order";
      case CLASSIFIED_BY -> "classifier";
      case ACTION_REQUEST -> "request";
      default -> kind.name().toLowerCase(Locale.ROOT);
    };
  }

  private String opening(Entity entity) {
    return page.isColored() ? page.open(hue(entity)) : "{";
  }

  private String closing(Entity entity) {
    return page.isColored() ? page.close() : ":" + entity.getType().name() + "}";
  }

  private static String hue(Entity entity) {
    return switch (entity.getType()) {
      case PERSON -> "1;32";
      case ORGANIZATION -> "1;34";
      case LOCATION -> "1;35";
      case DATE -> "36";
      case CABLE_REFERENCE -> "4;36";
      case TITLE -> "32";
      case TREATY -> "34";
      case OTHER -> "4";
    };
  }
}
