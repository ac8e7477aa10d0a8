package org.cablebeam.transforms.parse.body;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.Classification;
import org.cablebeam.schemas.Classifier;
import org.cablebeam.schemas.FieldSpan;
import org.cablebeam.schemas.IssueCode;
import org.cablebeam.schemas.Paragraph;
import org.cablebeam.schemas.SpanKind;
import org.cablebeam.schemas.Tag;
import org.cablebeam.transforms.parse.Body;
import org.cablebeam.transforms.parse.body.ParagraphFinder.Found;
import org.cablebeam.transforms.parse.body.PassageFinder.Passage;
import org.cablebeam.transforms.parse.body.SignatureFinder.Ending;
import org.cablebeam.transforms.text.Furniture;
import org.cablebeam.transforms.text.Issues;
import org.cablebeam.transforms.text.Span;
import org.cablebeam.transforms.text.StampDate;

/**
 * Reads the running text of a cable: paragraphs with their portion marks, summary, comments, notes
 * and action requests, signature and trailer, redactions and line noise, sections, and the day of
 * the releasing review. Offsets are UTF-16 units into the body as found. Stateless and thread-safe;
 * takes any text in linear time.
 */
public final class BodyParser {
  /** An extract notice stands at the very beginning. */
  private static final int NOTICE = 600;

  private static final String EXTRACT = "partial extract";

  private final TitleCase titleCase;

  /** A parser with the standard vocabulary of acronyms for titles. */
  public BodyParser() {
    this.titleCase = TitleCase.standard();
  }

  /**
   * Fills the fields of the text.
   *
   * @param body the body as found
   * @param textStart where the running text begins, behind the heading
   * @param cable the record, whose header and heading were read before
   * @param issues what is noticed
   */
  public void parse(Body body, int textStart, Cable cable, Issues issues) {
    String text = body.text();
    TextLines whole = OpeningHeading.with(TextLines.from(body, textStart), cable.getSpans());
    int start = whole.start();
    List<FieldSpan> spans = new ArrayList<>();

    CreditTable credits = CreditTable.below(whole);
    if (credits != null) {
      credit(cable, credits);
    }
    Ending ending = new SignatureFinder(whole, credits).find();
    if (ending.signature() != null) {
      sign(cable, ending, text, issues);
      add(spans, SpanKind.SIGNATURE, ending.signature());
    }
    if (ending.trailer() != null) {
      add(spans, SpanKind.TRAILER, ending.trailer());
    }

    TextLines reading = whole.until(ending.textEnd());
    List<Found> found = found(reading, ending, issues);
    cable.setParagraphs(paragraphs(found));

    passages(reading, found, cable, spans, issues);
    noise(text, cable, spans, issues);
    furniture(body.furniture(), text, cable, spans);
    sections(
        body.furniture(), found.isEmpty() ? text.length() : found.get(0).start(), cable, issues);
    cable.setPartial(
        cable.getPartial() || isExtract(text) || isExtract(String.valueOf(cable.getHeader())));
    if (breaksOff(text, start, ending) || endsInNumber(text, found)) {
      issues.add(IssueCode.TRUNCATED_TEXT, "body", tail(text, ending.textEnd()));
    }
    if (cable.getSubject() != null && !cable.getSubject().isEmpty()) {
      cable.setTitle(titleCase.of(cable.getSubject(), spelled(cable, reading)));
    }
    merge(cable, spans);
  }

  /** The paragraphs of the text, and behind a signature within it those of the annex. */
  private static List<Found> found(TextLines reading, Ending ending, Issues issues) {
    if (!ending.annexed() || ending.signature() == null) {
      return new ParagraphFinder(reading, issues).find();
    }
    TextLines signed = reading.until(ending.signature().start());
    TextLines annex = reading.since(ending.signature().end());
    List<Found> found = new ArrayList<>(new ParagraphFinder(signed, issues).find());
    found.addAll(new ParagraphFinder(annex, issues).find());
    return found;
  }

