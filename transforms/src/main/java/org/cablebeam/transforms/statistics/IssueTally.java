package org.cablebeam.transforms.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cablebeam.schemas.IssueCode;
import org.cablebeam.schemas.IssueStatistics;

/** How often one issue was noticed, with the first examples by id. Not thread-safe. */
final class IssueTally {
  private static final int EXAMPLES = 2;

  /** A cable with the issue; an empty excerpt where there is none. */
  private record Example(String id, String excerpt) {
    static final Comparator<Example> ORDER =
        Comparator.comparing(Example::id).thenComparing(Example::excerpt);
  }

  private long cables;
  private long occurrences;
  private final List<Example> examples = new ArrayList<>(EXAMPLES);

  void add(String id, CableFigures.Noticed issue) {
    cables++;
    occurrences += issue.times();
    String excerpt = issue.excerpt();
    example(new Example(id, excerpt == null ? "" : excerpt));
  }

  private void example(Example example) {
    if (examples.size() == EXAMPLES
        && Example.ORDER.compare(example, examples.get(EXAMPLES - 1)) >= 0) {
      return;
    }
    examples.add(example);
    examples.sort(Example.ORDER);
    if (examples.size() > EXAMPLES) {
      examples.remove(EXAMPLES);
    }
  }

  void merge(IssueTally other) {
    cables += other.cables;
    occurrences += other.occurrences;
    other.examples.forEach(this::example);
  }

  /**
   * What was counted.
   *
   * @param all kept cables
   */
  IssueStatistics toStatistics(String code, long all) {
    IssueStatistics.Builder statistics =
        IssueStatistics.newBuilder()
            .setCode(code)
            .setMeaning(meaning(code).orElse(null))
            .setCables(cables)
            .setOccurrences(occurrences)
            .setShare((double) cables / all);
    if (examples.size() > 0) {
      statistics.setExample(examples.get(0).id());
      statistics.setExampleExcerpt(optional(examples.get(0).excerpt()).orElse(null));
    }
    if (examples.size() > 1) {
      statistics.setSecondExample(examples.get(1).id());
      statistics.setSecondExcerpt(optional(examples.get(1).excerpt()).orElse(null));
    }
    return statistics.build();
  }

  private static Optional<String> optional(String excerpt) {
    return excerpt.isEmpty() ? Optional.empty() : Optional.of(excerpt);
  }

  private static Optional<String> meaning(String code) {
    for (IssueCode known : IssueCode.values()) {
      if (known.name().equals(code)) {
        return Optional.of(known.summary());
      }
    }
    return Optional.empty();
  }

  void write(DataOutput out) throws IOException {
    Encoding.writeLong(out, cables);
    Encoding.writeLong(out, occurrences);
    Encoding.writeLong(out, examples.size());
    for (Example example : examples) {
      Encoding.writeString(out, example.id());
      Encoding.writeString(out, example.excerpt());
    }
  }

  static IssueTally read(DataInput in) throws IOException {
    IssueTally tally = new IssueTally();
    tally.cables = Encoding.readLong(in);
    tally.occurrences = Encoding.readLong(in);
    long size = Encoding.readLong(in);
    for (long i = 0; i < size; i++) {
      String id = Encoding.readString(in);
      tally.examples.add(new Example(id, Encoding.readString(in)));
    }
    return tally;
  }
}
