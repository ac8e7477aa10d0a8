package org.cablebeam.transforms.source;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Locale;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.cablebeam.schemas.RejectCode;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks what is packed, entry by entry, in the order of the archive, and gives what is not packed
 * to the {@link InputReader}. Nothing is written to disk. Entries before a damage are read; one
 * reject says what happened to the rest. One a file; not thread-safe.
 */
final class ArchiveReader {
  /** What a decompressor may take for its dictionary, in KiB: a quarter of the heap at most. */
  private static final int MEMORY_KIB =
      (int) Math.min(256 * 1024, Runtime.getRuntime().maxMemory() / 4096);

  /** A 7z archive inside another is held in memory, up to so many bytes. */
  private static final long MOST_IN_MEMORY = 256L << 20;

  private static final byte[] END_OF_ZIP = {'P', 'K', 5, 6};

  private final InputReader reader;
  private final Limits limits;
  private final EntrySelection selection;
  private final MessageSink sink;
  private final ChannelInput file;

  ArchiveReader(
      InputReader reader,
      Limits limits,
      EntrySelection selection,
      MessageSink sink,
      ChannelInput file) {
    this.reader = reader;
    this.limits = limits;
    this.selection = selection;
    this.sink = sink;
    this.file = file;
  }

  /**
   * Reads a file or an entry.
   *
   * @param channel the file itself; null for what was unpacked from it
   * @param size of the input; -1 if unknown
   * @param depth how many archives or compressed files it is in
   * @return whether it could be read to its end
   */
  boolean read(
      String uri, PackedInput input, @Nullable SeekableByteChannel channel, long size, int depth) {
    return read(new Intake(uri, sink), input, channel, size, depth);
  }