  private static List<Paragraph> paragraphs(List<Found> found) {
    List<Paragraph> paragraphs = new ArrayList<>(found.size());
    for (Found paragraph : found) {
      paragraphs.add(
          Paragraph.newBuilder()
              .setNumber(paragraph.number())
              .setMarking(paragraph.mark() == null ? null : paragraph.mark().text())
              .setLevel(paragraph.level())
              .setHeading(paragraph.heading())
              .setStart(paragraph.start())
              .setEnd(paragraph.end())
              .build());
    }
    return paragraphs;
  }

  private static SpelledWords spelled(Cable cable, TextLines reading) {
    Set<String> tags = new HashSet<>();
    for (Tag tag : cable.getTags()) {
      tags.add(tag.getCode());
    }
    return new SpelledWords(reading.text(), reading.start(), reading.end(), tags);
  }

  /** Who drafted, cleared and approved the text, where no distribution block says so. */
  private static void credit(Cable cable, CreditTable credits) {
    if (cable.getDrafters().isEmpty()) {
      cable.setDrafters(credits.drafters());
    }
    if (cable.getApprovers().isEmpty()) {
      cable.setApprovers(credits.approvers());
    }
    if (cable.getClearances().isEmpty()) {
      cable.setClearances(credits.clearances());
    }
  }

  private static void sign(Cable cable, Ending ending, String text, Issues issues) {
    String found = ending.signer(text);
    if (found != null) {
      Classification classification = cable.getClassification();
      Classifier classifier = classification == null ? null : classification.getClassifiedBy();
      String line = classifier == null ? null : classifier.getText();
      String signer = SignatureRepair.of(found, line, text, ending.textEnd());
      if (!signer.equals(found)) {
        issues.add(IssueCode.REPAIRED_SIGNATURE, "signed_by", found);
      }
      cable.setSignedBy(signer);
    }
  }

  private static void passages(
      TextLines reading, List<Found> found, Cable cable, List<FieldSpan> spans, Issues issues) {
    CleanText clean = new CleanText(reading, found);
    Map<PassageWord, List<String>> texts = new EnumMap<>(PassageWord.class);
    for (Passage passage : new PassageFinder(reading, found).find()) {
      PassageWord word = passage.word();
      String words = clean.of(passage.span());
      if (words.isEmpty() || (word == PassageWord.SUMMARY && texts.containsKey(word))) {
        continue;
      }
      texts.computeIfAbsent(word, none -> new ArrayList<>()).add(words);
      add(spans, kind(word), passage.span());
      if (word == PassageWord.SUMMARY) {
        unmarked(passage, words, issues);
      }
      if (passage.also() != null) {
        texts.computeIfAbsent(passage.also(), none -> new ArrayList<>()).add(words);
        add(spans, kind(passage.also()), passage.span());
      }
    }
    List<String> summary = texts.getOrDefault(PassageWord.SUMMARY, List.of());
    cable.setSummary(summary.isEmpty() ? null : summary.get(0));
    cable.setComments(texts.getOrDefault(PassageWord.COMMENT, List.of()));
    cable.setNotes(texts.getOrDefault(PassageWord.NOTE, List.of()));
    cable.setActionRequests(texts.getOrDefault(PassageWord.ACTION_REQUEST, List.of()));
  }

  private static SpanKind kind(PassageWord word) {
    return switch (word) {
      case SUMMARY -> SpanKind.SUMMARY;
      case COMMENT -> SpanKind.COMMENT;
      case NOTE -> SpanKind.NOTE;
      case ACTION_REQUEST -> SpanKind.ACTION_REQUEST;
    };
  }

  /** Says that only the end of a summary is marked, or only its beginning. */
  private static void unmarked(Passage summary, String words, Issues issues) {
    if (!summary.opened()) {
      issues.add(IssueCode.UNOPENED_SUMMARY, "summary", words);
    } else if (!summary.closed()) {
      issues.add(IssueCode.UNCLOSED_SUMMARY, "summary", words);
    }
  }

