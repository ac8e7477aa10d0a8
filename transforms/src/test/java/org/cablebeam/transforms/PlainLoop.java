package org.cablebeam.transforms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.Citation;
import org.cablebeam.schemas.LedgerEntry;
import org.cablebeam.schemas.RejectedMessage;
import org.cablebeam.schemas.SectionMessage;
import org.cablebeam.transforms.duplicates.Candidate;
import org.cablebeam.transforms.duplicates.Resolution;
import org.cablebeam.transforms.source.InputSplit;
import org.cablebeam.transforms.source.Limits;
import org.cablebeam.transforms.staging.Attempts;
import org.cablebeam.transforms.staging.LedgerFiles;
import org.cablebeam.transforms.staging.LedgerPiece;
import org.cablebeam.transforms.staging.LedgerWriter;
import org.cablebeam.transforms.staging.RecordFile;
import org.cablebeam.transforms.staging.ShardFiles;
import org.cablebeam.transforms.staging.StagedPart;
import org.cablebeam.transforms.staging.Storage;
import org.cablebeam.transforms.staging.WrittenFile;
import org.cablebeam.transforms.statistics.Citations;
import org.cablebeam.transforms.statistics.StatisticsTable;
import org.cablebeam.transforms.statistics.Tallies;

/**
 * The whole job as a loop in a few threads, without Beam: what the pipeline's speed is measured
 * against. It uses the same engines and writes the same files; what a pipeline pays for beyond it
 * is the price of running anywhere.
 */
public final class PlainLoop {
  private final Storage storage;
  private final String parts;
  private final String codec;
  private final Limits limits;
  private final ExecutorService workers;

  /**
   * A loop that stages its work in a folder.
   *
   * @param parts the folder, ending in a slash
   */
  public PlainLoop(Storage storage, String parts, String codec, Limits limits, int threads) {
    this.storage = storage;
    this.parts = parts;
    this.codec = codec;
    this.limits = limits;
    this.workers = Executors.newFixedThreadPool(threads);
  }

  /** Does the job and says what was written. */
  public List<WrittenFile> run(
      List<InputSplit> splits,
      ShardFiles cables,
      ShardFiles duplicates,
      ShardFiles rejects,
      String ledgerAvro,
      String ledgerCsv,
      StatisticsTarget statistics)
      throws IOException {
    try {
      List<Part> staged = all(splits, split -> () -> stage(split));
      staged.add(join(staged, splits.size()));
      Resolution resolution =
          Resolution.of(staged.stream().flatMap(part -> part.candidates().stream()).toList());
      Map<Integer, BitSet> setAside = new HashMap<>();
      for (Candidate copy : resolution.setAside()) {
        setAside.computeIfAbsent(copy.part(), part -> new BitSet()).set(copy.index());
      }
      List<Integer> numbers = new ArrayList<>();
      for (int shard = 0; shard < cables.count(); shard++) {
        numbers.add(shard);
      }
      List<ShardWriter> shards =
          all(numbers, shard -> () -> shard(shard, staged, cables, setAside));

      List<WrittenFile> written = new ArrayList<>();
      List<LedgerPiece> ledgers = new ArrayList<>();
      Tallies tallies = new Tallies();
      for (int shard = 0; shard < shards.size(); shard++) {
        written.add(shards.get(shard).cables());
        tallies.merge(shards.get(shard).tallies());
        String corrections = parts + "corrections-" + shard + ".avro";
        if (shards.get(shard).writeCorrections(corrections) > 0) {
          ledgers.add(new LedgerPiece(shard, corrections, true));
        }
      }
      written.add(
          gather(duplicates, Cable.getClassSchema(), shards.stream().map(ShardWriter::duplicates)));
      written.add(
          gather(
              rejects,
              RejectedMessage.getClassSchema(),
              staged.stream()
                  .map(Part::staged)
                  .map(part -> new WrittenFile(part.rejectsFile(), 0, "", part.rejects()))));
      for (Part part : staged) {
        ledgers.add(
            new LedgerPiece(
                part.staged().part(), part.staged().ledgerFile(), part.staged().joined()));
      }
      written.addAll(
          new LedgerWriter(storage)
              .write(ledgers, new LedgerFiles(ledgerAvro, ledgerCsv, null), codec));
      written.addAll(statistics(shards, resolution.kept(), tallies, statistics));
      return written;
    } finally {
      workers.shutdownNow();
    }
  }

