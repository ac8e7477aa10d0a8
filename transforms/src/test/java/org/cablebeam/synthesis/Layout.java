package org.cablebeam.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cablebeam.schemas.Level;
import org.cablebeam.schemas.Precedence;

/** How the cables of an era are printed: sections, header, heading, page furniture. */
abstract class Layout {
  private static final int COLUMNS = 66;

  private final int sectionLength;

  Layout(int sectionLength) {
    this.sectionLength = sectionLength;
  }

  static Layout of(Era era) {
    return switch (era) {
      case SIXTIES -> new PlainLayout();
      case SEVENTIES -> new PagedLayout();
      case EIGHTIES, MODERN -> new RoutedLayout();
    };
  }

  /** The cable as messages, in the order of sections. */
  abstract List<Transmission> print(Draft draft, List<List<String>> sections);

  /** The lines of the running text, signature included, cut into sections. */
  final List<List<String>> sections(Draft draft) {
    List<List<String>> sections = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    int length = 0;
    for (String paragraph : draft.paragraphs) {
      for (String line : wrap(paragraph)) {
        if (length > sectionLength && sections.size() < 97) {
          sections.add(lines);
          lines = new ArrayList<>();
          length = 0;
        }
        lines.add(line);
        length += line.length() + 1;
      }
      lines.add("");
    }
    if (draft.era == Era.SIXTIES && draft.classified()) {
      lines.add("GP-3");
    }
    lines.add(draft.signedBy);
    sections.add(lines);
    return sections;
  }

  static List<String> wrap(String text) {
    List<String> lines = new ArrayList<>(text.length() / COLUMNS + 1);
    int start = 0;
    while (text.length() - start > COLUMNS) {
      int cut = text.lastIndexOf(' ', start + COLUMNS);
      while (cut > start && Character.isDigit(text.charAt(cut + 1))) {
        // A line that began with a number could be the next paragraph.
        cut = text.lastIndexOf(' ', cut - 1);
      }
      if (cut <= start) {
        break;
      }
      int end = cut;
      while (end > start && text.charAt(end - 1) == ' ') {
        end--;
      }
      lines.add(text.substring(start, end));
      start = cut + 1;
      while (start < text.length() && text.charAt(start) == ' ') {
        start++;
      }
    }
    lines.add(text.substring(start));
    return lines;
  }

  static void lines(StringBuilder out, List<String> lines) {
    for (String line : lines) {
      out.append(line).append('\n');
    }
  }

  /** {@code P R 141337Z FEB 08}, {@code FM}, {@code TO} and {@code INFO}. */
  static void addressing(StringBuilder out, Draft draft, int section, boolean routed) {
    out.append(letter(draft.precedence)).append(' ');
    if (draft.addressees.size() > 1 && draft.precedence != Precedence.ROUTINE) {
      out.append("R ");
    }
    out.append(Letterhead.dateTimeGroup(draft.slot.sentAt())).append('\n');
    out.append("FM ").append(Letterhead.address(draft.slot.post())).append('\n');
    for (int i = 0; i < draft.addressees.size(); i++) {
      Draft.Addressee addressee = draft.addressees.get(i);
      out.append(i == 0 ? "TO " : i == 1 ? "INFO " : "");
      if (routed) {
        out.append(addressee.post().routingIndicators().get(0)).append('/');
      }
      out.append(Letterhead.address(addressee.post())).append(' ');
      if (i == 0 && draft.precedence != Precedence.ROUTINE) {
        out.append(draft.precedence.name()).append(' ');
      }
      out.append(Letterhead.padded(1_000 + (addressee.number() - 1_000 + section) % 9_000, 4));
      out.append('\n');
    }
  }

  static String letter(Precedence precedence) {
    return switch (precedence) {
      case FLASH -> "Z";
      case NIACT_IMMEDIATE, IMMEDIATE -> "O";
      case PRIORITY -> "P";
      case ROUTINE -> "R";
    };
  }

  /** {@code C O N F I D E N T I A L SECTION 01 OF 03 WARSAW 000421}. */
  static void classificationLine(StringBuilder out, Draft draft, int section, int serialWidth) {
    out.append(Letterhead.spelled(draft.level)).append(' ');
    if (draft.sections > 1) {
      out.append("SECTION ");
      Letterhead.pad(out, section, 2);
      out.append(" OF ");
      Letterhead.pad(out, draft.sections, 2);
      out.append(' ');
    }
    out.append(Letterhead.place(draft.slot.post())).append(' ');
    Letterhead.pad(out, draft.slot.serial(), serialWidth);
    out.append('\n');
  }

  static void captions(StringBuilder out, Draft draft) {
    lines(out, draft.captionLines);
  }

