package org.cablebeam.transforms.source;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.RawMessage;
import org.cablebeam.schemas.RejectCode;
import org.cablebeam.schemas.RejectedMessage;
import org.jspecify.annotations.Nullable;

/**
 * Our own rejects, given again: what was rejected by a parser is the same message again, with its
 * old source and claims; what could not be taken out of its container is tried again, in the same
 * form; what has no text is the same reject again.
 *
 * <p>The file is an Avro object container, of this version's schema or of one that it can read. Its
 * frame is read here, not by Avro, which believes the lengths that a file claims and takes so much
 * memory; rows are given to Avro when all their lengths were found to be true. One block is held in
 * memory at a time. Not thread-safe: one a file.
 */
final class RejectsFile {
  private static final int SYNC = 16;

  /** A block is closed when it is full, so it has one long row at most: this many messages. */
  private static final int MESSAGES = 8;

  /** Schema and codec; nobody writes more into the head of a file. */
  private static final int LONGEST_HEAD = 1 << 20;

  /** What a decompressor may take for its dictionary, in KiB. */
  private static final int MEMORY_KIB = 256 * 1024;

  /** No record of ours nests deeper, and no list in one is longer. */
  private static final int DEEPEST = 32;

  private static final int LONGEST_LIST = 1 << 20;

  private final Limits limits;
  private final InputStream in;
  private final MessageSink sink;
  private @Nullable Intake original;
  private int originals;

  RejectsFile(Limits limits, InputStream in, MessageSink sink) {
    this.limits = limits;
    this.in = in;
    this.sink = sink;
  }

  static boolean recognises(byte[] head) {
    return Ascii.startsWith(head, 0, head.length, "Obj\u0001");
  }

  /**
   * Reads all rows; a damage is a reject of the file, behind the rows before it. Each input that
   * rejects come from is told to the sink as an input of its own.
   *
   * @return how many such inputs there were, neighbours of one name counted once
   * @throws IOException when the bytes of the file cannot be had
   */
  int read(Intake intake) throws IOException {
    try {
      readRows(intake);
    } finally {
      endOriginal();
    }
    return originals;
  }

  private void endOriginal() {
    if (original != null) {
      original.end(0, null);
      original = null;
    }
  }

  /** Where the messages of a reject are counted. */
  private Intake original(RejectedMessage reject) {
    Intake open = original;
    String uri = reject.getSource().getUri();
    if (open == null || !open.uri().equals(uri)) {
      endOriginal();
      open = new Intake(uri, sink);
      open.container(reject.getSource().getContainer());
      if (reject.getSource().getOrdinal() > 1) {
        open.laterRange();
      }
      original = open;
      originals++;
    }
    return open;
  }

  private void readRows(Intake intake) throws IOException {
    try {
      bytes(4);
      String schema = "";
      String codec = "null";
      for (long entries = blockCount(); entries > 0; entries = blockCount()) {
        for (long i = 0; i < entries; i++) {
          String key = string();
          String value = string();
          if (key.equals("avro.schema")) {
            schema = value;
          } else if (key.equals("avro.codec")) {
            codec = value;
          }
        }
      }
      bytes(SYNC);
      Schema written = schemaOfRejects(schema);
      if (written == null) {
        intake.reject(
            1,
            RejectCode.NOT_TEXT,
            "This is an Avro file, but none of rejects: it is no input.",
            "",
            null);
        return;
      }
      SpecificDatumReader<RejectedMessage> rows =
          new SpecificDatumReader<>(written, RejectedMessage.getClassSchema());
      for (int first = in.read(); first >= 0; first = in.read()) {
        long count = number(first);
        byte[] block = unpacked(bytes(number(in.read())), codec);
        bytes(SYNC);
        check(written, count, block);
        var decoder = DecoderFactory.get().binaryDecoder(block, null);
        for (long i = 0; i < count; i++) {
          again(rows.read(null, decoder));
        }
      }
    } catch (DamagedFile | AvroRuntimeException e) {
      intake.reject(
          1,
          RejectCode.DAMAGED_ARCHIVE,
          "The file of rejects is damaged or cut off: " + InputReader.oneLine(e),
          "",
          null);
    }
  }

