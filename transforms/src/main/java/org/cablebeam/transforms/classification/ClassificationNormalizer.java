package org.cablebeam.transforms.classification;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cablebeam.schemas.Attribute;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.CableId;
import org.cablebeam.schemas.Claims;
import org.cablebeam.schemas.Classification;
import org.cablebeam.schemas.Classifier;
import org.cablebeam.schemas.Declassification;
import org.cablebeam.schemas.DeclassificationKind;
import org.cablebeam.schemas.IssueCode;
import org.cablebeam.schemas.Level;
import org.cablebeam.schemas.Paragraph;
import org.cablebeam.transforms.text.Issues;
import org.cablebeam.transforms.text.PortionMark;
import org.jspecify.annotations.Nullable;

/**
 * Turns the classification as found into the classification as meant: level, captions and controls,
 * executive order, when it ends, who classified and why. The texts as found stay; what was
 * repaired, could not be read or contradicts itself becomes an issue. What the container claims is
 * compared, and taken over only where the text is silent. Works in place, does not throw whatever
 * the texts, and takes time in proportion to them. Immutable and thread-safe.
 */
public final class ClassificationNormalizer {
  private static final LocalDate FIRST_ORDER_ON_THE_LINE = LocalDate.of(1972, 6, 1);

  private static final String LEVEL = "classification.level";
  private static final String EXECUTIVE_ORDER = "classification.executive_order";
  private static final String DECLASSIFICATION = "classification.declassification";
  private static final String CLASSIFIED_BY = "classification.classified_by";

  private final LevelReader levels = new LevelReader();
  private final CaptionReader captions = new CaptionReader();
  private final DeclassificationReader declassifications = new DeclassificationReader();
  private final ClassifierReader classifiers = new ClassifierReader();

  /** Fills the normalised fields of a parsed cable's classification, and the flags of notices. */
  public void normalize(Cable cable) {
    Classification classification = cable.getClassification();
    Issues issues = new Issues(cable.getIssues());
    @Nullable LocalDate sent =
        cable.getSentAt() == null ? null : LocalDate.ofInstant(cable.getSentAt(), ZoneOffset.UTC);
    readLine(cable, issues);
    readDeclassification(cable, sent, issues);
    readClassifier(classification, sent, issues);
    readPortions(cable, issues);
    compareWithSecurityGroup(classification, issues);
    compareWithClaim(cable, issues);
    compareWithArchive(cable, issues);
  }

  /** The classification line and the captions below it. */
  private void readLine(Cable cable, Issues issues) {
    Classification classification = cable.getClassification();
    String text = classification.getText();
    Optional<LevelReader.Found> found = text == null ? Optional.empty() : levels.read(text);
    CaptionReader.Found read = new CaptionReader.Found();
    Level level = found.map(LevelReader.Found::level).orElse(Level.UNKNOWN);
    Set<String> controls = new LinkedHashSet<>();
    if (found.isPresent()) {
      if (found.get().control() != null) {
        controls.add(found.get().control());
      }
      if (found.get().repaired()) {
        issues.add(IssueCode.REPAIRED_LEVEL, LEVEL, text);
      }
      captions.readBehindLevel(text.substring(found.get().end()), read);
    } else {
      level = levelOfClaim(cable, levelOfGroup(classification, controls, issues), read, issues);
      if (level == Level.UNKNOWN) {
        issues.add(IssueCode.UNKNOWN_LEVEL, LEVEL, text);
      }
    }
    if (classification.getCaptionText() != null) {
      captions.read(classification.getCaptionText(), read);
    }
    // SECTO 4055 is the cable's own number.
    CableId.parse(cable.getId()).ifPresent(id -> read.captions.remove(id.post()));
    controls.addAll(read.controls);
    if (controls.remove("LOU") && (level == Level.UNCLASSIFIED || level == Level.UNKNOWN)) {
      level = Level.LIMITED_OFFICIAL_USE;
    }
    if (read.sensitive && isClassified(level)) {
      // On a classified cable the word controls nothing, but it was there.
      controls.remove("SBU");
    } else {
      read.captions.remove(CaptionReader.Found.SENSITIVE_CAPTION);
    }
    for (String misspelt : read.misspelt) {
      issues.add(IssueCode.REPAIRED_CAPTION, "classification.captions", misspelt);
    }
    classification.setLevel(level);
    classification.setControls(new ArrayList<>(controls));
    classification.setCaptions(new ArrayList<>(read.captions));
    cable.setCorrected(cable.getCorrected() || read.corrected);
    cable.setCancelled(cable.getCancelled() || read.cancelled);
  }

