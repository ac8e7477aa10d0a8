package org.cablebeam.pipeline;

/** What the user asked for cannot be done; one line that says why, and the exit code. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1;

  private final ExitCode code;

  UsageException(ExitCode code, String message) {
    super(message);
    this.code = code;
  }

  ExitCode code() {
    return code;
  }

  String line() {
    String message = getMessage();
    return message == null ? code.name() : message;
  }
}