  /** The schema that a file of rejects was written with; null if it is another file. */
  private static @Nullable Schema schemaOfRejects(String schema) {
    try {
      Schema written = new Schema.Parser().parse(schema);
      boolean ours = written.getFullName().equals(RejectedMessage.getClassSchema().getFullName());
      return ours && written.getType() == Schema.Type.RECORD ? written : null;
    } catch (AvroRuntimeException e) {
      // Whatever it is, it is none of our files; the caller says so.
      return null;
    }
  }

  private byte[] unpacked(byte[] block, String codec) throws IOException {
    InputStream packed = new ByteArrayInputStream(block);
    int most = (int) Math.min(limits.maxMessageBytes() * MESSAGES, Integer.MAX_VALUE - 16);
    try {
      InputStream plain =
          switch (codec) {
            case "null" -> packed;
            case "deflate" -> new InflaterInputStream(packed, new Inflater(true));
            // Four bytes of checksum stand behind the data.
            case "snappy" ->
                new SnappyCompressorInputStream(
                    new ByteArrayInputStream(block, 0, block.length - 4));
            case "zstandard" -> new ZstdInputStream(packed);
            case "bzip2" -> new BZip2CompressorInputStream(packed);
            case "xz" -> new XZCompressorInputStream(packed, false, MEMORY_KIB);
            default -> throw new DamagedFile("its codec " + codec + " is not known");
          };
      byte[] bytes = plain.readNBytes(most);
      if (plain.read() >= 0) {
        throw new DamagedFile("a block unpacks to more than " + most + " bytes");
      }
      return bytes;
    } catch (DamagedFile e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new DamagedFile("a block cannot be unpacked");
    }
  }

  private void again(RejectedMessage reject) {
    Intake intake = original(reject);
    if (reject.getRaw().isBlank()) {
      intake.retried(reject);
      return;
    }
    if (!reject.getStage().equals("READ")) {
      intake.retried(
          RawMessage.newBuilder()
              .setText(reject.getRaw())
              .setBodyStart(reject.getBodyStart())
              .setSource(reject.getSource())
              .setClaims(reject.getClaims())
              .setIssues(reject.getIssues())
              .build());
      return;
    }
    Form form = form(reject.getSource().getContainer());
    if (form == null || isFinal(reject)) {
      intake.retried(reject);
      return;
    }
    if (reject.getSource().getCharset() != null) {
      intake.charset(reject.getSource().getCharset(), null);
    }
    byte[] raw = reject.getRaw().getBytes(StandardCharsets.UTF_8);
    form.read(new Segment(raw, reject.getSource().getOrdinal() - 1, true), intake);
  }

  /** What was cut when it was rejected would be read as if it were whole. */
  private static boolean isFinal(RejectedMessage reject) {
    String code = reject.getCode();
    return reject.getRaw().length() >= Intake.LONGEST_RAW
        || code.equals(RejectCode.MESSAGE_TOO_LARGE.name())
        || code.equals(RejectCode.DAMAGED_ARCHIVE.name())
        || code.equals(RejectCode.UNREADABLE_FILE.name())
        || code.equals(RejectCode.EXPANSION_TOO_LARGE.name());
  }

  private @Nullable Form form(Container container) {
    return switch (container) {
      case TEXT -> new RawText(limits.maxMessageBytes());
      case CABLEGATE_PAGE -> new WebPage(limits.maxMessageBytes());
      case CABLEGATE_CSV -> new DumpTable();
      case FRONT_MATTER -> new FrontMatter();
      case AAD -> new AadExport(limits.maxMessageBytes());
      case PLUSD_PAGE -> new LibraryPage();
      case JSON_LINES -> new JsonLines(true, limits.maxMessageBytes());
      // A row says nothing without the names of its columns.
      case TABLE, UNKNOWN, REJECTS -> null;
    };
  }

  /** Avro's variable-length number. */
  private long number(int first) throws IOException {
    long value = 0;
    int b = first;
    for (int shift = 0; shift < 64; shift += 7) {
      if (b < 0) {
        throw new DamagedFile(CUT);
      }
      value |= (b & 0x7FL) << shift;
      if (b < 0x80) {
        return (value >>> 1) ^ -(value & 1);
      }
      b = in.read();
    }
    throw new DamagedFile("a number is too long");
  }

