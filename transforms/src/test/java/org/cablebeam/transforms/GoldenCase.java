package org.cablebeam.transforms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.Claims;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.LedgerEntry;
import org.cablebeam.schemas.RawMessage;
import org.cablebeam.schemas.RecordJson;
import org.cablebeam.schemas.RejectedMessage;
import org.cablebeam.schemas.SectionMessage;
import org.cablebeam.schemas.Source;
import org.cablebeam.transforms.classification.ClassificationNormalizer;
import org.cablebeam.transforms.entities.EntityExtractor;
import org.cablebeam.transforms.parse.CableParser;
import org.cablebeam.transforms.parse.ParseOutcome;
import org.cablebeam.transforms.parse.SectionJoiner;
import org.cablebeam.transforms.source.InputReader;
import org.cablebeam.transforms.source.Limits;
import org.cablebeam.transforms.source.MessageSink;
import org.jspecify.annotations.Nullable;

/**
 * An input and what must be made of it: {@code name.txt} beside {@code name.expected.json}.
 *
 * <p>The expected JSON names top-level fields of the record; each must be equal, the others are not
 * looked at. {@code issues} may be a list of codes (as a set) or {@code {"contains": [codes]}}.
 * {@code $given} holds what the container says: fields of {@link Claims}, and {@code fileName}.
 * {@code $outcome} is {@code Parsed} unless it says {@code Section} or {@code Rejected}.
 *
 * <p>The text is one message, and goes to the parser as it is. With {@code "read": true} in {@code
 * $given} the file, which may then be of any form, goes through the {@link InputReader} first. In
 * either way one record must come of it. Entities are extracted in area {@code entities} only.
 */
final class GoldenCase {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final CableParser PARSER = new CableParser();
  private static final SectionJoiner JOINER = new SectionJoiner();
  private static final ClassificationNormalizer NORMALIZER = new ClassificationNormalizer();
  private static final InputReader READER = new InputReader(Limits.standard());
  private static final String ENTITIES = "entities";

  private static final Map<String, List<String>> STARTERS =
      Map.of(
          "header",
          List.of(
              "transmission_id",
              "precedence",
              "info_precedence",
              "sent_at",
              "date_time_group",
              "origin",
              "recipients",
              "issues"),
          "identity",
          List.of("id", "serial", "origin", "issues"),
          "tags",
          List.of("tags", "issues"),
          "subject",
          List.of("subject", "subject_marking", "title", "part", "parts", "issues"),
          "references",
          List.of("references", "issues"),
          "classification",
          List.of("classification", "issues"),
          "body",
          List.of(
              "paragraphs",
              "summary",
              "comments",
              "notes",
              "action_requests",
              "signed_by",
              "issues"),
          ENTITIES,
          List.of("entities"));
  private static final List<String> STARTER = List.of("id", "subject", "tags", "issues");

  private final Path text;

  GoldenCase(Path text) {
    this.text = text;
  }

  String area() {
    return text.getParent().getFileName().toString();
  }

  String name() {
    String file = text.getFileName().toString();
    return file.substring(0, file.lastIndexOf('.'));
  }

  Path text() {
    return text;
  }

  /** Where the truth stands, whether or not it is there yet. */
  Path expectedFile() {
    return text.resolveSibling(name() + ".expected.json");
  }

  /** The truth; empty while the case is new. */
  Optional<ObjectNode> expected() {
    if (!Files.exists(expectedFile())) {
      return Optional.empty();
    }
    try {
      return Optional.of((ObjectNode) JSON.readTree(Files.readString(expectedFile())));
    } catch (IOException e) {
      throw new UncheckedIOException(expectedFile() + " cannot be read", e);
    }
  }

  /** What the program makes of the text today, with the outcome's name under {@code $outcome}. */
  ObjectNode actual() {
    ParseOutcome outcome = outcome();
    SpecificRecord record;
    if (outcome instanceof ParseOutcome.Parsed parsed) {
      Cable cable = parsed.cable();
      NORMALIZER.normalize(cable);
      if (area().equals(ENTITIES)) {
        EntityExtractor.standard().extract(cable);
      }
      record = cable;
    } else if (outcome instanceof ParseOutcome.Section section) {
      record = section.section();
    } else {
      record = ((ParseOutcome.Rejected) outcome).reject();
    }
    try {
      ObjectNode tree = (ObjectNode) JSON.readTree(RecordJson.of(record));
      tree.put("$outcome", outcome.getClass().getSimpleName());
      return tree;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("RecordJson wrote something that is not JSON.", e);
    }
  }

  /** The one outcome of the input; as in the pipeline, sections are joined before it counts. */
  private ParseOutcome outcome() {
    boolean joined =
        expected().map(e -> !e.path("$outcome").asText().equals("Section")).orElse(false);
    List<ParseOutcome> outcomes = new ArrayList<>();
    List<SectionMessage> sections = new ArrayList<>();
    messages(
        new MessageSink() {
          @Override
          public void message(RawMessage message) {
            ParseOutcome outcome = PARSER.parse(message);
            if (joined && outcome instanceof ParseOutcome.Section section) {
              sections.add(section.section());
            } else {
              outcomes.add(outcome);
            }
          }

          @Override
          public void reject(RejectedMessage reject) {
            outcomes.add(new ParseOutcome.Rejected(reject));
          }

          @Override
          public void input(LedgerEntry entry) {
            // The ledger has tests of its own.
          }
        });
    if (!sections.isEmpty()) {
      outcomes.add(PARSER.parseWhole(JOINER.join(sections)));
    }
    if (outcomes.size() != 1) {
      throw new IllegalStateException(
          "%s gives %d records; a case gives one.".formatted(text, outcomes.size()));
    }
    return outcomes.get(0);
  }