  static void executiveOrder(StringBuilder out, Draft draft) {
    if (draft.executiveOrder != null) {
      out.append("E.O. ").append(draft.executiveOrder).append(": ");
      out.append(draft.declassification).append('\n');
    }
  }

  static void tags(StringBuilder out, Draft draft) {
    if (draft.tags.isEmpty()) {
      return;
    }
    out.append("TAGS: ");
    for (int i = 0; i < draft.tags.size(); i++) {
      String tag = draft.tags.get(i);
      if (tag.indexOf(',') >= 0) {
        out.append(" (").append(tag).append(')');
      } else {
        out.append(i == 0 ? "" : ", ").append(tag);
      }
    }
    out.append('\n');
  }

  static void subject(StringBuilder out, Draft draft) {
    String marking = draft.subjectMarking == null ? "" : "(" + draft.subjectMarking + ") ";
    lines(out, wrap("SUBJECT: " + marking + draft.subject));
  }

  /** {@code REF: WARSAW 421}, or lettered items, one a line. */
  static void references(StringBuilder out, Draft draft) {
    for (int i = 0; i < draft.references.size(); i++) {
      Timeline.Slot earlier = draft.references.get(i);
      out.append(i == 0 ? "REF: " : "     ");
      if (draft.references.size() > 1) {
        out.append((char) ('A' + i)).append(". ");
      }
      if (earlier.year() != draft.slot.year()) {
        Letterhead.pad(out, earlier.year() % 100, 2);
        out.append(' ');
      }
      out.append(Letterhead.place(earlier.post())).append(' ').append(earlier.serial());
      out.append('\n');
    }
  }

  /** 1966–1972: the plain message. */
  private static final class PlainLayout extends Layout {
    PlainLayout() {
      super(Integer.MAX_VALUE);
    }

    @Override
    List<Transmission> print(Draft draft, List<List<String>> sections) {
      StringBuilder header = new StringBuilder();
      addressing(header, draft, 1, false);
      StringBuilder body = new StringBuilder();
      classificationLine(body, draft, 1, 4);
      body.append('\n');
      captions(body, draft);
      executiveOrder(body, draft);
      subject(body, draft);
      references(body, draft);
      body.append('\n');
      lines(body, sections.get(0));
      return new ArrayList<>(List.of(new Transmission(header.toString(), body.toString())));
    }
  }

  /** 1973–1979: as the archive printed it, page by page. */
  private static final class PagedLayout extends Layout {
    private static final int LINES_A_PAGE = 46;
    private static final String[] BUREAUS = {
      "OCT-01", "ISO-00", "IO-13", "CIAE-00", "DODE-00", "PM-04", "H-01", "INR-07", "L-03",
      "NSAE-00", "NSC-05", "PA-01", "PRS-01", "SP-02", "SS-15", "USIA-06", "EB-08", "TRSE-00"
    };

    PagedLayout() {
      super(4_600);
    }

    @Override
    List<Transmission> print(Draft draft, List<List<String>> sections) {
      List<Transmission> sent = new ArrayList<>();
      StringBuilder header = new StringBuilder();
      StringBuilder body = new StringBuilder();
      String level = Letterhead.solid(draft.level);
      for (int section = 1; section <= sections.size(); section++) {
        StringBuilder head = section == 1 || draft.apart ? header : body;
        if (head == body) {
          body.append(level).append("\n\n");
        }
        pageHead(head, draft, 1, section);
        distribution(head, draft, section);
        addressing(head, draft, section, false);
        if (head == body) {
          body.append('\n');
        }
        classificationLine(body, draft, section, 4);
        body.append('\n');
        captions(body, draft);
        executiveOrder(body, draft);
        tags(body, draft);
        subject(body, draft);
        references(body, draft);
        body.append('\n');
        pages(body, draft, section, sections.get(section - 1));
        if (draft.apart || section == sections.size()) {
          body.append('\n').append(level).append("\n\n\nNNNN\n");
          sent.add(new Transmission(header.toString(), body.toString()));
          header.setLength(0);
          body.setLength(0);
        }
      }
      return sent;
    }

    private static void pages(StringBuilder body, Draft draft, int section, List<String> text) {
      int page = 1;
      int onPage = 24;
      String level = Letterhead.solid(draft.level);
      for (String line : text) {
        if (onPage == LINES_A_PAGE) {
          page++;
          onPage = 0;
          body.append(level).append("\n\n").append(level).append("\n\n");
          pageLine(body, draft, page, section);
          body.append('\n');
        }
        body.append(line).append('\n');
        onPage++;
      }
    }

    private static void pageHead(StringBuilder out, Draft draft, int page, int section) {
      if (section == 1 || draft.apart) {
        out.append(Letterhead.solid(draft.level)).append("\n\n");
      }
      pageLine(out, draft, page, section);
    }