  private static List<WrittenFile> statistics(
      List<ShardWriter> shards, List<Candidate> kept, Tallies tallies, StatisticsTarget target)
      throws IOException {
    Map<String, List<Citations.Kept>> byId = new HashMap<>();
    for (Candidate cable : kept) {
      byId.computeIfAbsent(cable.id(), id -> new ArrayList<>(1))
          .add(new Citations.Kept(cable.id(), cable.post(), cable.tags()));
    }
    List<byte[]> citations = new ArrayList<>();
    List<byte[]> mentions = new ArrayList<>();
    for (ShardWriter shard : shards) {
      citations.addAll(shard.tallies().drainCitations(id -> 0).values());
      mentions.addAll(shard.tallies().drainMentions(name -> 0).values());
    }
    List<Citation> edges =
        Citations.count(citations, id -> byId.getOrDefault(id, List.of()), tallies);
    tallies.merge(Tallies.countMentions(mentions));
    List<WrittenFile> written = new ArrayList<>();
    List<StatisticsTable<?>> tables = new ArrayList<>(StatisticsTable.ofCorpus(tallies));
    tables.addAll(StatisticsTable.ofTags(tallies));
    tables.addAll(StatisticsTable.ofPosts(tallies));
    tables.add(StatisticsTable.ofCitations(edges::stream));
    for (StatisticsTable<?> table : tables) {
      for (WrittenFile attempt : target.write(table)) {
        String path = Attempts.target(attempt.path());
        target.storage().rename(attempt.path(), path);
        written.add(attempt.at(path));
      }
    }
    return written;
  }

  private <T, R> List<R> all(List<T> items, Work<T, R> work) throws IOException {
    List<Future<R>> running = new ArrayList<>();
    for (T item : items) {
      running.add(workers.submit(work.on(item)));
    }
    List<R> done = new ArrayList<>();
    try {
      for (Future<R> one : running) {
        done.add(one.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
    return done;
  }

  private interface Work<T, R> {
    Callable<R> on(T item);
  }

  private Part stage(InputSplit split) throws IOException {
    Part part = new Part(split.index(), false);
    return part.with(reading -> reading.read(split));
  }

  /** The sections of all parts make one more part. */
  private Part join(List<Part> staged, int number) throws IOException {
    Part part = new Part(number, true);
    return part.with(
        reading -> {
          staged.forEach(other -> reading.takeSections(other.reading));
          reading.joinSections();
        });
  }

  private ShardWriter shard(
      int shard, List<Part> staged, ShardFiles files, Map<Integer, BitSet> setAside)
      throws IOException {
    ShardWriter writer =
        new ShardWriter(storage, files.path(shard), parts + "duplicates-" + shard + ".avro", codec);
    try (writer) {
      for (Part part : staged) {
        int number = part.staged().part();
        if (files.shardOf(number, staged.size()) == shard) {
          writer.add(part.staged(), setAside.getOrDefault(number, new BitSet()));
        }
      }
    }
    return writer;
  }

  private <T extends SpecificRecord> WrittenFile gather(
      ShardFiles into, Schema schema, Stream<WrittenFile> files) throws IOException {
    RecordFile<T> all = RecordFile.create(storage, into.path(0), schema, codec);
    try (all) {
      for (WrittenFile file : files.toList()) {
        all.appendAll(storage, file.path(), schema, file.records());
      }
    }
    return all.written();
  }

  /** What is made of one split. */
  private final class Part implements CableReading.Sink {
    private final boolean joined;
    private final PartWriter writer;
    private final CableReading reading;
    private final List<Candidate> candidates = new ArrayList<>();

    Part(int number, boolean joined) throws IOException {
      this.joined = joined;
      this.writer = new PartWriter(storage, number, parts + number + "/", joined, codec);
      this.reading = new CableReading(limits, this);
    }

    Part with(Reader reader) throws IOException {
      try (writer) {
        reader.read(reading);
      }
      return this;
    }

    StagedPart staged() {
      return writer.staged();
    }

    List<Candidate> candidates() {
      return candidates;
    }

    @Override
    public void cable(Cable cable) {
      try {
        candidates.add(writer.cable(cable));
        if (joined) {
          // The ledger counted each section as such; the first of a cable now stands for the cable.
          writer.input(
              LedgerEntry.newBuilder().setUri(cable.getSource().getUri()).setSections(-1).build());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void reject(RejectedMessage reject) {
      try {
        if (reject.getStage().equals("READ")) {
          writer.unread(reject);
        } else {
          writer.reject(reject);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void section(SectionMessage section) {
      writer.section();
    }

    @Override
    public void input(LedgerEntry entry) {
      try {
        writer.input(entry);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private interface Reader {
    void read(CableReading reading) throws IOException;
  }
}
