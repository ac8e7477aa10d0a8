package org.cablebeam.transforms;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which cables were sent: from {@code since}, inclusive, to {@code until},
 * exclusive, so that stretches laid end to end have every dated cable once. Immutable and
 * thread-safe.
 *
 * @param since null for the beginning of time
 * @param until null for its end
 */
public record SentRange(@Nullable Instant since, @Nullable Instant until) implements Serializable {
  /** All cables, those without a date as well. */
  public static final SentRange ALL = new SentRange(null, null);

  /**
   * Of texts.
   *
   * @param since {@code 2009-01-31}, {@code 2009-01} or {@code 2009}, which begin at midnight UTC,
   *     or an ISO 8601 instant; null for no limit
   * @param until likewise
   * @throws IllegalArgumentException one line, when one is no date or nothing lies between them
   */
  public static SentRange of(@Nullable String since, @Nullable String until) {
    SentRange range = new SentRange(instant(since), instant(until));
    if (range.since != null && range.until != null && !range.since.isBefore(range.until)) {
      throw new IllegalArgumentException(
          "nothing is sent since " + since + " and before " + until + ": the end is exclusive");
    }
    return range;
  }

  private static @Nullable Instant instant(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return switch (text.length()) {
        case 4 -> midnight(LocalDate.of(Integer.parseInt(text), 1, 1));
        case 7 -> midnight(YearMonth.parse(text).atDay(1));
        case 10 -> midnight(LocalDate.parse(text));
        default -> Instant.parse(text);
      };
    } catch (DateTimeException | NumberFormatException e) {
      throw new IllegalArgumentException(
          text + " is no date: write 2009-01-31, 2009-01, 2009 or 2009-01-31T12:00:00Z", e);
    }
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /**
   * Whether a cable of this time belongs to it.
   *
   * @param sent null where it is not known: such a cable belongs to {@link #ALL} only
   */
  public boolean covers(@Nullable Instant sent) {
    if (sent == null) {
      return since == null && until == null;
    }
    return (since == null || !sent.isBefore(since)) && (until == null || sent.isBefore(until));
  }
}
