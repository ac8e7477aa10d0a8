package org.cablebeam.transforms.staging;

import java.util.UUID;

/**
 * Names of attempts at a file of the output. A runner may do the same work more than once, also at
 * the same time: when a worker is lost, or is taken for lost and works on. So nobody writes to the
 * name under which a file is published: each attempt has a name of its own, and the run gives the
 * published one to the attempt that was accepted.
 */
public final class Attempts {
  private Attempts() {}

  /** A name that no other attempt at that file has. */
  public static String at(String path) {
    return path + '.' + UUID.randomUUID();
  }

  /** The file at which that is an attempt. */
  public static String target(String attempt) {
    return attempt.substring(0, attempt.lastIndexOf('.'));
  }
}
