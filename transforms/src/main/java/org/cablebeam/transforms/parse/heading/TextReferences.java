package org.cablebeam.transforms.parse.heading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.Reference;
import org.cablebeam.schemas.ReferenceKind;
import org.cablebeam.transforms.parse.Body;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Furniture;
import org.cablebeam.transforms.text.Issues;
import org.cablebeam.transforms.text.Lines;
import org.jspecify.annotations.Nullable;

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
    List<Reference> found = new Search(body, from, own, cable.getReferences(), issues).find();
    if (!found.isEmpty()) {
      List<Reference> all = new ArrayList<>(cable.getReferences());
      all.addAll(found);
      cable.setReferences(all);
    }
  }

  /** The search through one body. */
  private final class Search {
    private final Furniture furniture;
    private final Lines lines;
    private final String text;
    private final int from;
    private final ReferringCable own;
    private final List<Reference> heading;
    private final Issues issues;
    private final Map<String, Reference> byBullet = new HashMap<>();

    /** How many cables the REF line names. */
    private final int telegrams;

    /** What reftel means; null where there is more than one that it may. */
    private final @Nullable Reference only;

    private final List<Reference> found = new ArrayList<>();

    /** Behind the last digits. */
    private int digitsBefore;

    /** Behind the last name of a reference. */
    private int floor;

    /** The line of the last number that was looked at. */
    private int line;

    Search(Body body, int from, ReferringCable own, List<Reference> heading, Issues issues) {
      this.furniture = body.furniture();
      this.lines = body.lines();
      this.text = body.text();
      this.from = from;
      this.own = own;
      this.heading = heading;
      this.issues = issues;
      this.digitsBefore = from;
      this.floor = from;
      for (Reference reference : heading) {
        if (reference.getBullet() != null) {
          byBullet.putIfAbsent(reference.getBullet(), reference);
        }
      }
      List<Reference> cables =
          heading.stream().filter(reference -> reference.getKind() == ReferenceKind.CABLE).toList();
      this.telegrams = cables.size();
      this.only = telegrams == 1 ? cables.get(0) : heading.size() == 1 ? heading.get(0) : null;
    }

    List<Reference> find() {
      int at = nextSign(text, from);
      while (at < text.length() && found.size() < MOST) {
        int behind = Characters.isDigit(text.charAt(at)) ? number(at) : name(at);
        at = nextSign(text, behind);
      }
      return found;
    }

    /** Reads the name of a reference around an F; answers where the search goes on. */
    private int name(int letter) {
      int start = letter - 2;
      int behind = start < floor ? -1 : NamedReference.end(text, start);
      if (behind < 0 || (start > from && Character.isLetterOrDigit(text.charAt(start - 1)))) {
        return letter + 1;
      }
      floor = furniture.covers(start) ? behind : named(start, behind);
      return floor;
    }

    /** Adds what a name means; answers the offset behind it. */
    private int named(int start, int end) {
      int lettered = NamedReference.letterBehind(text, start, end, byBullet);
      int behind = Math.max(end, lettered);
      Reference meant = NamedReference.meant(text, start, behind, lettered, byBullet, only);
      if (meant != null) {
        found.add(NamedReference.inText(meant, text, start, behind));
        return NamedReference.more(text, behind, meant.getBullet(), byBullet, found);
      }
      if (behind - start == "REFTEL".length() && telegrams > 1) {
        found.add(NamedReference.unresolved(text, start, behind));
      } else if (behind - start == "REFTELS".length()) {
        all(start, behind);
      }
      return behind;
    }

    /** {@code reftels}: all cables of the REF line. */
    private void all(int start, int end) {
      for (Reference reference : heading) {
        if (reference.getKind() == ReferenceKind.CABLE && found.size() < MOST) {
          found.add(NamedReference.inText(reference, text, start, end));
        }
      }
    }

    /** Reads the cable whose number begins at an offset, if one does; answers behind its digits. */
    private int number(int at) {
      int end = Characters.skipDigits(text, at, text.length());
      Reference before = found.isEmpty() ? null : found.get(found.size() - 1);
      // A post's name stands between two numbers, or WARSAW 300, 310 goes on.
      boolean parted =
          at - digitsBefore >= 4
              || (before != null && before.getEnd() != null && before.getEnd() == digitsBefore);
      if (end - at <= 7
          && parted
          && CableInText.mayFollow(text, end)
          && !furniture.covers(at)
          && !opensRow(at)
          && !addresses(at, end)) {
        Reference reference = cables.read(text, at, end, digitsBefore, before, own, issues);
        if (reference != null) {
          found.add(reference);
        }
      }
      digitsBefore = end;
      return end;
    }

    /** The line of a number; numbers are asked for in their order. */
    private int lineAt(int at) {
      while (line + 1 < lines.count() && lines.start(line + 1) <= at) {
        line++;
      }
      return line;
    }

    /** Whether a number begins a line of a list, the line above which does not reach the margin. */
    private boolean opensRow(int at) {
      int row = lineAt(at);
      return row > 0
          && at == lines.indentEnd(row)
          && lines.end(row - 1) - lines.start(row - 1) < WRAPPED;
    }

    /** Whether a number ends an addressee's line of a quoted telegram: no reference. */
    private boolean addresses(int at, int end) {
      int row = lineAt(at);
      if (end < lines.end(row)) {
        return false;
      }
      for (String word : ADDRESS) {
        if (text.startsWith(word, lines.indentEnd(row))) {
          return true;
        }
      }
      return false;
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
}
