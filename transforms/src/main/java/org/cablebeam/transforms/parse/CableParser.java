package org.cablebeam.transforms.parse;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.CableId;
import org.cablebeam.schemas.Claims;
import org.cablebeam.schemas.Classification;
import org.cablebeam.schemas.FieldSpan;
import org.cablebeam.schemas.IssueCode;
import org.cablebeam.schemas.Level;
import org.cablebeam.schemas.Origin;
import org.cablebeam.schemas.Paragraph;
import org.cablebeam.schemas.Precedence;
import org.cablebeam.schemas.RawMessage;
import org.cablebeam.schemas.Reference;
import org.cablebeam.schemas.RejectCode;
import org.cablebeam.schemas.SectionMessage;
import org.cablebeam.schemas.Sha256;
import org.cablebeam.schemas.vocabulary.Captions;
import org.cablebeam.schemas.vocabulary.Levels;
import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.transforms.parse.body.BodyParser;
import org.cablebeam.transforms.parse.header.Header;
import org.cablebeam.transforms.parse.header.HeaderParser;
import org.cablebeam.transforms.parse.header.SmartHeader;
import org.cablebeam.transforms.parse.header.SmartTrailer;
import org.cablebeam.transforms.parse.header.TelegramForm;
import org.cablebeam.transforms.parse.heading.ClassificationLine;
import org.cablebeam.transforms.parse.heading.HeadingParser;
import org.cablebeam.transforms.parse.identity.ClaimedDate;
import org.cablebeam.transforms.parse.identity.IdentityResolver;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.CodePoints;
import org.cablebeam.transforms.text.Furniture;
import org.cablebeam.transforms.text.Issues;
import org.jspecify.annotations.Nullable;

/**
 * One message into one cable: header and body are parted, then each part is read by its own parser.
 * Never throws, whatever the text, and takes time linear in its length. Thread-safe; one is enough
 * for a program.
 */
public final class CableParser {
  /** Containers give local times and days of release; more than this is another message's date. */
  private static final Duration SAME_DATE = Duration.ofDays(3);

  private static final int LONGEST_LEVEL = 48;

  /** Post and number of a section header are no longer, and so many digits has the number. */
  private static final int LONGEST_HEADER = 40;

  private static final int SECTION_DIGITS = 8;

  private final Posts posts = Posts.standard();
  private final HeaderParser headerParser = new HeaderParser(posts);
  private final HeadingParser headingParser = new HeadingParser();
  private final IdentityResolver identityResolver = new IdentityResolver(posts);
  private final BodyParser bodyParser = new BodyParser();

  /**
   * A cable; or a section, where the message is one of several that make a cable and does not hold
   * the others; or a reject.
   */
  public ParseOutcome parse(RawMessage message) {
    return parse(message, false);
  }

  /** As {@link #parse}, but a lone section is a cable of its own. */
  public ParseOutcome parseWhole(RawMessage message) {
    return parse(message, true);
  }

  private ParseOutcome parse(RawMessage message, boolean whole) {
    if (message.getText().isBlank()) {
      return reject(message, RejectCode.EMPTY);
    }
    return new Parsing(message).parse(whole);
  }

  private static ParseOutcome reject(RawMessage message, RejectCode code) {
    return ParseOutcome.Rejected.of(message, code, code.summary());
  }

  /** One message on its way to an outcome. */
  private final class Parsing {
    private final RawMessage message;

    /** The message as it is read; offsets are the same as in the message as found. */
    private final String text;

    private final Cable cable;
    private final Issues issues;

    Parsing(RawMessage message) {
      this.message = message;
      this.text = LineEnds.blank(Margin.blank(message.getText()));
      this.cable = unread(message);
      this.issues = new Issues(cable.getIssues());
    }

