package org.cablebeam.transforms.parse.body;

import java.util.ArrayList;
import java.util.List;
import org.cablebeam.transforms.text.Span;

/**
 * What circuits and publishers did to the letters of a text: line noise ({@code q~}%(@(XKJ!&}) and
 * redactions (runs of X), found in one pass. Immutable.
 *
 * <p>Line noise is a word with at least three kinds of signs that prose does not use, and either
 * two fifths of it such signs, or a change between capitals, small letters, digits and signs at
 * every second letter. Web and mail addresses are left alone.
 */
final class LineNoise {
  private static final int SHORTEST_REDACTION = 4;
  private static final int SHORTEST_NOISE = 8;

  /** Noise has bursts: words apart by no more than this belong together. */
  private static final int BURST = 3;

  /** The signs behind the name of a protocol, {@code https://}, begin no later in the word. */
  private static final int SCHEME = 12;

  private static final String SIGNS = "~}{|^`@%$#&!\\<>_+=*?";
  private static final byte SIGN = 2;
  private static final byte REDACTION = 3;
  private static final byte[] KINDS = new byte[128];

  static {
    for (int i = 0; i < SIGNS.length(); i++) {
      KINDS[SIGNS.charAt(i)] = SIGN;
    }
    KINDS['X'] = REDACTION;
    KINDS['x'] = REDACTION;
  }

  private final List<Span> noise;
  private final int redactions;

  private LineNoise(List<Span> noise, int redactions) {
    this.noise = noise;
    this.redactions = redactions;
  }

  static LineNoise in(String text, int start) {
    List<Span> noise = new ArrayList<>();
    int redactions = 0;
    int length = text.length();
    for (int i = next(text, start); i < length; i = next(text, i + 1)) {
      byte kind = KINDS[text.charAt(i)];
      int run = i + 1;
      if (kind == SIGN) {
        // The word around the sign; the next one is looked for behind it.
        int word = i;
        while (word > start && text.charAt(word - 1) > ' ') {
          word--;
        }
        int signs = 1;
        while (run < length && text.charAt(run) > ' ') {
          char sign = text.charAt(run++);
          signs += sign < 128 && KINDS[sign] == SIGN ? 1 : 0;
          redactions += isRedaction(text, run - 1) ? 1 : 0;
        }
        if (signs >= 3) {
          judge(text, word, run, signs, noise);
        }
      } else if (isRedaction(text, i)) {
        redactions++;
      }
      i = run - 1;
    }
    return new LineNoise(noise, redactions);
  }

  /**
   * The first offset from {@code from} on at which a sign or an X stands; the length if none does.
   * All of the text goes through this loop, so it calls nothing.
   */
  private static int next(String text, int from) {
    int length = text.length();
    int at = from;
    while (at < length) {
      char c = text.charAt(at);
      if (c < 128 && KINDS[c] != 0) {
        break;
      }
      at++;
    }
    return at;
  }

  /** Whether a run of four or more X begins at an offset. */
  private static boolean isRedaction(String text, int at) {
    char c = text.charAt(at);
    if (c != 'X' && c != 'x') {
      return false;
    }
    int run = at;
    while (run < text.length() && run - at < SHORTEST_REDACTION && text.charAt(run) == c) {
      run++;
    }
    return run - at == SHORTEST_REDACTION && (at == 0 || text.charAt(at - 1) != c);
  }

  private static void judge(String text, int from, int to, int signs, List<Span> noise) {
    int length = to - from;
    if (length < SHORTEST_NOISE) {
      return;
    }
    long kinds = 0;
    int changes = 0;
    int before = -1;
    int repeated = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      int kind;
      if (c >= 'A' && c <= 'Z') {
        kind = 1;
      } else if (c >= 'a' && c <= 'z') {
        kind = 2;
      } else if (c >= '0' && c <= '9') {
        kind = 3;
      } else if (c < 128 && KINDS[c] == SIGN) {
        kind = 4;
        kinds |= 1L << SIGNS.indexOf(c);
        repeated += i > from && text.charAt(i - 1) == c ? 1 : 0;
      } else {
        kind = 5;
      }
      changes += kind != before || kind >= 4 ? 1 : 0;
      before = kind;
    }
    boolean noisy =
        Long.bitCount(kinds) >= 3
            && repeated * 2 < signs
            && (signs * 5 >= length * 2 || changes * 2 >= length);
    if (!noisy || isAddress(text, from, to)) {
      return;
    }
    int last = noise.size() - 1;
    if (last >= 0 && from - noise.get(last).end() <= BURST) {
      noise.set(last, new Span(noise.get(last).start(), to));
    } else {
      noise.add(new Span(from, to));
    }
  }

  private static boolean isAddress(String text, int from, int to) {
    for (int at = from; at < Math.min(to, from + SCHEME); at++) {
      if (text.startsWith("://", at)) {
        return true;
      }
    }
    return text.regionMatches(true, from, "www.", 0, 4)
        || text.regionMatches(true, from, "<a", 0, 2);
  }

  /** Runs of line noise, by offset. */
  List<Span> noise() {
    return noise;
  }

  /** How many runs of four or more X there are, in either case. */
  int redactions() {
    return redactions;
  }
}
