package org.cablebeam.transforms;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.RawMessage;
import org.cablebeam.schemas.Source;
import org.cablebeam.synthesis.Composer;
import org.cablebeam.synthesis.Transmission;
import org.cablebeam.transforms.classification.ClassificationNormalizer;
import org.cablebeam.transforms.entities.EntityExtractor;
import org.cablebeam.transforms.parse.CableParser;
import org.cablebeam.transforms.parse.ParseOutcome;

/**
 * Measures how fast one thread parses cables, normalises their classification and finds their
 * entities: {@code ParserBenchmark [cables] [rounds]}, 5,000 and 8 unless given. The cables are
 * generated in memory (seed 1, one in ten irregular), so no disk is measured. Each round works on
 * all of them and prints megabytes (10^6 bytes of UTF-8) a second of CPU time of the thread, for
 * the parser, the normaliser, both together, and the entities; the first rounds warm the compiler
 * up, the last line is the median of the second half of the rounds. Figures of two versions compare
 * only when measured on the same machine in the same minutes.
 */
public final class ParserBenchmark {
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private final CableParser parser = new CableParser();
  private final ClassificationNormalizer normalizer = new ClassificationNormalizer();
  private final EntityExtractor entities = EntityExtractor.standard();
  private final List<String> texts;
  private final double megabytes;

  private ParserBenchmark(int cables) {
    Composer composer = new Composer(1, cables, 0.1);
    texts = new ArrayList<>();
    long bytes = 0;
    for (int place = 0; place < cables; place++) {
      for (Transmission transmission : composer.cable(place).transmissions()) {
        texts.add(transmission.text());
        bytes += transmission.text().getBytes(StandardCharsets.UTF_8).length;
      }
    }
    megabytes = bytes / 1e6;
  }

  public static void main(String[] args) {
    int cables = args.length > 0 ? Integer.parseInt(args[0]) : 5_000;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 8;
    ParserBenchmark benchmark = new ParserBenchmark(cables);
    System.out.printf(
        Locale.ROOT, "%d messages, %.1f MB%n", benchmark.texts.size(), benchmark.megabytes);
    List<Times> times = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      Times time = benchmark.round();
      times.add(time);
      print("round " + round, time, benchmark.megabytes);
    }
    List<Times> warm = times.subList(rounds / 2, rounds);
    print("median", median(warm), benchmark.megabytes);
  }

  /** One pass over all messages, stage by stage. */
  private Times round() {
    List<Cable> cables = new ArrayList<>(texts.size());
    List<RawMessage> messages = texts.stream().map(ParserBenchmark::message).toList();
    long began = CLOCK.getCurrentThreadCpuTime();
    for (RawMessage message : messages) {
      if (parser.parseWhole(message) instanceof ParseOutcome.Parsed parsed) {
        cables.add(parsed.cable());
      }
    }
    long parsed = CLOCK.getCurrentThreadCpuTime();
    for (Cable cable : cables) {
      normalizer.normalize(cable);
    }
    long normalized = CLOCK.getCurrentThreadCpuTime();
    for (Cable cable : cables) {
      entities.extract(cable);
    }
    long extracted = CLOCK.getCurrentThreadCpuTime();
    return new Times(parsed - began, normalized - parsed, extracted - normalized);
  }

  private static RawMessage message(String text) {
    return RawMessage.newBuilder()
        .setText(text)
        .setSource(new Source("generated.txt", Container.TEXT, 1L, "UTF-8", "0".repeat(64)))
        .build();
  }

  private static Times median(List<Times> times) {
    return new Times(
        middle(times.stream().mapToLong(Times::parser).sorted().toArray()),
        middle(times.stream().mapToLong(Times::normalizer).sorted().toArray()),
        middle(times.stream().mapToLong(Times::entities).sorted().toArray()));
  }

  private static long middle(long[] sorted) {
    return sorted[sorted.length / 2];
  }

  private static void print(String label, Times time, double megabytes) {
    System.out.printf(
        Locale.ROOT,
        "%-8s  parser %6.1f  normaliser %7.1f  both %6.1f  entities %6.1f  MB/s%n",
        label,
        speed(megabytes, time.parser()),
        speed(megabytes, time.normalizer()),
        speed(megabytes, time.parser() + time.normalizer()),
        speed(megabytes, time.entities()));
  }

  private static double speed(double megabytes, long nanoseconds) {
    return megabytes * 1e9 / Math.max(1, nanoseconds);
  }

  /** CPU time of the thread in nanoseconds. */
  private record Times(long parser, long normalizer, long entities) {}
}