    ParseOutcome parse(boolean whole) {
      BodyStart start = BodyStart.find(text, message.getBodyStart(), posts);
      cable.setHeader(message.getText().substring(0, start.offset()));
      cable.setBody(message.getText().substring(start.offset()));
      if (start.preamble()) {
        cable.setClaims(
            Preamble.read(
                text.substring(0, start.headerStart()),
                text.substring(start.headerEnd(), start.offset()),
                cable.getClaims()));
        issues.add(IssueCode.SKIPPED_PREAMBLE, "header", firstLine());
      }
      Optional<CableId> claimed = identityResolver.claimed(cable.getClaims());
      ClassificationLine line = start.line();
      Header header = header(start, claimed.map(CableId::year).orElse(null));
      TelegramForm form =
          header.sender() == null ? TelegramForm.readTitled(text, posts).orElse(null) : null;
      if (claimed.isEmpty() && form == null && !Evidence.isCable(header, line, text)) {
        return reject(message, RejectCode.NOT_A_CABLE);
      }
      if (form == null && header.sender() == null && (line == null || line.post() == null)) {
        form = TelegramForm.read(text, claimed.map(CableId::year).orElse(null), posts).orElse(null);
      }
      if (form != null) {
        take(form);
      }
      date();
      if (line == null) {
        issues.add(IssueCode.MISSING_CLASSIFICATION_LINE, "classification", null);
        cable.getClassification().setText(levelOfPage(start));
      }
      // No second copy of the body, unless signs at line ends were blanked in it.
      boolean asFound = text.equals(message.getText());
      Body body = Body.of(asFound ? cable.getBody() : text.substring(start.offset()));
      identityResolver.resolve(
          header,
          form != null ? form.post() : line == null ? null : line.post(),
          form != null ? form.serial() : serial(line, header, body),
          form != null ? form.series() : "",
          CableParser.fallbackId(message),
          cable,
          issues);
      if (!whole && line != null && isLoneSection(line, body)) {
        return section(line);
      }
      if (header.number() != null) {
        SmartTrailer.read(body.text(), posts, cable);
      }
      int headed = form == null ? 0 : Math.max(0, form.end() - start.offset());
      int textStart = Math.max(headed, headingParser.parse(body, cable, issues));
      captions();
      bodyParser.parse(body, textStart, cable, issues);
      inCodePoints();
      return new ParseOutcome.Parsed(cable);
    }

    /**
     * The serial of the classification line; without one, that of a section header in the text, of
     * which the DE line has the last four digits.
     */
    private static @Nullable Long serial(
        @Nullable ClassificationLine line, Header header, Body body) {
      if (line != null && line.serial() >= 0) {
        return line.serial();
      }
      Integer number = header.station() == null ? null : header.station().messageNumber();
      if (number == null) {
        return null;
      }
      for (Furniture.SectionMark mark : body.furniture().sections()) {
        int at = mark.offset();
        int stop = Math.min(body.text().length(), at + LONGEST_HEADER);
        while (at < stop && !Characters.isDigit(body.text().charAt(at))) {
          at++;
        }
        int end = at;
        while (end < stop && Characters.isDigit(body.text().charAt(end))) {
          end++;
        }
        if (end - at == SECTION_DIGITS) {
          long serial = Long.parseLong(body.text().substring(at, end));
          if (serial % IdentityResolver.MODULUS == number) {
            return serial;
          }
        }
      }
      return null;
    }

    private Header header(BodyStart start, @Nullable Integer otherYear) {
      if (!start.hasHeader()) {
        issues.add(IssueCode.MISSING_HEADER, "header", null);
      }
      cable.setPartial(start.extract());
      return headerParser.parse(start.header(), otherYear, cable, issues);
    }

    /** What a printed head or form says, which has no transmission header. */
    private void take(TelegramForm form) {
      Origin origin = new Origin();
      origin.setName(form.from());
      cable.setOrigin(origin);
      cable.setDateTimeGroup(form.time());
      cable.setPrecedence(form.precedence());
      cable.setRecipients(form.recipients());
      if (form.sent() != null) {
        cable.setSentAt(form.sent().toInstant(ZoneOffset.UTC));
        if (form.local()) {
          issues.add(IssueCode.LOCAL_TIME, "sent_at", form.time());
        }
      }
    }

    /** The level printed above the first page line or above the head that SMART prints; or null. */
    private @Nullable String levelOfPage(BodyStart start) {
      int from = start.headerStart();
      boolean smart = text.startsWith(SmartHeader.FIRST, from);
      if (!smart && !text.startsWith("PAGE ", from)) {
        return null;
      }
      String above = text.substring(Math.max(0, from - LONGEST_LEVEL), from).stripTrailing();
      int end = smart ? aboveControls(above) : above.length();
      return Levels.standard()
          .endOf(above.substring(0, end))
          .map(level -> level.words() + above.substring(end).replace('\n', ' '))
          .orElse(null);
    }

    /** Where the controls begin that SMART prints below the level or behind two slashes. */
    private static int aboveControls(String above) {
      int end = above.length();
      while (true) {
        int start = Math.max(above.lastIndexOf('\n', end - 1), above.lastIndexOf("//", end - 1));
        String control = start < 0 ? "" : above.substring(start, end).replace("//", "").strip();
        if (control.isEmpty() || Captions.standard().find(control).isEmpty()) {
          return end;
        }
        end = Characters.skipBlanksBack(above, start, 0);
      }
    }

    private String firstLine() {
      int end = text.indexOf('\n');
      return end < 0 ? "" : text.substring(0, end).strip();
    }

