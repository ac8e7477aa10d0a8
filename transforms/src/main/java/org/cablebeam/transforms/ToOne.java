package org.cablebeam.transforms;

import org.apache.beam.sdk.coders.IterableCoder;
import org.apache.beam.sdk.coders.VoidCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * All elements as one, also when there are none. For collections that are small by their nature:
 * file names, counts by tag.
 */
final class ToOne<T> extends PTransform<PCollection<T>, PCollection<Iterable<T>>> {
  private static final long serialVersionUID = 1;

  private ToOne() {}

  static <T> ToOne<T> create() {
    return new ToOne<>();
  }

  @Override
  public PCollection<Iterable<T>> expand(PCollection<T> elements) {
    PCollectionView<Iterable<T>> view = elements.apply("View", View.asIterable());
    return elements
        .getPipeline()
        .apply("Once", Create.of((Void) null).withCoder(VoidCoder.of()))
        .apply("All", ParDo.of(new AllFn<>(view)).withSideInputs(view))
        .setCoder(IterableCoder.of(elements.getCoder()));
  }

  private static final class AllFn<T> extends DoFn<Void, Iterable<T>> {
    private static final long serialVersionUID = 1;
    private final PCollectionView<Iterable<T>> view;

    AllFn(PCollectionView<Iterable<T>> view) {
      this.view = view;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      context.output(context.sideInput(view));
    }
  }
}
