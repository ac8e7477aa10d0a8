package org.cablebeam.transforms;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn.OutputReceiver;
import org.apache.beam.sdk.values.KV;
import org.cablebeam.schemas.SectionMessage;
import org.cablebeam.transforms.duplicates.Candidate;
import org.cablebeam.transforms.staging.SharesFile;
import org.cablebeam.transforms.staging.Storage;

/**
 * What a part has that must meet that of other parts, by share of the ids: what must be known of
 * its cables to find copies, and sections of cables. It lies in the staging folder; only its places
 * go through the shuffle. Not thread-safe.
 */
final class PartShares implements Closeable {
  private final StagingTarget target;
  private final SharesFile candidates;
  private final SharesFile sections;

  /**
   * Stages for one part.
   *
   * @param attempt the folder of {@link StagingTarget#attempt}
   */
  PartShares(StagingTarget target, String attempt) {
    this.target = target;
    this.candidates = new SharesFile(target.storage(), attempt + "candidates.bin");
    this.sections = new SharesFile(target.storage(), attempt + "sections.bin");
  }

  void add(Candidate candidate) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    candidate.write(new DataOutputStream(bytes));
    candidates.add(target.share(candidate.id()), bytes.toByteArray());
  }

  void add(SectionMessage section) throws IOException {
    sections.add(target.share(section.getKey()), section.toByteBuffer().array());
  }

  @Override
  public void close() throws IOException {
    try (candidates;
        sections) {
      // Both are closed, whatever happens.
    }
  }

  /** Gives the places of the candidates; after {@link #close} only. */
  void emitCandidates(OutputReceiver<KV<Integer, byte[]>> out) {
    Places.emit(candidates, out);
  }

  /** Gives the places of the sections; after {@link #close} only. */
  void emitSections(OutputReceiver<KV<Integer, byte[]>> out) {
    Places.emit(sections, out);
  }

  /** Reads the candidates of one share. */
  static List<Candidate> candidates(Storage storage, Iterable<byte[]> places) throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    for (byte[] item : Places.read(storage, places)) {
      candidates.add(Candidate.read(new DataInputStream(new ByteArrayInputStream(item))));
    }
    return candidates;
  }

  /** Reads the sections of one share. */
  static List<SectionMessage> sections(Storage storage, Iterable<byte[]> places)
      throws IOException {
    List<SectionMessage> sections = new ArrayList<>();
    for (byte[] item : Places.read(storage, places)) {
      sections.add(SectionMessage.fromByteBuffer(ByteBuffer.wrap(item)));
    }
    return sections;
  }
}
