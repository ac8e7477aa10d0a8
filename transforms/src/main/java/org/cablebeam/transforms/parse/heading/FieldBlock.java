package org.cablebeam.transforms.parse.heading;

import java.util.List;
import org.cablebeam.transforms.parse.Body;
import org.cablebeam.transforms.parse.heading.HeadingZone.Field;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Furniture;
import org.cablebeam.transforms.text.Lines;

/**
 * How far the E.O. line or the classifier line runs on over the lines below it: until a blank one,
 * a rule, or a number of lines. All linear, none throws.
 */
final class FieldBlock {
  /** What tells that a line gives the reason of a classification. */
  private static final List<String> REASONS = List.of("REASON", "1.4", "1.5");

  private FieldBlock() {}

  /** The offset behind the value of a field, which takes no more lines than {@code most}. */
  static int end(Body body, Field field, int most) {
    Lines lines = body.lines();
    Furniture furniture = body.furniture();
    int line = lines.at(field.value());
    int stop = Math.max(field.end(), field.value());
    int end = Math.min(stop, Math.max(lines.end(line), field.value()));
    boolean any = end > field.value() && !body.text().substring(field.value(), end).isBlank();
    int count = 1;
    for (int i = line + 1; i < lines.count() && lines.start(i) < stop && count < most; i++) {
      if (furniture.isFurniture(i)) {
        continue;
      }
      if (lines.blank(i)) {
        int next = nextText(lines, i);
        boolean beside =
            body.doubleSpaced()
                || furniture.isFurniture(i - 1)
                || (next < lines.count() && furniture.isFurniture(next));
        if (any && !beside && !givesReason(body, field, end, next, stop)) {
          break;
        }
        i = next - 1;
        continue;
      }
      if (any && (isRule(lines, i) || isBehindInstruction(lines, i, field, end))) {
        break;
      }
      end = Math.min(stop, lines.end(i));
      any = true;
      count++;
    }
    return Characters.skipBlanksBack(body.text(), end, field.value());
  }

  /** Whether a classifier line lacks its reason, and the line behind a blank one gives it. */
  private static boolean givesReason(Body body, Field field, int end, int line, int stop) {
    Lines lines = body.lines();
    return field.keyword() == Keyword.CLASSIFIED_BY
        && line < lines.count()
        && lines.start(line) < stop
        && !holdsReason(body.text(), field.value(), end)
        && holdsReason(body.text(), lines.start(line), Math.min(stop, lines.end(line)));
  }

  /** Whether the reason of a classification is given between two offsets. */
  static boolean holdsReason(String text, int from, int end) {
    String upper = Characters.upper(text.substring(from, end));
    return REASONS.stream().anyMatch(upper::contains);
  }

  private static int nextText(Lines lines, int blank) {
    int next = blank;
    while (next < lines.count() && lines.blank(next)) {
      next++;
    }
    return next;
  }

  private static boolean isRule(Lines lines, int line) {
    String text = lines.text();
    int at = lines.indentEnd(line);
    int end = lines.end(line);
    int rule = at;
    while (rule < end && "-=_*".indexOf(text.charAt(rule)) >= 0) {
      rule++;
    }
    return rule - at >= 4
        || text.regionMatches(true, at, "SUMMARY", 0, 7)
        || text.regionMatches(true, at, "SIPDIS", 0, 6);
  }

  /** Whether the instruction of an E.O. line was complete before a line that does not join it. */
  private static boolean isBehindInstruction(Lines lines, int line, Field field, int end) {
    return field.keyword() == Keyword.EXECUTIVE_ORDER
        && isComplete(lines.text(), field.value(), end)
        && "/-.".indexOf(lines.text().charAt(lines.indentEnd(line))) < 0
        && !lines.text().regionMatches(true, lines.indentEnd(line), "DECL:", 0, 5);
  }

  /** Whether an instruction ends in a date, N/A, GDS or OADR: what follows is something else. */
  private static boolean isComplete(String text, int start, int end) {
    int stop = Characters.skipBlanksBack(text, end, start);
    if (stop - start < 8) {
      return false;
    }
    int tail = Math.max(start, stop - 12);
    String last = Characters.upper(text.substring(tail, stop));
    int digits = 0;
    for (int i = 0; i < last.length(); i++) {
      digits += Characters.isDigit(last.charAt(i)) ? 1 : 0;
    }
    return last.endsWith("N/A")
        || last.endsWith("GDS")
        || last.endsWith("OADR")
        || last.endsWith(")")
        || (Characters.isDigit(last.charAt(last.length() - 1))
            && digits >= 4
            && (last.indexOf('/') >= 0 || last.indexOf('-') >= 0 || last.indexOf('.') >= 0));
  }
}
