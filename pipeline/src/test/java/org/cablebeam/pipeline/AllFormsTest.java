package org.cablebeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.cablebeam.schemas.IssueCode;
import org.cablebeam.synthesis.Composer;
import org.cablebeam.synthesis.CorpusWriter;
import org.cablebeam.synthesis.Form;
import org.cablebeam.synthesis.Packing;
import org.cablebeam.synthesis.SyntheticCable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The same invented cables in every form, packed and unpacked: whatever they come in, they are the
 * same cables. {@code -Dcablebeam.cables=500} takes more of them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllFormsTest {
  private static final int CABLES = Integer.getInteger("cablebeam.cables", 60);

  /** What tells where a cable was found, and not what it is. */
  private static final Set<String> OF_THE_CONTAINER = Set.of("source", "claims", "duplicate_of");

  /**
   * Issues that tell of the container. Those that compare the text with its claims are none of
   * them: what is claimed of these cables is true, so none may be raised in any form.
   */
  private static final Set<String> ISSUES_OF_THE_CONTAINER =
      Set.of(IssueCode.SKIPPED_PREAMBLE.name());

  /**
   * Forms that change the text itself: traffic ends every message with NNNN, and pages part tags,
   * which are links, by blanks. There offsets differ, and nothing else.
   */
  private static final Set<String> TEXT_OF_ITS_OWN = Set.of("text", "pages");

  private static final Pattern OFFSETS = Pattern.compile(", \"start\": \\d+, \"end\": \\d+");
  private static final Pattern FURNITURE =
      Pattern.compile("(?:, )?\\{\"kind\": \"(?:FURNITURE|TRAILER)\"}");
  private static final Pattern LETTERS_OF_THE_FORM = Pattern.compile("[\\s,]++(?:NNNN\\s*+$)?");

  @TempDir static Path folder;

  private Path input;
  private Output together;

  /** The cables of files without packing, by id: what all others must be. */
  private Map<String, GenericRecord> expected;

  @BeforeAll
  void readAllTogether() throws IOException {
    input = folder.resolve("input");
    // Sections that lie in several containers are joined with one another, so whole messages only.
    Composer composer = new Composer(7, 2L * CABLES, 0);
    List<SyntheticCable> cables =
        LongStream.range(0, 2L * CABLES)
            .mapToObj(composer::cable)
            .filter(cable -> cable.transmissions().size() == 1)
            .limit(CABLES)
            .toList();
    for (Form form : Form.values()) {
      for (Packing packing : Packing.values()) {
        Path to = Files.createDirectories(input.resolve(name(form, packing)));
        try (CorpusWriter writer = new CorpusWriter(form, packing, packing.in(to), false)) {
          for (SyntheticCable cable : cables) {
            writer.write(cable);
          }
        }
      }
    }
    together = run(input);
    expected = byId(alone(Form.FILES).records("cables"));
  }

  @ParameterizedTest
  @EnumSource
  void givesTheSameCablesInEachFormAlone(Form form) {
    Output alone = alone(form);

    assertThat(alone.count("duplicates")).isZero();
    assertThat(alone.count("rejects")).isZero();
    assertSame(alone.records("cables"));
  }

  @Test
  void keepsOneOfEachCableWhenAllFormsComeTogether() {
    int forms = Form.values().length * Packing.values().length;

    assertThat(together.count("messages")).isEqualTo((long) CABLES * forms);
    assertThat(together.count("cables")).isEqualTo(CABLES);
    assertThat(together.count("duplicates")).isEqualTo((long) CABLES * (forms - 1));
    assertThat(together.count("rejects")).isZero();
    assertSame(together.records("cables"));
  }

  @Test
  void givesTheSameCablesPackedAndUnpacked() {
    Map<String, List<GenericRecord>> byForm = new TreeMap<>();
    Stream.concat(together.records("cables").stream(), together.records("duplicates").stream())
        .forEach(
            cable ->
                byForm.computeIfAbsent(folderOf(cable), container -> new ArrayList<>()).add(cable));

    assertThat(byForm.keySet()).hasSize(Form.values().length * Packing.values().length);
    byForm.values().forEach(this::assertSame);
  }

  @Test
  void theLedgerSaysByWhatEachInputWasRecognised() {
    Map<String, String> signs = new TreeMap<>();
    for (GenericRecord row : together.records("ledger")) {
      String container = row.get("container").toString();
      if (container.equals("UNKNOWN")) {
        assertThat(row.get("recognized_by")).as(row.get("uri").toString()).isNull();
      } else {
        String sign = String.valueOf(row.get("recognized_by"));
        assertThat(sign).as(row.get("uri").toString()).contains("; bytes that are ");
        signs.put(container, sign.substring(0, sign.indexOf(';')));
      }
    }

    assertThat(signs).hasSizeGreaterThanOrEqualTo(7);
    assertThat(signs.values()).doesNotHaveDuplicates();
  }

  /** Compares in few words: of 4,000 cables that differ the first hundred letters tell enough. */
  private void assertSame(List<GenericRecord> cables) {
    Map<String, GenericRecord> found = byId(cables);
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    List<String> differences = new ArrayList<>();
    found.forEach(
        (id, cable) -> {
          boolean asPrinted = !TEXT_OF_ITS_OWN.contains(folderOf(cable).split("-")[0]);
          Map<String, String> other = content(expected.get(id), asPrinted);
          content(cable, asPrinted)
              .forEach(
                  (field, value) -> {
                    if (!value.equals(other.get(field))) {
                      differences.add(
                          folderOf(cable)
                              + " "
                              + id
                              + " "
                              + field
                              + difference(value, String.valueOf(other.get(field))));
                    }
                  });
        });
    assertThat(differences).isEmpty();
  }

  private static String difference(String found, String expected) {
    int at = 0;
    while (at < Math.min(found.length(), expected.length())
        && found.charAt(at) == expected.charAt(at)) {
      at++;
    }
    int from = Math.max(0, at - 20);
    return " at %d: <%s> for <%s>"
        .formatted(
            at,
            found.substring(from, Math.min(found.length(), at + 60)),
            expected.substring(from, Math.min(expected.length(), at + 60)));
  }

  /**
   * Every field that does not depend on the container, as text.
   *
   * @param asPrinted whether the text is that of the other forms, letter by letter
   */
  private static Map<String, String> content(GenericRecord cable, boolean asPrinted) {
    Map<String, String> content = new LinkedHashMap<>();
    for (Schema.Field field : cable.getSchema().getFields()) {
      if (field.name().equals("issues")) {
        List<String> issues = new ArrayList<>();
        for (Object issue : (List<?>) cable.get("issues")) {
          if (!ISSUES_OF_THE_CONTAINER.contains(((GenericRecord) issue).get("code").toString())) {
            issues.add(issue.toString());
          }
        }
        content.put("issues", String.join("\n", issues));
      } else if (!OF_THE_CONTAINER.contains(field.name())) {
        // How many line ends part header and body is the container's.
        content.put(field.name(), String.valueOf(cable.get(field.name())).stripTrailing());
      }
    }
    if (!asPrinted) {
      content.replaceAll((field, value) -> OFFSETS.matcher(value).replaceAll(""));
      content.computeIfPresent("spans", (field, value) -> FURNITURE.matcher(value).replaceAll(""));
      content.computeIfPresent(
          "body", (field, value) -> LETTERS_OF_THE_FORM.matcher(value).replaceAll(""));
    }
    return content;
  }

  private static Map<String, GenericRecord> byId(List<GenericRecord> cables) {
    Map<String, GenericRecord> byId = new TreeMap<>();
    for (GenericRecord cable : cables) {
      assertThat(byId.put(cable.get("id").toString(), cable)).isNull();
    }
    assertThat(byId.keySet()).hasSize(CABLES);
    return byId;
  }

  private String folderOf(GenericRecord cable) {
    String uri = ((GenericRecord) cable.get("source")).get("uri").toString();
    return uri.substring(input.toString().length() + 1).split("/")[0];
  }

  private static String name(Form form, Packing packing) {
    return (form + "-" + packing).toLowerCase(Locale.ROOT);
  }

  private final Map<Form, Output> alone = new LinkedHashMap<>();

  private Output alone(Form form) {
    return alone.computeIfAbsent(form, f -> run(input.resolve(name(f, Packing.NONE))));
  }

  private static Output run(Path input) {
    Path output = folder.resolve("out-" + input.getFileName());
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    int code =
        Main.run(
            new String[] {"--input=" + input, "--output=" + output, "--quiet"}, stream, stream);
    assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
    return new Output(output);
  }
}
