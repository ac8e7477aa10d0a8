package org.cablebeam.synthesis;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A form in which cables circulate, and how one message is written in it. */
public enum Form {
  /** One raw message a file. */
  FILES(".txt", true),
  /** Raw messages one behind the other. */
  TEXT(".txt", false),
  /** The dump: eight columns, all quoted, quotes escaped by a backslash. */
  CSV(".csv", false),
  /** A table with names of columns, as spreadsheets save it: parted by semicolons. */
  TABLE(".csv", false),
  /** Web pages, in the layouts of 2010 and 2011 in turn. */
  PAGES(".html", true),
  /** Files of the national archive's export: text and attributes. */
  AAD(".txt", true),
  /** Five lines about the cable, then header and body glued together. */
  FRONT_MATTER(".txt", true),
  /** A JSON object a line. */
  JSONL(".jsonl", false);

  private static final DateTimeFormatter ISO_MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
  private static final DateTimeFormatter CSV_DATE =
      DateTimeFormatter.ofPattern("M/d/yyyy H:mm", Locale.ROOT);
  private static final DateTimeFormatter AAD_DATE =
      DateTimeFormatter.ofPattern("dd MMM yyyy", Locale.ENGLISH);
  private static final String STAMP =
      "Rosalinde Q. Sample Declassified/Released US Department of State EO Systematic Review 22 May"
          + " 2009";

  private final String extension;
  private final boolean fileAMessage;

  Form(String extension, boolean fileAMessage) {
    this.extension = extension;
    this.fileAMessage = fileAMessage;
  }

  /** With the dot. */
  public String extension() {
    return extension;
  }

  /** Whether each message is a file of its own. */
  public boolean fileAMessage() {
    return fileAMessage;
  }

  /** The name on the command line. */
  String option() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What a file of this form begins with, before the first message. */
  String head() {
    return this == TABLE ? "Subject;Sent;Level;Id;Origin;References;Text\n" : "";
  }

  /** One message as it stands in a file of this form. */
  public String write(SyntheticCable cable, Transmission message) {
    return switch (this) {
      case FILES -> message.text();
      case TEXT -> message.text() + (message.body().endsWith("NNNN\n") ? "\n" : "\nNNNN\n\n");
      case CSV -> csv(cable, message);
      case TABLE -> tableRow(cable, message);
      case PAGES -> page(cable, message);
      case AAD -> archive(cable, message);
      case FRONT_MATTER -> frontMatter(cable, message);
      case JSONL -> json(cable, message);
    };
  }

  /** The id in the long form of the archive: {@code 1974WARSAW00421}. */
  static String documentNumber(SyntheticCable cable) {
    return cable.year() + Letterhead.six(cable.post()) + Letterhead.padded(cable.serial(), 5);
  }

  /** As the catalogue of the dump names the classification. */
  static String catalogueLevel(SyntheticCable cable) {
    if (cable.controls().contains("NOFORN")) {
      return Letterhead.solid(cable.level()) + "//NOFORN";
    }
    if (cable.controls().contains("SBU")) {
      return "UNCLASSIFIED//FOR OFFICIAL USE ONLY";
    }
    return Letterhead.solid(cable.level());
  }

  private static LocalDateTime sentAt(SyntheticCable cable) {
    return LocalDateTime.ofInstant(cable.sentAt(), ZoneOffset.UTC);
  }

  private static String csv(SyntheticCable cable, Transmission message) {
    StringBuilder row = new StringBuilder(message.body().length() + 1_000);
    cell(row, Long.toString(cable.number() + 1)).append(',');
    cell(row, CSV_DATE.format(sentAt(cable))).append(',');
    cell(row, cable.claimedId()).append(',');
    cell(row, Letterhead.catalogueName(cable.post())).append(',');
    cell(row, catalogueLevel(cable)).append(',');
    cell(row, String.join("|", cable.references())).append(',');
    cell(row, message.header().strip()).append(',');
    cell(row, message.body().stripTrailing()).append('\n');
    return row.toString();
  }

  private static String tableRow(SyntheticCable cable, Transmission message) {
    List<String> cells =
        List.of(
            cable.subject(),
            ISO_MINUTE.format(sentAt(cable)),
            catalogueLevel(cable),
            cable.claimedId(),
            Letterhead.catalogueName(cable.post()),
            String.join(" ", cable.references()),
            message.text().stripTrailing());
    StringBuilder row = new StringBuilder(message.body().length() + 1_000);
    for (String cell : cells) {
      row.append(row.length() == 0 ? "" : ";");
      row.append('"').append(cell.replace("\"", "\"\"")).append('"');
    }
    return row.append("\n").toString();
  }

