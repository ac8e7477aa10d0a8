package org.cablebeam.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cablebeam.synthesis.Composer;
import org.cablebeam.synthesis.CorpusWriter;
import org.cablebeam.synthesis.Form;
import org.cablebeam.synthesis.Packing;

/**
 * A corpus in which all happens that can: single files for several splits, all other forms and an
 * archive with copies of the same cables, telegrams in sections, and what cannot be read.
 */
final class MixedCorpus {
  /** A file counts for some 4 KB when splits are dealt, so these fill most of one. */
  private static final int EMPTY_FILES = 3_300;

  private MixedCorpus() {}

  /**
   * Writes it.
   *
   * @param splits about as many; all but {@code cables} of what is in one are empty files, which
   *     take no time to read
   */
  static void write(Path folder, int splits, int cables) throws IOException {
    Composer composer = new Composer(17, (long) splits * cables, 0.2);
    for (int split = 0; split < splits; split++) {
      Path single = folder.resolve("single-" + split);
      write(composer, single, Form.FILES, Packing.NONE, split * cables, (split + 1) * cables);
      for (int file = 0; file < EMPTY_FILES; file++) {
        Files.createFile(single.resolve("empty-" + file));
      }
    }
    int place = 0;
    for (Form form : Form.values()) {
      Packing packing = form == Form.FILES ? Packing.ZIP : Packing.NONE;
      write(composer, folder.resolve(form.name()), form, packing, place, place + 30);
      place += 15;
    }
    Path bad = Files.createDirectory(folder.resolve("bad"));
    for (int file = 0; file < 20; file++) {
      Files.writeString(bad.resolve(file + ".csv"), "\"1\",\"no\"\n\"" + file + "\",\"cable\"\n");
      Files.write(bad.resolve(file + ".bin"), ("\0\1\2" + file).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void write(
      Composer composer, Path folder, Form form, Packing packing, int from, int to)
      throws IOException {
    Files.createDirectories(folder);
    try (CorpusWriter writer = new CorpusWriter(form, packing, packing.in(folder), true)) {
      for (int place = from; place < to; place++) {
        writer.write(composer.cable(place));
      }
    }
  }
}
