package org.cablebeam.transforms.parse.header;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.IssueCode;
import org.cablebeam.schemas.Origin;
import org.cablebeam.schemas.Precedence;
import org.cablebeam.schemas.Recipient;
import org.cablebeam.schemas.RecipientRole;
import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.transforms.text.Issues;
import org.jspecify.annotations.Nullable;

/**
 * Reads the transmission header of a message, line by line, into its record: transmission id,
 * precedences, date-time group, sender, addressees, security group and the distribution block of
 * the 1970s. Thread-safe.
 */
public final class HeaderParser {
  /** The digits of a number that a line left for the next one. */
  private static final int CONTINUITY_NUMBER = 4;

  private final Posts posts;

  public HeaderParser() {
    this(Posts.standard());
  }

  public HeaderParser(Posts posts) {
    this.posts = posts;
  }

  /**
   * Fills the fields of {@code cable} that the header gives.
   *
   * @param header the lines of the header, from the first that belongs to it
   * @param otherYear the year in which other sources say the cable was sent, for a date-time group
   *     without one; null where none does
   */
  public Header parse(HeaderLines header, @Nullable Integer otherYear, Cable cable, Issues issues) {
    Reading reading = new Reading(header, cable, issues);
    reading.read();
    return reading.finish(otherYear);
  }

  /** One header on its way into the record. */
  private final class Reading {
    private final HeaderLines lines;
    private final Cable cable;
    private final Issues issues;
    private final Addressees addressees = new Addressees(posts);
    private final DistributionBlock distribution = new DistributionBlock();
    private final Set<HeaderLine> found = EnumSet.noneOf(HeaderLine.class);
    private OperatingSignals signals = OperatingSignals.NONE;
    private @Nullable RoutingLine routing;
    private @Nullable OriginatingStation station;
    private @Nullable DateTimeGroup group;
    private @Nullable String sender;
    private @Nullable PageLine page;
    private @Nullable String number;

    Reading(HeaderLines lines, Cable cable, Issues issues) {
      this.lines = lines;
      this.cable = cable;
      this.issues = issues;
    }

    void read() {
      for (int i = 0; i < lines.count(); i++) {
        String line = lines.line(i);
        String next = i + 1 < lines.count() ? lines.line(i + 1) : null;
        HeaderLine kind = lines.kind(i);
        found.add(kind);
        line(kind, HeaderText.read(line), next);
        if (kind == HeaderLine.PAGE && next != null && isBrokenPageLine(line, next)) {
          i++;
        }
      }
    }

    private void line(HeaderLine kind, String line, @Nullable String next) {
      switch (kind) {
        case TRANSMISSION_ID -> transmissionId(line);
        case ROUTING -> {
          if (routing == null) {
            routing = RoutingLine.read(line).orElse(null);
          }
        }
        case ORIGINATING_STATION -> {
          if (station == null) {
            station = OriginatingStation.read(line).orElse(null);
          }
        }
        case SECURITY -> SecurityLine.read(line).ifPresent(this::security);
        case DATE_TIME_GROUP -> DateTimeGroup.read(line).ifPresent(this::dateTimeGroup);
        case MESSAGE_NUMBER -> number = line.substring(SmartHeader.FIRST.length()).strip();
        case SENDER -> {
          distribution.end();
          if (sender == null) {
            sender = Sender.read(line).map(Sender::name).filter(s -> !s.isEmpty()).orElse(null);
          }
        }
        case ADDRESSEES -> {
          distribution.end();
          addressees.keyword(withoutPageLine(line, next));
        }
        case ADDRESSEE -> addressees.next(line);
        case PAGE -> pageLine(line, next);
        case DISTRIBUTION -> distribution.take(line);
        case RULE -> distribution.end();
        case EXTRACT_NOTICE -> cable.setPartial(true);
        case NUMBER -> {
          if (addressees.begun() && line.length() == CONTINUITY_NUMBER) {
            addressees.next(line);
          }
        }
        case OTHER -> other(line);
        case BLANK, LEVEL, STAMP, SEPARATOR -> {}
      }
    }

    private void transmissionId(String line) {
      Optional<TransmissionId> id = TransmissionId.find(line);
      if (id.isEmpty()) {
        return;
      }
      if (cable.getTransmissionId() == null) {
        cable.setTransmissionId(id.get().text());
      }
      String behind = HeaderText.trim(line.substring(id.get().span().end()));
      if (!behind.isEmpty()) {
        // The lines behind were joined to the id.
        HeaderLine kind = HeaderLine.of(behind, null);
        found.add(kind);
        line(kind, behind, null);
      }
    }

    private void security(SecurityLine line) {
      if (cable.getClassification().getSecurityGroup() == null) {
        cable.getClassification().setSecurityGroup(line.group());
      }
      signals = signals.or(OperatingSignals.read(line.signals()));
    }

