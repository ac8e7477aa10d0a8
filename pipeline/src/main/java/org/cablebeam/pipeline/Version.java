package org.cablebeam.pipeline;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.Sha256;
import org.cablebeam.transforms.StageCables;
import org.jspecify.annotations.Nullable;

/** The version of the program, as the build wrote it into the jar. */
final class Version {
  static final String VERSION = of(Version.class.getPackage().getImplementationVersion());

  private Version() {}

  private static String of(@Nullable String version) {
    return version == null ? "development" : version;
  }

  /**
   * Tells builds of the program apart, those of one version as well: SHA-256 of our own classes and
   * vocabularies and of the names of the libraries beside them. Two builds of the same source may
   * differ; two programs that read otherwise never have the same.
   */
  static String program() {
    return Program.DIGEST;
  }

  /** Digested when it is asked for. */
  private static final class Program {
    static final String DIGEST = digest();

    private static String digest() {
      try {
        MessageDigest digest = Sha256.digest();
        TreeSet<String> libraries = new TreeSet<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
          libraries.add(String.valueOf(Path.of(entry).getFileName()));
        }
        digest.update(libraries.toString().getBytes(StandardCharsets.UTF_8));
        TreeSet<Path> places = new TreeSet<>();
        for (Class<?> ours : List.of(Version.class, StageCables.class, Cable.class)) {
          CodeSource source = ours.getProtectionDomain().getCodeSource();
          places.add(Path.of(source.getLocation().toURI()));
        }
        for (Path place : places) {
          try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
              digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
              digest.update(Files.readAllBytes(file));
            }
          }
        }
        return Sha256.hex(digest);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (URISyntaxException e) {
        throw new IllegalStateException("Every Java platform has such locations", e);
      }
    }
  }
}
