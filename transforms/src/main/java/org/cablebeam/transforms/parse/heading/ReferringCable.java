package org.cablebeam.transforms.parse.heading;

import org.jspecify.annotations.Nullable;

/**
 * The cable that refers.
 *
 * @param year 0 if unknown
 * @param january the day of January on which it was sent; 0 if later in the year or unknown
 * @param post canonical; null if unknown
 * @param serial -1 if unknown
 */
record ReferringCable(int year, int january, @Nullable String post, long serial) {
  private static final String STATE = "STATE";

  /** State never sent as many telegrams as this on a day, in the mean of a year. */
  private static final int MOST_A_DAY = 1_000;

  /**
   * The year of a cable named without one: that of this cable, or the year before where the serial
   * had not been reached. The serial of a post is compared with its own; only State numbers so many
   * that in January the day tells.
   */
  int yearOf(String of, long number) {
    boolean later = of.equals(post) && serial >= 0 && number > serial;
    boolean unreached =
        of.equals(STATE) && january > 0 && number > (long) MOST_A_DAY * (january + 1);
    return year > 0 && (later || unreached) ? year - 1 : year;
  }
}
