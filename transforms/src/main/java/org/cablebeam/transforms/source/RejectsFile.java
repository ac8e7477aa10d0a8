package org.cablebeam.transforms.source;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.SchemaParseException;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorInputStream;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.RawMessage;
import org.cablebeam.schemas.RejectCode;
import org.cablebeam.schemas.RejectedMessage;
import org.cablebeam.schemas.Source;
import org.jspecify.annotations.Nullable;

/**
 * Our own rejects, given again: what was rejected by a parser is a message again, with its old
 * source; what could not be taken out of its container is tried again, in the same form; what has
 * no text is the same reject again.
 *
 * <p>The file is an Avro object container. It is read here, not by Avro's own reader, as that one
 * believes the lengths that a file claims and takes so much memory; nothing else is done by hand.
 */
final class RejectsFile implements Form {
  private static final byte[] MAGIC = {'O', 'b', 'j', 1};
  private static final int SYNC = 16;
  private static final int FILES = 8;

  private final Limits limits;

  RejectsFile(Limits limits) {
    this.limits = limits;
  }

  static boolean recognises(byte[] head) {
    return Ascii.startsWith(head, 0, head.length, "Obj\u0001");
  }

  @Override
  public Container container() {
    return Container.REJECTS;
  }

  @Override
  public boolean splittable() {
    return false;
  }

  @Override
  public boolean startsAt(byte[] bytes, int from, int at, int to) {
    return false;
  }

  @Override
  public long longestRecord(long maxMessageBytes) {
    return maxMessageBytes * FILES;
  }

  @Override
  public void read(Segment record, Intake intake) {
    try {
      Cursor file = new Cursor(record.bytes(), 0);
      file.skip(MAGIC.length);
      String schema = "";
      String codec = "null";
      for (long entries = file.blockCount(); entries > 0; entries = file.blockCount()) {
        for (long i = 0; i < entries; i++) {
          String key = file.string();
          String value = file.string();
          if (key.equals("avro.schema")) {
            schema = value;
          } else if (key.equals("avro.codec")) {
            codec = value;
          }
        }
      }
      file.skip(SYNC);
      if (!isOurs(schema)) {
        intake.reject(
            1,
            RejectCode.NOT_TEXT,
            "This is an Avro file, but none of rejects of this version: it is no input.",
            "",
            null);
        return;
      }
      while (file.more()) {
        long count = file.number();
        byte[] block = unpacked(file.bytes(), codec);
        file.skip(SYNC);
        Cursor rows = new Cursor(block, 0);
        for (long i = 0; i < count; i++) {
          again(reject(rows), intake);
        }
      }
    } catch (IOException e) {
      intake.reject(
          1,
          RejectCode.DAMAGED_ARCHIVE,
          "The file of rejects is damaged or cut off: " + InputReader.oneLine(e),
          "",
          null);
    }
  }

  private static boolean isOurs(String schema) {
    try {
      Schema written = new Schema.Parser().parse(schema);
      return SchemaNormalization.toParsingForm(written)
          .equals(SchemaNormalization.toParsingForm(RejectedMessage.getClassSchema()));
    } catch (SchemaParseException e) {
      // Whatever it is, it is none of our files; the caller says so.
      return false;
    }
  }

  private byte[] unpacked(byte[] block, String codec) throws IOException {
    InputStream in = new ByteArrayInputStream(block);
    try {
      switch (codec) {
        case "null" -> {
          return block;
        }
        case "deflate" -> in = new InflaterInputStream(in, new Inflater(true));
        case "snappy" ->
            in =
                new SnappyCompressorInputStream(
                    new ByteArrayInputStream(block, 0, block.length - 4));
        case "zstandard" -> in = new ZstdInputStream(in);
        default -> throw new IOException("Its codec " + codec + " is not known.");
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream(block.length * 3);
      long most = longestRecord(limits.maxMessageBytes());
      byte[] buffer = new byte[64 * 1024];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        if (out.size() > most) {
          throw new IOException("A block unpacks to more than " + most + " bytes.");
        }
      }
      return out.toByteArray();
    } catch (RuntimeException e) {
      throw new IOException("A block cannot be unpacked.", e);
    }
  }

