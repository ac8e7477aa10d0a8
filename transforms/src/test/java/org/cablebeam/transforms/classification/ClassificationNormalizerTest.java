package org.cablebeam.transforms.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cablebeam.schemas.Attribute;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.Claims;
import org.cablebeam.schemas.Classification;
import org.cablebeam.schemas.Classifier;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.Declassification;
import org.cablebeam.schemas.DeclassificationKind;
import org.cablebeam.schemas.Issue;
import org.cablebeam.schemas.Level;
import org.cablebeam.schemas.Paragraph;
import org.cablebeam.schemas.Source;
import org.cablebeam.transforms.text.PortionMark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassificationNormalizerTest {
  private final ClassificationNormalizer normalizer = new ClassificationNormalizer();

  @Test
  void readsAWholeClassification() {
    Cable cable = cable("S E C R E T MOSCOW 002935");
    Classification classification = cable.getClassification();
    classification.setCaptionText("SIPDIS\nNOFORN\n\nDEPT FOR EUR/RUS");
    classification.setExecutiveOrder("12598");
    classification.setDeclassification(instruction("E.O. 12598: DECL: 12/02/2019"));
    classification.setClassifiedBy(
        new Classifier(null, null, "Classified By: DCM Jane Sample for reason 1.4 (b) and (d)."));
    classification.setSecurityGroup("SSSSS");
    cable.setParagraphs(List.of(paragraph("S/NF", Level.SECRET), paragraph("U", null)));

    normalizer.normalize(cable);

    assertThat(classification.getLevel()).isEqualTo(Level.SECRET);
    assertThat(classification.getCaptions()).containsExactly("SIPDIS");
    assertThat(classification.getControls()).containsExactly("NOFORN");
    assertThat(classification.getExecutiveOrder()).isEqualTo("12958");
    assertThat(classification.getDeclassification().getKind()).isEqualTo(DeclassificationKind.DATE);
    assertThat(classification.getDeclassification().getDate()).isEqualTo("2019-12-02");
    assertThat(classification.getClassifiedBy().getName()).isEqualTo("Jane Sample");
    assertThat(classification.getClassifiedBy().getTitle()).isEqualTo("DCM");
    assertThat(classification.getReasons()).containsExactly("1.4(b)", "1.4(d)");
    assertThat(classification.getHighestPortion()).isEqualTo(Level.SECRET);
    assertThat(codes(cable)).containsExactly("REPAIRED_EXECUTIVE_ORDER");
  }

  @Test
  void sensitiveIsAControlOfUnclassifiedCablesAndACaptionOfOthers() {
    Cable open = cable("UNCLAS LIMA 000012");
    open.getClassification().setCaptionText("SENSITIVE\nSIPDIS");
    normalizer.normalize(open);
    assertThat(open.getClassification().getControls()).containsExactly("SBU");
    assertThat(open.getClassification().getCaptions()).containsExactly("SIPDIS");

    Cable secret = cable("S E C R E T LIMA 000012");
    secret.getClassification().setCaptionText("SENSITIVE\nSIPDIS");
    normalizer.normalize(secret);
    assertThat(secret.getClassification().getControls()).isEmpty();
    assertThat(secret.getClassification().getCaptions())
        .containsExactlyInAnyOrder("SIPDIS", "SENSITIVE");
  }

  @Test
  void encryptionForTransmissionIsAControl() {
    Cable cable = cable("UNCLAS E F T O RIGA 000012");
    cable.getClassification().setSecurityGroup("EEEEE");
    normalizer.normalize(cable);
    assertThat(cable.getClassification().getLevel()).isEqualTo(Level.UNCLASSIFIED);
    assertThat(cable.getClassification().getControls()).containsExactly("EFTO");
    assertThat(codes(cable)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "SSSSS, SECRET",
    "SSSAA, SECRET",
    "CCCC, CONFIDENTIAL",
    "UUUAA, UNCLASSIFIED",
    "EEEEE, UNCLASSIFIED",
    "TTTTT, TOP_SECRET",
    "RRRRR, RESTRICTED"
  })
  void withoutAReadableLineTheGroupOfLineFourGivesTheLevel(String group, Level level) {
    Cable cable = cable(null);
    cable.getClassification().setSecurityGroup(group);
    normalizer.normalize(cable);
    assertThat(cable.getClassification().getLevel()).isEqualTo(level);
    assertThat(codes(cable)).contains("REPAIRED_LEVEL").doesNotContain("UNKNOWN_LEVEL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MMMMM", "AAAAA", "SU", "SSCC", ""})
  void aGroupThatNamesNoLevelGivesNone(String group) {
    Cable cable = cable("AMEMBASSY LIMA");
    cable.getClassification().setSecurityGroup(group);
    normalizer.normalize(cable);
    assertThat(cable.getClassification().getLevel()).isEqualTo(Level.UNKNOWN);
    assertThat(codes(cable)).contains("UNKNOWN_LEVEL");
  }

  @Test
  void aTextThatSpellsNoLevelHasThatOfItsContainer() {
    Cable cable = cable(null);
    cable.setClaims(claims("SECRET//NOFORN"));
    normalizer.normalize(cable);
    assertThat(cable.getClassification().getLevel()).isEqualTo(Level.SECRET);
    assertThat(cable.getClassification().getControls()).containsExactly("NOFORN");
    assertThat(codes(cable)).contains("LEVEL_FROM_CLAIM").doesNotContain("UNKNOWN_LEVEL");
  }

  @Test
  void theContainersLevelIsNotTakenOverAgainstLineFour() {
    Cable cable = cable(null);
    cable.getClassification().setSecurityGroup("CCCCC");
    cable.setClaims(claims("SECRET//NOFORN"));
    normalizer.normalize(cable);
    assertThat(cable.getClassification().getLevel()).isEqualTo(Level.CONFIDENTIAL);
    assertThat(cable.getClassification().getControls()).isEmpty();
    assertThat(codes(cable)).contains("LEVEL_CONTRADICTS_CLAIM").doesNotContain("LEVEL_FROM_CLAIM");
  }

  @ParameterizedTest
  @CsvSource({
    "S E C R E T LIMA 12, CCCCC, true",
    "S E C R E T LIMA 12, SSSAA, false",
    "LIMITED OFFICIAL USE LIMA 12, UUUUU, false",
    "LIMITED OFFICIAL USE LIMA 12, EEEEE, false",
    "UNCLAS LIMA 12, EEEEE, false",
    "UNCLAS LIMA 12, CCCCC, true",
    "S E C R E T LIMA 12, MMMMM, false"
  })
  void comparesTheGroupOfLineFour(String line, String group, boolean contradiction) {
    Cable cable = cable(line);
    cable.getClassification().setSecurityGroup(group);
    normalizer.normalize(cable);
    assertThat(codes(cable).contains("LEVEL_CONTRADICTS_SECURITY_GROUP")).isEqualTo(contradiction);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          S E C R E T LIMA 12,          -,         SECRET,                               false
          S E C R E T LIMA 12,          NOFORN,    SECRET//NOFORN,                       false
          S E C R E T LIMA 12,          NOFORN,    SECRET,                               true
          S E C R E T LIMA 12,          -,         SECRET//NOFORN,                       true
          S E C R E T LIMA 12,          -,         CONFIDENTIAL,                         true
          S E C R E T LIMA 12,          SENSITIVE, SECRET,                               false
          UNCLAS LIMA 12,               SENSITIVE, UNCLASSIFIED//FOR OFFICIAL USE ONLY,  false
          UNCLAS LIMA 12,               SENSITIVE, UNCLASSIFIED,                         true
          UNCLAS LIMA 12,               -,         UNCLASSIFIED//FOR OFFICIAL USE ONLY,  true
          UNCLAS LIMA 12,               -,         UNCLASSIFIED,                         false
          LIMITED OFFICIAL USE LIMA 12, -,         LIMITED OFFICIAL USE,                 false
          LIMITED OFFICIAL USE LIMA 12, -,         UNCLASSIFIED//FOR OFFICIAL USE ONLY,  false
          LIMITED OFFICIAL USE LIMA 12, -,         UNCLASSIFIED,                         true
          S E C R E T LIMA 12,          -,         SECRETARY,                            false
          """)
  void comparesTheContainersLevel(
      String line, String captions, String claim, boolean contradiction) {
    Cable cable = cable(line);
    cable.getClassification().setCaptionText(captions);
    cable.setClaims(claims(claim));
    normalizer.normalize(cable);
    assertThat(codes(cable).contains("LEVEL_CONTRADICTS_CLAIM")).isEqualTo(contradiction);
  }

  @Test
  void anArchiveThatKeepsHandlingApartDoesNotContradict() {
    Cable cable = cable("S E C R E T LIMA 12");
    cable.getClassification().setCaptionText("NOFORN");
    cable.setClaims(claims("SECRET"));
    cable
        .getClaims()
        .setAttributes(List.of(new Attribute("Original Handling Restrictions", "NOFORN")));
    normalizer.normalize(cable);
    assertThat(codes(cable)).doesNotContain("LEVEL_CONTRADICTS_CLAIM");
  }

  @ParameterizedTest
  @EnumSource(
      value = Container.class,
      names = {"AAD", "PLUSD_PAGE"})
  void anArchiveThatNamesNoHandlingDoesNotContradict(Container container) {
    Cable cable = cable("S E C R E T LIMA 12");
    cable.getSource().setContainer(container);
    cable.getClassification().setCaptionText("NOFORN");
    cable.setClaims(claims("SECRET"));
    normalizer.normalize(cable);
    assertThat(codes(cable)).doesNotContain("LEVEL_CONTRADICTS_CLAIM");
  }

  @Test
  void marksAPortionAboveTheLevel() {
    Cable cable = cable("C O N F I D E N T I A L LIMA 12");
    cable.setParagraphs(List.of(paragraph("U", Level.UNCLASSIFIED), paragraph("S/NF", null)));
    normalizer.normalize(cable);
    assertThat(cable.getClassification().getHighestPortion()).isEqualTo(Level.SECRET);
    assertThat(codes(cable)).contains("PORTION_ABOVE_LEVEL");
  }

  @ParameterizedTest
  @CsvSource({
    "TS//SI, TOP_SECRET",
    "LOU, LIMITED_OFFICIAL_USE",
    "SBU/NF, UNCLASSIFIED",
    "C - ENTIRE TEXT, CONFIDENTIAL",
    "R, RESTRICTED"
  })
  void readsPortionMarks(String marking, Level level) {
    assertThat(PortionMark.level(marking)).contains(level);
    assertThat(PortionMark.level("ICELAND")).isEmpty();
  }

  @Test
  void correctionsAndCancellationsBecomeFlags() {
    Cable cable = cable("UNCLAS LIMA 12");
    cable.getClassification().setCaptionText("C O R R E C T E D  C O P Y\nCANCEL THIS MESSAGE");
    normalizer.normalize(cable);
    assertThat(cable.getCorrected()).isTrue();
    assertThat(cable.getCancelled()).isTrue();
    assertThat(cable.getClassification().getCaptions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          GP-3       | DOWNGRADE   | -
          GROUP 3    | DOWNGRADE   | -
          GP-4.      | DURATION    | 1978-12-28
          GROUP 1    | EXEMPTION   | -
          EXEMPT     | EXEMPTION   | -
          """)
  void beforeTheOrdersTheGroupStandsAtTheEndOfTheText(
      String marking, DeclassificationKind kind, LocalDate date) {
    Cable cable = cable("CONFIDENTIAL LIMA 12");
    cable.setSentAt(Instant.parse("1966-12-28T18:48:00Z"));
    cable.setBody("CONFIDENTIAL LIMA 12\n\n1. THE HARVEST IS IN.\n\n" + marking + "\nSAMPLE\n");
    normalizer.normalize(cable);
    Declassification found = cable.getClassification().getDeclassification();
    assertThat(found.getKind()).isEqualTo(kind);
    assertThat(found.getDate()).isEqualTo(date);
    assertThat(cable.getClassification().getExecutiveOrder()).isNull();
    assertThat(codes(cable)).isEmpty();
  }

  @Test
  void aGroupInTheTextOfALaterCableIsNone() {
    Cable cable = cable("CONFIDENTIAL LIMA 12");
    cable.setSentAt(Instant.parse("1985-12-28T18:48:00Z"));
    cable.setBody("CONFIDENTIAL LIMA 12\n\n1. THEY MET WITH\nGROUP 3\nSAMPLE\n");
    normalizer.normalize(cable);
    assertThat(cable.getClassification().getDeclassification()).isNull();
    assertThat(codes(cable)).containsExactly("MISSING_DECLASSIFICATION");
  }

  @Test
  void theParenthesisOfOrder12065NamesTheClassifier() {
    Cable cable = cable("CONFIDENTIAL LIMA 12");
    cable
        .getClassification()
        .setDeclassification(instruction("E.O. 12065: GDS 2/14/85 (SAMPLE, JANE M.) OR-P"));
    normalizer.normalize(cable);
    assertThat(cable.getClassification().getClassifiedBy())
        .isEqualTo(new Classifier("JANE M. SAMPLE", null, "(SAMPLE, JANE M.) OR-P"));
    assertThat(codes(cable)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          E.O. 12958: DECL: QWERTY     | UNREAD_DECLASSIFICATION
          E.O. 12958: DECL: 13/02/2019 | IMPOSSIBLE_DATE
          E.O. 12958:                  | MISSING_DECLASSIFICATION
          """)
  void saysWhatIsWrongWithTheInstruction(String line, String code) {
    Cable cable = cable("CONFIDENTIAL LIMA 12");
    cable.getClassification().setDeclassification(instruction(line));
    normalizer.normalize(cable);
    assertThat(codes(cable)).containsExactly(code);
  }

  @Test
  void saysThatAClassifierCouldNotBeRead() {
    Cable cable = cable("UNCLAS LIMA 12");
    cable
        .getClassification()
        .setClassifiedBy(new Classifier(null, null, "Classified By: the usual for reason 1.4 (b)"));
    normalizer.normalize(cable);
    assertThat(codes(cable)).containsExactly("UNREAD_CLASSIFIER");
    assertThat(cable.getClassification().getReasons()).containsExactly("1.4(b)");
  }

  @Test
  void normalisingTwiceChangesNothing() {
    Cable cable = cable("S E C R T LIMA 12");
    cable.getClassification().setCaptionText("SENSITIVE\nNOFORN");
    cable
        .getClassification()
        .setDeclassification(instruction("E.O. 12598: GDS 2/14/85 (SAMPLE, JANE M.) OR-P"));
    normalizer.normalize(cable);
    Cable once = Cable.newBuilder(cable).build();
    normalizer.normalize(cable);
    assertThat(cable).isEqualTo(once);
  }

  @Property(tries = 2000, seed = "1966")
  void neverThrowsWhateverTheTexts(
      @ForAll("ugly") String line,
      @ForAll("ugly") String captions,
      @ForAll("ugly") String order,
      @ForAll("ugly") String classifier) {
    Cable cable = cable(line);
    cable.setBody(captions);
    cable.setClaims(claims(order));
    Classification classification = cable.getClassification();
    classification.setSecurityGroup(classifier);
    classification.setCaptionText(captions);
    classification.setDeclassification(instruction(order));
    classification.setClassifiedBy(new Classifier(null, null, classifier));
    normalizer.normalize(cable);
    classification.setDeclassification(null);
    classification.setExecutiveOrder(null);
    normalizer.normalize(cable);
  }

  /** Pieces of real lines among any characters at all. */
  @Provide
  Arbitrary<String> ugly() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "S E C R E T",
            "UNCLAS",
            "//",
            "NOFORN",
            "E.O.",
            "12958",
            "1.4",
            "(",
            ")",
            "(b)",
            "DECL:",
            "12/02/2019",
            "GDS",
            "X1",
            "Classified By:",
            "Ambassador",
            "for reasons",
            ",",
            ".",
            "-",
            "Jane",
            "\n",
            "\\",
            "0",
            "GP-",
            "4",
            "\u00b6",
            "d'Affaires",
            "BY",
            "YEARS",
            "TEN",
            "1");
    return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(6))
        .list()
        .ofMaxSize(14)
        .map(list -> String.join(list.size() % 2 == 0 ? " " : "", list));
  }

  @ParameterizedTest
  @Timeout(60)
  @ValueSource(
      strings = {
        "(",
        "1.4 (b) ",
        "SIPDIS ",
        "S E C R E T ",
        "Classified By: ",
        "E.O. ",
        "\n",
        "12/",
        "a ",
        "A",
        "NOFORN//",
        "AS AMENDED ",
        "Ambassador ",
        "GP-"
      })
  void aMillionTimesTheSameIsNoProblem(String piece) {
    String text = piece.repeat(1_000_000 / piece.length() * 4);
    Cable cable = cable(text);
    cable.setBody(text);
    cable.setClaims(claims(text));
    Classification classification = cable.getClassification();
    classification.setCaptionText(text);
    classification.setSecurityGroup(text);
    classification.setDeclassification(instruction(text));
    classification.setClassifiedBy(new Classifier(null, null, text));
    List<Paragraph> paragraphs = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      paragraphs.add(paragraph(piece, null));
    }
    cable.setParagraphs(paragraphs);

    long start = System.nanoTime();
    normalizer.normalize(cable);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
  }

  private static Cable cable(String line) {
    return Cable.newBuilder()
        .setId("09LIMA12")
        .setSource(new Source("file:a.txt", Container.values()[0], 0L, "UTF-8", "00"))
        .setClassification(Classification.newBuilder().setText(line).build())
        .setSentAt(Instant.parse("2009-01-12T12:00:00Z"))
        .setBody("")
        .build();
  }

  private static Declassification instruction(String text) {
    return new Declassification(DeclassificationKind.NONE, null, text);
  }

  private static Paragraph paragraph(String marking, Level level) {
    return new Paragraph(1, marking, level, null, 0, 0);
  }

  private static Claims claims(String classification) {
    return Claims.newBuilder().setClassification(classification).build();
  }

  private static List<String> codes(Cable cable) {
    return cable.getIssues().stream().map(Issue::getCode).toList();
  }
}
