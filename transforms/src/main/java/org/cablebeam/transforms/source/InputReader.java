package org.cablebeam.transforms.source;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.io.input.ReaderInputStream;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.RejectCode;
import org.cablebeam.schemas.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Reads any input into messages: plain files of every {@link org.cablebeam.schemas.Container form},
 * recognised by content, and archives of them, in constant memory. Whatever the content, nothing is
 * thrown: what cannot be read is a reject with a reason. Immutable and thread-safe.
 *
 * <p>The ordinal of a message is the offset of its record in the file (of an entry: unpacked) plus
 * one, so that it does not depend on how a file was divided; a message within a longer record of
 * plain text adds the characters before it.
 */
public final class InputReader implements Serializable {
  private static final long serialVersionUID = 1;

  /** What is looked at to tell what a file is, in bytes. */
  static final int HEAD = 64 * 1024;

  /**
   * What a record may have at most, in bytes, so that a small heap is not filled by one: a record
   * is there as bytes, as text and in pieces, in each thread.
   */
  private static final long MOST_IN_HEAP = Runtime.getRuntime().maxMemory() / 24;

  private final Limits limits;

  public InputReader(Limits limits) {
    this.limits = limits;
  }

  /**
   * Reads a whole file. Never throws for content; an {@link IOException} of the channel becomes an
   * UNREADABLE_FILE reject. The caller closes the channel.
   */
  public void read(String uri, SeekableByteChannel channel, MessageSink sink) {
    read(uri, channel, EntrySelection.ALL, sink);
  }

  /** As {@link #read(String, SeekableByteChannel, MessageSink)}, but of an archive some entries. */
  public void read(
      String uri, SeekableByteChannel channel, EntrySelection entries, MessageSink sink) {
    long size;
    try {
      size = channel.size();
    } catch (IOException e) {
      Intake intake = new Intake(uri, sink);
      unreadable(intake, 1, e, "", null);
      intake.end(0, null);
      return;
    }
    ChannelInput file = new ChannelInput(channel);
    PackedInput input = new PackedInput(file, null, limits);
    new ArchiveReader(this, limits, entries, sink, file).read(uri, input, channel, size, 0);
  }

  /**
   * Reads the part [from, to) of a file that {@link #splittable may be read by ranges}: every
   * message whose record begins in it. That the file ends before {@code to} is a reject. Of another
   * file the range that begins at 0 reads everything, the others nothing.
   */
  public void readRange(
      String uri, SeekableByteChannel channel, long from, long to, MessageSink sink) {
    Intake intake = new Intake(uri, sink);
    try {
      Optional<Form> form = splittableForm(channel);
      if (form.isEmpty()) {
        if (from == 0 && to > 0) {
          channel.position(0);
          read(uri, channel, sink);
        }
        return;
      }
      long base = Math.max(0, from - Form.SIGHT - 1);
      channel.position(base);
      intake.container(form.get().container());
      if (from > 0) {
        intake.laterRange();
      }
      long longest = longest(form.get());
      Records records =
          new SegmentReader(
              Channels.newInputStream(channel), form.get(), longest, base, from, to, -1);
      readRecords(records, form.get(), intake);
      long size = channel.size();
      if (size < to) {
        intake.reject(
            Math.max(from, size) + 1,
            RejectCode.UNREADABLE_FILE,
            "The file became shorter while it was read; it has " + size + " bytes now.",
            "",
            null);
      }
      // One range for all: the row of a file holds the digest of the whole.
      intake.end(to - from, from == 0 ? sha256(channel) : null);
    } catch (IOException e) {
      unreadable(intake, from + 1, e, "", null);
      intake.end(to - from, null);
    }
  }

  /** Of a whole file. */
  static String sha256(SeekableByteChannel channel) throws IOException {
    channel.position(0);
    MessageDigest digest = Sha256.digest();
    ByteBuffer buffer = ByteBuffer.allocate(HEAD);
    while (channel.read(buffer) >= 0) {
      digest.update(buffer.flip());
      buffer.clear();
    }
    return Sha256.hex(digest);
  }

  /** Whether a file may be read by ranges, by content: looks at the first kilobytes. */
  public boolean splittable(SeekableByteChannel channel) throws IOException {
    return splittableForm(channel).isPresent();
  }

  private Optional<Form> splittableForm(SeekableByteChannel channel) throws IOException {
    channel.position(0);
    PackedInput input = new PackedInput(Channels.newInputStream(channel), null, limits);
    byte[] head = head(input, channel.size());
    boolean packed = Packing.of(head, head.length) != Packing.NONE;
    if (packed || RejectsFile.recognises(head) || utf16(head) != null) {
      return Optional.empty();
    }
    Form form = Forms.of(head, limits);
    return form.splittable() ? Optional.of(form) : Optional.empty();
  }

