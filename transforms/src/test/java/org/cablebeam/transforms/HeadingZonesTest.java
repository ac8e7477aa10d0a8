package org.cablebeam.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.CableId;
import org.cablebeam.schemas.Claims;
import org.cablebeam.schemas.Classification;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.Issue;
import org.cablebeam.schemas.RawMessage;
import org.cablebeam.schemas.Recipient;
import org.cablebeam.schemas.RecipientRole;
import org.cablebeam.schemas.Reference;
import org.cablebeam.schemas.ReferenceKind;
import org.cablebeam.schemas.ReferenceZone;
import org.cablebeam.schemas.Source;
import org.cablebeam.schemas.Tag;
import org.cablebeam.transforms.classification.ClassificationNormalizer;
import org.cablebeam.transforms.parse.CableParser;
import org.cablebeam.transforms.parse.ParseOutcome;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Tables of short headings, {@code heading-zones/<field>.txt}. A case begins with {@code ##} and
 * the cable's number (08WARSAW421 where none is given); its text follows, and then, each behind
 * {@code >>}, a field and its value on one line. Such a text is tried behind a transmission header,
 * as a container gives it; behind {@code ###} stands a whole message, to be read as a plain file.
 */
class HeadingZonesTest {
  private static final CableParser PARSER = new CableParser();
  private static final ClassificationNormalizer NORMALIZER = new ClassificationNormalizer();
  private static final String ID = "08WARSAW421";

  private static final String WHOLE = "";

  private record Zone(String id, String text, Map<String, String> expected) {}

  @TestFactory
  Stream<DynamicContainer> everyZoneGivesWhatItsTableExpects() throws IOException {
    Path folder = CorpusTest.module().resolve("src/test/resources/heading-zones");
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream().map(HeadingZonesTest::table);
    }
  }

  private static DynamicContainer table(Path file) {
    List<Zone> zones = zones(file);
    assertThat(zones).isNotEmpty();
    return DynamicContainer.dynamicContainer(
        file.getFileName().toString(),
        zones.stream()
            .map(zone -> DynamicTest.dynamicTest(firstLine(zone.text()), () -> check(zone))));
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  private static List<Zone> zones(Path file) {
    List<String> lines;
    try {
      lines = new ArrayList<>(Files.readAllLines(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    lines.add("##");
    List<Zone> zones = new ArrayList<>();
    String id = ID;
    StringBuilder text = new StringBuilder();
    Map<String, String> expected = new LinkedHashMap<>();
    for (String line : lines) {
      if (line.startsWith("##")) {
        if (!expected.isEmpty()) {
          zones.add(new Zone(id, text.toString().strip(), new LinkedHashMap<>(expected)));
        }
        id = line.equals("###") ? WHOLE : line.length() > 2 ? line.substring(2).strip() : ID;
        text.setLength(0);
        expected.clear();
      } else if (line.startsWith(">> ")) {
        int colon = line.indexOf(':');
        expected.put(line.substring(3, colon), line.substring(colon + 1).strip());
      } else {
        text.append(line).append('\n');
      }
    }
    return zones;
  }

  private static void check(Zone zone) {
    Cable cable = parse(zone);
    Map<String, String> actual = new LinkedHashMap<>();
    for (String field : zone.expected().keySet()) {
      actual.put(field, field(cable, field));
    }
    assertThat(actual).as(zone.text()).isEqualTo(zone.expected());
  }

  private static Cable parse(Zone zone) {
    RawMessage message = zone.id().equals(WHOLE) ? message(zone.text()) : headed(zone);
    Cable cable = ((ParseOutcome.Parsed) PARSER.parseWhole(message)).cable();
    NORMALIZER.normalize(cable);
    return cable;
  }

  private static RawMessage headed(Zone zone) {
    CableId id = CableId.parse(zone.id()).orElseThrow();
    String header =
        "VZCZCXYZ0000\nPP RUEHWEB\n\nDE RUEHXX #%04d 0451337\nZNY CCCCC ZZH\nP 141337Z FEB %02d\nFM AMEMBASSY %s\nTO RUEHC/SECSTATE WASHDC PRIORITY 0471\n\n"
            .formatted(id.serial() % 10_000, id.year() % 100, id.post());
    Claims claims = new Claims();
    claims.setId(zone.id());
    claims.setReferences(List.of());
    claims.setTags(List.of());
    claims.setAttributes(List.of());
    RawMessage message = message(header + zone.text());
    message.setBodyStart(header.length());
    message.setClaims(claims);
    return message;
  }

  private static RawMessage message(String text) {
    Source source = new Source();
    source.setUri("zone.txt");
    source.setContainer(Container.TEXT);
    source.setOrdinal(1L);
    source.setSha256("");
    RawMessage message = new RawMessage();
    message.setText(text);
    message.setSource(source);
    message.setIssues(new ArrayList<>());
    return message;
  }

  private static String field(Cable cable, String field) {
    Classification classification = cable.getClassification();
    return switch (field) {
      case "id" -> cable.getId();
      case "transmission" -> String.valueOf(cable.getTransmissionId());
      case "precedence" -> String.valueOf(cable.getPrecedence());
      case "info precedence" -> String.valueOf(cable.getInfoPrecedence());
      case "sent" -> String.valueOf(cable.getSentAt());
      case "from" -> cable.getOrigin() == null ? "null" : cable.getOrigin().getName();
      case "to" -> recipients(cable, RecipientRole.ACTION);
      case "info" -> recipients(cable, RecipientRole.INFO);
      case "exempt" -> recipients(cable, RecipientRole.EXEMPT);
      case "part" -> cable.getPart() + " of " + cable.getParts();
      case "issues" -> joined(cable.getIssues().stream().map(Issue::getCode), " ");
      case "tags" -> joined(cable.getTags().stream().map(Tag::getCode), " | ");
      case "refs" -> references(cable, ReferenceZone.HEADING);
      case "text refs" -> references(cable, ReferenceZone.TEXT);
      case "subject" -> String.valueOf(cable.getSubject());
      case "marking" -> String.valueOf(cable.getSubjectMarking());
      case "classifier" ->
          classification.getClassifiedBy() == null
              ? "null"
              : String.valueOf(classification.getClassifiedBy().getName());
      case "title" ->
          classification.getClassifiedBy() == null
              ? "null"
              : String.valueOf(classification.getClassifiedBy().getTitle());
      case "order" -> String.valueOf(classification.getExecutiveOrder());
      case "declassification" -> declassification(classification);
      case "reasons" -> joined(classification.getReasons().stream(), " ");
      case "level" -> String.valueOf(classification.getLevel());
      case "controls" -> joined(classification.getControls().stream(), " | ");
      case "captions" -> joined(classification.getCaptions().stream(), " | ");
      default -> throw new IllegalArgumentException("no such field: " + field);
    };
  }

  private static String recipients(Cable cable, RecipientRole role) {
    return joined(
        cable.getRecipients().stream()
            .filter(recipient -> recipient.getRole() == role)
            .map(Recipient::getName),
        " | ");
  }

  private static String declassification(Classification classification) {
    if (classification.getDeclassification() == null) {
      return "null";
    }
    String kind = classification.getDeclassification().getKind().toString();
    return classification.getDeclassification().getDate() == null
        ? kind
        : kind + " " + classification.getDeclassification().getDate();
  }

  /** {@code A 08LIMA7 NOTAL | B [EMAIL]}. */
  private static String references(Cable cable, ReferenceZone zone) {
    return joined(
        cable.getReferences().stream()
            .filter(reference -> reference.getZone() == zone)
            .map(HeadingZonesTest::reference),
        " | ");
  }

  private static String reference(Reference reference) {
    String bullet = reference.getBullet() == null ? "" : reference.getBullet() + " ";
    String what =
        reference.getKind() == ReferenceKind.CABLE
            ? String.valueOf(reference.getId())
            : "[" + reference.getKind() + "]";
    return bullet + what + (reference.getNotal() ? " NOTAL" : "");
  }

  private static String joined(Stream<? extends CharSequence> values, String separator) {
    return values.collect(Collectors.joining(separator));
  }
}
