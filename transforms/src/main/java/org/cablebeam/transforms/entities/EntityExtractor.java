package org.cablebeam.transforms.entities;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.CableId;
import org.cablebeam.schemas.Entity;
import org.cablebeam.schemas.EntityType;
import org.cablebeam.schemas.FieldSpan;
import org.cablebeam.schemas.SpanKind;
import org.cablebeam.schemas.vocabulary.Countries;
import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.transforms.text.CodePoints;
import org.cablebeam.transforms.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Finds the persons, organisations, places, dates, titles, treaties and cable references in a
 * cable: with rules, vocabularies, and a memory of what the cable itself has explained. Works on
 * text in mixed case and in capitals, judged line by line. Immutable and thread-safe; the
 * vocabularies are loaded once, at first use. Time grows with the length of the text only.
 *
 * <p>Mentions do not overlap: what a later rule finds takes whole mentions of an earlier one in, or
 * leaves them alone. The rules run in this order: cable references, dates, known names,
 * institutions, treaties, titles, persons, unknown names, memory.
 */
public final class EntityExtractor {
  /** What the parser has found not to be text. */
  private static final Set<SpanKind> SKIPPED =
      EnumSet.of(
          SpanKind.CLASSIFICATION,
          SpanKind.CAPTIONS,
          SpanKind.EXECUTIVE_ORDER,
          SpanKind.TAGS,
          SpanKind.FURNITURE,
          SpanKind.STAMP,
          SpanKind.PREAMBLE,
          SpanKind.GARBLE,
          SpanKind.TRAILER);

  private final Vocabulary vocabulary;