  /** Reads the fields of a reject in the order of its schema. */
  private static RejectedMessage reject(Cursor row) throws IOException {
    String uri = row.string();
    Container[] containers = Container.values();
    long container = row.number();
    if (container < 0 || container >= containers.length) {
      throw new IOException("A container is not known.");
    }
    long ordinal = row.number();
    String charset = row.number() == 0 ? null : row.string();
    return RejectedMessage.newBuilder()
        .setSource(
            Source.newBuilder()
                .setUri(uri)
                .setContainer(containers[(int) container])
                .setOrdinal(ordinal)
                .setCharset(charset)
                .setSha256(row.string())
                .build())
        .setStage(row.string())
        .setCode(row.string())
        .setMessage(row.string())
        .setRaw(row.string())
        .build();
  }

  private void again(RejectedMessage reject, Intake intake) {
    if (reject.getRaw().isBlank()) {
      intake.retried(reject);
      return;
    }
    if (!reject.getStage().equals("READ")) {
      intake.retried(
          RawMessage.newBuilder().setText(reject.getRaw()).setSource(reject.getSource()).build());
      return;
    }
    Form form = form(reject.getSource().getContainer());
    if (form == null || isFinal(reject.getCode())) {
      intake.retried(reject);
      return;
    }
    byte[] raw = reject.getRaw().getBytes(StandardCharsets.UTF_8);
    intake.source(reject.getSource());
    form.read(new Segment(raw, reject.getSource().getOrdinal() - 1, true), intake);
    intake.source(null);
  }

  /** What was cut when it was rejected would be read as if it were whole. */
  private static boolean isFinal(String code) {
    return code.equals(RejectCode.MESSAGE_TOO_LARGE.name())
        || code.equals(RejectCode.DAMAGED_ARCHIVE.name())
        || code.equals(RejectCode.UNREADABLE_FILE.name())
        || code.equals(RejectCode.EXPANSION_TOO_LARGE.name());
  }

  private @Nullable Form form(Container container) {
    return switch (container) {
      case TEXT -> new RawText(limits.maxMessageBytes());
      case CABLEGATE_PAGE -> new WebPage();
      case CABLEGATE_CSV -> new DumpTable();
      case FRONT_MATTER -> new FrontMatter();
      case AAD -> new AadExport();
      case PLUSD_PAGE -> new LibraryPage();
      case JSON_LINES -> new JsonLines(true, limits.maxMessageBytes());
      case UNKNOWN, REJECTS -> null;
    };
  }

  /** Avro's numbers and strings, never longer than what is there. */
  private static final class Cursor {
    private final byte[] bytes;
    private int at;

    Cursor(byte[] bytes, int at) {
      this.bytes = bytes;
      this.at = at;
    }

    boolean more() {
      return at < bytes.length;
    }

    void skip(int length) throws IOException {
      if (length < 0 || bytes.length - at < length) {
        throw new IOException("It ends too early.");
      }
      at += length;
    }

    long number() throws IOException {
      long value = 0;
      for (int shift = 0; shift < 64; shift += 7) {
        if (at >= bytes.length) {
          throw new IOException("It ends too early.");
        }
        byte b = bytes[at++];
        value |= (b & 0x7FL) << shift;
        if (b >= 0) {
          return (value >>> 1) ^ -(value & 1);
        }
      }
      throw new IOException("A number is too long.");
    }

    /** The count of a map's block; a negative one is followed by the block's length. */
    long blockCount() throws IOException {
      long count = number();
      if (count < 0) {
        number();
        count = -count;
      }
      return count;
    }

    byte[] bytes() throws IOException {
      long length = number();
      if (length < 0 || length > bytes.length - at) {
        throw new IOException("It ends too early.");
      }
      byte[] piece = Arrays.copyOfRange(bytes, at, at + (int) length);
      at += (int) length;
      return piece;
    }

    String string() throws IOException {
      long length = number();
      if (length < 0 || length > bytes.length - at) {
        throw new IOException("It ends too early.");
      }
      String text = new String(bytes, at, (int) length, StandardCharsets.UTF_8);
      at += (int) length;
      return text;
    }
  }
}