    /** The group with precedences wins over one that a republisher put above the furniture. */
    private void dateTimeGroup(DateTimeGroup read) {
      distribution.end();
      signals = signals.or(OperatingSignals.read(read.tail()));
      if (group == null
          || (sender == null && group.precedences().isEmpty() && !read.precedences().isEmpty())) {
        group = read;
      }
      int from = read.tail().indexOf("FM ");
      if (from >= 0 && sender == null) {
        sender = Sender.read(read.tail().substring(from)).map(Sender::name).orElse(null);
      }
    }

    private void pageLine(String line, @Nullable String next) {
      Optional<PageLine> read = PageLine.find(line, next);
      if (page == null || page.serial() == null) {
        page = read.orElse(page);
      }
    }

    private String withoutPageLine(String line, @Nullable String next) {
      Optional<PageLine> read = PageLine.find(line, next);
      if (read.isEmpty()) {
        return line;
      }
      pageLine(line, next);
      return line.substring(0, read.get().span().start());
    }

    private void other(String line) {
      if (distribution.take(line)) {
        return;
      }
      if (addressees.begun() && isName(line)) {
        addressees.next(line);
      } else if (sender != null || group != null) {
        issues.add(IssueCode.UNREAD_HEADER_LINE, "header", line);
      }
    }

    Header finish(@Nullable Integer otherYear) {
      cable.setRecipients(addressees.recipients());
      cable.setDistribution(distribution.copies());
      cable.setDrafters(distribution.drafters());
      cable.setApprovers(distribution.approvers());
      cable.setClearances(distribution.clearances());
      cable.setRetransmitted(cable.getRetransmitted() || signals.retransmitted());
      cable.setCorrected(cable.getCorrected() || signals.corrected());
      cable.setCancelled(cable.getCancelled() || signals.cancelled());
      if (sender != null || station != null) {
        Origin origin = new Origin();
        origin.setName(sender);
        if (station != null) {
          origin.setRoutingIndicator(station.routingIndicator());
        }
        cable.setOrigin(origin);
      }
      precedences();
      date(otherYear);
      return new Header(station, page, number, sender, group, marks());
    }

    private void precedences() {
      List<Precedence> letters = group == null ? List.of() : group.precedences();
      Precedence action = letters.isEmpty() ? null : letters.get(0);
      if (action == null && routing != null) {
        action = routing.precedence();
      }
      if (action == null) {
        action =
            cable.getRecipients().stream()
                .filter(recipient -> recipient.getRole() == RecipientRole.ACTION)
                .map(Recipient::getPrecedence)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
      }
      if (action == Precedence.IMMEDIATE) {
        for (Recipient recipient : cable.getRecipients()) {
          if (recipient.getRole() == RecipientRole.ACTION
              && recipient.getPrecedence() == Precedence.NIACT_IMMEDIATE) {
            action = Precedence.NIACT_IMMEDIATE;
          }
        }
      }
      cable.setPrecedence(action);
      cable.setInfoPrecedence(letters.size() > 1 ? letters.get(1) : null);
    }

    private void date(@Nullable Integer otherYear) {
      if (group == null) {
        return;
      }
      cable.setDateTimeGroup(group.text());
      Integer dayOfYear = station == null ? null : station.dayOfYear();
      Optional<LocalDateTime> moment = group.moment(dayOfYear, otherYear);
      if (moment.isEmpty()) {
        return;
      }
      cable.setSentAt(moment.get().toInstant(ZoneOffset.UTC));
      if (group.damaged() || group.month() == null || group.year() == null) {
        issues.add(IssueCode.REPAIRED_DATE, "sent_at", group.text());
      }
      if (dayOfYear != null) {
        int late = dayOfYear - moment.get().getDayOfYear();
        int year = moment.get().toLocalDate().lengthOfYear();
        if (late != 0 && late != 1 && late + year != 1) {
          issues.add(IssueCode.DATE_CONTRADICTS_DE_LINE, "sent_at", group.text());
        }
      }
    }

    private int marks() {
      Set<HeaderLine> marks = EnumSet.copyOf(found);
      marks.removeIf(kind -> kind != HeaderLine.ADDRESSEES && !HeaderLine.PROOF.contains(kind));
      // A line that begins with FM stands in hardly any other text.
      return marks.size() + (marks.contains(HeaderLine.SENDER) ? 1 : 0);
    }

    private boolean isBrokenPageLine(String line, String next) {
      return PageLine.find(line, null).filter(read -> read.serial() == null).isPresent()
          && PageLine.isSecondLine(next);
    }
  }

  /** Addresses are upper case and no sentences. */
  private static boolean isName(String line) {
    if (line.length() > 120 || line.endsWith(".") && line.indexOf(' ') > 0 && line.length() > 60) {
      return false;
    }
    int upper = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c >= 'a' && c <= 'z') {
        return false;
      }
      if (c >= 'A' && c <= 'Z') {
        upper++;
      }
    }
    return upper >= 2;
  }
}
