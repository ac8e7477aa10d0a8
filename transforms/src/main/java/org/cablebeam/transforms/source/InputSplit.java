package org.cablebeam.transforms.source;

import java.io.Serializable;
import java.util.List;

/**
 * A share of the input, read by one worker at one go: many small files, or a range of a big one.
 *
 * @param index its number, from 0; splits of a run are in the order of their inputs
 * @param inputs files or ranges, in the order of their URIs
 */
public record InputSplit(int index, List<Input> inputs) implements Serializable {
  /** To the end of the file. */
  public static final long WHOLE = -1;

  /**
   * A file, or a range of it: the messages that begin at {@code from} or later and before {@code
   * to}.
   *
   * @param path where it lies
   * @param uri what records call it
   * @param from bytes from the beginning
   * @param to bytes from the beginning, exclusive; {@link #WHOLE} when the file is not split
   * @param entries which entries are read of an archive
   */
  public record Input(String path, String uri, long from, long to, EntrySelection entries)
      implements Serializable {
    public static Input whole(String path, String uri) {
      return some(path, uri, EntrySelection.ALL);
    }

    /** An archive of which some entries are read. */
    public static Input some(String path, String uri, EntrySelection entries) {
      return new Input(path, uri, 0, WHOLE, entries);
    }

    public static Input range(String path, String uri, long from, long to) {
      return new Input(path, uri, from, to, EntrySelection.ALL);
    }

    public boolean isWhole() {
      return to == WHOLE;
    }
  }
}
