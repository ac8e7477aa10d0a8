package org.cablebeam.transforms.entities;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.cablebeam.schemas.CableId;
import org.cablebeam.schemas.EntityType;
import org.cablebeam.schemas.vocabulary.Posts;
import org.jspecify.annotations.Nullable;

/**
 * Finds references to other cables: a post and a serial, with a year before, behind or none.
 * Without a year it is the cable's own year, or the year before where the serial would lie after
 * the cable's own. A serial alone takes post and year from the reference before it.
 */
final class CableNumbers {
  private static final int LONGEST_SERIAL = 7;

  /** The post of the Department. */
  private static final String DEPARTMENT = "STATE";

  private final Reading reading;
  private final Tokens tokens;
  private final Phrases phrases;
  private final int year;
  private final @Nullable CableId own;

  private @Nullable String post;
  private int postEnd;

  /** What the last reference said, and where it ended, for the serials that follow it. */
  private @Nullable String carried;

  private int carriedYear;
  private int carriedEnd;
  private int carriedLength;

  CableNumbers(Reading reading, int year, @Nullable CableId own) {
    this.reading = reading;
    this.tokens = reading.tokens;
    this.phrases = reading.vocabulary.phrases;
    this.year = year;
    this.own = own;
  }

  void read() {
    boolean references = false;
    Reading.Zone zone = Reading.Zone.TEXT;
    for (int i = 0; i < tokens.count; i++) {
      if ((tokens.starts[i] & Vocabulary.SERIAL) == 0 && reading.zone[i] == zone) {
        continue;
      }
      zone = reading.zone[i];
      boolean inside = zone == Reading.Zone.REFERENCES;
      if (inside && !references) {
        // Without a post before, a serial in the REF lines is the cable's own post's.
        carry(own == null ? null : own.post(), 0, i);
      }
      references = inside;
      if (zone != Reading.Zone.TEXT && !references) {
        continue;
      }
      int end = 0;
      if (tokens.kind[i] == Tokens.MIXED) {
        end = glued(i);
      } else if (tokens.kind[i] == Tokens.NUMBER) {
        end = carried(i, references);
      } else if ((tokens.starts[i] & Vocabulary.POST) != 0 && post(i)) {
        end = named(i, references);
      } else if (i + 1 < tokens.count && tokens.kind[i + 1] == Tokens.NUMBER) {
        end = called(i);
      }
      if (end > i) {
        i = end - 1;
      }
    }
  }

  private void carry(@Nullable String post, int year, int end) {
    carried = post;
    carriedYear = year;
    carriedEnd = end;
  }

  /** {@code STATE 123 AND 456}: a serial whose post and year stand before it. */
  private int carried(int i, boolean references) {
    int length = tokens.end[i] - tokens.start[i];
    String post = carried;
    if (post == null
        || serial(i) == 0
        || length < 3
        || reading.is(i + 1, Vocabulary.MONTH)
        || decimal(i)) {
      return 0;
    }
    boolean listed =
        reading.says(i - 1, "AND")
            || reading.mark(i - 1, ',')
            || reading.mark(i - 1, '&')
            || reading.mark(i - 1, '/') && tokens.gap[i] == Tokens.NONE;
    boolean near = i - carriedEnd < 3 && i > carriedEnd && reading.follows(i);
    boolean ends =
        i + 1 >= tokens.count
            || tokens.kind[i + 1] == Tokens.MARK
            || tokens.gap[i + 1] >= Tokens.LINE
            || reading.says(i + 1, "AND");
    boolean bullet =
        references
            && ends
            && length != 4
            && i > carriedEnd
            && (reading.mark(i - 1, '.') || reading.mark(i - 1, ')'))
            && tokens.end[Math.max(0, i - 2)] - tokens.start[Math.max(0, i - 2)] == 1;
    boolean first = references && i == carriedEnd && ends && reading.zone[i] != zoneBefore(i);
    // In running text a number that follows may be of anything, if it does not look alike.
    boolean alike =
        references
            || near
                && Math.abs(length - carriedLength) < 2
                && !reading.is(i + 1, Vocabulary.NOT_YEAR)
                && !(length == 4 && year(i) > 0);
    if (!(listed && near || bullet || first) || !alike && !bullet && !first) {
      return 0;
    }
    put(i, i + 1, carriedYear, post, serial(i));
    carry(post, carriedYear, i + 1);
    carriedLength = length;
    return i + 1;
  }

  /** {@code Embtel 1205}, {@code Deptel 871}: a word stands for the post. */
  private int called(int i) {
    int at = i + 1;
    if (tokens.kind[i] != Tokens.WORD
        || tokens.gap[at] == Tokens.NONE
        || tokens.gap[at] == Tokens.BREAK) {
      return 0;
    }
    boolean department = reading.in(WordClass.TELEGRAM_DEPARTMENT, i);
    if (!department && !reading.in(WordClass.TELEGRAM_OWN, i) || serial(at) == 0 || decimal(at)) {
      return 0;
    }
    String sender = department ? DEPARTMENT : own == null ? null : own.post();
    if (sender == null) {
      reading.put(EntityType.CABLE_REFERENCE, i, at + 1);
    } else {
      put(i, at + 1, 0, sender, serial(at));
      carry(sender, 0, at + 1);
      carriedLength = tokens.end[at] - tokens.start[at];
    }
    return at + 1;
  }

