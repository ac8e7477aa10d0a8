package org.cablebeam.transforms;

import java.io.IOException;
import java.io.Serializable;
import org.cablebeam.transforms.source.MessageSink;

/** Gives the messages of one element of work, in order. */
interface MessageReader<T> extends Serializable {
  /** The number of the staged part that is made of it; no two elements of a run share one. */
  int part(T element);

  void read(T element, MessageSink sink) throws IOException;
}
