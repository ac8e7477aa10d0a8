package org.cablebeam.synthesis;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cablebeam.schemas.Level;
import org.cablebeam.schemas.Precedence;
import org.cablebeam.schemas.vocabulary.Countries;
import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.schemas.vocabulary.Tags;

/**
 * Writes the n-th cable of a corpus: decides what is true of it, then has a {@link Layout} print
 * it. Immutable and thread-safe.
 */
public final class Composer {
  /**
   * Lengths of running texts: the logarithm is normal, the mean near 5 kB, the tail over 100 kB.
   */
  private static final double LENGTH_MEDIAN = 3_000;

  private static final double LENGTH_SPREAD = 1.05;
  private static final int LONGEST = 400_000;
  private static final int REACH_OF_REFERENCES = 20_000;

  private final long seed;
  private final double irregularShare;
  private final Timeline timeline;

  /**
   * @param seed decides everything
   * @param count how many cables the corpus has
   * @param irregularShare 0 to 1: how many of them have something wrong
   */
  public Composer(long seed, long count, double irregularShare) {
    this.seed = seed;
    this.irregularShare = irregularShare;
    this.timeline = new Timeline(seed, count);
  }

  /** The cable at a place, from 0; the same whenever and in whatever order it is asked for. */
  public SyntheticCable cable(long place) {
    Timeline.Slot slot = timeline.slot(place);
    Dice dice = new Dice(seed, 2 * place);
    Era era = Era.of(slot.year());
    Draft draft = new Draft(slot, era);
    classify(draft, dice);
    references(draft, dice);
    Topic topic = dice.of(Topic.ALL);
    List<Posts.Post> around = around(slot, dice);
    Prose prose = prose(draft, topic, around, dice);
    draft.subject = prose.subject();
    tags(draft, topic, around, dice);
    paragraphs(draft, prose, dice);
    draft.addressees = addressees(slot, around, dice);
    draft.precedence =
        dice.of(Precedence.IMMEDIATE, Precedence.PRIORITY, Precedence.PRIORITY, Precedence.ROUTINE);
    draft.signedBy = Prose.surname(dice).toUpperCase(Locale.ROOT);
    draft.classifier = Prose.given(dice) + " " + capitalized(draft.signedBy);
    draft.channelNumber = dice.below(10_000);

    Layout layout = Layout.of(era);
    List<List<String>> sections = layout.sections(draft);
    draft.sections = sections.size();
    draft.apart = draft.sections > 1 && era != Era.SIXTIES && dice.chance(0.12);
    List<Transmission> sent = layout.print(draft, sections);
    if (draft.apart && dice.chance(0.25)) {
      // A late section: the first one to arrive is not the first one.
      sent.add(sent.remove(0));
    }
    Damage damage = new Damage(draft, timeline, dice);
    if (dice.chance(irregularShare)) {
      sent = damage.applyOne(sent);
    }
    return new SyntheticCable(
        place,
        slot.id(),
        slot.post(),
        slot.year(),
        slot.serial(),
        slot.sentAt().toInstant(ZoneOffset.UTC),
        Letterhead.dateTimeGroup(slot.sentAt()),
        draft.precedence,
        draft.level,
        List.copyOf(draft.captions),
        List.copyOf(draft.controls),
        draft.executiveOrder,
        draft.declassification,
        List.copyOf(draft.tags),
        draft.subject,
        draft.subjectMarking,
        draft.references.stream().map(Timeline.Slot::id).toList(),
        List.copyOf(draft.markings),
        prose.people(),
        draft.signedBy,
        draft.sections,
        draft.apart,
        damage.claimedId(),
        damage.applied(),
        List.copyOf(sent));
  }