  /** The count of a map's block; a negative one is followed by the block's length. */
  private long blockCount() throws IOException {
    long count = number(in.read());
    if (count < 0) {
      number(in.read());
      count = -count;
    }
    return count;
  }

  private String string() throws IOException {
    long length = number(in.read());
    if (length > LONGEST_HEAD) {
      throw new DamagedFile("its head is too long");
    }
    return new String(bytes(length), StandardCharsets.UTF_8);
  }

  /** So many bytes; memory is taken for those that are there, whatever was claimed. */
  private byte[] bytes(long length) throws IOException {
    long most = limits.maxMessageBytes() * MESSAGES;
    if (length < 0 || length > Math.min(most, Integer.MAX_VALUE - 16)) {
      throw new DamagedFile("a block of " + length + " bytes");
    }
    byte[] bytes = in.readNBytes((int) length);
    if (bytes.length < length) {
      throw new DamagedFile(CUT);
    }
    return bytes;
  }

  private static final String CUT = "it ends too early";

  /** Walks over rows, so that every length in them is known to be true. */
  private static void check(Schema schema, long count, byte[] block) throws DamagedFile {
    if (count < 0 || count > block.length) {
      throw new DamagedFile("a block of " + count + " rows");
    }
    Walk walk = new Walk(block);
    for (long i = 0; i < count; i++) {
      walk.over(schema, 0);
    }
  }

  private static final class Walk {
    private final byte[] bytes;
    private int at;

    /** A foreign schema may have any number of fields that take no bytes. */
    private long steps;

    Walk(byte[] bytes) {
      this.bytes = bytes;
      this.steps = 64L * (bytes.length + 64L);
    }

    void over(Schema schema, int depth) throws DamagedFile {
      if (depth > DEEPEST || --steps < 0) {
        throw new DamagedFile("a row is nested too deep");
      }
      switch (schema.getType()) {
        case RECORD -> {
          for (Schema.Field field : schema.getFields()) {
            over(field.schema(), depth + 1);
          }
        }
        case UNION -> over(schema.getTypes().get(index(schema.getTypes().size())), depth + 1);
        case ENUM -> index(schema.getEnumSymbols().size());
        case ARRAY -> items(schema.getElementType(), false, depth);
        case MAP -> items(schema.getValueType(), true, depth);
        case STRING, BYTES -> skip(number());
        case FIXED -> skip(schema.getFixedSize());
        case INT, LONG -> number();
        case FLOAT -> skip(4);
        case DOUBLE -> skip(8);
        case BOOLEAN -> skip(1);
        case NULL -> {
          // Nothing stands for it.
        }
      }
    }

    private void items(Schema schema, boolean named, int depth) throws DamagedFile {
      for (long count = number(); count != 0; count = number()) {
        if (count < 0) {
          count = -count;
          number();
        }
        if (count < 0 || count > Math.min(LONGEST_LIST, bytes.length - at)) {
          throw new DamagedFile("a list of " + count + " items");
        }
        for (long i = 0; i < count; i++) {
          if (named) {
            skip(number());
          }
          over(schema, depth + 1);
        }
      }
    }

    private int index(int size) throws DamagedFile {
      long index = number();
      if (index < 0 || index >= size) {
        throw new DamagedFile("a value is none of " + size);
      }
      return (int) index;
    }

    private void skip(long length) throws DamagedFile {
      if (length < 0 || length > bytes.length - at) {
        throw new DamagedFile(CUT);
      }
      at += (int) length;
    }

    private long number() throws DamagedFile {
      long value = 0;
      for (int shift = 0; shift < 64; shift += 7) {
        skip(1);
        byte b = bytes[at - 1];
        value |= (b & 0x7FL) << shift;
        if (b >= 0) {
          return (value >>> 1) ^ -(value & 1);
        }
      }
      throw new DamagedFile("a number is too long");
    }
  }

  /** The bytes could be had, but are not what a file of rejects has. */
  private static final class DamagedFile extends IOException {
    private static final long serialVersionUID = 1;

    DamagedFile(String message) {
      super(message);
    }
  }
}
