package org.cablebeam.transforms.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** The bytes of a channel; remembers whether it was the channel that failed. */
final class ChannelInput extends InputStream {
  private final SeekableByteChannel channel;
  private boolean failed;

  ChannelInput(SeekableByteChannel channel) {
    this.channel = channel;
  }

  boolean failed() {
    return failed;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    try {
      int read = 0;
      while (read == 0) {
        read = channel.read(ByteBuffer.wrap(buffer, offset, length));
      }
      return read;
    } catch (IOException e) {
      failed = true;
      throw e;
    }
  }
}
