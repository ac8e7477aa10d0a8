package org.cablebeam.pipeline;

import java.io.FileNotFoundException;
import java.net.ConnectException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What went wrong, in one line for people. */
final class Failure {
  private Failure() {}

  /** The innermost cause, in words. */
  static String reason(Throwable thrown) {
    Throwable cause = root(thrown);
    String message = cause.getMessage();
    if (cause instanceof OutOfMemoryError) {
      return "out of memory; give the program more with CABLEBEAM_JAVA_OPTS=-Xmx4g";
    }
    if (cause instanceof AccessDeniedException denied) {
      return denied.getFile() + " may not be opened";
    }
    if (cause instanceof NoSuchFileException missing) {
      return missing.getFile() + " does not exist";
    }
    if (cause instanceof FileSystemException file && file.getReason() != null) {
      return file.getFile() + ": " + file.getReason();
    }
    if (cause instanceof FileNotFoundException && message != null) {
      return message;
    }
    String line = message == null || message.isBlank() ? cause.getClass().getName() : message;
    return line.lines().findFirst().orElse(line).strip();
  }

  private static Throwable root(Throwable thrown) {
    Set<Throwable> seen = new HashSet<>();
    Throwable cause = thrown;
    @Nullable Throwable next = cause.getCause();
    // Where a connection was refused the outer one says of whom.
    while (next != null && seen.add(next) && !(cause instanceof ConnectException)) {
      cause = next;
      next = cause.getCause();
    }
    return cause;
  }
}
