package org.cablebeam.transforms.classification;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.cablebeam.schemas.DeclassificationKind;
import org.jspecify.annotations.Nullable;

/**
 * The downgrading group that telegrams bore before order 11652, at the end of the text: {@code
 * GP-3}, {@code GROUP 4}, {@code EXEMPT}. Executive order 10501 as amended by 10964: groups 1 and 2
 * are exempted, group 3 is downgraded every twelve years but not declassified, group 4 is
 * downgraded every three years and declassified after twelve. Immutable and thread-safe.
 */
final class EndMarking {
  /**
   * A marking.
   *
   * @param date for group 4, twelve years after the cable
   * @param text as found
   */
  record Found(DeclassificationKind kind, @Nullable LocalDate date, String text) {}

  /** The marking, the signature and a stamp behind it take no more. */
  private static final int TAIL = 240;

  /** Behind the marking stand at most a few short lines. */
  private static final int MOST_BEHIND = 120;

  private EndMarking() {}

  /** The marking near the end of a text. */
  static Optional<Found> find(String body, @Nullable LocalDate sent) {
    int end = body.length();
    while (end > 0 && body.charAt(end - 1) <= ' ') {
      end--;
    }
    int start = Math.max(0, end - TAIL);
    String tail = body.substring(start, end).toUpperCase(Locale.ROOT);
    if (tail.length() != end - start) {
      return Optional.empty();
    }
    for (int at = tail.length() - 2; at >= 0; at--) {
      if (at > 0 && Character.isLetterOrDigit(tail.charAt(at - 1))) {
        continue;
      }
      int digit = groupDigit(tail, at);
      if (digit > 0 && tail.length() - digit <= MOST_BEHIND) {
        String text = body.substring(start + at, start + digit + 1);
        return Optional.of(group(tail.charAt(digit), text, sent));
      }
      if (isExempt(tail, at)) {
        String text = body.substring(start + at, start + at + 6);
        return Optional.of(new Found(DeclassificationKind.EXEMPTION, null, text));
      }
    }
    return Optional.empty();
  }

  /** The offset of the digit of a group that begins here; 0 if none does. */
  private static int groupDigit(String text, int at) {
    int end;
    if (text.startsWith("GROUP", at)) {
      end = at + 5;
    } else if (text.startsWith("GP", at)) {
      end = at + 2;
    } else {
      return 0;
    }
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '-')) {
      end++;
    }
    boolean digit = end < text.length() && text.charAt(end) >= '1' && text.charAt(end) <= '4';
    boolean whole = end + 1 >= text.length() || !Character.isDigit(text.charAt(end + 1));
    return digit && whole ? end : 0;
  }

  /** EXEMPT alone on its line. */
  private static boolean isExempt(String text, int at) {
    int end = at + "EXEMPT".length();
    boolean alone =
        (at == 0 || text.charAt(at - 1) == '\n')
            && (end >= text.length() || ".\n ".indexOf(text.charAt(end)) >= 0);
    return alone && text.startsWith("EXEMPT", at);
  }

  private static Found group(char digit, String text, @Nullable LocalDate sent) {
    return switch (digit) {
      case '1', '2' -> new Found(DeclassificationKind.EXEMPTION, null, text);
      case '3' -> new Found(DeclassificationKind.DOWNGRADE, null, text);
      default ->
          new Found(DeclassificationKind.DURATION, sent == null ? null : sent.plusYears(12), text);
    };
  }
}
