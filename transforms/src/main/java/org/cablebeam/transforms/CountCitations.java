package org.cablebeam.transforms;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.cablebeam.schemas.Citation;
import org.cablebeam.transforms.staging.RecordFile;
import org.cablebeam.transforms.staging.WrittenFile;
import org.cablebeam.transforms.statistics.Citations;
import org.cablebeam.transforms.statistics.Tallies;

/**
 * Finds out which references of kept cables lead to kept cables: counts them for the posts and tags
 * of both sides, and stages the edges of the citation graph. Both sides were staged by share of the
 * ids. Where several kept cables bear one id, each is cited.
 */
public final class CountCitations
    extends PTransform<PCollection<KV<Integer, byte[]>>, PCollectionTuple> {
  private static final long serialVersionUID = 1;

  /** Where references made and received were staged; see {@link MergeTallies}. */
  public static final TupleTag<byte[]> TALLIES = new TupleTag<>("tallies") {};

  /** Staged files of edges, each sorted; see {@link WriteCitations}. */
  public static final TupleTag<WrittenFile> EDGES = new TupleTag<>("edges") {};

  private static final TupleTag<byte[]> CITED = new TupleTag<>("cited") {};
  private static final TupleTag<byte[]> KEPT = new TupleTag<>("kept") {};

  private final transient PCollection<KV<Integer, byte[]>> kept;
  private final StagingTarget target;

  private CountCitations(PCollection<KV<Integer, byte[]>> kept, StagingTarget target) {
    this.kept = kept;
    this.target = target;
  }

  /** Counts citations of these cables, as {@link ResolveDuplicates} stages them. */
  public static CountCitations of(PCollection<KV<Integer, byte[]>> kept, StagingTarget target) {
    return new CountCitations(kept, target);
  }

  @Override
  public PCollectionTuple expand(PCollection<KV<Integer, byte[]>> citations) {
    PCollectionTuple counted =
        KeyedPCollectionTuple.of(CITED, citations)
            .and(KEPT, kept)
            .apply("GroupByShare", CoGroupByKey.create())
            .apply(
                "Count",
                ParDo.of(new CountFn(target)).withOutputTags(TALLIES, TupleTagList.of(EDGES)));
    counted.get(TALLIES).setCoder(ByteArrayCoder.of());
    counted.get(EDGES).setCoder(SerializableCoder.of(WrittenFile.class));
    return counted;
  }

  private static final class CountFn extends DoFn<KV<Integer, CoGbkResult>, byte[]> {
    private static final long serialVersionUID = 1;
    private final StagingTarget target;

    CountFn(StagingTarget target) {
      this.target = target;
    }

    @ProcessElement
    public void process(@Element KV<Integer, CoGbkResult> share, MultiOutputReceiver out)
        throws IOException {
      Map<String, List<Citations.Kept>> kept =
          Citations.keptById(Places.read(target.storage(), share.getValue().getAll(KEPT)));
      Tallies tallies = new Tallies();
      List<Citation> edges =
          Citations.count(
              Places.read(target.storage(), share.getValue().getAll(CITED)),
              id -> kept.getOrDefault(id, List.of()),
              tallies);
      String path = target.file("citations", share.getKey()) + ".avro";
      RecordFile<Citation> file =
          RecordFile.create(target.storage(), path, Citation.getClassSchema(), target.codec());
      try (file) {
        for (Citation edge : edges) {
          file.append(edge);
        }
      }
      out.get(EDGES).output(file.written());
      out.get(TALLIES).output(MergeTallies.stage(tallies, share.getKey(), target));
    }
  }
}