  private static void classify(Draft draft, Dice dice) {
    double roll = dice.unit();
    draft.level =
        switch (draft.era) {
          case SIXTIES ->
              roll < 0.5 ? Level.UNCLASSIFIED : roll < 0.9 ? Level.CONFIDENTIAL : Level.SECRET;
          case SEVENTIES, EIGHTIES ->
              roll < 0.5
                  ? Level.UNCLASSIFIED
                  : roll < 0.72
                      ? Level.LIMITED_OFFICIAL_USE
                      : roll < 0.95 ? Level.CONFIDENTIAL : Level.SECRET;
          case MODERN ->
              roll < 0.35 ? Level.UNCLASSIFIED : roll < 0.85 ? Level.CONFIDENTIAL : Level.SECRET;
        };
    boolean classified = draft.classified();
    boolean modern = draft.era == Era.MODERN;
    if (!modern && classified && dice.chance(0.12)) {
      draft.captions.add(dice.of("EXDIS", "LIMDIS", "NODIS"));
    }
    if (modern && !classified && dice.chance(0.5)) {
      draft.captionLines.add("SENSITIVE");
      draft.controls.add("SBU");
    }
    if (modern && classified && dice.chance(0.15)) {
      draft.captionLines.add("NOFORN");
      draft.controls.add("NOFORN");
    }
    if (modern && draft.slot.year() >= 1999 && dice.chance(0.95)) {
      draft.captions.add("SIPDIS");
    }
    draft.captionLines.addAll(draft.captions);

    LocalDateTime sent = draft.slot.sentAt();
    LocalDateTime ends = sent.plusYears(10);
    switch (draft.era) {
      case SIXTIES -> {
        if (sent.isAfter(LocalDateTime.of(1972, 6, 1, 0, 0))) {
          draft.executiveOrder = "11652";
          draft.declassification = classified ? "GDS" : "N/A";
        }
      }
      case SEVENTIES -> {
        draft.executiveOrder =
            sent.isBefore(LocalDateTime.of(1978, 12, 1, 0, 0)) ? "11652" : "12065";
        draft.declassification =
            !classified
                ? "N/A"
                : draft.executiveOrder.equals("11652")
                    ? dice.of("GDS", "GDS", "XGDS-1", "XGDS-3")
                    : "GDS " + american(sent.plusYears(6), true);
      }
      case EIGHTIES -> {
        draft.executiveOrder = "12356";
        draft.declassification = classified ? "DECL: OADR" : "N/A";
      }
      case MODERN -> {
        draft.executiveOrder =
            sent.isBefore(LocalDateTime.of(2010, 6, 27, 0, 0)) ? "12958" : "13526";
        draft.declassification =
            !classified
                ? "N/A"
                : draft.executiveOrder.equals("13526")
                    ? "DECL: " + ends.toLocalDate().toString().replace('-', '/')
                    : "DECL: " + american(ends, false);
        if (classified && dice.chance(0.3)) {
          draft.subjectMarking = dice.of("U", "C");
        }
        draft.reasons = dice.of("(b) and (d)", "(b)", "(d)", "(b) and (c)");
      }
    }
  }

  private static String american(LocalDateTime time, boolean shortYear) {
    StringBuilder text = new StringBuilder();
    if (shortYear) {
      text.append(time.getMonthValue()).append('/').append(time.getDayOfMonth()).append('/');
      Letterhead.pad(text, time.getYear() % 100, 2);
    } else {
      Letterhead.pad(text, time.getMonthValue(), 2);
      text.append('/');
      Letterhead.pad(text, time.getDayOfMonth(), 2);
      text.append('/').append(time.getYear());
    }
    return text.toString();
  }

  private void references(Draft draft, Dice dice) {
    long place = draft.slot.place();
    if (place == 0) {
      return;
    }
    int wanted = dice.of(0, 0, 0, 1, 1, 1, 2, 2, 3, 4);
    Set<String> ids = new LinkedHashSet<>();
    for (int i = 0; i < wanted; i++) {
      int back = 1 + dice.below((int) Math.min(place, REACH_OF_REFERENCES));
      Timeline.Slot earlier = timeline.slot(place - back);
      if (draft.slot.year() - earlier.year() <= 9 && ids.add(earlier.id())) {
        draft.references.add(earlier);
      }
    }
  }

  /** Posts that the text and the addressees are taken from; its own first. */
  private List<Posts.Post> around(Timeline.Slot slot, Dice dice) {
    List<Posts.Post> around = new ArrayList<>();
    around.add(slot.post());
    for (int i = 0; i < 5; i++) {
      Posts.Post other = timeline.neighbor(slot, dice.next());
      if (!around.contains(other)) {
        around.add(other);
      }
    }
    return around;
  }

  private static Prose prose(Draft draft, Topic topic, List<Posts.Post> around, Dice dice) {
    List<String> places = new ArrayList<>();
    List<String> countries = new ArrayList<>();
    for (Posts.Post post : around) {
      if (post.kind() == Posts.Kind.DEPARTMENT) {
        continue;
      }
      places.add(post.name());
      Countries.standard()
          .byIso(post.countryAt(draft.slot.year()))
          .ifPresent(country -> countries.add(country.name()));
    }
    if (countries.isEmpty()) {
      countries.add("Iceland");
    }
    if (places.isEmpty()) {
      places.add("Reykjavik");
    }
    List<String> mentions = new ArrayList<>();
    for (int i = 0; i < draft.references.size(); i++) {
      Timeline.Slot earlier = draft.references.get(i);
      if (draft.references.size() > 1) {
        mentions.add("ref " + (char) ('A' + i));
      }
      mentions.add(
          Letterhead.padded(earlier.year() % 100, 2)
              + " "
              + Letterhead.place(earlier.post())
              + " "
              + earlier.serial());
    }
    mentions.add("our earlier reporting");
    return new Prose(dice, topic, places, countries, mentions, draft.slot.sentAt().toLocalDate());
  }

