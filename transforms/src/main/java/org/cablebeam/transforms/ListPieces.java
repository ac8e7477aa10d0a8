package org.cablebeam.transforms;

import java.io.Serializable;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.cablebeam.transforms.staging.LedgerPiece;
import org.cablebeam.transforms.staging.StagedPart;
import org.cablebeam.transforms.staging.WrittenFile;

/** Names the files of staged parts that are still to be put together. */
public final class ListPieces<T extends Serializable>
    extends PTransform<PCollection<StagedPart>, PCollection<T>> {
  private static final long serialVersionUID = 1;

  private final SerializableFunction<StagedPart, T> piece;
  private final Class<T> type;

  private ListPieces(SerializableFunction<StagedPart, T> piece, Class<T> type) {
    this.piece = piece;
    this.type = type;
  }

  /** The files of rejects. */
  public static ListPieces<WrittenFile> ofRejects() {
    return new ListPieces<>(
        part -> new WrittenFile(part.rejectsFile(), 0, "", part.rejects()), WrittenFile.class);
  }

  /** The ledgers; those of joined parts correct the others. */
  public static ListPieces<LedgerPiece> ofLedgers() {
    return new ListPieces<>(
        part -> new LedgerPiece(part.part(), part.ledgerFile(), part.joined()), LedgerPiece.class);
  }

  @Override
  public PCollection<T> expand(PCollection<StagedPart> parts) {
    return parts
        .apply(MapElements.into(TypeDescriptor.of(type)).via(piece))
        .setCoder(SerializableCoder.of(type));
  }
}
