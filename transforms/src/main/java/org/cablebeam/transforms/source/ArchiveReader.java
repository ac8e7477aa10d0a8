package org.cablebeam.transforms.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
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
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.cablebeam.schemas.RejectCode;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks what is packed, entry by entry, in the order of the archive, and gives what is not packed
 * to the {@link InputReader}. Nothing is written to disk. Where an archive itself is damaged, what
 * was before is read, and one reject says what happened to the rest; where what is packed in an
 * entry is, that entry is rejected and the others are read. One a file; not thread-safe.
 */
final class ArchiveReader {
  /** A 7z archive inside another is held in memory, up to so many bytes. */
  private static final long MOST_IN_MEMORY = 256L << 20;

  /** So that nothing behind the end mark is read before it is looked at. */
  private static final int TAR_BLOCK = 512;

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
   */
  void read(
      String uri, PackedInput input, @Nullable SeekableByteChannel channel, long size, int depth) {
    Intake intake = new Intake(uri, sink);
    if (channel != null) {
      intake.fileSize(size);
    }
    read(intake, input, channel, size, depth);
  }

  private void read(
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
      return;
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
        return;
      }
      reader.readPlain(intake, head, input, size, this::reject);
      return;
    }
    if (depth >= limits.maxDepth()) {
      intake.reject(
          1,
          RejectCode.NESTED_TOO_DEEP,
          "Archives are nested deeper than " + limits.maxDepth() + "; unpack the outer one first.",
          "",
          null);
      intake.end(input.count(), null);
    } else if (packing == Packing.SEVEN_Z) {
      readSevenZ(intake, head, input, channel, depth);
    } else if (packing.isArchive()) {
      input.keepTail(head);
      InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), input);
      readArchive(intake, packing, all, input, depth);
    } else {
      readCompressed(intake, packing, head, input, depth);
    }
  }

  private void readCompressed(
      Intake intake, Packing packing, byte[] head, PackedInput input, int depth) {
    intake.lyingAs(input);
    PackedInput unpacked;
    byte[] first;
    try {
      InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), input);
      unpacked = new PackedInput(Decompressors.open(packing, all, input), input, limits);
      first = InputReader.head(unpacked, -1);
    } catch (IOException e) {
      reject(intake, 1, e, "", null);
      intake.end(input.count(), null);
      return;
    }
    Packing inner = Packing.of(first, first.length);
    if (inner == Packing.TAR) {
      // A packed tar is one archive, not two.
      unpacked.keepTail(first);
      InputStream all = new SequenceInputStream(new ByteArrayInputStream(first), unpacked);
      readArchive(intake, inner, all, unpacked, depth);
    } else if (inner == Packing.NONE) {
      try {
        unpacked.limitToEntry();
      } catch (LimitReached e) {
        reject(intake, 1, e, "", null);
        intake.end(unpacked.count(), null);
        return;
      }
      reader.readPlain(intake, first, unpacked, -1, this::reject);
    } else {
      InputStream all = new SequenceInputStream(new ByteArrayInputStream(first), unpacked);
      read(intake, new PackedInput(all, null, limits), null, -1, depth + 1);
    }
  }

  /** Reads a zip or tar as it streams by. */
  private void readArchive(
      Intake intake, Packing packing, InputStream all, PackedInput input, int depth) {
    int entries = 0;
    long folders = 0;
    boolean whole = true;
    try {
      ArchiveInputStream<?> archive = archive(packing, all);
      while (true) {
        ArchiveEntry entry = nextEntry(archive);
        if (entry == null) {
          break;
        }
        if (entry.isDirectory()) {
          folders++;
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
        } else if (entry instanceof TarArchiveEntry tar && isLinkOrDevice(tar)) {
          Intake link = new Intake(uri, sink);
          link.reason("A link or a device, which holds nothing itself.");
          link.end(0, null);
        } else if (!archive.canReadEntryData(entry)) {
          refuse(uri, RejectCode.UNREADABLE_FILE, "The entry is packed by an unknown method.");
        } else {
          EntryInput bytes = new EntryInput(archive, entry);
          PackedInput data = new PackedInput(bytes, input, limits);
          read(uri, data, null, -1, depth + 1);
          boolean skipped = !data.beyondLimit() || !mustBeUnpackedToSkip(entry);
          whole = skipped && (bytes.ended() || !data.failed());
          if (!whole) {
            intake.reason(endedAt(packing, entries));
            break;
          }
        }
      }
      if (whole && packing == Packing.ZIP) {
        input.drain();
        ArchiveEnd.checkZip(input.tail(), input.count(), entries + folders);
      } else if (whole) {
        ArchiveEnd.checkTar(input, all);
      }
    } catch (IOException e) {
      reject(intake, 1, e, "", null);
      whole = false;
    }
    intake.endArchive(packing.name(), entries, whole, input.count(), whole ? input.sha256() : null);
  }

  private static boolean isLinkOrDevice(TarArchiveEntry entry) {
    return entry.isLink()
        || entry.isSymbolicLink()
        || entry.isFIFO()
        || entry.isCharacterDevice()
        || entry.isBlockDevice();
  }

  /** Whether the end of an entry shows only when it was unpacked: it has its size behind it. */
  private static boolean mustBeUnpackedToSkip(ArchiveEntry entry) {
    return entry instanceof ZipArchiveEntry zip && zip.getGeneralPurposeBit().usesDataDescriptor();
  }

  private static String endedAt(Packing packing, int entries) {
    return String.format(
        Locale.ROOT,
        "An archive (%s) that could be read up to entry %,d; what is behind it was not.",
        packing.name(),
        entries);
  }

  private static ArchiveInputStream<?> archive(Packing packing, InputStream all) {
    return packing == Packing.ZIP
        ? new ZipArchiveInputStream(all, "UTF-8", true, true)
        : new TarArchiveInputStream(all, TAR_BLOCK, TAR_BLOCK, "UTF-8");
  }

  private static @Nullable ArchiveEntry nextEntry(ArchiveInputStream<?> archive)
      throws IOException {
    try {
      return archive.getNextEntry();
    } catch (RuntimeException e) {
      throw new IOException("The archive is damaged: " + e.getMessage(), e);
    }
  }

  private void readSevenZ(
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
        // Where it is damaged, what is packed together with it is as well, and says so in its turn.
        PackedInput data = new PackedInput(new SevenZInput(archive), null, limits);
        read(uri, data, null, entry.getSize(), depth + 1);
      }
    } catch (IOException e) {
      reject(intake, 1, e, "", null);
      whole = false;
    }
    intake.endArchive("SEVEN_Z", entries, whole, size, whole ? sha256 : null);
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
          .setMaxMemoryLimitKb(Decompressors.MEMORY_KIB)
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

  /** The entry at hand of a zip or tar; its end is an error where its checksum is not as told. */
  private static final class EntryInput extends CheckedInputStream {
    /** Negative where the archive does not tell it before the bytes. */
    private final long crc;

    private boolean ended;

    EntryInput(InputStream archive, ArchiveEntry entry) {
      super(archive, new CRC32());
      this.crc = entry instanceof ZipArchiveEntry zip ? zip.getCrc() : -1;
    }

    /** Whether the archive gave all bytes of the entry. */
    boolean ended() {
      return ended;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      if (read < 0) {
        ended = true;
        if (crc >= 0 && getChecksum().getValue() != crc) {
          throw new IOException("The checksum of the entry is wrong.");
        }
      }
      return read;
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
