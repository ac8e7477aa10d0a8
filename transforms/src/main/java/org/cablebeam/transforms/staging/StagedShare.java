package org.cablebeam.transforms.staging;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.xerial.snappy.Snappy;

/**
 * Where in a {@link SharesFile} a stretch of one share lies. It stands in the shuffle for what it
 * points to.
 *
 * @param path the file
 * @param offset its first byte
 * @param length bytes, compressed
 */
public record StagedShare(String path, long offset, int length) {
  /** Some hundred bytes, of which {@link #unpack} makes the same again. */
  public byte[] pack() {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(packed)) {
      out.writeUTF(path);
      out.writeLong(offset);
      out.writeInt(length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /**
   * What {@link #pack} made bytes of.
   *
   * @throws IOException if the bytes are something else
   */
  public static StagedShare unpack(byte[] packed) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed));
    return new StagedShare(in.readUTF(), in.readLong(), in.readInt());
  }

  /**
   * Reads the items of the stretch, in their order.
   *
   * @throws EOFException if the file ends before the stretch does
   */
  public List<byte[]> read(Storage storage) throws IOException {
    try (InputStream file = storage.open(path, offset)) {
      byte[] compressed = file.readNBytes(length);
      if (compressed.length < length) {
        throw new EOFException(path + " ends before byte " + (offset + length));
      }
      if (compressed.length < length) {
        throw new EOFException(path + " ends before byte " + (offset + length));
      }
      DataInputStream in =
          new DataInputStream(new ByteArrayInputStream(Snappy.uncompress(compressed)));
      List<byte[]> items = new ArrayList<>();
      while (in.available() > 0) {
        items.add(in.readNBytes(in.readInt()));
      }
      return items;
    }
  }
}