  private Reading.@Nullable Zone zoneBefore(int i) {
    return i == 0 ? null : reading.zone[i - 1];
  }

  /** The post just found, a serial behind it, and a year before, between, behind or none. */
  private int named(int i, boolean references) {
    String id = requireNonNull(post);
    int end = postEnd;
    int at = end;
    int from = i;
    int given = 0;
    if (reading.mark(at, '(') && year(at + 1) > 0 && reading.mark(at + 2, ')')) {
      given = year(at + 1);
      at += 3;
    } else if (tight(at, '-')
        && reading.mark(i - 1, '-')
        && tokens.gap[i] == Tokens.NONE
        && year(i - 2) > 0) {
      // 10-WARSAW-57.
      given = year(i - 2);
      from = i - 2;
      at++;
    } else if (reading.mark(at, '#') || references && tight(at, ',')) {
      at++;
    }
    boolean parted = at > end;
    if (at >= tokens.count
        || tokens.kind[at] != Tokens.NUMBER
        || tokens.gap[at] == Tokens.BREAK
        || serial(at) == 0
        || tokens.gap[at] == Tokens.NONE && !parted) {
      return 0;
    }
    if (given == 0) {
      from = yearBefore(i, references);
      given = from < i ? Math.max(year(i - 1), year(i - 2)) : 0;
    }
    int to = at + 1;
    if (given == 0 && yearBehind(at, references) > to) {
      to = yearBehind(at, references);
      given = reading.mark(to - 1, ')') ? year(to - 2) : year(to - 1);
    }
    if (references
        ? reading.is(at + 1, Vocabulary.MONTH) && to == at + 1
        : given == 0 && !inText(i, end, at)) {
      return 0;
    }
    put(from, to, given, id, serial(at));
    carry(id, given, to);
    carriedLength = tokens.end[at] - tokens.start[at];
    return to;
  }

  /**
   * Where the reference begins: at a year before the post ({@code 08}, {@code '08}, {@code (99)}).
   */
  private int yearBefore(int i, boolean references) {
    if (i > 0
        && tokens.kind[i - 1] == Tokens.NUMBER
        && tokens.gap[i] <= Tokens.LINE
        && year(i - 1) > 0
        && reading.free(i - 1)
        && !reading.is(i - 2, Vocabulary.MONTH)) {
      boolean apostrophe = reading.mark(i - 2, '\'') || reading.mark(i - 2, '\u2019');
      return apostrophe && tokens.gap[i - 1] == Tokens.NONE ? i - 2 : i - 1;
    }
    return references
            && reading.mark(i - 1, ')')
            && reading.mark(i - 3, '(')
            && year(i - 2) > 0
            && tokens.gap[i - 1] == Tokens.NONE
        ? i - 3
        : i;
  }

  /** The end of a year behind the serial: {@code (08)}, {@code -91}, {@code /08}, {@code 99}. */
  private int yearBehind(int at, boolean references) {
    int next = at + 1;
    if (reading.mark(next, '(') && year(next + 1) > 0 && reading.mark(next + 2, ')')) {
      return next + 3;
    }
    if ((tight(next, '-') || tight(next, '/')) && pastYear(next + 1)) {
      return next + 2;
    }
    // Behind a blank it may belong to the post that follows.
    return references
            && pastYear(next)
            && tokens.gap[next] == Tokens.BLANK
            && (next + 1 >= tokens.count
                || (tokens.starts[next + 1] & Vocabulary.POST) == 0
                    && !reading.is(next + 1, Vocabulary.MONTH)
                    && tokens.gap[next + 1] > Tokens.NONE)
        ? next + 1
        : next;
  }

  /** Two digits that are a year not after the cable's, and not long before. */
  private boolean pastYear(int i) {
    return i < tokens.count
        && tokens.end[i] - tokens.start[i] == 2
        && year(i) > 0
        && (year == 0 || year(i) <= year && year(i) > year - 30);
  }

  /** Whether post and number in running text, without a year, are a reference. */
  private boolean inText(int i, int end, int at) {
    boolean upper = true;
    boolean capital = true;
    for (int k = i; k < end; k++) {
      upper &= tokens.kind[k] != Tokens.WORD || tokens.shape[k] == Tokens.UPPER;
      capital &= tokens.kind[k] != Tokens.WORD || reading.capital(k);
    }
    int length = tokens.end[at] - tokens.start[at];
    long serial = serial(at);
    if (!capital
        || addressee(i)
        || length < 3
        || reading.is(at + 1, Vocabulary.NOT_YEAR)
        || decimal(at)
        || length == 4 && serial >= 1960 && serial <= 2012 && !reading.mark(at + 1, ')')) {
      return false;
    }
    // ETA ROME 0930.
    boolean hour = length == 4 && serial < 2400 && serial % 100 < 60;
    if (hour && i > 0 && reading.in(WordClass.TRAVEL, i - 1)) {
      return false;
    }
    // In Paris 200 delegates met; to Paris 747 flights.
    boolean counted =
        noun(at + 1)
            && !reading.is(at + 1, Vocabulary.FUNCTION | Vocabulary.SPEECH)
            && tokens.gap[at + 1] < Tokens.LINE
            && (reading.is(i - 1, Vocabulary.PLACE_PREPOSITION | Vocabulary.MOTION) || !upper);
    return !counted || reading.says(at + 1, "PARA") || reading.says(at + 1, "REPORTS");
  }