  /** One sentence for each field that differs. */
  static List<String> differences(ObjectNode expected, ObjectNode actual) {
    List<String> differences = new ArrayList<>();
    String outcome = expected.path("$outcome").asText("Parsed");
    if (!outcome.equals(actual.path("$outcome").asText())) {
      differences.add(
          "expected the outcome %s but it was %s:%n%s"
              .formatted(outcome, actual.path("$outcome").asText(), pretty(actual)));
      return differences;
    }
    for (String field : named(expected)) {
      JsonNode wanted = expected.get(field);
      if (!actual.has(field)) {
        differences.add("the record has no field \"" + field + "\"");
        continue;
      }
      JsonNode found = comparable(field, wanted, actual.get(field));
      if (!satisfies(field, wanted, found)) {
        differences.add(
            "%s: expected%n%s%nbut it was%n%s".formatted(field, pretty(wanted), pretty(found)));
      }
    }
    return differences;
  }

  /** The top-level fields that the expected JSON names. */
  static List<String> named(ObjectNode expected) {
    List<String> fields = new ArrayList<>();
    for (Iterator<String> names = expected.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!name.startsWith("$")) {
        fields.add(name);
      }
    }
    return fields;
  }

  /** The expected file as it would have to be for today's result to be right. */
  ObjectNode accepted(@Nullable ObjectNode expected, ObjectNode actual) {
    ObjectNode accepted = JSON.createObjectNode();
    List<String> fields = expected == null ? List.of() : named(expected);
    if (expected != null && expected.has("$given")) {
      accepted.set("$given", expected.get("$given"));
    }
    String outcome = actual.path("$outcome").asText();
    if (!outcome.equals("Parsed")) {
      accepted.put("$outcome", outcome);
      fields =
          outcome.equals("Rejected")
              ? List.of("stage", "code")
              : List.of("key", "section", "section_count");
    } else if (fields.isEmpty()) {
      fields = STARTERS.getOrDefault(area(), STARTER);
    }
    for (String field : fields) {
      JsonNode before = expected == null ? null : expected.get(field);
      JsonNode now = comparable(field, before, actual.path(field));
      boolean loose = before != null && before.isObject() && field.equals("issues");
      accepted.set(field, loose && satisfies(field, before, now) ? before : now);
    }
    return accepted;
  }

  static String pretty(JsonNode node) {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    try {
      return JSON.writer(printer).writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void messages(MessageSink sink) {
    JsonNode given = expected().map(e -> e.path("$given")).orElse(JSON.createObjectNode());
    try {
      if (given.path("read").asBoolean()) {
        try (SeekableByteChannel channel = Files.newByteChannel(text)) {
          READER.read(given.path("fileName").asText(name()), channel, sink);
        }
      } else {
        sink.message(message(given));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(text + " cannot be read", e);
    }
  }

  private RawMessage message(JsonNode given) throws IOException {
    String decoded = Files.readString(text, StandardCharsets.UTF_8).replace("\r\n", "\n");
    Source source = new Source();
    source.setUri(given.path("fileName").asText(name() + ".txt"));
    source.setContainer(Container.TEXT);
    source.setOrdinal(1L);
    source.setCharset("UTF-8");
    source.setSha256("");
    RawMessage message = new RawMessage();
    message.setText(decoded);
    message.setSource(source);
    message.setIssues(new ArrayList<>());
    message.setClaims(claims(given));
    return message;
  }

  private @Nullable Claims claims(JsonNode given) {
    Map<String, JsonNode> fields = new HashMap<>();
    given.fields().forEachRemaining(field -> fields.put(field.getKey(), field.getValue()));
    fields.remove("fileName");
    if (fields.isEmpty()) {
      return null;
    }
    Claims claims = new Claims();
    claims.setReferences(new ArrayList<>());
    claims.setTags(new ArrayList<>());
    claims.setAttributes(new ArrayList<>());
    fields.forEach(
        (name, value) -> {
          if (Claims.getClassSchema().getField(name) == null) {
            throw new IllegalArgumentException(
                expectedFile() + ": $given names \"" + name + "\", which Claims does not have.");
          }
          if (value.isArray()) {
            List<String> texts = new ArrayList<>();
            value.forEach(item -> texts.add(item.asText()));
            claims.put(name, texts);
          } else {
            claims.put(name, value.asText());
          }
        });
    return claims;
  }

  private static boolean satisfies(String field, JsonNode wanted, JsonNode found) {
    if (field.equals("issues") && wanted.isObject()) {
      return texts(found).containsAll(texts(wanted.path("contains")));
    }
    if (field.equals("issues") && !namesRecords(wanted)) {
      return texts(found).equals(texts(wanted));
    }
    return wanted.equals(found);
  }

  /** Issues as codes, unless the case spells the issues out; any other field as it is. */
  private static JsonNode comparable(String field, @Nullable JsonNode wanted, JsonNode found) {
    if (!field.equals("issues") || (wanted != null && namesRecords(wanted))) {
      return found;
    }
    TreeSet<String> codes = new TreeSet<>();
    found.forEach(issue -> codes.add(issue.path("code").asText()));
    return JSON.valueToTree(codes);
  }

  private static boolean namesRecords(JsonNode issues) {
    return issues.isArray() && !issues.isEmpty() && issues.get(0).isObject();
  }

  private static TreeSet<String> texts(JsonNode array) {
    TreeSet<String> texts = new TreeSet<>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
