package org.cablebeam.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.LedgerEntry;
import org.cablebeam.schemas.RawMessage;
import org.cablebeam.schemas.RejectedMessage;
import org.cablebeam.transforms.classification.ClassificationNormalizer;
import org.cablebeam.transforms.entities.EntityExtractor;
import org.cablebeam.transforms.parse.CableParser;
import org.cablebeam.transforms.parse.ParseOutcome;
import org.cablebeam.transforms.source.InputReader;
import org.cablebeam.transforms.source.Limits;
import org.cablebeam.transforms.source.MessageSink;
import org.cablebeam.transforms.staging.RecordFile;
import org.cablebeam.transforms.staging.Storage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Each engine alone on one thread, over the messages of a generated corpus. An operation is the
 * whole corpus once; the figure that counts is the second one, {@code megabytes}: 10^6 bytes of
 * text a second.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 8, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(
    value = 1,
    // The inlining limits are those of the program, in bin/java.options.
    jvmArgsAppend = {
      "-Xmx1500m",
      "-XX:+UseSerialGC",
      "-XX:FreqInlineSize=100",
      "-XX:InlineSmallCode=1200"
    })
public class Engines {
  private final InputReader reader = new InputReader(Limits.standard());
  private final CableParser parser = new CableParser();
  private final ClassificationNormalizer normalizer = new ClassificationNormalizer();
  private final EntityExtractor entities = EntityExtractor.standard();

  /** A file of concatenated telegrams into messages. */
  @Benchmark
  public void source(Corpus corpus, Megabytes megabytes, Blackhole blackhole) throws IOException {
    try (SeekableByteChannel channel = new SeekableInMemoryByteChannel(corpus.traffic)) {
      reader.read("traffic.txt", channel, new Swallowed(blackhole));
    }
    megabytes.add(corpus);
  }

  /** Messages into cables: header, heading, paragraphs. */
  @Benchmark
  public void parse(Corpus corpus, Megabytes megabytes, Blackhole blackhole) {
    for (RawMessage message : corpus.messages) {
      blackhole.consume(parser.parseWhole(message));
    }
    megabytes.add(corpus);
  }

  /** Messages into cables and their classification: all that is read of a cable but entities. */
  @Benchmark
  public void parseAndNormalize(Corpus corpus, Megabytes megabytes, Blackhole blackhole) {
    for (RawMessage message : corpus.messages) {
      if (parser.parseWhole(message) instanceof ParseOutcome.Parsed parsed) {
        normalizer.normalize(parsed.cable());
        blackhole.consume(parsed);
      }
    }
    megabytes.add(corpus);
  }

  /** The classification of cables. */
  @Benchmark
  public void normalize(Corpus corpus, Cables cables, Megabytes megabytes) {
    cables.cables.forEach(normalizer::normalize);
    megabytes.add(corpus);
  }

  /** The entities of cables. */
  @Benchmark
  public void extract(Corpus corpus, Cables cables, Megabytes megabytes) {
    cables.cables.forEach(entities::extract);
    megabytes.add(corpus);
  }

  /** Cables without entities into an Avro file in memory. */
  @Benchmark
  public void write(Corpus corpus, Cables cables, Megabytes megabytes) throws IOException {
    try (RecordFile<Cable> file =
        RecordFile.create(new Nowhere(), "cables.avro", Cable.getClassSchema(), "snappy")) {
      for (Cable cable : cables.cables) {
        file.append(cable);
      }
    }
    megabytes.add(corpus);
  }

  /** Takes messages and forgets them. */
  private record Swallowed(Blackhole blackhole) implements MessageSink {
    @Override
    public void message(RawMessage message) {
      blackhole.consume(message);
    }

    @Override
    public void reject(RejectedMessage reject) {
      throw new IllegalStateException("The generated corpus has no rejects: " + reject.getCode());
    }

    @Override
    public void input(LedgerEntry entry) {
      blackhole.consume(entry);
    }
  }

  /** A store that keeps nothing, so that no disk is measured. */
  private static final class Nowhere implements Storage {
    private static final long serialVersionUID = 1;

    @Override
    public OutputStream create(String path) {
      return OutputStream.nullOutputStream();
    }

    @Override
    public InputStream open(String path, long offset) {
      return new ByteArrayInputStream(new byte[0]);
    }

    @Override
    public void rename(String from, String to) {
      // Nothing was written.
    }
  }
}