  /** Without a level that can be read, the group of line 4 says how the message was sent. */
  private static Level levelOfGroup(
      Classification classification, Set<String> controls, Issues issues) {
    Optional<Character> letter = groupLetter(classification);
    Optional<Level> level = letter.flatMap(SecurityGroup::level);
    if (level.isPresent()) {
      if (letter.get() == 'E') {
        controls.add("EFTO");
      }
      issues.add(IssueCode.REPAIRED_LEVEL, LEVEL, classification.getSecurityGroup());
    }
    return level.orElse(Level.UNKNOWN);
  }

  /**
   * Where the text spells no level, as in extracts, the container is the only one to say what it
   * is, with the controls behind it; unless line 4 says otherwise.
   */
  private Level levelOfClaim(
      Cable cable, Level ofGroup, CaptionReader.Found behind, Issues issues) {
    String claim = cable.getClaims() == null ? null : cable.getClaims().getClassification();
    if (claim == null) {
      return ofGroup;
    }
    Optional<LevelReader.Found> found = levels.read(claim);
    if (found.isEmpty() || (ofGroup != Level.UNKNOWN && ofGroup != found.get().level())) {
      return ofGroup;
    }
    captions.readBehindLevel(claim.substring(found.get().end()), behind);
    issues.add(IssueCode.LEVEL_FROM_CLAIM, LEVEL, claim);
    return found.get().level();
  }

  private static Optional<Character> groupLetter(Classification classification) {
    return Optional.ofNullable(classification.getSecurityGroup()).flatMap(SecurityGroup::letter);
  }

  private void readDeclassification(Cable cable, @Nullable LocalDate sent, Issues issues) {
    Classification classification = cable.getClassification();
    Declassification declassification = classification.getDeclassification();
    boolean unread = false;
    if (declassification == null) {
      boolean beforeOrders = sent == null || sent.isBefore(FIRST_ORDER_ON_THE_LINE.plusMonths(6));
      if (beforeOrders && classification.getExecutiveOrder() == null) {
        EndMarking.find(cable.getBody(), sent)
            .ifPresent(
                marking ->
                    classification.setDeclassification(
                        new Declassification(marking.kind(), marking.date(), marking.text())));
      }
    } else {
      DeclassificationReader.Found found =
          declassifications.read(
              declassification.getText(),
              classification.getExecutiveOrder(),
              classification.getLevel(),
              sent);
      classification.setExecutiveOrder(found.order());
      declassification.setKind(found.kind());
      declassification.setDate(found.date());
      if (found.orderRepaired()) {
        issues.add(IssueCode.REPAIRED_EXECUTIVE_ORDER, EXECUTIVE_ORDER, declassification.getText());
      }
      boolean before = found.date() != null && sent != null && found.date().isBefore(sent);
      if (found.impossibleDate() || before) {
        issues.add(IssueCode.IMPOSSIBLE_DATE, DECLASSIFICATION, declassification.getText());
      }
      unread = found.unread();
      if (unread) {
        issues.add(IssueCode.UNREAD_DECLASSIFICATION, DECLASSIFICATION, declassification.getText());
      }
      if (found.classifier() != null && classification.getClassifiedBy() == null) {
        ClassifierReader.Found classifier = classifiers.readSurnameFirst(found.classifier());
        classification.setClassifiedBy(
            new Classifier(classifier.name(), classifier.title(), found.classifier()));
      }
    }
    if (isClassified(classification.getLevel()) && !unread) {
      Declassification read = classification.getDeclassification();
      if (read == null || read.getKind() == DeclassificationKind.NONE) {
        issues.add(IssueCode.MISSING_DECLASSIFICATION, DECLASSIFICATION, null);
      }
    }
  }

  private void readClassifier(
      Classification classification, @Nullable LocalDate sent, Issues issues) {
    Classifier classifier = classification.getClassifiedBy();
    if (classifier == null || classifier.getName() != null) {
      return;
    }
    ClassifierReader.Found found = classifiers.read(classifier.getText());
    classifier.setName(found.name());
    classifier.setTitle(found.title());
    Set<String> reasons = Reasons.read(found.text(), sent);
    classification.setReasons(new ArrayList<>(reasons));
    if (found.name() == null && !found.impersonal()) {
      issues.add(IssueCode.UNREAD_CLASSIFIER, CLASSIFIED_BY, classifier.getText());
    }
  }

  private static void readPortions(Cable cable, Issues issues) {
    Level highest = null;
    String marking = null;
    for (Paragraph paragraph : cable.getParagraphs()) {
      Level level = paragraph.getLevel();
      if (level == null && paragraph.getMarking() != null) {
        level = PortionMark.level(paragraph.getMarking()).orElse(null);
      }
      // Levels are declared highest first.
      if (level != null
          && level != Level.UNKNOWN
          && (highest == null || level.compareTo(highest) < 0)) {
        highest = level;
        marking = paragraph.getMarking();
      }
    }
    Classification classification = cable.getClassification();
    classification.setHighestPortion(highest);
    Level level = classification.getLevel();
    if (highest != null && level != Level.UNKNOWN && highest.compareTo(level) < 0) {
      issues.add(IssueCode.PORTION_ABOVE_LEVEL, "classification.highest_portion", marking);
    }
  }

