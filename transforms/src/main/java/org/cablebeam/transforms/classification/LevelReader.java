package org.cablebeam.transforms.classification;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cablebeam.schemas.Level;
import org.cablebeam.schemas.vocabulary.Captions;
import org.cablebeam.schemas.vocabulary.Levels;
import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.schemas.vocabulary.Spelling;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.LookAlikes;
import org.jspecify.annotations.Nullable;

/**
 * Reads the level a classification line begins with: spelled solid or letter by letter, whole or
 * damaged. Blanks do not count; a level may have lost, gained or changed as many letters as its
 * length allows without becoming another. Immutable and thread-safe.
 */
final class LevelReader {
  /**
   * A level as read.
   *
   * @param level never UNKNOWN
   * @param control the control its spelling implies (SBU), null for most
   * @param end offset in the line behind the level
   * @param repaired whether the spelling was damaged
   */
  record Found(Level level, @Nullable String control, int end, boolean repaired) {}

  private record Best(Levels.Spelling spelled, int length, int cost) {}

  /** No level, damaged and followed by whatever, needs more letters. */
  private static final int MOST_LETTERS = 32;

  /** What stands in front of a level may be a few characters of noise, not a word. */
  private static final int MOST_NOISE = 8;

  private static final List<Levels.Spelling> SPELLINGS = Levels.standard().all();

  private final Posts posts = Posts.standard();
  private final Captions captions = Captions.standard();

  Optional<Found> read(String line) {
    int start = 0;
    while (start < line.length()
        && start < MOST_NOISE
        && !Characters.isLetter(line.charAt(start))) {
      start++;
    }
    StringBuilder letters = new StringBuilder(MOST_LETTERS);
    int[] ends = new int[MOST_LETTERS];
    int misread = line.length();
    for (int i = start; i < line.length() && letters.length() < MOST_LETTERS; i++) {
      char c = LookAlikes.letterWithin(line, i, line.length());
      misread = c != line.charAt(i) ? Math.min(misread, i) : misread;
      if (Characters.isLetter(c)) {
        ends[letters.length()] = i + 1;
        letters.append((char) (c & ~0x20));
      } else if ((c >= '0' && c <= '9') || c == '/' || c == '(') {
        break;
      }
    }
    String read = letters.toString();
    Best best = exact(line, read, ends);
    if (best == null) {
      best = nearest(line, read, ends);
    }
    Level level = best == null ? null : best.spelled().level();
    if (best == null || level == null) {
      return Optional.empty();
    }
    int end = ends[best.length() - 1];
    boolean repaired = best.cost() > 0 || misread < end;
    return Optional.of(new Found(level, best.spelled().control(), end, repaired));
  }

  /** Of levels spelled right the longest: UNCLASSIFIED, not UNCLAS and something glued. */
  private @Nullable Best exact(String line, String letters, int[] ends) {
    Best best = null;
    for (Levels.Spelling spelled : SPELLINGS) {
      int length = spelled.letters().length();
      if (letters.startsWith(spelled.letters())
          && (best == null || length > best.length())
          && ends(line, ends[length - 1])) {
        best = new Best(spelled, length, 0);
      }
    }
    return best;
  }

  private @Nullable Best nearest(String line, String letters, int[] ends) {
    Best best = null;
    for (Levels.Spelling spelled : SPELLINGS) {
      int limit = tolerance(spelled.letters());
      int longest = Math.min(letters.length(), spelled.letters().length() + limit);
      int shortest = Math.max(1, spelled.letters().length() - limit);
      for (int length = shortest; limit > 0 && length <= longest; length++) {
        if (!ends(line, ends[length - 1])) {
          continue;
        }
        int distance = Spelling.distance(letters.substring(0, length), spelled.letters(), limit);
        boolean better =
            best == null
                || distance < best.cost()
                || (distance == best.cost() && length > best.length());
        if (distance <= limit && better) {
          best = new Best(spelled, length, distance);
        }
      }
    }
    return best;
  }

  /**
   * Whether a level may end here: before a blank or a sign, or where something is glued to it that
   * is itself known to follow a level.
   */
  private boolean ends(String line, int end) {
    if (end == line.length() || !Characters.isLetter(line.charAt(end))) {
      return true;
    }
    int tail = end;
    while (tail < line.length()
        && tail - end < MOST_LETTERS
        && Characters.isLetter(line.charAt(tail))) {
      tail++;
    }
    String glued = line.substring(end, tail).toUpperCase(Locale.ROOT);
    return glued.length() > 3
        && (glued.startsWith("VZCZ")
            || glued.startsWith("SECTION")
            || captions.find(glued).isPresent()
            || posts.byName(glued).isPresent());
  }

  /** How many letters may be wrong: none of a short word, for it would become another. */
  private static int tolerance(String letters) {
    if (letters.length() < 6) {
      return 0;
    }
    return letters.length() < 10 ? 1 : 2;
  }
}
