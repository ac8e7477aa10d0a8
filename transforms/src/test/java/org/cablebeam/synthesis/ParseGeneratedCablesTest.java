package org.cablebeam.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.Claims;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.Paragraph;
import org.cablebeam.schemas.RawMessage;
import org.cablebeam.schemas.Reference;
import org.cablebeam.schemas.ReferenceKind;
import org.cablebeam.schemas.ReferenceZone;
import org.cablebeam.schemas.SectionMessage;
import org.cablebeam.schemas.Source;
import org.cablebeam.schemas.Tag;
import org.cablebeam.transforms.classification.ClassificationNormalizer;
import org.cablebeam.transforms.parse.CableParser;
import org.cablebeam.transforms.parse.ParseOutcome;
import org.cablebeam.transforms.parse.SectionJoiner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is parsed of generated cables against the truth they were made of. */
class ParseGeneratedCablesTest {
  private static final int CABLES = 2_000;

  private final CableParser parser = new CableParser();
  private final SectionJoiner joiner = new SectionJoiner();
  private final ClassificationNormalizer normalizer = new ClassificationNormalizer();

  @Test
  void readsRegularCablesFieldByField() {
    Composer composer = new Composer(1, CABLES, 0);
    Differences differences = new Differences();
    for (int place = 0; place < CABLES; place++) {
      SyntheticCable truth = composer.cable(place);
      List<Cable> cables = parse(truth, false);
      differences.expect("number of cables", truth, 1, cables.size());
      if (cables.size() == 1) {
        compare(truth, cables.get(0), differences);
      }
    }
    assertThat(differences.report()).isEmpty();
  }

  @Test
  void knowsNinetyNineOfAHundredIrregularCables() {
    Composer composer = new Composer(2, CABLES, 1);
    Differences differences = new Differences();
    int right = 0;
    int all = 0;
    for (int place = 0; place < CABLES; place++) {
      SyntheticCable truth = composer.cable(place);
      for (Cable cable : parse(truth, true)) {
        all++;
        if (cable.getId().equals(truth.id())) {
          right++;
        } else {
          differences.expect("id after " + truth.irregularity(), truth, truth.id(), cable.getId());
        }
      }
    }
    assertThat(all).isGreaterThanOrEqualTo(CABLES);
    assertThat(right / (double) all).as("%s", differences.report()).isGreaterThanOrEqualTo(0.99);
  }

  private static void compare(SyntheticCable truth, Cable cable, Differences differences) {
    differences.expect("id", truth, truth.id(), cable.getId());
    differences.expect("sent_at", truth, truth.sentAt(), cable.getSentAt());
    differences.expect("date_time_group", truth, truth.dateTimeGroup(), cable.getDateTimeGroup());
    differences.expect("precedence", truth, truth.precedence(), cable.getPrecedence());
    differences.expect(
        "post",
        truth,
        truth.post().id(),
        cable.getOrigin() == null ? null : cable.getOrigin().getPost());
    differences.expect("serial", truth, truth.serial(), cable.getSerial());
    differences.expect("level", truth, truth.level(), cable.getClassification().getLevel());
    differences.expect(
        "captions", truth, truth.captions(), cable.getClassification().getCaptions());
    differences.expect(
        "controls", truth, truth.controls(), cable.getClassification().getControls());
    differences.expect(
        "executive_order",
        truth,
        truth.executiveOrder(),
        cable.getClassification().getExecutiveOrder());
    differences.expect(
        "tags", truth, truth.tags(), cable.getTags().stream().map(Tag::getCode).toList());
    differences.expect("subject", truth, truth.subject(), cable.getSubject());
    differences.expect("subject_marking", truth, truth.subjectMarking(), cable.getSubjectMarking());
    differences.expect(
        "references",
        truth,
        truth.references(),
        cable.getReferences().stream()
            .filter(r -> r.getZone() == ReferenceZone.HEADING && r.getKind() == ReferenceKind.CABLE)
            .map(Reference::getId)
            .toList());
    differences.expect(
        "paragraphs",
        truth,
        truth.markings(),
        cable.getParagraphs().stream()
            .filter(p -> p.getNumber() != null)
            .map(ParseGeneratedCablesTest::marking)
            .toList());
    differences.expect("signed_by", truth, truth.signedBy(), cable.getSignedBy());
    differences.expect(
        "section_count",
        truth,
        truth.sections() == 1 ? null : truth.sections(),
        cable.getSectionCount());
    List<String> issues = cable.getIssues().stream().map(issue -> issue.getCode()).toList();
    boolean tagless = truth.tags().isEmpty();
    differences.expect(
        "issues",
        truth,
        List.of(),
        issues.stream().filter(code -> !(tagless && code.equals("MISSING_TAGS"))).toList());
  }

  private static String marking(Paragraph paragraph) {
    return paragraph.getMarking() == null ? "" : paragraph.getMarking();
  }

  /** The cables made of a generated one: one, or two where it was sent twice. */
  private List<Cable> parse(SyntheticCable truth, boolean claimed) {
    List<Cable> cables = new ArrayList<>();
    List<SectionMessage> sections = new ArrayList<>();
    for (Transmission transmission : truth.transmissions()) {
      ParseOutcome outcome = parser.parse(message(truth, transmission, claimed));
      if (outcome instanceof ParseOutcome.Section section) {
        sections.add(section.section());
      } else if (outcome instanceof ParseOutcome.Parsed parsed) {
        cables.add(parsed.cable());
      }
    }
    if (!sections.isEmpty()
        && parser.parseWhole(joiner.join(sections)) instanceof ParseOutcome.Parsed parsed) {
      cables.add(parsed.cable());
    }
    cables.forEach(normalizer::normalize);
    return cables;
  }

  private static RawMessage message(
      SyntheticCable truth, Transmission transmission, boolean claimed) {
    RawMessage message = new RawMessage();
    message.setText(transmission.text());
    message.setSource(new Source("generated.txt", Container.TEXT, 1L, "UTF-8", ""));
    message.setIssues(new ArrayList<>());
    if (claimed) {
      Claims claims = new Claims();
      claims.setId(truth.claimedId());
      claims.setReferences(new ArrayList<>());
      claims.setTags(new ArrayList<>());
      claims.setAttributes(new ArrayList<>());
      message.setClaims(claims);
    }
    return message;
  }

  /** Counts what differs by field, with the first example of each. */
  private static final class Differences {
    private final Map<String, String> examples = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    void expect(
        String field, SyntheticCable truth, @Nullable Object expected, @Nullable Object actual) {
      if (!Objects.equals(expected, actual)) {
        counts.merge(field, 1, Integer::sum);
        examples.putIfAbsent(
            field, "%s expected %s but was %s".formatted(truth.id(), expected, actual));
      }
    }

    String report() {
      StringBuilder report = new StringBuilder();
      counts.forEach(
          (field, count) ->
              report.append(
                  "%s: %d times, first %s%n".formatted(field, count, examples.get(field))));
      return report.toString();
    }
  }
}
