package org.cablebeam.transforms;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.LedgerEntry;
import org.cablebeam.schemas.RejectedMessage;
import org.cablebeam.schemas.SectionMessage;
import org.cablebeam.transforms.duplicates.Candidate;
import org.cablebeam.transforms.duplicates.Resolution;
import org.cablebeam.transforms.source.InputSplit;
import org.cablebeam.transforms.source.Limits;
import org.cablebeam.transforms.staging.RecordFile;
import org.cablebeam.transforms.staging.Storage;

/**
 * What would come of a run, found out by reading everything and writing nothing. Each message
 * counts once: messages = cables + duplicates + sections + rejects + leftOut.
 *
 * @param forms what the inputs were taken for, by container
 * @param messages messages found
 * @param cables cables that would be kept
 * @param duplicates cables that would be set aside
 * @param sections messages that would be joined to an earlier section of their cable
 * @param rejects messages of which no cable could be made
 * @param leftOut cables that were not asked for
 * @param reasons why messages are rejected, the most frequent first
 * @param bytes about the size of the files of cables
 */
public record Forecast(
    List<Form> forms,
    long messages,
    long cables,
    long duplicates,
    long sections,
    long rejects,
    long leftOut,
    List<Reason> reasons,
    long bytes) {

  /** Inputs of one form: files and archive entries, and the messages in them. */
  public record Form(Container container, long inputs, long messages) {}

  /** A reason for rejects, with the first message rejected for it. */
  public record Reason(String code, long messages, RejectedMessage example) {}

  /**
   * Reads the input with several threads; the outcome does not depend on their number.
   *
   * @param codec the Avro codec of a run
   * @throws IOException when the reading was interrupted or failed by a fault of the program
   */
  public static Forecast of(
      List<InputSplit> splits, Limits limits, SentRange sent, String codec, int threads)
      throws IOException {
    ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, threads));
    try {
      List<Future<Share>> shares = new ArrayList<>();
      for (InputSplit split : splits) {
        shares.add(
            workers.submit(
                () -> {
                  Share share = new Share(split.index(), limits, sent, codec);
                  share.read(split);
                  return share;
                }));
      }
      Share all = new Share(splits.size(), limits, sent, codec);
      for (Future<Share> share : shares) {
        all.take(share.get());
      }
      return all.finish();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the reading was interrupted", e);
    } catch (ExecutionException e) {
      throw new IOException("the reading failed", e);
    } finally {
      workers.shutdownNow();
    }
  }

  /** What came of a share of the input. Not thread-safe. */
  private static final class Share implements CableReading.Sink {
    private final int part;
    private final SentRange sent;
    private final CableReading reading;
    private final RecordFile<Cable> file;
    private final Map<Container, Set<String>> inputs = new EnumMap<>(Container.class);
    private final Map<Container, Long> messages = new EnumMap<>(Container.class);
    private final Map<String, Long> rejects = new TreeMap<>();
    private final Map<String, RejectedMessage> examples = new TreeMap<>();
    private final List<Candidate> candidates = new ArrayList<>();
    private long sections;
    private long leftOut;
    private long bytes;

    Share(int part, Limits limits, SentRange sent, String codec) throws IOException {
      this.part = part;
      this.sent = sent;
      this.reading = new CableReading(limits, this);
      this.file = RecordFile.create(new Nowhere(), "cables", Cable.getClassSchema(), codec);
    }

    void read(InputSplit split) throws IOException {
      reading.read(split);
      close();
    }

    private void close() throws IOException {
      file.close();
      bytes += file.written().size();
    }

    void take(Share other) {
      other.inputs.forEach(
          (container, uris) ->
              inputs.computeIfAbsent(container, absent -> new HashSet<>()).addAll(uris));
      other.messages.forEach((container, count) -> messages.merge(container, count, Long::sum));
      other.rejects.forEach((code, count) -> rejects.merge(code, count, Long::sum));
      other.examples.forEach(examples::putIfAbsent);
      candidates.addAll(other.candidates);
      sections += other.sections;
      leftOut += other.leftOut;
      bytes += other.bytes;
      reading.takeSections(other.reading);
    }

    /** Joins the sections of all shares, and sets copies aside. */
    Forecast finish() throws IOException {
      long before = candidates.size() + leftOut + sum(rejects);
      reading.joinSections();
      close();
      sections -= candidates.size() + leftOut + sum(rejects) - before;
      long duplicates = Resolution.of(candidates).setAside().size();
      long cables = candidates.size() - duplicates;
      List<Form> forms = new ArrayList<>();
      inputs.forEach(
          (container, uris) ->
              forms.add(new Form(container, uris.size(), messages.getOrDefault(container, 0L))));
      List<Reason> reasons = new ArrayList<>();
      examples.forEach(
          (code, example) ->
              reasons.add(new Reason(code, rejects.getOrDefault(code, 0L), example)));
      reasons.sort((a, b) -> Long.compare(b.messages(), a.messages()));
      return new Forecast(
          List.copyOf(forms),
          sum(messages),
          cables,
          duplicates,
          sections,
          sum(rejects),
          leftOut,
          List.copyOf(reasons),
          candidates.isEmpty() ? bytes : Math.round((double) bytes * cables / candidates.size()));
    }

    private static long sum(Map<?, Long> counts) {
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void cable(Cable cable) {
      if (!sent.covers(cable.getSentAt())) {
        leftOut++;
        return;
      }
      candidates.add(Candidate.of(cable, part, candidates.size()));
      try {
        file.append(cable);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void section(SectionMessage section) {
      sections++;
    }

    @Override
    public void reject(RejectedMessage reject) {
      rejects.merge(reject.getCode(), 1L, Long::sum);
      examples.putIfAbsent(reject.getCode(), reject);
    }

    @Override
    public void input(LedgerEntry entry) {
      inputs.computeIfAbsent(entry.getContainer(), absent -> new HashSet<>()).add(entry.getUri());
      messages.merge(entry.getContainer(), entry.getMessages(), Long::sum);
    }
  }

  /** Files of which only the size is wanted. */
  private static final class Nowhere implements Storage {
    private static final long serialVersionUID = 1;

    @Override
    public OutputStream create(String path) {
      return OutputStream.nullOutputStream();
    }

    @Override
    public InputStream open(String path, long offset) throws IOException {
      throw new FileNotFoundException(path + " was written nowhere");
    }

    @Override
    public void rename(String from, String to) throws IOException {
      throw new FileNotFoundException(from + " was written nowhere");
    }
  }
}
