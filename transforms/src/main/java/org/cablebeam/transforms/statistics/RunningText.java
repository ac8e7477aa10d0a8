package org.cablebeam.transforms.statistics;

import java.util.List;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.FieldSpan;
import org.cablebeam.schemas.Paragraph;
import org.cablebeam.schemas.SpanKind;
import org.cablebeam.transforms.text.CodePoints;
import org.cablebeam.transforms.text.Lines;

/**
 * How long the text of a cable is. The running text reaches from the beginning of the first
 * paragraph to the end of the last; a word is a run of characters without blanks that begins in it,
 * and outside of page furniture, releasing stamps and line noise. A paragraph's number and portion
 * mark count as words, since they are read aloud with it. A cable without paragraphs has no words.
 */
final class RunningText {
  private RunningText() {}

  static int words(Cable cable) {
    List<Paragraph> paragraphs = cable.getParagraphs();
    if (paragraphs.isEmpty()) {
      return 0;
    }
    int first = Integer.MAX_VALUE;
    int last = 0;
    for (Paragraph paragraph : paragraphs) {
      first = Math.min(first, paragraph.getStart());
      last = Math.max(last, paragraph.getEnd());
    }
    String body = cable.getBody();
    CodePoints codePoints = CodePoints.of(body);
    int words = 0;
    int from = first;
    for (FieldSpan span : cable.getSpans()) {
      if (isNoText(span.getKind()) && span.getEnd() > from && span.getStart() < last) {
        if (span.getStart() > from) {
          words += words(body, codePoints.toUnits(from), codePoints.toUnits(span.getStart()));
        }
        from = span.getEnd();
      }
    }
    if (from < last) {
      words += words(body, codePoints.toUnits(from), codePoints.toUnits(last));
    }
    return words;
  }

  private static boolean isNoText(SpanKind kind) {
    return switch (kind) {
      case FURNITURE, STAMP, GARBLE -> true;
      default -> false;
    };
  }

  private static int words(String text, int from, int to) {
    int words = 0;
    boolean blank = true;
    for (int i = from; i < to; i++) {
      boolean next = Lines.isBlank(text.charAt(i));
      if (blank && !next) {
        words++;
      }
      blank = next;
    }
    return words;
  }
}