    /** The date-time group counts; the container's date takes its place or is compared with it. */
    private void date() {
      Claims claims = cable.getClaims();
      String created = claims == null ? null : claims.getCreated();
      Optional<ClaimedDate> claim = created == null ? Optional.empty() : ClaimedDate.read(created);
      Instant sent = cable.getSentAt();
      if (sent == null) {
        issues.add(IssueCode.MISSING_DATE, "sent_at", cable.getDateTimeGroup());
        claim.ifPresent(
            date -> {
              cable.setSentAt(date.moment().toInstant(ZoneOffset.UTC));
              issues.add(IssueCode.DATE_FROM_CLAIM, "sent_at", created);
            });
      } else if (claim.isPresent()) {
        Instant claimedAt = claim.get().moment().toInstant(ZoneOffset.UTC);
        if (Duration.between(sent, claimedAt).abs().compareTo(SAME_DATE) > 0) {
          issues.add(IssueCode.DATE_CONTRADICTS_CLAIM, "sent_at", created);
        }
      }
    }

    /** Whether the message is one section and the text holds no mark of another one. */
    private boolean isLoneSection(ClassificationLine line, Body body) {
      int section = line.section();
      int count = line.sectionCount();
      if (count < 2 || section < 1) {
        return false;
      }
      for (Furniture.SectionMark mark : body.furniture().sections()) {
        if (mark.number() != section && mark.count() == count) {
          return false;
        }
      }
      return true;
    }

    private ParseOutcome section(ClassificationLine line) {
      return new ParseOutcome.Section(
          new SectionMessage(key(line), line.section(), line.sectionCount(), message));
    }

    /** The id; where no year is known, post and serial alone still bring sections together. */
    private String key(ClassificationLine line) {
      Origin origin = cable.getOrigin();
      boolean numbered = line.serial() >= 0 && origin != null && origin.getPost() != null;
      return numbered && cable.getSerial() != null && cable.getId().equals(fallbackId(message))
          ? "UNKNOWN-" + origin.getPost() + cable.getSerial()
          : cable.getId();
    }

    /** What the captions say of precedence and copy. */
    private void captions() {
      String captions = cable.getClassification().getCaptionText();
      if (captions == null) {
        return;
      }
      if (cable.getPrecedence() == Precedence.IMMEDIATE && captions.contains("NIACT")) {
        cable.setPrecedence(Precedence.NIACT_IMMEDIATE);
      }
      String letters = letters(captions);
      cable.setCorrected(cable.getCorrected() || letters.contains("CORRECTEDCOPY"));
      cable.setCancelled(cable.getCancelled() || letters.contains("CANCELTHISMESSAGE"));
    }

    /** The parsers count in UTF-16 units, the record in code points. */
    private void inCodePoints() {
      CodePoints points = CodePoints.of(cable.getBody());
      if (points.identical()) {
        return;
      }
      for (Paragraph paragraph : cable.getParagraphs()) {
        paragraph.setStart(points.fromUnits(paragraph.getStart()));
        paragraph.setEnd(points.fromUnits(paragraph.getEnd()));
      }
      for (Reference reference : cable.getReferences()) {
        if (reference.getStart() != null) {
          reference.setStart(points.fromUnits(reference.getStart()));
        }
        if (reference.getEnd() != null) {
          reference.setEnd(points.fromUnits(reference.getEnd()));
        }
      }
      for (FieldSpan span : cable.getSpans()) {
        span.setStart(points.fromUnits(span.getStart()));
        span.setEnd(points.fromUnits(span.getEnd()));
      }
    }
  }

  private static String letters(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetter(text.charAt(i))) {
        letters.append(Character.toUpperCase(text.charAt(i)));
      }
    }
    return letters.toString();
  }

  /** A record of which nothing has been read yet. */
  private static Cable unread(RawMessage message) {
    Cable cable = new Cable();
    cable.setId("");
    cable.setClaims(message.getClaims());
    cable.setSource(message.getSource());
    cable.setRecipients(new ArrayList<>());
    Classification classification = new Classification();
    classification.setLevel(Level.UNKNOWN);
    classification.setControls(new ArrayList<>());
    classification.setCaptions(new ArrayList<>());
    classification.setReasons(new ArrayList<>());
    cable.setClassification(classification);
    cable.setTags(new ArrayList<>());
    cable.setReferences(new ArrayList<>());
    cable.setParagraphs(new ArrayList<>());
    cable.setComments(new ArrayList<>());
    cable.setNotes(new ArrayList<>());
    cable.setActionRequests(new ArrayList<>());
    cable.setDrafters(new ArrayList<>());
    cable.setApprovers(new ArrayList<>());
    cable.setClearances(new ArrayList<>());
    cable.setDistribution(new ArrayList<>());
    cable.setEntities(new ArrayList<>());
    cable.setSpans(new ArrayList<>());
    cable.setHeader("");
    cable.setBody("");
    cable.setIssues(new ArrayList<>(message.getIssues()));
    return cable;
  }

  /** The same for the same text, so that copies of a message without a number stay together. */
  private static String fallbackId(RawMessage message) {
    String sha = message.getSource().getSha256();
    if (sha.length() < 12) {
      sha = Sha256.of(message.getText());
    }
    return "UNKNOWN-" + sha.substring(0, 12);
  }
}
