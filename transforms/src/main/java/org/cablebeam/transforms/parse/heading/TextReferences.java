package org.cablebeam.transforms.parse.heading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.Reference;
import org.cablebeam.schemas.ReferenceKind;
import org.cablebeam.transforms.parse.Body;
import org.cablebeam.transforms.text.Issues;
import org.cablebeam.transforms.text.Lines;

/**
 * Finds the references made in the running text: {@code MOSCOW 2890}, {@code (08 STATE 12345)}, and
 * {@code reftel} or {@code ref A}, which mean items of the REF line. One pass over the digits and
 * the letters F. Immutable and thread-safe.
 */
final class TextReferences {
  static final int MOST = 10_000;

  /** What the lines of addressees begin with. */
  private static final List<String> ADDRESS =
      List.of("TO ", "INFO ", "AMEMBASSY ", "AMCONSUL ", "USMISSION ", "SECSTATE ", "RUE");

  /** Shorter lines do not wrap. */
  private static final int WRAPPED = 45;

  /** By these references are found: digits, and the rarest letter of REF. */
  private static final boolean[] SIGNS = new boolean[128];

  static {
    for (char c : "0123456789Ff".toCharArray()) {
      SIGNS[c] = true;
    }
  }

  private final CableInText cables = new CableInText();

  /** Adds the references of the text to those of the heading. */
  void find(Body body, int from, ReferringCable own, Cable cable, Issues issues) {
    String text = body.text();
    List<Reference> heading = cable.getReferences();
    Map<String, Reference> byBullet = new HashMap<>();
    Reference only = null;
    int telegrams = 0;
    for (Reference reference : heading) {
      if (reference.getBullet() != null) {
        byBullet.putIfAbsent(reference.getBullet(), reference);
      }
      boolean telegram = reference.getKind() == ReferenceKind.CABLE;
      telegrams += telegram ? 1 : 0;
      only = only == null || (telegram && telegrams == 1) ? reference : only;
    }
    boolean single = telegrams == 1 || heading.size() == 1;
    List<Reference> found = new ArrayList<>();
    int digitsBefore = from;
    int floor = from;
    int length = text.length();
    for (int at = nextSign(text, from);
        at < length && found.size() < MOST;
        at = nextSign(text, at + 1)) {
      char c = text.charAt(at);
      if (!Characters.isDigit(c)) {
        int start = at - 2;
        int behind = start < floor ? -1 : NamedReference.end(text, start);
        if (behind < 0 || (start > from && Character.isLetterOrDigit(text.charAt(start - 1)))) {
          continue;
        }
        if (!body.furniture().covers(start)) {
          int lettered = NamedReference.letterBehind(text, start, behind, byBullet);
          behind = Math.max(behind, lettered);
          Reference meant =
              NamedReference.meant(text, start, behind, lettered, byBullet, single ? only : null);
          if (meant != null) {
            found.add(NamedReference.inText(meant, text, start, behind));
            behind = NamedReference.more(text, behind, meant.getBullet(), byBullet, found);
          } else if (behind - start == "REFTEL".length() && telegrams > 1) {
            found.add(NamedReference.unresolved(text, start, behind));
          } else if (behind - start == "REFTELS".length()) {
            for (Reference all : heading) {
              if (all.getKind() == ReferenceKind.CABLE && found.size() < MOST) {
                found.add(NamedReference.inText(all, text, start, behind));
              }
            }
          }
        }
        floor = behind;
        at = behind - 1;
        continue;
      }
      int end = Characters.skipDigits(text, at, length);
      Reference before = found.isEmpty() ? null : found.get(found.size() - 1);
      // A post's name stands between two numbers, or WARSAW 300, 310 goes on.
      boolean parted =
          at - digitsBefore >= 4
              || (before != null && before.getEnd() != null && before.getEnd() == digitsBefore);
      if (end - at <= 7
          && parted
          && CableInText.mayFollow(text, end)
          && !body.furniture().covers(at)
          && !addresses(body, at, end)
          && !opensRow(body, at)) {
        Reference reference = cables.read(text, at, end, digitsBefore, before, own, issues);
        if (reference != null) {
          found.add(reference);
        }
      }
      digitsBefore = end;
      at = end - 1;
    }
    if (!found.isEmpty()) {
      List<Reference> all = new ArrayList<>(heading);
      all.addAll(found);
      cable.setReferences(all);
    }
  }

  /**
   * The first offset from {@code from} on at which one of the signs stands; the length if none
   * does. All of the text goes through this loop, so it calls nothing.
   */
  private static int nextSign(String text, int from) {
    int length = text.length();
    int at = from;
    while (at < length) {
      char c = text.charAt(at);
      if (c < 128 && SIGNS[c]) {
        break;
      }
      at++;
    }
    return at;
  }

  /** Whether a number begins a line of a list, the line above which does not reach the margin. */
  private static boolean opensRow(Body body, int at) {
    Lines lines = body.lines();
    int line = lines.at(at);
    return line > 0
        && at == lines.indentEnd(line)
        && lines.end(line - 1) - lines.start(line - 1) < WRAPPED;
  }

  /** Whether a number ends an addressee's line of a quoted telegram: no reference. */
  private static boolean addresses(Body body, int at, int end) {
    String text = body.text();
    if (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      return false;
    }
    Lines lines = body.lines();
    int line = lines.at(at);
    int start = lines.indentEnd(line);
    if (end < lines.end(line)) {
      return false;
    }
    for (String word : ADDRESS) {
      if (text.startsWith(word, start)) {
        return true;
      }
    }
    return false;
  }
}
