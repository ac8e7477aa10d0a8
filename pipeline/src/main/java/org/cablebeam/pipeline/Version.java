package org.cablebeam.pipeline;

import org.jspecify.annotations.Nullable;

/** The version of the program, as the build wrote it into the jar. */
final class Version {
  static final String VERSION = of(Version.class.getPackage().getImplementationVersion());

  private Version() {}

  private static String of(@Nullable String version) {
    return version == null ? "development" : version;
  }
}