    private static void pageLine(StringBuilder out, Draft draft, int page, int section) {
      out.append("PAGE ");
      Letterhead.pad(out, page, 2);
      out.append("        ").append(Letterhead.six(draft.slot.post())).append("  ");
      Letterhead.pad(out, draft.slot.serial(), 5);
      if (draft.sections > 1) {
        out.append("  ");
        Letterhead.pad(out, section, 2);
        out.append(" OF ");
        Letterhead.pad(out, draft.sections, 2);
      }
      out.append("  ").append(Letterhead.dayAndTime(draft.slot.sentAt())).append('\n');
    }

    private static void distribution(StringBuilder out, Draft draft, int section) {
      int first = draft.channelNumber % BUREAUS.length;
      out.append("ACTION EUR-12\n\nINFO  ");
      for (int i = 0; i < 7; i++) {
        out.append(BUREAUS[(first + i) % BUREAUS.length]).append("  ");
      }
      out.append("/0").append(10 + first).append(" W\n");
      out.append("                     --------------------- ");
      Letterhead.pad(out, (draft.channelNumber * 97L + section) % 1_000_000, 6);
      out.append('\n');
    }
  }

  /** Since 1985: transmission header, routing indicators, section headers inside the text. */
  private static final class RoutedLayout extends Layout {
    RoutedLayout() {
      super(6_600);
    }

    @Override
    List<Transmission> print(Draft draft, List<List<String>> sections) {
      List<Transmission> sent = new ArrayList<>();
      StringBuilder header = new StringBuilder();
      StringBuilder body = new StringBuilder();
      for (int section = 1; section <= sections.size(); section++) {
        if (section == 1 || draft.apart) {
          header(header, draft, section);
          classificationLine(body, draft, section, 6);
          body.append('\n');
          captions(body, draft);
          body.append('\n');
          heading(body, draft);
        } else if (draft.era == Era.MODERN) {
          sectionHeader(body, draft, section);
        } else {
          body.append('\n');
          classificationLine(body, draft, section, 6);
          body.append('\n');
          heading(body, draft);
        }
        lines(body, sections.get(section - 1));
        if (draft.apart || section == sections.size()) {
          sent.add(new Transmission(header.toString(), body.toString()));
          header.setLength(0);
          body.setLength(0);
        }
      }
      return sent;
    }

    private static void header(StringBuilder out, Draft draft, int section) {
      String own = draft.slot.post().routingIndicators().get(0);
      String prosign = letter(draft.precedence).repeat(2);
      out.append("VZCZC").append(draft.channelNumber % 5 < 3 ? "XRO" : "XYZ");
      Letterhead.pad(out, (draft.channelNumber + section - 1) % 10_000, 4);
      out.append('\n').append(prosign);
      for (Draft.Addressee addressee : draft.addressees) {
        out.append(' ').append(addressee.post().routingIndicators().get(0));
      }
      out.append("\nDE ").append(own).append(" #");
      Letterhead.pad(out, draft.slot.serial() % 10_000, 4);
      if (draft.sections > 1) {
        out.append('/');
        Letterhead.pad(out, section, 2);
      }
      out.append(' ');
      Letterhead.pad(out, draft.slot.sentAt().getDayOfYear(), 3);
      Letterhead.pad(out, draft.slot.sentAt().getHour(), 2);
      Letterhead.pad(out, draft.slot.sentAt().getMinute(), 2);
      out.append('\n').append(securityLine(draft.level)).append('\n');
      addressing(out, draft, section, true);
    }

    private static String securityLine(Level level) {
      return switch (level) {
        case SECRET -> "ZNY SSSSS ZZH";
        case CONFIDENTIAL -> "ZNY CCCCC ZZH";
        default -> "ZNR UUUUU ZZH";
      };
    }

    private static void heading(StringBuilder body, Draft draft) {
      executiveOrder(body, draft);
      tags(body, draft);
      subject(body, draft);
      body.append('\n');
      references(body, draft);
      if (draft.era == Era.MODERN && draft.classified()) {
        body.append('\n');
        lines(
            body,
            wrap(
                String.format(
                    Locale.ROOT,
                    "Classified By: Ambassador %s for reasons 1.%d %s.",
                    draft.classifier,
                    draft.slot.year() >= 2004 ? 4 : 5,
                    draft.reasons)));
      }
      body.append('\n');
    }

    private static void sectionHeader(StringBuilder body, Draft draft, int section) {
      body.append('\n').append(Letterhead.place(draft.slot.post())).append(' ');
      Letterhead.pad(body, draft.slot.serial(), 8);
      body.append("  ");
      Letterhead.pad(body, section, 3);
      body.append(" OF ");
      Letterhead.pad(body, draft.sections, 3);
      body.append("\n\n");
    }
  }
}