  private static void compareWithSecurityGroup(Classification classification, Issues issues) {
    Level level = classification.getLevel();
    Optional<Level> group = groupLetter(classification).flatMap(SecurityGroup::level);
    if (level == Level.UNKNOWN || group.isEmpty()) {
      return;
    }
    // Limited official use is no classification: it went in clear or as EFTO.
    Level expected = level == Level.LIMITED_OFFICIAL_USE ? Level.UNCLASSIFIED : level;
    if (group.get() != expected) {
      issues.add(
          IssueCode.LEVEL_CONTRADICTS_SECURITY_GROUP, LEVEL, classification.getSecurityGroup());
    }
  }

  /**
   * The catalogues' level is a function of level and controls: NOFORN is written behind it, and an
   * unclassified cable that is sensitive, or of limited official use, is for official use only.
   */
  private void compareWithClaim(Cable cable, Issues issues) {
    Claims claims = cable.getClaims();
    Classification classification = cable.getClassification();
    Level level = classification.getLevel();
    if (claims == null || claims.getClassification() == null || level == Level.UNKNOWN) {
      return;
    }
    String claim = claims.getClassification();
    Optional<LevelReader.Found> found = levels.read(claim);
    if (found.isEmpty()) {
      return;
    }
    CaptionReader.Found rest = new CaptionReader.Found();
    captions.readBehindLevel(claim.substring(found.get().end()), rest);
    boolean claimedOfficial =
        rest.sensitive
            || rest.controls.contains("FOUO")
            || rest.controls.contains("SBU")
            || found.get().control() != null;
    List<String> controls = classification.getControls();
    boolean official =
        level == Level.LIMITED_OFFICIAL_USE
            || (level == Level.UNCLASSIFIED
                && (controls.contains("SBU") || controls.contains("FOUO")));
    boolean sameLevel =
        found.get().level() == level
            || (level == Level.LIMITED_OFFICIAL_USE
                && found.get().level() == Level.UNCLASSIFIED
                && claimedOfficial);
    boolean sameControls =
        hasOwnHandling(cable)
            || (rest.controls.contains("NOFORN") == controls.contains("NOFORN")
                && (claimedOfficial == official || found.get().level() != Level.UNCLASSIFIED));
    if (!sameLevel || !sameControls) {
      issues.add(IssueCode.LEVEL_CONTRADICTS_CLAIM, LEVEL, claim);
    }
  }

  /**
   * The National Archives keep the instruction of order 11652 as a code: GS for GDS, X1 to X4 for
   * XGDS, AS and a day for ADS, N/A, or the words as printed. Codes whose meaning is not known (RR)
   * are not compared.
   */
  private static void compareWithArchive(Cable cable, Issues issues) {
    Declassification declassification = cable.getClassification().getDeclassification();
    Claims claims = cable.getClaims();
    if (declassification == null || claims == null) {
      return;
    }
    DeclassificationKind kind = declassification.getKind();
    for (Attribute attribute : claims.getAttributes()) {
      if (attribute.getName().equals("Executive Order") && kind != DeclassificationKind.NONE) {
        DeclassificationKind claimed = archiveCode(attribute.getValue());
        if (claimed != null && claimed != kind) {
          issues.add(
              IssueCode.DECLASSIFICATION_CONTRADICTS_CLAIM, DECLASSIFICATION, attribute.getValue());
        }
      }
    }
  }

  private static @Nullable DeclassificationKind archiveCode(String value) {
    String code = value.toUpperCase(Locale.ROOT);
    if (code.endsWith("N/A") || code.equals("NA")) {
      return DeclassificationKind.NOT_APPLICABLE;
    }
    if (code.startsWith("X") || code.contains("XGDS")) {
      return DeclassificationKind.XGDS;
    }
    if (code.startsWith("GS") || code.contains("GDS")) {
      return DeclassificationKind.GDS;
    }
    return code.startsWith("AS ") ? DeclassificationKind.DATE : null;
  }

  /** Archives keep handling restrictions apart from the level. */
  private static boolean hasOwnHandling(Cable cable) {
    return switch (cable.getSource().getContainer()) {
      case AAD, PLUSD_PAGE -> true;
      default ->
          cable.getClaims().getAttributes().stream()
              .anyMatch(attribute -> attribute.getName().contains("Handling Restrictions"));
    };
  }

  private static boolean isClassified(Level level) {
    return switch (level) {
      case TOP_SECRET, SECRET, CONFIDENTIAL, RESTRICTED -> true;
      default -> false;
    };
  }
}
