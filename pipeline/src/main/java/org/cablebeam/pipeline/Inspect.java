package org.cablebeam.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.RecordJson;
import org.cablebeam.schemas.RejectedMessage;
import org.cablebeam.transforms.CableReading;
import org.cablebeam.transforms.source.Limits;
import org.jspecify.annotations.Nullable;

/**
 * {@code cablebeam inspect FILE}: what is read of a file, for people or as JSON, without a run; of
 * standard input for {@code -}. Cables and rejects come in the order of the file, cables joined of
 * sections behind them.
 */
final class Inspect {
  static final String USAGE = "cablebeam inspect FILE [--json] [--number=N]";

  private static final String STANDARD_INPUT = "-";

  /** More of a stream is not kept: it may have no end. */
  private static final long MOST_BYTES = 256L << 20;

  private final String file;
  private final String name;
  private final boolean json;
  private final long number;
  private final PrintStream out;
  private final CableText text;

  private long shown;

  private Inspect(String file, boolean json, long number, PrintStream out, CableText text) {
    this.file = file;
    this.name = file.equals(STANDARD_INPUT) ? "standard input" : file;
    this.json = json;
    this.number = number;
    this.out = out;
    this.text = text;
  }

  /**
   * Reads and shows.
   *
   * @param arguments those behind the word inspect
   * @param in what is read when a hyphen stands for the file
   * @param text how cables are shown to people
   * @throws UsageException when there is nothing to show
   */
  static ExitCode run(List<String> arguments, InputStream in, PrintStream out, CableText text)
      throws UsageException {
    boolean json = false;
    long number = 0;
    @Nullable String file = null;
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--json")) {
        json = true;
      } else if (argument.equals("--number") && i + 1 < arguments.size()) {
        number = number(arguments.get(++i));
      } else if (argument.startsWith("--number=")) {
        number = number(argument.substring("--number=".length()));
      } else if (argument.startsWith("--") || file != null) {
        throw usage("Unexpected argument " + argument + ": " + USAGE + ".");
      } else {
        file = argument;
      }
    }
    if (file == null) {
      throw usage("Which file is to be shown? " + USAGE + ".");
    }
    Inspect inspect = new Inspect(file, json, number, out, text);
    if (file.equals(STANDARD_INPUT)) {
      return inspect.show(in);
    }
    Path path = path(file);
    return Files.isRegularFile(path) ? inspect.show(path) : inspect.showStream(path);
  }

  private static UsageException usage(String what) {
    return new UsageException(ExitCode.USAGE, what);
  }

  private static long number(String value) throws UsageException {
    try {
      long number = Long.parseLong(value);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // The same is wrong with 0 and with x.
    }
    throw usage("--number=" + value + " is not the number of a message: the first is 1.");
  }

  private static Path path(String file) throws UsageException {
    try {
      Path path = Path.of(file);
      if (!Files.exists(path)) {
        throw usage(file + " does not exist.");
      }
      if (Files.isDirectory(path)) {
        throw usage(file + " is a folder: inspect shows one file.");
      }
      return path;
    } catch (InvalidPathException e) {
      throw usage(file + " is not the name of a file.");
    }
  }

  /** Shows what comes out of a pipe, or of a device. */
  private ExitCode showStream(Path path) throws UsageException {
    try (InputStream in = Files.newInputStream(path)) {
      return show(in);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Archives are read here and there, so what comes in a stream is put into a file first. */
  private ExitCode show(InputStream in) throws UsageException {
    try {
      Path copy = Files.createTempFile("cablebeam", null);
      try {
        copy(in, copy);
        return show(copy);
      } finally {
        Files.delete(copy);
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private void copy(InputStream in, Path copy) throws IOException, UsageException {
    try (OutputStream out = Files.newOutputStream(copy)) {
      byte[] buffer = new byte[1 << 16];
      long bytes = 0;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
        if (bytes > MOST_BYTES) {
          throw usage(
              name + " gives more than " + Summary.size(MOST_BYTES) + "; inspect a file of it.");
        }
        out.write(buffer, 0, read);
      }
    }
  }

  private UsageException unreadable(IOException e) {
    return usage("Cannot read " + name + ": " + Failure.reason(e) + ".");
  }

  private ExitCode show(Path path) throws UsageException {
    try (SeekableByteChannel channel = Files.newByteChannel(path)) {
      CableReading reading = new CableReading(Limits.standard(), new Shown());
      reading.read(file, channel);
      reading.joinSections();
    } catch (Enough e) {
      return ExitCode.DONE;
    } catch (IOException e) {
      throw unreadable(e);
    }
    if (shown == 0) {
      throw usage(name + " holds no message.");
    }
    if (shown < number) {
      throw usage(name + " has no message " + number + ": the last is " + shown + ".");
    }
    return ExitCode.DONE;
  }

  private final class Shown implements CableReading.Sink {
    @Override
    public void cable(Cable cable) {
      if (wanted()) {
        print(json ? json(cable) : text.of(cable, shown));
      }
    }

    @Override
    public void reject(RejectedMessage reject) {
      if (wanted()) {
        print(json ? json(reject) : text.of(reject, shown));
      }
    }

    private boolean wanted() {
      shown++;
      return number == 0 || number == shown;
    }

    /** Ends the reading when nobody reads on, or the one message that was asked for is shown. */
    private void print(String what) {
      byte[] bytes = what.getBytes(StandardCharsets.UTF_8);
      out.write(bytes, 0, bytes.length);
      if (out.checkError() || number == shown) {
        throw new Enough();
      }
    }
  }

  private static String json(SpecificRecord shown) {
    return RecordJson.of(shown) + "\n";
  }

  /** Leaves the reader early; nothing is wrong. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1;

    Enough() {
      super(null, null, false, false);
    }
  }
}