  private static StringBuilder cell(StringBuilder row, String value) {
    row.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\' && (i + 1 == value.length() || value.charAt(i + 1) != '\n')) {
        row.append('\\');
      }
      row.append(c);
    }
    return row.append('"');
  }

  private static String page(SyntheticCable cable, Transmission message) {
    boolean of2011 = cable.number() % 2 == 0;
    String id = cable.claimedId();
    LocalDateTime sent = sentAt(cable);
    String created = ISO_MINUTE.format(sent);
    String month = created.substring(0, 7);
    StringBuilder page = new StringBuilder(message.body().length() * 5 / 4 + 2_000);
    page.append("<?xml version='1.0' encoding='utf-8' ?>\n")
        .append("<html lang='en' xml:lang='en' xmlns='http://www.w3.org/1999/xhtml'>\n")
        .append("<head>\n<title>Cable Viewer</title>\n</head>\n<body>\n<div class='main'>\n")
        .append("<div class='pane big'>\n<h3>Viewing cable ")
        .append(id)
        .append(", ");
    escape(page, cable.subject(), "\n");
    page.append("</h3>\n<table class='cable'>\n<tr>\n<th>Reference ID</th>\n<th>Created</th>\n");
    if (of2011) {
      page.append("<th>Released</th>\n");
    }
    page.append("<th>Classification</th>\n<th>Origin</th>\n</tr>\n<tr>\n");
    link(page, "/cable/" + month.replace('-', '/') + "/" + id + ".html", id);
    link(page, "/date/" + month + "_0.html", created);
    if (of2011) {
      link(page, "/reldate/2011-08-30_0.html", "2011-08-30 01:44");
    }
    link(page, "/classification/1_0.html", catalogueLevel(cable));
    link(page, "/origin/1_0.html", Letterhead.catalogueName(cable.post()));
    page.append("</tr>\n</table>\n<code><pre>");
    escape(page, message.header().strip(), "&#x000A;");
    page.append("</pre></code>\n<code><pre>");
    StringBuilder body = new StringBuilder(message.body().length() * 5 / 4);
    escape(body, message.body().stripTrailing(), "&#x000A;");
    page.append(linkTags(body.toString(), cable.tags()));
    page.append("</pre></code>\n</div>\n</div>\n</body>\n</html>\n");
    return page.toString();
  }

  private static void link(StringBuilder page, String target, String text) {
    page.append("<td>\n<a href='").append(target).append("'>");
    escape(page, text, "\n");
    page.append("</a>\n</td>\n");
  }

  /** The TAGS line's codes as links, as the pages have them. */
  private static String linkTags(String body, List<String> tags) {
    int start = body.indexOf("TAGS: ");
    if (start < 0) {
      return body;
    }
    int end = body.indexOf("&#x000A;", start);
    StringBuilder line = new StringBuilder("TAGS: ");
    for (String tag : tags) {
      if (tag.indexOf(',') >= 0) {
        return body;
      }
      line.append("<a href='/tag/").append(tag).append("_0.html'>").append(tag).append("</a> ");
    }
    String printed = body.substring(start, Math.max(start, end));
    return printed.equals("TAGS: " + String.join(", ", tags))
        ? body.substring(0, start) + line.toString().stripTrailing() + body.substring(end)
        : body;
  }

  private static void escape(StringBuilder out, String text, String lineEnd) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '\n' -> out.append(lineEnd);
        default -> out.append(c);
      }
    }
  }

  private static String archive(SyntheticCable cable, Transmission message) {
    StringBuilder file = new StringBuilder(message.body().length() + 2_500);
    LocalDateTime sent = sentAt(cable);
    String film =
        String.format(
            Locale.ROOT,
            "D%02d%04d-%04d",
            cable.year() % 100,
            cable.number() / 1_300 % 10_000,
            cable.number() % 1_300);
    file.append(STAMP).append("\n            Message Text\n\n");
    file.append(message.text().stripTrailing());
    file.append("\n\n            Message Attributes\n\n");
    attribute(file, "Automatic Decaptioning", "X");
    attribute(file, "Capture Date", "01 JAN 1994");
    attribute(file, "Channel Indicators", "n/a");
    attribute(file, "Current Classification", "UNCLASSIFIED");
    attribute(file, "Concepts", "n/a");
    attribute(file, "Control Number", "n/a");
    attribute(file, "Copy", "SINGLE");
    attribute(file, cable.year() == 1977 ? "Sent Date" : "Draft Date", AAD_DATE.format(sent));
    attribute(file, "Decaption Date", "01 JAN 1960");
    attribute(file, "Document Number", documentNumber(cable));
    attribute(file, "Document Source", "CORE");
    attribute(file, "Document Unique ID", "00");
    attribute(file, "Drafter", "n/a");
    attribute(file, "Enclosure", "n/a");
    attribute(file, "Executive Order", archiveCode(cable.declassification()));
    attribute(file, "Errors", "N/A");
    attribute(file, "Film Number", film);
    attribute(file, "From", Letterhead.place(cable.post()));
    attribute(file, "Handling Restrictions", "n/a");
    attribute(file, "Line Count", Long.toString(message.text().lines().count()));
    attribute(file, "Locator", "TEXT ON-LINE, ON MICROFILM");
    attribute(file, "Office", "ACTION EUR");
    attribute(file, "Original Classification", Letterhead.solid(cable.level()));
    attribute(file, "Original Handling Restrictions", handling(cable));
    attribute(file, "Page Count", Integer.toString(cable.sections()));
    attribute(file, "Reference", cable.references().isEmpty() ? "n/a" : references(cable));
    attribute(file, "Review Action", "RELEASED, APPROVED");
    attribute(file, "Status", "NATIVE");
    attribute(file, "Subject", cable.subject());
    attribute(file, "TAGS", tags(cable));
    attribute(file, "To", cable.post().id().equals("STATE") ? "n/a" : "STATE");
    attribute(file, "Type", "TE");
    attribute(file, "Markings", STAMP);
    return file.toString();
  }

  /** The archive has no level for what is sensitive but unclassified: that is handling. */
  private static String handling(SyntheticCable cable) {
    List<String> handling = new ArrayList<>(cable.captions());
    if (cable.controls().contains("SBU")) {
      handling.add("SBU");
    }
    return handling.isEmpty() ? "n/a" : String.join(", ", handling);
  }

  /** As the archive keeps the instruction of order 11652; of the others it keeps none. */
  private static String archiveCode(@Nullable String declassification) {
    if (declassification == null || !declassification.contains("GDS")) {
      return "N/A";
    }
    int exemption = declassification.indexOf("XGDS");
    return exemption < 0 ? "GS" : "X" + declassification.replaceAll("[^1-4]", "");
  }

  private static void attribute(StringBuilder file, String name, String value) {
    file.append(name).append(": ").append(value).append('\n');
  }

  /** {@code 75 STATE 194199, 75 TUNIS 4828}. */
  private static String references(SyntheticCable cable) {
    return String.join(
        ", ",
        cable.references().stream()
            .map(id -> id.replaceFirst("^(\\d\\d)(\\D+)(\\d+)$", "$1 $2 $3"))
            .toList());
  }

  private static String tags(SyntheticCable cable) {
    return cable.tags().isEmpty()
        ? "n/a"
        : String.join(
            ", ", cable.tags().stream().map(t -> t.indexOf(',') >= 0 ? "(" + t + ")" : t).toList());
  }

  private static String frontMatter(SyntheticCable cable, Transmission message) {
    return cable.claimedId()
        + "\n"
        + cable.subject()
        + "\n"
        + ISO_MINUTE.format(sentAt(cable))
        + "\n"
        + catalogueLevel(cable)
        + "\n"
        + Letterhead.catalogueName(cable.post())
        + "\n"
        + message.header().strip()
        + message.body();
  }

  private static String json(SyntheticCable cable, Transmission message) {
    StringBuilder line = new StringBuilder(message.body().length() * 11 / 10 + 600);
    line.append('{');
    field(line, "id", cable.claimedId()).append(',');
    field(line, "date", cable.sentAt().toString()).append(',');
    field(line, "subject", cable.subject()).append(',');
    field(line, "classification", catalogueLevel(cable)).append(',');
    field(line, "origin", Letterhead.catalogueName(cable.post())).append(',');
    line.append("\"references\":[");
    for (int i = 0; i < cable.references().size(); i++) {
      string(line.append(i == 0 ? "" : ","), cable.references().get(i));
    }
    line.append("],");
    field(line, "header", message.header()).append(',');
    field(line, "body", message.body());
    return line.append("}\n").toString();
  }

  private static StringBuilder field(StringBuilder line, String name, String value) {
    string(line, name).append(':');
    return string(line, value);
  }

  private static StringBuilder string(StringBuilder line, String value) {
    line.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> line.append("\\\"");
        case '\\' -> line.append("\\\\");
        case '\n' -> line.append("\\n");
        default -> line.append(c);
      }
    }
    return line.append('"');
  }
}