  private boolean read(
      Intake intake,
      PackedInput input,
      @Nullable SeekableByteChannel channel,
      long size,
      int depth) {
    byte[] head;
    try {
      head = InputReader.head(input, size);
    } catch (IOException e) {
      reject(intake, 1, e, "", null);
      intake.end(input.count(), null);
      return false;
    }
    Packing packing = Packing.of(head, head.length);
    if (packing == Packing.NONE) {
      try {
        if (depth > 0) {
          input.limitToEntry();
        }
      } catch (LimitReached e) {
        reject(intake, 1, e, "", null);
        intake.end(input.count(), null);
        return false;
      }
      return reader.readPlain(intake, head, input, size, this::reject);
    }
    if (depth >= limits.maxDepth()) {
      intake.reject(
          1,
          RejectCode.NESTED_TOO_DEEP,
          "Archives are nested deeper than " + limits.maxDepth() + "; unpack the outer one first.",
          "",
          null);
      return finish(intake, input);
    }
    if (packing == Packing.SEVEN_Z) {
      return readSevenZ(intake, head, input, channel, depth);
    }
    if (packing.isArchive()) {
      input.keepTail(head);
      InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), input);
      return readArchive(intake, packing, all, input, depth);
    }
    return readCompressed(intake, packing, head, input, depth);
  }

  private boolean readCompressed(
      Intake intake, Packing packing, byte[] head, PackedInput input, int depth) {
    intake.lyingAs(input);
    PackedInput unpacked;
    byte[] first;
    try {
      InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), input);
      unpacked = new PackedInput(decompressor(packing, all), input, limits);
      first = InputReader.head(unpacked, -1);
    } catch (IOException e) {
      reject(intake, 1, e, "", null);
      intake.end(input.count(), null);
      return false;
    }
    Packing inner = Packing.of(first, first.length);
    boolean whole;
    if (inner == Packing.TAR) {
      // A packed tar is one archive, not two.
      unpacked.keepTail(first);
      InputStream all = new SequenceInputStream(new ByteArrayInputStream(first), unpacked);
      whole = readArchive(intake, inner, all, unpacked, depth);
    } else if (inner == Packing.NONE) {
      try {
        unpacked.limitToEntry();
      } catch (LimitReached e) {
        reject(intake, 1, e, "", null);
        intake.end(unpacked.count(), null);
        return false;
      }
      whole = reader.readPlain(intake, first, unpacked, -1, this::reject);
    } else {
      InputStream all = new SequenceInputStream(new ByteArrayInputStream(first), unpacked);
      whole = read(intake, new PackedInput(all, null, limits), null, -1, depth + 1);
    }
    return whole;
  }

  private static InputStream decompressor(Packing packing, InputStream in) throws IOException {
    try {
      InputStream buffered = new BufferedInputStream(in, 64 * 1024);
      return switch (packing) {
        case GZIP -> new GzipCompressorInputStream(buffered, true);
        case BZIP2 -> new BZip2CompressorInputStream(buffered, true);
        case XZ -> new XZCompressorInputStream(buffered, true, MEMORY_KIB);
        case ZSTD -> new ZstdInputStream(buffered);
        default -> throw new IllegalArgumentException(packing + " is no compression");
      };
    } catch (RuntimeException e) {
      throw new IOException("The data are damaged: " + e.getMessage(), e);
    }
  }

  /** Reads a zip or tar as it streams by. */
  private boolean readArchive(
      Intake intake, Packing packing, InputStream all, PackedInput input, int depth) {
    int entries = 0;
    boolean whole = true;
    try {
      ArchiveInputStream<?> archive = archive(packing, all);
      while (true) {
        ArchiveEntry entry = nextEntry(archive);
        if (entry == null) {
          break;
        }
        if (entry.isDirectory() || (entry instanceof TarArchiveEntry tar && !tar.isFile())) {
          continue;
        }
        entries++;
        if (entries > limits.maxEntries()) {
          throw new LimitReached(
              RejectCode.TOO_MANY_ENTRIES,
              "The archive has more than " + limits.maxEntries() + " entries.");
        }
        String uri = intake.uri() + EntrySelection.ENTRY + entry.getName();
        if (!selection.takes(uri)) {
          continue;
        }
        if (entry instanceof ZipArchiveEntry zip && zip.getGeneralPurposeBit().usesEncryption()) {
          refuse(uri, RejectCode.ENCRYPTED_ARCHIVE, "The entry is encrypted; decrypt it first.");
        } else if (isUnsafe(entry.getName())) {
          refuse(uri, RejectCode.UNSAFE_ENTRY_NAME, "The entry's name climbs out of the archive.");
        } else if (!archive.canReadEntryData(entry)) {
          refuse(uri, RejectCode.UNREADABLE_FILE, "The entry is packed by an unknown method.");
        } else {
          whole = read(uri, new PackedInput(archive, input, limits), null, -1, depth + 1);
          if (!whole) {
            break;
          }
        }
      }
      if (whole) {
        input.drain();
        boolean ended =
            packing == Packing.ZIP ? input.endsNear(END_OF_ZIP) : input.endsInZeros(512);
        if (!ended) {
          throw new IOException("It is cut off: its end mark is missing.");
        }
      }
    } catch (IOException e) {
      reject(intake, 1, e, "", null);
      whole = false;
    }
    intake.endArchive(packing.name(), entries, whole, input.count(), whole ? input.sha256() : null);
    return whole;
  }

  private static ArchiveInputStream<?> archive(Packing packing, InputStream all) {
    return packing == Packing.ZIP
        ? new ZipArchiveInputStream(all, "UTF-8", true, true)
        : new TarArchiveInputStream(all, "UTF-8");
  }

  private static @Nullable ArchiveEntry nextEntry(ArchiveInputStream<?> archive)
      throws IOException {
    try {
      return archive.getNextEntry();
    } catch (RuntimeException e) {
      throw new IOException("The archive is damaged: " + e.getMessage(), e);
    }
  }

  private boolean readSevenZ(
      Intake intake,
      byte[] head,
      PackedInput input,
      @Nullable SeekableByteChannel channel,
      int depth) {
    int entries = 0;
    boolean whole = true;
    long size = 0;
    String sha256 = null;
    try {
      SeekableByteChannel bytes = channel == null ? inMemory(head, input) : channel;
      size = bytes.size();
      sha256 = InputReader.sha256(bytes);
      bytes.position(0);
      SevenZFile archive = open(bytes);
      for (SevenZArchiveEntry entry = next(archive); entry != null; entry = next(archive)) {
        if (entry.isDirectory() || !entry.hasStream()) {
          continue;
        }
        entries++;
        if (entries > limits.maxEntries()) {
          throw new LimitReached(
              RejectCode.TOO_MANY_ENTRIES,
              "The archive has more than " + limits.maxEntries() + " entries.");
        }
        String name = entry.getName() == null ? Integer.toString(entries) : entry.getName();
        String uri = intake.uri() + EntrySelection.ENTRY + name;
        if (!selection.takes(uri)) {
          continue;
        }
        if (isUnsafe(name)) {
          refuse(uri, RejectCode.UNSAFE_ENTRY_NAME, "The entry's name climbs out of the archive.");
          continue;
        }
        // The packed size of one entry is unknown where many are packed as one: the archive's is
        // an upper bound of what it can come from.
        long most = Math.max(limits.maxMessageBytes(), (long) (limits.maxExpansion() * size));
        if (entry.getSize() > Math.min(most, limits.maxEntryBytes())) {
          throw new LimitReached(
              RejectCode.EXPANSION_TOO_LARGE, "An entry unpacks to " + entry.getSize() + " bytes.");
        }
        InputStream in = new SevenZInput(archive);
        whole = read(uri, new PackedInput(in, null, limits), null, entry.getSize(), depth + 1);
        if (!whole) {
          break;
        }
      }
    } catch (IOException e) {
      reject(intake, 1, e, "", null);
      whole = false;
    }
    intake.endArchive("SEVEN_Z", entries, whole, size, whole ? sha256 : null);
    return whole;
  }

  private SeekableByteChannel inMemory(byte[] head, PackedInput input) throws IOException {
    long most = Math.min(MOST_IN_MEMORY, limits.maxEntryBytes());
    InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), input);
    byte[] bytes = all.readNBytes((int) most + 1);
    if (bytes.length > most) {
      throw new LimitReached(
          RejectCode.EXPANSION_TOO_LARGE,
          "A 7z archive inside another may have " + most + " bytes.");
    }
    return new SeekableInMemoryByteChannel(bytes);
  }

  private SevenZFile open(SeekableByteChannel bytes) throws IOException {
    try {
      return SevenZFile.builder()
          .setSeekableByteChannel(bytes)
          .setMaxMemoryLimitKb(MEMORY_KIB)
          .get();
    } catch (RuntimeException e) {
      throw new IOException("The archive is damaged: " + e.getMessage(), e);
    }
  }

  private static @Nullable SevenZArchiveEntry next(SevenZFile archive) throws IOException {
    try {
      return archive.getNextEntry();
    } catch (RuntimeException e) {
      throw new IOException("The archive is damaged: " + e.getMessage(), e);
    }
  }

  /** The entry at hand of a 7z archive. */
  private static final class SevenZInput extends InputStream {
    private final SevenZFile archive;

    SevenZInput(SevenZFile archive) {
      this.archive = archive;
    }

    @Override
    public int read() throws IOException {
      return archive.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return archive.read(buffer, offset, length);
    }
  }

  /** An entry that is not read. */
  private void refuse(String uri, RejectCode code, String message) {
    Intake intake = new Intake(uri, sink);
    intake.reject(1, code, message, "", null);
    intake.end(0, null);
  }

  private static boolean finish(Intake intake, PackedInput input) {
    intake.end(input.count(), null);
    return true;
  }

  /** What it means that bytes could not be read. */
  private void reject(
      Intake intake, long ordinal, IOException e, String raw, @Nullable Decoded decoded) {
    String what = InputReader.oneLine(e);
    if (file.failed()) {
      InputReader.unreadable(intake, ordinal, e, raw, decoded);
    } else if (e instanceof LimitReached limit) {
      intake.reject(ordinal, limit.code(), what, raw, decoded);
    } else if (e instanceof MemoryLimitException memory) {
      intake.reject(
          ordinal,
          RejectCode.EXPANSION_TOO_LARGE,
          String.format(
              Locale.ROOT,
              "It says that unpacking takes %,d KiB of memory; the limit here is %,d KiB. If that"
                  + " is so, give the program more with CABLEBEAM_JAVA_OPTS=-Xmx4g.",
              memory.getMemoryNeededInKb(),
              memory.getMemoryLimitInKb()),
          raw,
          decoded);
    } else if (e instanceof PasswordRequiredException) {
      intake.reject(
          ordinal,
          RejectCode.ENCRYPTED_ARCHIVE,
          "The archive is encrypted; decrypt it first.",
          raw,
          decoded);
    } else {
      intake.reject(
          ordinal,
          RejectCode.DAMAGED_ARCHIVE,
          "The archive is damaged or cut off: " + what,
          raw,
          decoded);
    }
  }

  /** Whether a name is absolute, has a drive, or climbs: on any system. */
  static boolean isUnsafe(String name) {
    String path = name.replace('\\', '/');
    boolean drive = path.length() > 1 && path.charAt(1) == ':';
    boolean climbs =
        path.equals("..")
            || path.startsWith("../")
            || path.endsWith("/..")
            || path.contains("/../");
    return path.isEmpty() || path.startsWith("/") || drive || climbs || path.indexOf(0) >= 0;
  }
}
