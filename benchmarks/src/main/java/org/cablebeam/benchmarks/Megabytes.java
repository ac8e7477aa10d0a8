package org.cablebeam.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Counts text, so that JMH prints 10^6 bytes a second beside operations a second. */
@AuxCounters
@State(Scope.Thread)
public class Megabytes {
  /** 10^6 bytes of UTF-8 gone through. */
  public double megabytes;

  void add(Corpus corpus) {
    megabytes += corpus.megabytes;
  }
}