  private static void tags(Draft draft, Topic topic, List<Posts.Post> around, Dice dice) {
    if (draft.era == Era.SIXTIES) {
      return;
    }
    int year = draft.slot.year();
    Set<String> codes = new LinkedHashSet<>();
    for (String code : draft.era == Era.SEVENTIES ? topic.early() : topic.late()) {
      if (codes.isEmpty() || dice.chance(0.7)) {
        Tags.standard().find(code, year).ifPresent(entry -> codes.add(entry.code()));
      }
    }
    for (Posts.Post post : around.subList(0, Math.min(around.size(), dice.between(1, 3)))) {
      Countries.standard()
          .byIso(post.countryAt(year))
          .map(Countries.Country::stateCode)
          .flatMap(code -> Tags.standard().find(code, year))
          .ifPresent(entry -> codes.add(entry.code()));
    }
    draft.tags.addAll(codes);
    if (dice.chance(0.08)) {
      draft.tags.add("OVIP");
      draft.tags.add((Prose.surname(dice) + ", " + Prose.given(dice)).toUpperCase(Locale.ROOT));
    }
  }

  private static void paragraphs(Draft draft, Prose prose, Dice dice) {
    double length = LENGTH_MEDIAN * StrictMath.exp(LENGTH_SPREAD * dice.gaussian());
    int total = (int) Math.max(300, Math.min(LONGEST, length));
    int paragraphs = Math.max(2, Math.min(95, total / dice.between(500, 900)));
    boolean summary = paragraphs > 2 && dice.chance(0.7);
    boolean comment = paragraphs > 3 && dice.chance(0.5);
    boolean marked =
        draft.era == Era.MODERN
            ? draft.classified() || draft.controls.contains("SBU") || dice.chance(0.5)
            : draft.era == Era.EIGHTIES && draft.classified() && dice.chance(0.5);
    StringBuilder text = new StringBuilder(2 * total / paragraphs + 200);
    for (int number = 1; number <= paragraphs; number++) {
      String marking = marked ? marking(draft, number, dice) : "";
      text.setLength(0);
      text.append(number).append(". ");
      if (!marking.isEmpty()) {
        text.append('(').append(marking).append(") ");
      }
      boolean opens = summary && number == 1;
      boolean comments = comment && number == paragraphs;
      text.append(opens ? "Summary: " : comments ? "Comment: " : "");
      prose.paragraph(text, total / paragraphs);
      text.append(opens ? "  End summary." : comments ? "  End comment." : "");
      draft.markings.add(marking);
      draft.paragraphs.add(
          draft.era.capitals() ? text.toString().toUpperCase(Locale.ROOT) : text.toString());
    }
  }

  private static String marking(Draft draft, int number, Dice dice) {
    if (draft.level == Level.UNCLASSIFIED) {
      return draft.controls.contains("SBU") ? "SBU" : "U";
    }
    String own = draft.level == Level.SECRET ? "S" : "C";
    if (draft.controls.contains("NOFORN") && dice.chance(0.4)) {
      return own + "/NF";
    }
    return number > 1 && dice.chance(0.15) ? dice.of("U", "SBU") : own;
  }

  private static List<Draft.Addressee> addressees(
      Timeline.Slot slot, List<Posts.Post> around, Dice dice) {
    List<Draft.Addressee> addressees = new ArrayList<>();
    Optional<Posts.Post> state = Posts.standard().byId("STATE");
    if (!slot.post().id().equals("STATE") && state.isPresent()) {
      addressees.add(new Draft.Addressee(state.get(), dice.between(1_000, 9_999)));
    }
    for (Posts.Post post : around.subList(1, around.size())) {
      if (!post.id().equals("STATE") && (addressees.isEmpty() || dice.chance(0.5))) {
        addressees.add(new Draft.Addressee(post, dice.between(1_000, 9_999)));
      }
    }
    return addressees;
  }

  private static String capitalized(String surname) {
    return surname.charAt(0) + surname.substring(1).toLowerCase(Locale.ROOT);
  }
}
