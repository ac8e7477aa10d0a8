package org.cablebeam.synthesis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a corpus of invented cables: {@code --cables=250000 --output=DIR [--form=files|text|csv|
 * table|pages|aad|front-matter|jsonl] [--pack=none|zip|tar.gz|gz|zst] [--folders=sharded|flat]
 * [--seed=1] [--irregular=0.1]}. The same options give the same bytes. Exit codes: 0 done, 1
 * failed, 2 wrong usage.
 */
public final class GenerateCorpus {
  private GenerateCorpus() {}

  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** What {@code main} does; the exit code. */
  public static int run(String... args) {
    try {
      generate(options(args));
      return 0;
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return 2;
    } catch (IOException e) {
      System.err.println("The corpus could not be written: " + e);
      return 1;
    }
  }

  private static void generate(Map<String, String> options) throws IOException {
    long count = number(options, "cables", 1, 100_000_000);
    long seed = number(options, "seed", Long.MIN_VALUE, Long.MAX_VALUE);
    double irregular = share(options.getOrDefault("irregular", "0.1"));
    Form form = choice("form", options, Form.values(), Form::option);
    Packing packing = choice("pack", options, Packing.values(), Packing::option);
    String folders = options.getOrDefault("folders", "sharded");
    if (!folders.equals("sharded") && !folders.equals("flat")) {
      throw new IllegalArgumentException("--folders is sharded or flat, not " + folders + ".");
    }
    String output = options.get("output");
    if (output == null || output.isEmpty()) {
      throw new IllegalArgumentException("--output=DIR is missing: the folder to write to.");
    }
    Path folder = Path.of(output);
    if (Files.exists(folder) && !isEmptyFolder(folder)) {
      throw new IllegalArgumentException(
          folder + " is not an empty folder; nothing was written. Name a new one.");
    }
    Files.createDirectories(folder);

    long began = System.nanoTime();
    Composer composer = new Composer(seed, count, irregular);
    long messages;
    long bytes;
    try (CorpusWriter writer =
        new CorpusWriter(form, packing, packing.in(folder), folders.equals("sharded"))) {
      for (long place = 0; place < count; place++) {
        writer.write(composer.cable(place));
      }
      messages = writer.messages();
      bytes = writer.bytes();
    }
    System.out.printf(
        Locale.ROOT,
        "%d cables, %d messages, %.1f MB in %.1f s: %s%n",
        count,
        messages,
        bytes / 1e6,
        (System.nanoTime() - began) / 1e9,
        folder);
  }

  private static Map<String, String> options(String... args) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("cables", "1000");
    options.put("seed", "1");
    options.put("form", "files");
    options.put("pack", "none");
    Map<String, String> known = new LinkedHashMap<>(options);
    known.put("output", "");
    known.put("irregular", "");
    known.put("folders", "");
    for (String arg : args) {
      int equals = arg.indexOf('=');
      if (!arg.startsWith("--") || equals < 0 || !known.containsKey(arg.substring(2, equals))) {
        throw new IllegalArgumentException(
            "Unknown option "
                + arg
                + ". Options: "
                + known.keySet().stream()
                    .map(k -> "--" + k + "=…")
                    .collect(Collectors.joining(" ")));
      }
      options.put(arg.substring(2, equals), arg.substring(equals + 1));
    }
    return options;
  }

  private static long number(Map<String, String> options, String name, long least, long most) {
    String value = Objects.requireNonNull(options.get(name));
    try {
      long number = Long.parseLong(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, like a number out of range.
    }
    throw new IllegalArgumentException(
        "--"
            + name
            + " is a whole number"
            + (least > 0 ? " from " + least : "")
            + ", not "
            + value
            + ".");
  }

  private static double share(String value) {
    try {
      double share = Double.parseDouble(value);
      if (share >= 0 && share <= 1) {
        return share;
      }
    } catch (NumberFormatException e) {
      // Told below, like a number out of range.
    }
    throw new IllegalArgumentException("--irregular is a share from 0 to 1, not " + value + ".");
  }

  private static <T> T choice(
      String name,
      Map<String, String> options,
      T[] choices,
      java.util.function.Function<T, String> option) {
    String value = options.get(name);
    for (T choice : choices) {
      if (option.apply(choice).equals(value)) {
        return choice;
      }
    }
    throw new IllegalArgumentException(
        "--"
            + name
            + " is one of "
            + Stream.of(choices).map(option).collect(Collectors.joining(", "))
            + ", not "
            + value
            + ".");
  }

  private static boolean isEmptyFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> content = Files.list(folder)) {
      return content.findAny().isEmpty();
    }
  }
}