  private EntityExtractor(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The engine with the vocabularies of the release. */
  public static EntityExtractor standard() {
    return new EntityExtractor(Vocabulary.standard());
  }

  /** Sets the entities of the cable, from its body and the spans the parser has noted. */
  public void extract(Cable cable) {
    LocalDate sent =
        cable.getSentAt() == null ? null : cable.getSentAt().atZone(ZoneOffset.UTC).toLocalDate();
    cable.setEntities(
        extract(
            cable.getBody(), cable.getSpans(), sent, CableId.parse(cable.getId()).orElse(null)));
  }

  /**
   * The entities of a text.
   *
   * @param body the text; offsets of the result count its code points
   * @param spans what the parser has noted about it, in code points, in any order
   * @param sent the date from which dates without a year are reckoned; null if unknown
   * @param own the cable's own number; null if unknown
   */
  public List<Entity> extract(
      String body, List<FieldSpan> spans, @Nullable LocalDate sent, @Nullable CableId own) {
    CodePoints points = CodePoints.of(body);
    Tokens tokens = new Tokens(vocabulary.words, false);
    tokens.read(body, skipped(spans, points, body.length()));
    int year = sent != null ? sent.getYear() : own != null ? own.year() : 0;
    Reading reading = new Reading(vocabulary, tokens, year, country(own, year));
    zones(reading, spans, points);
    new CableNumbers(reading, year, own).read();
    new Dates(reading, sent).read();
    new KnownNames(reading).read();
    new Institutions(reading).read();
    new Treaties(reading).read();
    new Titles(reading).read();
    signature(reading, signed(spans));
    Spelling spelling = new Spelling(reading);
    PersonBounds persons = new PersonBounds(reading, spelling);
    new Persons(reading, persons).read();
    new Strangers(reading, persons, spelling).read();
    new Memory(reading).read();
    List<Mention> found = reading.inOrder();
    new PersonLinks(reading).read(found);
    return entities(found, tokens, points);
  }

  /** The country the cable was sent from, as it was called in the year; null if unknown. */
  private static @Nullable String country(@Nullable CableId own, int year) {
    if (own == null) {
      return null;
    }
    return Posts.standard()
        .byId(own.post())
        .map(post -> post.countryAt(year))
        .flatMap(Countries.standard()::byIso)
        .map(Countries.Country::name)
        .orElse(null);
  }

  private static List<Span> skipped(List<FieldSpan> spans, CodePoints points, int length) {
    List<Span> found = new ArrayList<>();
    for (FieldSpan span : spans) {
      if (SKIPPED.contains(span.getKind()) && span.getEnd() > span.getStart()) {
        int start = points.toUnits(span.getStart());
        found.add(new Span(start, Math.min(length, points.toUnits(span.getEnd()))));
      }
    }
    found.sort(Comparator.comparingInt(Span::start));
    List<Span> merged = new ArrayList<>();
    for (Span span : found) {
      Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && span.start() <= last.end()) {
        merged.set(merged.size() - 1, new Span(last.start(), Math.max(last.end(), span.end())));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }

  private static void zones(Reading reading, List<FieldSpan> spans, CodePoints points) {
    List<FieldSpan> ordered = new ArrayList<>();
    for (FieldSpan span : spans) {
      if (zone(span.getKind()) != null) {
        ordered.add(span);
      }
    }
    ordered.sort(Comparator.comparingInt(FieldSpan::getStart));
    int at = 0;
    for (FieldSpan span : ordered) {
      int start = points.toUnits(span.getStart());
      int end = points.toUnits(span.getEnd());
      while (at < reading.count() && reading.tokens.start[at] < start) {
        at++;
      }
      // A field ends whatever stood before it.
      if (at < reading.count()) {
        reading.tokens.gap[at] = Tokens.BREAK;
      }
      Reading.Zone zone = requireNonNull(zone(span.getKind()));
      while (at < reading.count() && reading.tokens.start[at] < end) {
        reading.zone[at] = zone;
        at++;
      }
      if (at < reading.count()) {
        reading.tokens.gap[at] = Tokens.BREAK;
      }
    }
  }

  /** How a piece of that kind is read; null where it is read as what stands around it. */
  private static Reading.@Nullable Zone zone(SpanKind kind) {
    return switch (kind) {
      case REFERENCES -> Reading.Zone.REFERENCES;
      case CLASSIFIED_BY -> Reading.Zone.CLASSIFIED_BY;
      case SIGNATURE -> Reading.Zone.SIGNATURE;
      case SUBJECT -> Reading.Zone.TEXT;
      default -> null;
    };
  }

  private static boolean signed(List<FieldSpan> spans) {
    for (FieldSpan span : spans) {
      if (span.getKind() == SpanKind.SIGNATURE) {
        return true;
      }
    }
    return false;
  }

  /** The surname that signs: in the parser's span, or a word alone at the very end. */
  private static void signature(Reading reading, boolean signed) {
    Tokens tokens = reading.tokens;
    boolean found = false;
    for (int i = signed ? 0 : tokens.count; i < tokens.count; i++) {
      if (reading.zone[i] == Reading.Zone.SIGNATURE && reading.word(i)) {
        int end = i;
        while (end < tokens.count
            && reading.zone[end] == Reading.Zone.SIGNATURE
            && (reading.word(end) || tokens.isMark(end, '-') || tokens.isMark(end, '.'))) {
          end++;
        }
        while (end > i && !reading.word(end - 1)) {
          end--;
        }
        reading.put(EntityType.PERSON, i, end).certain = true;
        found = true;
        i = end;
      }
    }
    int last = tokens.count - 1;
    if (found
        || last < 3
        || !reading.word(last)
        || tokens.shape[last] == Tokens.LOWER
        || reading.is(last, Vocabulary.FUNCTION | Vocabulary.NOT_NAME)
        || tokens.end[last] - tokens.start[last] < 3) {
      return;
    }
    int from = last;
    while (from > 1
        && tokens.isMark(from - 1, '-')
        && tokens.gap[from] == Tokens.NONE
        && reading.word(from - 2)) {
      from -= 2;
    }
    while (from > 1
        && reading.is(from - 1, Vocabulary.PARTICLE)
        && tokens.gap[from] == Tokens.BLANK
        && reading.capital(from - 1)) {
      from--;
    }
    boolean alone =
        tokens.gap[from] >= Tokens.LINE
            || tokens.isMark(from - 1, '.') && !reading.initial(from - 2);
    boolean ended = tokens.isMark(from - 1, '.') || tokens.gap[from] == Tokens.BREAK;
    if (alone && ended && !reading.in(WordClass.NOTICE, from)) {
      reading.put(EntityType.PERSON, from, last + 1).certain = true;
    }
  }

  private static List<Entity> entities(List<Mention> found, Tokens tokens, CodePoints points) {
    List<Entity> entities = new ArrayList<>(found.size());
    for (Mention mention : found) {
      if (mention.dropped) {
        continue;
      }
      int start = tokens.start[mention.from];
      int end = tokens.end[mention.to - 1];
      Entity entity = new Entity();
      entity.setType(mention.type);
      entity.setText(tokens.text.substring(start, end));
      entity.setStart(points.fromUnits(start));
      entity.setEnd(points.fromUnits(end));
      entity.setNormalized(mention.normal);
      entity.setCluster(mention.cluster > 0 ? mention.cluster : null);
      entity.setRole(mention.role);
      entity.setOrganization(mention.organization);
      entities.add(entity);
    }
    return entities;
  }
}