  /** TO SECSTATE WASHDC 8869, in a telegram that is quoted: the count of what was sent there. */
  private boolean addressee(int i) {
    return reading.in(WordClass.ADDRESSEE, i - 1)
        && (tokens.gap[i - 1] >= Tokens.LINE || reading.in(WordClass.BEFORE_ADDRESSEE, i - 2));
  }

  private boolean noun(int i) {
    return reading.word(i)
        && (reading.is(i, Vocabulary.NOUN) || (reading.inflection(i) & Vocabulary.NOUN) != 0);
  }

  private boolean decimal(int at) {
    return at + 2 < tokens.count
        && tokens.gap[at + 1] == Tokens.NONE
        && tokens.gap[at + 2] == Tokens.NONE
        && tokens.kind[at + 2] == Tokens.NUMBER
        && (tokens.isMark(at + 1, ',') || tokens.isMark(at + 1, '.'));
  }

  private void put(int from, int to, int given, String post, long serial) {
    int of = given > 0 ? given : year;
    Mention mention = reading.put(EntityType.CABLE_REFERENCE, from, to);
    if (of == 0) {
      return;
    }
    CableId id = CableId.of(of, post, serial);
    if (given == 0
        && own != null
        && own.post().equals(id.post())
        && own.series().isEmpty()
        && serial > own.serial()) {
      id = CableId.of(of - 1, post, serial);
    }
    mention.normal = id.toString();
  }

  /** {@code 09MOSCOW2935}, also over several words: {@code 05LA PAZ 3801}. */
  private int glued(int i) {
    int start = tokens.start[i];
    int digits = start;
    while (digits < tokens.end[i] && Tokens.digit(tokens.text.charAt(digits))) {
      digits++;
    }
    int count = digits - start;
    if (count != 2 && count != 4) {
      return 0;
    }
    boolean serialIn = Tokens.digit(tokens.text.charAt(tokens.end[i] - 1));
    int to = i + 1;
    while (!serialIn && to < tokens.count && to < i + 4 && tokens.gap[to] < Tokens.BREAK) {
      if (tokens.kind[to] == Tokens.NUMBER) {
        serialIn = true;
      } else if (tokens.kind[to] != Tokens.WORD) {
        return 0;
      }
      to++;
    }
    if (!serialIn || tokens.end[to - 1] - start > 40) {
      return 0;
    }
    Optional<CableId> id = CableId.parse(reading.string(i, to));
    if (id.isEmpty() || Posts.standard().byName(id.get().post()).isEmpty()) {
      return 0;
    }
    carry(id.get().post(), id.get().year(), to);
    carriedLength = tokens.end[to - 1] - start - digits;
    reading.put(EntityType.CABLE_REFERENCE, i, to).normal = id.get().toString();
    return to;
  }

  /** Whether a post is named at the token: the longest name. */
  private boolean post(int i) {
    post = null;
    int node = 0;
    int at = i;
    while (at < tokens.count) {
      node = phrases.step(node, tokens.word[at]);
      if (node < 0) {
        break;
      }
      for (Phrases.Name name : phrases.at(node)) {
        if (name.type() == EntityType.CABLE_REFERENCE && name.post() != null) {
          post = name.post();
          postEnd = at + 1;
        }
      }
      at++;
      if (at < tokens.count
          && tokens.gap[at] == Tokens.NONE
          && (tokens.isMark(at, '-') || tokens.isMark(at, '.'))) {
        at++;
      }
      if (at >= tokens.count || tokens.gap[at] == Tokens.BREAK) {
        break;
      }
    }
    return post != null;
  }

  private int year(int i) {
    if (i < 0 || i >= tokens.count || tokens.kind[i] != Tokens.NUMBER) {
      return 0;
    }
    int length = tokens.end[i] - tokens.start[i];
    if (length == 2) {
      int year = number(i);
      return year < 50 ? 2000 + year : 1900 + year;
    }
    if (length == 4) {
      int year = number(i);
      return year >= 1960 && year <= 2039 ? year : 0;
    }
    return 0;
  }

  private boolean tight(int i, char mark) {
    return tokens.isMark(i, mark) && tokens.gap[i] == Tokens.NONE;
  }

  private int serial(int i) {
    return tokens.end[i] - tokens.start[i] > LONGEST_SERIAL ? 0 : number(i);
  }

  private int number(int i) {
    int value = 0;
    for (int k = tokens.start[i]; k < tokens.end[i] && k < tokens.start[i] + 9; k++) {
      value = value * 10 + tokens.text.charAt(k) - '0';
    }
    return value;
  }
}
