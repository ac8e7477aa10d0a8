package org.cablebeam.transforms.source;

import java.nio.charset.StandardCharsets;
import org.cablebeam.schemas.Container;
import org.jspecify.annotations.Nullable;

/** Tells by the first bytes in which form a file is. */
final class Forms {
  private Forms() {}

  /** The form of a file that begins with {@code head}; plain text if it is no other. */
  static Form of(byte[] head, Limits limits) {
    int at = Ascii.startsWith(head, 0, head.length, "\u00ef\u00bb\u00bf") ? 3 : 0;
    if (at == head.length) {
      return new RawText(limits.maxMessageBytes());
    }
    Foreign foreign = Foreign.recognise(head, at);
    if (foreign != null) {
      return foreign;
    }
    Form table = table(head, at);
    if (table != null) {
      return table;
    }
    JsonLines json = JsonLines.recognise(head, at, limits.maxMessageBytes());
    if (json != null) {
      return json;
    }
    if (WebPage.recognises(head, at)) {
      return new WebPage(limits.maxMessageBytes());
    }
    if (AadExport.recognises(head)) {
      return new AadExport(limits.maxMessageBytes());
    }
    FrontMatter frontMatter = new FrontMatter();
    if (frontMatter.recognises(head, at)) {
      return frontMatter;
    }
    // Its field names are ASCII; what the other bytes mean makes no difference here.
    if (LibraryPage.recognises(new String(head, StandardCharsets.ISO_8859_1))) {
      return new LibraryPage();
    }
    return new RawText(limits.maxMessageBytes());
  }

  /** By what a form is told from the others, in words; null for none. */
  static @Nullable String sign(Container form) {
    return switch (form) {
      case TEXT -> "no mark of another form";
      case CABLEGATE_PAGE -> "the first tag of a page";
      case CABLEGATE_CSV -> "a quoted number and a quoted cell at the beginning of a line";
      case TABLE -> "the columns of a table";
      case FRONT_MATTER -> "a number of a cable on a line, a date two lines below";
      case AAD -> "a line Message Text or Message Attributes";
      case PLUSD_PAGE -> "the names of the fields of a library page";
      case JSON_LINES -> "a bracket of JSON first";
      case REJECTS -> "an Avro file of rejects";
      case UNKNOWN -> null;
    };
  }

  /** The dump where it is that, as it can be read by ranges; or another table; null for none. */
  private static @Nullable Form table(byte[] head, int at) {
    DumpTable dump = new DumpTable();
    if (dump.startsAt(head, at, at, head.length)) {
      return dump;
    }
    Table table = Table.recognise(head, at);
    boolean ofDump = table == null || table.hasColumnsOfDump();
    return ofDump && dump.recognises(head, at) ? dump : table;
  }
}
