package org.cablebeam.synthesis;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes cables in a form, one after the other, in constant memory. A file a message is named by
 * its id, a thousand cables a folder (or all in one); forms of one file write {@code cables.csv}
 * and so on.
 */
public final class CorpusWriter implements AutoCloseable {
  private static final int CABLES_A_FOLDER = 1_000;

  private final Form form;
  private final boolean folders;
  private final boolean cut;
  private final Packing.Store store;
  private @Nullable OutputStream open;
  private long cables;
  private long messages;
  private long bytes;

  /**
   * @param folders whether files are spread over folders
   */
  public CorpusWriter(Form form, Packing packing, Packing.Store store, boolean folders) {
    this.form = form;
    this.folders = folders;
    this.cut = packing.buffersFiles();
    this.store = store;
  }

  /** Writes the messages of a cable. */
  public void write(SyntheticCable cable) throws IOException {
    int copy = 0;
    for (Transmission message : cable.transmissions()) {
      byte[] written = form.write(cable, message).getBytes(StandardCharsets.UTF_8);
      copy++;
      messages++;
      bytes += written.length;
      if (form.fileAMessage()) {
        try (OutputStream file = store.file(name(cable, copy))) {
          file.write(written);
        }
      } else {
        single().write(written);
      }
    }
    cables++;
    if (cut && cables % CABLES_A_FOLDER == 0) {
      closeSingle();
    }
  }

  /** How many messages were written. */
  public long messages() {
    return messages;
  }

  /** How many bytes they have, not packed. */
  public long bytes() {
    return bytes;
  }

  @Override
  public void close() throws IOException {
    closeSingle();
    store.close();
  }

  private String name(SyntheticCable cable, int copy) {
    String name = form == Form.AAD ? Form.documentNumber(cable).replace(" ", "") : cable.id();
    String number = copy == 1 ? "" : "-" + copy;
    String folder =
        folders ? String.format(Locale.ROOT, "%04d/", cable.number() / CABLES_A_FOLDER) : "";
    return folder + name + number + form.extension();
  }

  private OutputStream single() throws IOException {
    if (open == null) {
      String part = cut ? String.format(Locale.ROOT, "-%05d", cables / CABLES_A_FOLDER) : "";
      open = store.file("cables" + part + form.extension());
      open.write(form.head().getBytes(StandardCharsets.UTF_8));
    }
    return open;
  }

  private void closeSingle() throws IOException {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
