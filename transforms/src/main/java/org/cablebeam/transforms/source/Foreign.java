package org.cablebeam.transforms.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.RejectCode;
import org.jspecify.annotations.Nullable;

/**
 * A file of a known kind that is no text, such as a PDF or an image, or that would be mistaken for
 * one, such as Rich Text: it is rejected with what to do, and not taken for a cable that is
 * damaged. Known by its first bytes, which are those that the kinds' own descriptions give.
 */
final class Foreign implements Form {
  private record Kind(String signature, String what) {}

  private static final String AS_TEXT = "; save it as plain text.";
  private static final String UNPACK = ", which is not known here; pack it as zip or gzip.";
  private static final String EXPORT = "; export its cables as CSV or JSON.";

  private static final List<Kind> KINDS =
      List.of(
          new Kind("{\\rtf", "This is Rich Text (RTF)" + AS_TEXT),
          new Kind("%PDF-", "This is a PDF" + AS_TEXT),
          new Kind(
              "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1",
              "This is a document of an office program (DOC, XLS, MSG)" + AS_TEXT),
          new Kind("\u0089PNG\r\n\u001a\n", image("PNG")),
          new Kind("\u00ff\u00d8\u00ff", image("JPEG")),
          new Kind("GIF87a", image("GIF")),
          new Kind("GIF89a", image("GIF")),
          new Kind("II*\0", image("TIFF")),
          new Kind("MM\0*", image("TIFF")),
          new Kind("Rar!\u001a\u0007", "This is an archive of RAR" + UNPACK),
          new Kind("MSCF\0\0\0\0", "This is an archive of CAB" + UNPACK),
          new Kind("!<arch>\n", "This is an archive of ar" + UNPACK),
          new Kind("\u0004\"M\u0018", "This is packed by lz4" + UNPACK),
          new Kind("]\0\0", "This is packed by lzma" + UNPACK),
          new Kind("LZIP\u0001", "This is packed by lzip" + UNPACK),
          new Kind("\u001f\u009d", "This is packed by compress" + UNPACK),
          new Kind("SQLite format 3\0", "This is a database (SQLite)" + EXPORT),
          new Kind("PAR1", "This is a table in Parquet" + EXPORT),
          new Kind("ARROW1\0\0", "This is a table in Arrow" + EXPORT));

  private static final String OFFICE =
      "This is a document of an office program (DOCX, XLSX, ODT)" + AS_TEXT;

  private static final String ZIP_ENTRY = "PK\u0003\u0004";

  /** Where the name of a zip's first entry begins; its length stands four bytes before. */
  private static final int ZIP_NAME = 30;

  private final String what;

  private Foreign(String what) {
    this.what = what;
  }

  private static String image(String kind) {
    return "This is an image (" + kind + "), no text.";
  }

  /** The kind of a file that begins with {@code head}; null if it is none of these. */
  static @Nullable Foreign recognise(byte[] head, int at) {
    for (Kind kind : KINDS) {
      if (Ascii.startsWith(head, at, head.length, kind.signature)) {
        return new Foreign(kind.what);
      }
    }
    return isOfficeDocument(head) ? new Foreign(OFFICE) : null;
  }

  /** Whether a zip is a document: its first entry says so by its name. */
  static boolean isOfficeDocument(byte[] head) {
    if (head.length < ZIP_NAME || !Ascii.startsWith(head, 0, head.length, ZIP_ENTRY)) {
      return false;
    }
    int length = (head[ZIP_NAME - 4] & 0xFF) | (head[ZIP_NAME - 3] & 0xFF) << 8;
    int end = Math.min(head.length, ZIP_NAME + length);
    String name = new String(head, ZIP_NAME, end - ZIP_NAME, StandardCharsets.ISO_8859_1);
    return name.equals("[Content_Types].xml")
        || name.equals("_rels/.rels")
        || (name.equals("mimetype")
            && Ascii.startsWith(head, end, head.length, "application/vnd.oasis.opendocument"));
  }

  @Override
  public Container container() {
    return Container.UNKNOWN;
  }

  @Override
  public Records records(InputStream in, long longest, long size) {
    return new Beginning(in);
  }

  @Override
  public void read(Segment record, Intake intake) {
    Decoded decoded = Decoded.of(record.bytes());
    boolean text = decoded.isText();
    intake.reject(
        record.ordinal(),
        RejectCode.NOT_TEXT,
        what,
        text ? decoded.text() : "",
        text ? decoded : null);
  }

  /** The first bytes of a file as its one record: its length tells nothing. */
  private static final class Beginning implements Records {
    private final InputStream in;
    private byte[] head = {};
    private boolean given;

    Beginning(InputStream in) {
      this.in = in;
    }

    @Override
    public Optional<Segment> next() throws IOException {
      if (given) {
        return Optional.empty();
      }
      head = in.readNBytes(InputReader.HEAD);
      in.transferTo(OutputStream.nullOutputStream());
      given = true;
      return Optional.of(new Segment(head, 0, true));
    }

    @Override
    public byte[] rest() {
      return Arrays.copyOf(head, head.length);
    }

    @Override
    public long restOffset() {
      return 0;
    }
  }
}