  private static void noise(String text, Cable cable, List<FieldSpan> spans, Issues issues) {
    LineNoise noise = LineNoise.in(text, 0);
    cable.setRedactions(noise.redactions());
    cable.setGarbles(noise.noise().size());
    for (Span span : noise.noise()) {
      add(spans, SpanKind.GARBLE, span);
      issues.add(IssueCode.GARBLED_TEXT, "body", span.of(text));
    }
  }

  private static void furniture(
      Furniture furniture, String text, Cable cable, List<FieldSpan> spans) {
    Set<Span> stamps = new HashSet<>(furniture.stamps());
    for (Span span : furniture.spans()) {
      add(spans, stamps.contains(span) ? SpanKind.STAMP : SpanKind.FURNITURE, span);
    }
    for (Span stamp : furniture.stamps()) {
      Optional<LocalDate> day = StampDate.of(stamp.of(text));
      if (day.isPresent()) {
        cable.setReviewDate(day.get());
        return;
      }
    }
  }

  private static void sections(Furniture furniture, int textStart, Cable cable, Issues issues) {
    List<Furniture.SectionMark> marks = furniture.sections();
    if (marks.isEmpty()) {
      return;
    }
    // The classification line comes first; a quoted cable's own count is not this one's.
    int announced = marks.get(0).count();
    if (announced < 2) {
      return;
    }
    BitSet seen = new BitSet(announced + 1);
    for (Furniture.SectionMark mark : marks) {
      if (mark.count() == announced) {
        seen.set(mark.number());
      }
    }
    Furniture.SectionMark first = marks.get(0);
    if (first.number() > 1 && first.count() == announced && first.offset() > textStart) {
      // The text before the first seam is the section before.
      seen.set(first.number() - 1);
    }
    cable.setSections(seen.cardinality());
    cable.setSectionCount(announced);
    for (int number = seen.nextClearBit(1);
        number <= announced;
        number = seen.nextClearBit(number + 1)) {
      issues.add(IssueCode.MISSING_SECTION, "sections", "section " + number + " of " + announced);
    }
  }

  private static boolean isExtract(String text) {
    int limit = Math.min(text.length(), NOTICE) - EXTRACT.length();
    for (int i = 0; i <= limit; i++) {
      if ((text.charAt(i) | 0x20) == 'p'
          && text.regionMatches(true, i, EXTRACT, 0, EXTRACT.length())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the text ends in three dots, or unsigned in the middle of a sentence. */
  private static boolean breaksOff(String text, int start, Ending ending) {
    int end = ending.textEnd();
    if (end - start < 40) {
      return false;
    }
    if (text.startsWith("...", end - 3) || text.charAt(end - 1) == '\u2026') {
      return true;
    }
    if (ending.signature() != null || ending.trailer() != null) {
      return false;
    }
    char last = text.charAt(end - 1);
    int newline = text.lastIndexOf('\n', end - 1);
    boolean prose = end - Math.max(start, newline + 1) >= 40;
    return prose && (Character.isLetter(last) || last == ',' || last == '-');
  }

  /** Whether the last paragraph is nothing but its number. */
  private static boolean endsInNumber(String text, List<Found> found) {
    if (found.isEmpty() || found.get(found.size() - 1).number() == null) {
      return false;
    }
    Found last = found.get(found.size() - 1);
    int digits = last.start();
    while (digits < last.end() && !Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    while (digits < last.end() && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    return NumberReader.isCut(text, digits, last.end());
  }

  private static String tail(String text, int end) {
    return text.substring(Math.max(0, end - 60), end).strip();
  }

  private static void add(List<FieldSpan> spans, SpanKind kind, Span span) {
    spans.add(
        FieldSpan.newBuilder().setKind(kind).setStart(span.start()).setEnd(span.end()).build());
  }

  private static void merge(Cable cable, List<FieldSpan> spans) {
    List<FieldSpan> all = new ArrayList<>(cable.getSpans() == null ? List.of() : cable.getSpans());
    all.addAll(spans);
    all.sort(
        Comparator.comparingInt(FieldSpan::getStart)
            .thenComparing(FieldSpan::getEnd)
            .thenComparing(FieldSpan::getKind));
    cable.setSpans(all);
  }
}
