package org.cablebeam.transforms.parse.body;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cablebeam.schemas.IssueCode;
import org.cablebeam.transforms.parse.body.ParagraphNumbers.Candidate;
import org.cablebeam.transforms.text.Issues;
import org.cablebeam.transforms.text.Lines;

/**
 * Takes of all numbers that look like those of paragraphs the ones that carry the count on. The
 * count may skip a few, repeat one, and begin again in an annex; its style is set by the first: a
 * text that marks its paragraphs marks all. One a body.
 */
final class ParagraphSequence {
  /** So many numbers may be missing between two paragraphs. */
  private static final int LONGEST_GAP = 3;

  /** So many numbers are looked at for one that fits better. */
  private static final int FORESIGHT = 8;

  private final TextLines reading;
  private final Lines lines;
  private final String text;
  private final int start;
  private final ParagraphHeadings headings;
  private final Issues issues;

  /** By strength and number, the last candidate with it and no less: whether a better one comes. */
  private int[][] lastWith = new int[0][];

  private int last;
  private int style;

  ParagraphSequence(TextLines reading, ParagraphHeadings headings, Issues issues) {
    this.reading = reading;
    this.lines = reading.lines();
    this.text = reading.text();
    this.start = reading.start();
    this.headings = headings;
    this.issues = issues;
  }

  /** Those candidates that carry the count on. */
  List<Candidate> of(List<Candidate> candidates) {
    look(candidates);
    List<Candidate> taken = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      int number = candidate.number();
      boolean first = taken.isEmpty();
      boolean mistyped = !first && isMistyped(candidates, i);
      boolean takes = mistyped || (first ? opens(candidate, i) : continues(candidate, i));
      if (!takes || (!first && isWithinText(candidates, i))) {
        continue;
      }
      if (first ? number > 2 : number != last + 1) {
        issues.add(
            IssueCode.PARAGRAPH_SEQUENCE,
            "paragraphs",
            first ? "begins with " + number : number + " after " + last);
      }
      if (first || (number == 1 && isAnnexed(candidate))) {
        style = style(candidate);
      }
      taken.add(candidate);
      last = mistyped ? last + 1 : number;
    }
    return taken;
  }

  /**
   * Whether a number stands where the next one is missing: it has a mark and a blank line above,
   * and the one after the next follows with a mark of its own.
   */
  private boolean isMistyped(List<Candidate> candidates, int i) {
    Candidate candidate = candidates.get(i);
    return style == ParagraphNumbers.MARKED
        && candidate.strength() == ParagraphNumbers.MARKED
        && candidate.number() != last
        && candidate.number() != last + 1
        && candidate.number() != last + 2
        && candidate.atLineStart()
        && reading.empty(candidate.line() - 1)
        && i + 1 < candidates.size()
        && candidates.get(i + 1).number() == last + 2
        && candidates.get(i + 1).strength() == ParagraphNumbers.MARKED;
  }

  /** The mark of the whole text, 1. (C - ENTIRE TEXT), says that the others have none. */
  private static int style(Candidate candidate) {
    boolean whole = candidate.mark() != null && candidate.mark().entireText();
    return whole ? ParagraphNumbers.SPACED : candidate.strength();
  }

  private void look(List<Candidate> candidates) {
    int highest = 2;
    for (Candidate candidate : candidates) {
      highest = Math.max(highest, candidate.number());
    }
    lastWith = new int[ParagraphNumbers.MARKED + 1][highest + LONGEST_GAP + 2];
    for (int[] row : lastWith) {
      Arrays.fill(row, -1);
    }
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      for (int strength = 0; strength <= candidate.strength(); strength++) {
        lastWith[strength][candidate.number()] = i;
      }
    }
  }

  /** Whether a number comes behind candidate {@code i} with at least a strength. */
  private boolean comes(int strength, int number, int i) {
    return lastWith[strength][number] > i;
  }

  private boolean opens(Candidate candidate, int i) {
    int number = candidate.number();
    boolean better =
        number == 1 && candidate.strength() == 0 && comes(ParagraphNumbers.MARKED, number, i);
    boolean oneLater = number != 1 && comes(0, 1, i);
    if (better || oneLater || !(candidate.atLineStart() || number == 1)) {
      return false;
    }
    // A section that came alone begins in the middle of the count.
    return number <= 3
        || candidate.strength() == ParagraphNumbers.MARKED
        || (comes(0, number + 1, i) && comes(0, number + 2, i));
  }

  private boolean continues(Candidate candidate, int i) {
    int number = candidate.number();
    if (number == last + 1) {
      return candidate.strength() >= style
          || (!comes(style, number, i) && !isWithinSentence(candidate));
    }
    boolean strong = candidate.strength() >= Math.max(ParagraphNumbers.SPACED, style);
    if (number > last + 1 && number <= last + 1 + LONGEST_GAP) {
      return strong && !comes(style, last + 1, i);
    }
    if (number > last) {
      // A whole section of the message may be missing.
      return style == ParagraphNumbers.MARKED
          && candidate.strength() == ParagraphNumbers.MARKED
          && !comes(style, last + 1, i)
          && comes(style, number + 1, i);
    }
    boolean annexed = isAnnexed(candidate);
    boolean headed = number == 1 && style < ParagraphNumbers.MARKED && isHeaded(candidate);
    if (number == last && !annexed && !headed) {
      return candidate.strength() == ParagraphNumbers.MARKED && style == ParagraphNumbers.MARKED;
    }
    if (number != 1) {
      return false;
    }
    boolean over = headed || (strong && !comes(style, last + 1, i));
    return annexed || (over && comes(headed ? 0 : style, 2, i));
  }

  /**
   * Whether the sentence above the next number runs on into it, and the same number comes again
   * before the count goes on or begins anew.
   */
  private boolean isWithinText(List<Candidate> candidates, int i) {
    Candidate candidate = candidates.get(i);
    if (candidate.number() != last + 1
        || candidate.strength() == ParagraphNumbers.MARKED
        || !candidate.atLineStart()
        || !reading.runsOnInto(candidate.line())) {
      return false;
    }
    int next = i + 1;
    while (next < candidates.size()
        && next < i + FORESIGHT
        && candidates.get(next).number() != last + 1) {
      int number = candidates.get(next).number();
      if (number == 1 || number == last + 2) {
        return false;
      }
      next++;
    }
    return next < candidates.size() && candidates.get(next).number() == last + 1;
  }

  /** 3. THOUSAND, where the sentence above runs on and the other numbers have marks. */
  private boolean isWithinSentence(Candidate candidate) {
    return style == ParagraphNumbers.MARKED
        && candidate.atLineStart()
        && candidate.strength() == 0
        && reading.runsOnInto(candidate.line());
  }

  /** Whether the heading of an annex stands above a number. */
  private boolean isAnnexed(Candidate candidate) {
    int above = candidate.line() - 1;
    while (above > 0
        && candidate.line() - above < 4
        && (reading.empty(above) || reading.rule(above))) {
      above--;
    }
    return candidate.atLineStart()
        && above > 0
        && lines.start(above) > start
        && WordClass.ANNEX.at(text, reading.wordsStart(above)) > 0
        && reading.looksLikeHeading(above);
  }

  /** Whether the line above a number is a heading, and not the end of a sentence. */
  private boolean isHeaded(Candidate candidate) {
    int above = candidate.line() - 1;
    return candidate.atLineStart()
        && above > 0
        && lines.start(above) > start
        && !reading.empty(above)
        && reading.looksLikeHeading(above)
        && headings.standsBehindSentence(above)
        && text.charAt(reading.wordsEnd(above) - 1) != ':';
  }
}
