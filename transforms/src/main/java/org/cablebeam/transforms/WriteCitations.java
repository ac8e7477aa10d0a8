package org.cablebeam.transforms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.avro.file.DataFileStream;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.cablebeam.schemas.Citation;
import org.cablebeam.transforms.staging.RecordFile;
import org.cablebeam.transforms.staging.Storage;
import org.cablebeam.transforms.staging.WrittenFile;
import org.cablebeam.transforms.statistics.Citations;
import org.cablebeam.transforms.statistics.StatisticsTable;

/**
 * Writes the citation graph as one sorted list of edges: merges the sorted lists that were staged,
 * of which there is one a share of the ids, holding no more than an edge and a block of each.
 */
public final class WriteCitations
    extends PTransform<PCollection<WrittenFile>, PCollection<WrittenFile>> {
  private static final long serialVersionUID = 1;

  private final StatisticsTarget target;

  private WriteCitations(StatisticsTarget target) {
    this.target = target;
  }

  public static WriteCitations to(StatisticsTarget target) {
    return new WriteCitations(target);
  }

  @Override
  public PCollection<WrittenFile> expand(PCollection<WrittenFile> edges) {
    return edges
        .apply("ToOne", ToOne.create())
        .apply("Write", ParDo.of(new WriteFn(target)))
        .setCoder(SerializableCoder.of(WrittenFile.class));
  }

  private static final class WriteFn extends DoFn<Iterable<WrittenFile>, WrittenFile> {
    private static final long serialVersionUID = 1;
    private final StatisticsTarget target;

    WriteFn(StatisticsTarget target) {
      this.target = target;
    }

    @ProcessElement
    public void process(@Element Iterable<WrittenFile> staged, OutputReceiver<WrittenFile> out)
        throws IOException {
      target
          .write(StatisticsTable.ofCitations(() -> merged(target.storage(), staged)))
          .forEach(out::output);
    }
  }

  private static Stream<Citation> merged(Storage storage, Iterable<WrittenFile> staged) {
    Merge merge = new Merge(storage, staged);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(merge, Spliterator.ORDERED), false)
        .onClose(merge::close);
  }

  /** The edges of all files, sorted. Not thread-safe. */
  private static final class Merge implements Iterator<Citation> {
    /** An opened file and its next edge. */
    private record Head(Citation edge, DataFileStream<Citation> file) {}

    private final List<DataFileStream<Citation>> files = new ArrayList<>();
    private final PriorityQueue<Head> heads =
        new PriorityQueue<>(Comparator.comparing(Head::edge, Citations.ORDER));

    Merge(Storage storage, Iterable<WrittenFile> staged) {
      try {
        for (WrittenFile written : staged) {
          DataFileStream<Citation> file =
              RecordFile.open(storage, written.path(), Citation.getClassSchema());
          files.add(file);
          advance(file);
        }
      } catch (IOException e) {
        close();
        throw new UncheckedIOException(e);
      }
    }

    private void advance(DataFileStream<Citation> file) {
      if (file.hasNext()) {
        heads.add(new Head(file.next(), file));
      }
    }

    @Override
    public boolean hasNext() {
      return !heads.isEmpty();
    }

    @Override
    public Citation next() {
      Head head = heads.poll();
      if (head == null) {
        throw new NoSuchElementException();
      }
      advance(head.file());
      return head.edge();
    }

    void close() {
      for (DataFileStream<Citation> file : files) {
        try {
          file.close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
