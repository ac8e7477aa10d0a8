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
import org.apache.commons.compress.archivers.zip.UnsupportedZipFeatureException;
import org.apache.commons.compress.archivers.zip.UnsupportedZipFeatureException.Feature;
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

  private static final String CLIMBS = "The entry's name climbs out of the archive.";

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
      fail(intake, input, e);
      return;
    }
    Packing packing = Packing.of(head, head.length);
    if (packing == Packing.NONE && depth == 0) {
      reader.readPlain(intake, head, input, size, this::reject);
    } else if (packing == Packing.NONE) {
      readEntry(intake, head, input, size);
    } else if (depth >= limits.maxDepth()) {
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
      fail(intake, input, e);
      return;
    }
    Packing inner = Packing.of(first, first.length);
    if (inner == Packing.TAR) {
      // A packed tar is one archive, not two.
      unpacked.keepTail(first);
      InputStream all = new SequenceInputStream(new ByteArrayInputStream(first), unpacked);
      readArchive(intake, inner, all, unpacked, depth);
    } else if (inner == Packing.NONE) {
      readEntry(intake, first, unpacked, -1);
    } else {
      InputStream all = new SequenceInputStream(new ByteArrayInputStream(first), unpacked);
      read(intake, new PackedInput(all, null, limits), null, -1, depth + 1);
    }
  }

  /** Reads what is packed no further, but no more of it than an entry may have. */
  private void readEntry(Intake intake, byte[] head, PackedInput input, long size) {
    try {
      input.limitToEntry();
    } catch (LimitReached e) {
      fail(intake, input, e);
      return;
    }
    reader.readPlain(intake, head, input, size, this::reject);
  }

  private void fail(Intake intake, PackedInput input, IOException e) {
    reject(intake, 1, e, "", null);
    intake.end(input.count(), null);
  }

  /** Reads a zip or tar as it streams by. */
  private void readArchive(
      Intake intake, Packing packing, InputStream all, PackedInput input, int depth) {
    Entries entries = new Entries(intake, packing);
    boolean whole = false;
    try {
      ArchiveInputStream<?> archive = archive(packing, all);
      whole = true;
      for (ArchiveEntry entry = nextEntry(archive); entry != null; entry = nextEntry(archive)) {
        if (entry.isDirectory()) {
          entries.folders++;
        } else if (!readEntry(archive, entry, entries.next(entry.getName()), input, depth + 1)) {
          entries.endEarly();
          whole = false;
          break;
        }
      }
      if (whole) {
        checkEnd(packing, input, all, entries);
      }
    } catch (IOException e) {
      reject(intake, 1, e, "", null);
      whole = false;
    }
    entries.endArchive(whole, input.count(), whole ? input.sha256() : null);
  }

  private static void checkEnd(Packing packing, PackedInput input, InputStream all, Entries entries)
      throws IOException {
    if (packing == Packing.ZIP) {
      input.drain();
      ArchiveEnd.checkZip(input.tail(), input.count(), entries.files + entries.folders);
    } else {
      ArchiveEnd.checkTar(input, all);
    }
  }

  /**
   * Reads an entry of a zip or tar, or says why not.
   *
   * @return whether the entries behind it can be found
   */
  private boolean readEntry(
      ArchiveInputStream<?> archive, ArchiveEntry entry, String uri, PackedInput input, int depth) {
    if (!selection.takes(uri)) {
      return true;
    }
    if (entry instanceof ZipArchiveEntry zip && zip.getGeneralPurposeBit().usesEncryption()) {
      refuse(uri, RejectCode.ENCRYPTED_ARCHIVE, "The entry is encrypted; decrypt it first.");
    } else if (isUnsafe(entry.getName())) {
      refuse(uri, RejectCode.UNSAFE_ENTRY_NAME, CLIMBS);
    } else if (entry instanceof TarArchiveEntry tar && isLinkOrDevice(tar)) {
      Intake link = new Intake(uri, sink);
      link.reason("A link or a device, which holds nothing itself.");
      link.end(0, null);
    } else if (!archive.canReadEntryData(entry)) {
      refuse(uri, RejectCode.UNREADABLE_FILE, "The entry is packed by an unknown method.");
    } else {
      EntryInput bytes = new EntryInput(archive, entry);
      PackedInput data = new PackedInput(bytes, input, limits);
      read(uri, data, null, -1, depth);
      boolean skippable = !data.beyondLimit() || !mustBeUnpackedToSkip(entry);
      return skippable && (bytes.ended() || !data.failed());
    }
    return true;
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
    Entries entries = new Entries(intake, Packing.SEVEN_Z);
    boolean whole = false;
    long size = 0;
    String sha256 = null;
    try {
      SeekableByteChannel bytes = channel == null ? inMemory(head, input) : channel;
      size = bytes.size();
      sha256 = InputReader.sha256(bytes);
      bytes.position(0);
      SevenZFile archive = open(bytes);
      whole = true;
      for (SevenZArchiveEntry entry = next(archive); entry != null; entry = next(archive)) {
        boolean file = !entry.isDirectory() && entry.hasStream();
        if (file && !readEntry(archive, entry, entries, size, depth + 1)) {
          entries.endEarly();
          whole = false;
          break;
        }
      }
      if (whole) {
        ArchiveEnd.checkSevenZ(bytes);
      }
    } catch (IOException e) {
      reject(intake, 1, e, "", null);
      whole = false;
    }
    entries.endArchive(whole, size, whole ? sha256 : null);
  }

  /**
   * Reads an entry of a 7z, or says why not.
   *
   * @param size of the archive, in bytes
   * @return whether those behind it may be read
   */
  private boolean readEntry(
      SevenZFile archive, SevenZArchiveEntry entry, Entries entries, long size, int depth)
      throws LimitReached {
    String uri = entries.next(entry.getName());
    if (!selection.takes(uri)) {
      return true;
    }
    if (entry.getName() != null && isUnsafe(entry.getName())) {
      refuse(uri, RejectCode.UNSAFE_ENTRY_NAME, CLIMBS);
      return true;
    }
    // The packed size of one entry is unknown where many are packed as one: the archive's is an
    // upper bound of what it can come from.
    long expanded = Math.max(limits.maxMessageBytes(), (long) (limits.maxExpansion() * size));
    long most = Math.min(expanded, limits.maxEntryBytes());
    if (entry.getSize() > most) {
      String larger =
          String.format(
              Locale.ROOT,
              "It unpacks to %,d bytes; the limit here is %,d.",
              entry.getSize(),
              most);
      refuse(uri, RejectCode.EXPANSION_TOO_LARGE, larger);
      // What is packed together with it cannot be had without unpacking it.
      return false;
    }
    // Where it is damaged, what is packed together with it is as well, and says so in its turn.
    PackedInput data = new PackedInput(new SevenZInput(archive), null, limits);
    read(uri, data, null, entry.getSize(), depth);
    return true;
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

  /** How many entries of an archive were met. */
  private final class Entries {
    private final Intake intake;
    private final String kind;
    private int files;
    private long folders;

    Entries(Intake intake, Packing packing) {
      this.intake = intake;
      this.kind = packing.name();
    }

    /** Counts one more file and says what records call it. */
    String next(@Nullable String name) throws LimitReached {
      files++;
      if (files > limits.maxEntries()) {
        throw new LimitReached(
            RejectCode.TOO_MANY_ENTRIES,
            "The archive has more than " + limits.maxEntries() + " entries.");
      }
      return intake.uri() + EntrySelection.ENTRY + (name == null ? Integer.toString(files) : name);
    }

    /** What is behind the last one cannot be read. */
    void endEarly() {
      intake.reason(
          String.format(
              Locale.ROOT,
              "An archive (%s) that could be read up to entry %,d; what is behind it was not.",
              kind,
              files));
    }

    void endArchive(boolean whole, long size, @Nullable String sha256) {
      intake.endArchive(kind, files, whole, size, sha256);
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
    } else if (e instanceof UnsupportedZipFeatureException zip) {
      intake.reject(ordinal, code(zip), what(zip), raw, decoded);
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

  private static RejectCode code(UnsupportedZipFeatureException e) {
    return e.getFeature() == Feature.ENCRYPTION
        ? RejectCode.ENCRYPTED_ARCHIVE
        : RejectCode.DAMAGED_ARCHIVE;
  }

  private static String what(UnsupportedZipFeatureException e) {
    if (e.getFeature() == Feature.ENCRYPTION) {
      return "Behind an encrypted entry no other is found; decrypt the archive first.";
    }
    return e.getFeature() == Feature.SPLITTING
        ? "It is a part of an archive that was split; join its parts first."
        : "The archive is damaged or cut off: " + InputReader.oneLine(e);
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