  /**
   * Reads bytes that are not packed, and ends the input.
   *
   * @param failure tells what an error of {@code input} means
   */
  void readPlain(Intake intake, byte[] head, PackedInput input, long size, FailureReason failure) {
    Records records = null;
    try {
      InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), input);
      if (RejectsFile.recognises(head)) {
        intake.container(Container.REJECTS);
        int inputs = new RejectsFile(limits, all, intake.sink()).read(intake);
        input.drain();
        intake.endRejects(inputs, input.count(), input.sha256());
        return;
      }
      Charset wide = utf16(head);
      long length = size;
      if (wide != null) {
        boolean marked = Decoded.byteOrderMark(head, 0, head.length) != null;
        intake.charset(wide.name(), marked ? CharsetSign.BYTE_ORDER_MARK : CharsetSign.NULS);
        PackedInput narrow = new PackedInput(inUtf8(all, wide), null, limits);
        head = head(narrow, -1);
        all = new SequenceInputStream(new ByteArrayInputStream(head), narrow);
        length = -1;
      }
      Form form = Forms.of(head, limits);
      intake.container(form.container());
      long longest = longest(form);
      records = form.records(all, longest, length);
      readRecords(records, form, intake);
      intake.end(input.count(), input.sha256());
    } catch (IOException e) {
      long ordinal = records == null ? 1 : records.restOffset() + 1;
      Decoded rest = records == null ? Decoded.of(head) : Decoded.of(records.rest());
      boolean text = rest.isText();
      failure.reject(intake, ordinal, e, text ? rest.text() : "", text ? rest : null);
      intake.end(input.count(), null);
    }
  }

  /** Forms are told by bytes of ASCII, which those of UTF-16 are not. */
  private static InputStream inUtf8(InputStream wide, Charset charset) throws IOException {
    return ReaderInputStream.builder()
        .setReader(new InputStreamReader(wide, charset))
        .setCharset(StandardCharsets.UTF_8)
        .get();
  }

  private long longest(Form form) {
    return Math.min(form.longestRecord(limits.maxMessageBytes()), MOST_IN_HEAP);
  }

  private static void readRecords(Records records, Form form, Intake intake) throws IOException {
    for (Optional<Segment> next = records.next(); next.isPresent(); next = records.next()) {
      Segment record = next.get();
      if (record.whole()) {
        form.read(record, intake);
      } else {
        Decoded start = Decoded.of(record.bytes(), 0, Math.min(record.bytes().length, HEAD));
        intake.reject(
            record.ordinal(),
            RejectCode.MESSAGE_TOO_LARGE,
            "The message is longer than the limit; only its beginning is kept here.",
            start.isText() ? start.text() : "",
            start.isText() ? start : null);
      }
    }
  }

  /**
   * The first bytes of a stream; fewer than {@link #HEAD} only if there are no more, or if it
   * failed behind them, which it tells again when it is read on.
   */
  static byte[] head(PackedInput in, long size) throws IOException {
    int length = size >= 0 && size < HEAD ? (int) size + 1 : HEAD;
    byte[] head = new byte[length];
    int filled = 0;
    while (filled < length) {
      int read;
      try {
        read = in.read(head, filled, length - filled);
      } catch (IOException e) {
        if (filled == 0 || !in.failed()) {
          throw e;
        }
        break;
      }
      if (read < 0) {
        break;
      }
      filled += read;
    }
    return filled == length ? head : Arrays.copyOf(head, filled);
  }

  private static @Nullable Charset utf16(byte[] head) {
    Charset marked = Decoded.byteOrderMark(head, 0, head.length);
    return marked != null ? marked : Decoded.unmarkedUtf16(head, 0, head.length);
  }

  static void unreadable(
      Intake intake, long ordinal, IOException e, String raw, @Nullable Decoded decoded) {
    intake.reject(
        ordinal,
        RejectCode.UNREADABLE_FILE,
        "The file could not be read: " + oneLine(e),
        raw,
        decoded);
  }

  /** What an error says, in one line. */
  static String oneLine(Exception e) {
    String message = e instanceof EOFException ? "Unexpected end of stream" : e.getMessage();
    message = message == null ? e.getClass().getSimpleName() : message;
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < Math.min(message.length(), 200); i++) {
      char c = message.charAt(i);
      line.append(c < ' ' || c == 0x7F ? ' ' : c);
    }
    return line.toString().strip();
  }

  /** Says what it means that bytes could not be read. */
  interface FailureReason {
    void reject(Intake intake, long ordinal, IOException e, String raw, @Nullable Decoded decoded);
  }
}
