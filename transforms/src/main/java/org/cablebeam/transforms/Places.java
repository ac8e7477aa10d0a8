package org.cablebeam.transforms;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn.OutputReceiver;
import org.apache.beam.sdk.values.KV;
import org.cablebeam.transforms.staging.SharesFile;
import org.cablebeam.transforms.staging.StagedShare;
import org.cablebeam.transforms.staging.Storage;

/** What of a {@link SharesFile} goes through the shuffle: by share, where its items lie. */
final class Places {
  private Places() {}

  /** Gives the places of all shares of a file that was closed. */
  static void emit(SharesFile file, OutputReceiver<KV<Integer, byte[]>> out) {
    file.shares()
        .forEach(
            (share, places) -> places.forEach(place -> out.output(KV.of(share, place.pack()))));
  }

  /** Stages one item and says where. */
  static byte[] stage(Storage storage, String path, byte[] item) throws IOException {
    SharesFile file = new SharesFile(storage, path);
    try (file) {
      file.add(0, item);
    }
    return file.shares().values().iterator().next().get(0).pack();
  }

  /** Reads the items that lie there. */
  static List<byte[]> read(Storage storage, Iterable<byte[]> places) throws IOException {
    List<byte[]> items = new ArrayList<>();
    for (byte[] place : places) {
      items.addAll(StagedShare.unpack(place).read(storage));
    }
    return items;
  }
}
