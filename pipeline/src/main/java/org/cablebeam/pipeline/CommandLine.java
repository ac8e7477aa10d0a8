package org.cablebeam.pipeline;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.cablebeam.transforms.SentRange;
import org.cablebeam.transforms.source.Limits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Arguments into options. The options are declared in {@link CableOptions} and nowhere else; Beam
 * reads them, and what it would say of a mistake in many lines is said here in one.
 */
final class CommandLine {
  private CommandLine() {}

  /**
   * Reads arguments.
   *
   * @throws UsageException one line that names the argument and says what to do
   */
  static CableOptions parse(String[] arguments) throws UsageException {
    CableOptions options = parseWithoutOutput(arguments);
    if (options.getOutput() == null || options.getOutput().isBlank()) {
      throw usage("--output is missing: where are the results to go?");
    }
    return options;
  }

  /** Reads the arguments of something that need not write results. */
  static CableOptions parseWithoutOutput(String[] arguments) throws UsageException {
    PipelineOptionsFactory.register(CableOptions.class);
    Map<String, Option> own = own();
    List<String> args =
        RunnerArguments.complete(
            joinValues(arguments, own), System.getProperty("cablebeam.jobJar"));
    Set<String> given = new HashSet<>();
    nameNode(args, System.getenv()).ifPresent(args::add);
    for (String arg : args) {
      if (!arg.startsWith("--")) {
        throw usage("Unexpected argument " + arg + ": " + meant(arg));
      }
      int equals = arg.indexOf('=');
      String name = equals < 0 ? arg.substring(2) : arg.substring(2, equals);
      Option option = own.get(name);
      if (option != null) {
        if (option.type() != List.class && !given.add(name)) {
          throw usage("--" + name + " is given twice: which is meant?");
        }
        check(option, equals < 0 ? null : arg.substring(equals + 1));
      }
    }
    CableOptions options;
    try {
      options = PipelineOptionsFactory.fromArgs(args.toArray(new String[0])).as(CableOptions.class);
    } catch (IllegalArgumentException e) {
      throw usage(reason(e, own));
    }
    boolean noInput =
        options.getInput() == null || options.getInput().stream().allMatch(String::isBlank);
    if (options.getRetry() != null && !noInput) {
      throw usage("--retry takes its input from a ledger; leave --input out.");
    }
    if (options.getRetry() != null && options.getPrevious() != null) {
      throw usage("--retry reads what failed, --previous what changed; choose one.");
    }
    if (options.getRetry() == null && noInput) {
      throw usage("--input is missing: what is to be read?");
    }
    sent(options);
    return options;
  }

  /** What inputs may not exceed. */
  static Limits limits(CableOptions options) {
    return new Limits(
        options.getMaxMessageBytes(),
        options.getMaxEntryBytes(),
        options.getMaxExpansion(),
        options.getMaxEntries(),
        options.getMaxDepth());
  }

  /**
   * The cables that {@code --since} and {@code --until} ask for.
   *
   * @throws UsageException when no cable can lie between them
   */
  static SentRange sent(CableOptions options) throws UsageException {
    try {
      return SentRange.of(options.getSince(), options.getUntil());
    } catch (IllegalArgumentException e) {
      throw usage("--since and --until: " + e.getMessage() + ".");
    }
  }

  /** How Beam begins to say that it does not know a runner. */
  private static final String UNKNOWN_RUNNER = "Unknown 'runner' specified '";

  /**
   * What Beam's file system for Hadoop must be told where there is no configuration of Hadoop: the
   * name node, which the paths name.
   */
  static Optional<String> nameNode(List<String> args, Map<String, String> environment) {
    boolean configured =
        environment.containsKey("HADOOP_CONF_DIR")
            || environment.containsKey("YARN_CONF_DIR")
            || args.stream().anyMatch(arg -> arg.startsWith("--hdfsConfiguration"));
    if (configured || CommandLine.class.getResource(HADOOP) == null) {
      return Optional.empty();
    }
    return args.stream()
        .map(HDFS::matcher)
        .filter(Matcher::find)
        .map(found -> "--hdfsConfiguration=[{\"fs.defaultFS\":\"" + found.group() + "\"}]")
        .findFirst();
  }

  private static final String HADOOP = "/org/apache/beam/sdk/io/hdfs/HadoopFileSystemOptions.class";

  private static final Pattern HDFS = Pattern.compile("hdfs://[^/,\"\\\\]+");

  private static UsageException usage(String what) {
    return new UsageException(ExitCode.USAGE, what + " Try --help.");
  }

  /** {@code --name value} is as good as {@code --name=value}. */
  private static List<String> joinValues(String[] arguments, Map<String, Option> own) {
    List<String> joined = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      String argument = arguments[i];
      Option option = argument.startsWith("--") ? own.get(argument.substring(2)) : null;
      if (option != null
          && option.type() != boolean.class
          && i + 1 < arguments.length
          && !arguments[i + 1].startsWith("--")) {
        joined.add(argument + "=" + arguments[++i]);
      } else {
        joined.add(argument);
      }
    }
    return joined;
  }

  /** Whether the value of an option of ours is the argument behind this one. */
  static boolean takesValue(String argument) {
    Option option = argument.startsWith("--") ? own().get(argument.substring(2)) : null;
    return option != null && option.type() != boolean.class;
  }

  private static void check(Option option, @Nullable String value) throws UsageException {
    String name = "--" + option.name();
    if (value == null) {
      if (option.type() != boolean.class) {
        throw usage(name + " needs a value: " + name + "=" + option.label() + ".");
      }
      return;
    }
    try {
      if (option.type() == int.class || option.type() == long.class) {
        long number = option.type() == int.class ? Integer.parseInt(value) : Long.parseLong(value);
        if (number < 0) {
          throw usage(name + "=" + value + " must not be negative.");
        }
      } else if (option.type() == double.class) {
        double number = Double.parseDouble(value);
        if (!(number >= 0)) {
          throw usage(name + "=" + value + " must not be negative.");
        }
      } else if (option.type() == boolean.class
          && !value.equals("true")
          && !value.equals("false")) {
        throw usage(name + "=" + value + " must be true or false.");
      }
    } catch (NumberFormatException e) {
      throw usage(name + "=" + value + " is not a number.");
    }
    if (option.name().equals("codec") && !CODECS.contains(value)) {
      throw usage(name + "=" + value + " is none of " + String.join(", ", CODECS) + ".");
    }
    if (option.name().equals("since") || option.name().equals("until")) {
      try {
        SentRange.of(value, null);
      } catch (IllegalArgumentException e) {
        throw usage(name + "=" + e.getMessage() + ".");
      }
    }
    if (option.name().equals("maxRejectRatio") && Double.parseDouble(value) > 1) {
      throw usage(name + "=" + value + " is a share: 0 to 1.");
    }
    if (AT_LEAST_ONE.contains(option.name()) && Double.parseDouble(value) < 1) {
      throw usage(name + "=" + value + " must be at least 1.");
    }
    Long most = AT_MOST.get(option.name());
    if (most != null && Long.parseLong(value) > most) {
      throw usage(name + "=" + value + " must be at most " + most + ".");
    }
  }

  private static final Set<String> AT_LEAST_ONE =
      Set.of("maxMessageBytes", "maxEntryBytes", "maxExpansion", "maxEntries");

  /** More files than that are no help to any reader, and take longer than the cables in them. */
  private static final long MOST_SHARDS = 10_000;

  private static final Map<String, Long> AT_MOST =
      Map.of("numShards", MOST_SHARDS, "maxMessageBytes", Limits.MOST_MESSAGE_BYTES);

  private static final List<String> CODECS =
      List.of("snappy", "deflate", "zstandard", "bzip2", "xz", "null");

  /** Beam names a property; people know options. */
  private static String reason(IllegalArgumentException e, Map<String, Option> own) {
    String message = String.valueOf(e.getMessage());
    int property = message.indexOf("missing a property named '");
    if (property >= 0) {
      int from = message.indexOf('\'', property) + 1;
      String name = message.substring(from, message.indexOf('\'', from));
      return "Unknown option --"
          + name
          + nearest(name, own.keySet(), 3)
              .map(near -> ": did you mean --" + near + "?")
              .orElse(".");
    }
    int runner = message.indexOf(UNKNOWN_RUNNER);
    if (runner >= 0) {
      int from = runner + UNKNOWN_RUNNER.length();
      return "--runner="
          + message.substring(from, message.indexOf('\'', from))
          + " is not in this build of the program; docs/runners.md says how to make one.";
    }
    return message.lines().findFirst().orElse(message).strip();
  }

  /** What may have been meant by a word that is no option. */
  private static String meant(String word) {
    return nearest(word, List.of("inspect", "check"), 2)
        .map(command -> "did you mean cablebeam " + command + "?")
        .orElse("what is to be read is --input=" + word + ".");
  }

  private static Optional<String> nearest(String name, Collection<String> known, int farthest) {
    return known.stream()
        .min(Comparator.comparingInt(one -> distance(name, one)))
        .filter(one -> distance(name, one) <= farthest);
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int same =
            Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1))
                ? 0
                : 1;
        row[j] = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + same);
        diagonal = above;
      }
    }
    return row[b.length()];
  }

  /** How the program is called, a line a way. */
  static List<String> synopsis() {
    return List.of(
        "cablebeam --input=FILES --output=FOLDER [options]",
        "cablebeam --retry=FOLDER --output=FOLDER [options]",
        Inspect.USAGE,
        Check.USAGE,
        "cablebeam --help | --version");
  }

  /** What {@code --help} prints. */
  static String help() {
    CommandSpec spec = CommandSpec.create().name("cablebeam");
    spec.usageMessage()
        .width(80)
        .sortOptions(false)
        .customSynopsis(String.join("%n       ", synopsis()))
        .description(
            "%nReads US diplomatic cables in any form and writes Avro records, and statistics by"
                + " tag and by post. inspect shows what is read of one file (- for standard input),"
                + " check what would come of a run.%n")
        .footer(
            "%nOptions of Beam and of its runners are taken as well: --runner=FlinkRunner.",
            "Exit codes: "
                + Arrays.stream(ExitCode.values())
                    .map(code -> code.number() + " " + code.word())
                    .collect(Collectors.joining(", "))
                + ".");
    for (Option option : own().values()) {
      OptionSpec.Builder builder =
          OptionSpec.builder("--" + option.name())
              .type(option.type() == boolean.class ? boolean.class : String.class)
              .arity(option.type() == boolean.class ? "0" : "1")
              .paramLabel(option.label())
              .description(
                  option.description()
                      + (option.standard() == null ? "" : " Default: " + option.standard() + "."));
      spec.addOption(builder.build());
    }
    return new picocli.CommandLine(spec).getUsageMessage(Ansi.OFF);
  }

  /**
   * An option of ours.
   *
   * @param label what stands for its value
   * @param standard its value when it is not given; null for none, or when that goes without saying
   */
  record Option(
      String name, Class<?> type, String description, String label, @Nullable String standard) {}

  /** Our options, those that are needed first. */
  static Map<String, Option> own() {
    // Options that are not listed come last, by name.
    Map<String, Option> options =
        new TreeMap<>(
            Comparator.comparingInt(CommandLine::rank).thenComparing(Comparator.naturalOrder()));
    for (Method method : CableOptions.class.getDeclaredMethods()) {
      Description description = method.getAnnotation(Description.class);
      if (description == null || !method.getName().startsWith("get")) {
        continue;
      }
      String bare = method.getName().substring(3);
      String name = bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1);
      options.put(
          name,
          new Option(
              name,
              method.getReturnType(),
              description.value(),
              label(name, method.getReturnType()),
              standard(method)));
    }
    return options;
  }

  private static final List<String> ORDER =
      List.of(
          "input",
          "retry",
          "output",
          "overwrite",
          "previous",
          "since",
          "until",
          "numShards",
          "codec",
          "excelSafe",
          "mentions",
          "maxRejectRatio",
          "allowEmpty",
          "quiet",
          "maxMessageBytes",
          "maxEntryBytes",
          "maxExpansion",
          "maxEntries",
          "maxDepth");

  private static int rank(String name) {
    int place = ORDER.indexOf(name);
    return place < 0 ? ORDER.size() : place;
  }

  private static String label(String name, Class<?> type) {
    return switch (name) {
      case "input" -> "FILES";
      case "output", "previous", "retry" -> "FOLDER";
      case "since", "until" -> "DATE";
      case "maxExpansion" -> "TIMES";
      default -> type == String.class ? "NAME" : type == double.class ? "SHARE" : "NUMBER";
    };
  }

  private static @Nullable String standard(Method method) {
    Default.Integer integer = method.getAnnotation(Default.Integer.class);
    if (integer != null) {
      return String.valueOf(integer.value());
    }
    Default.Long number = method.getAnnotation(Default.Long.class);
    if (number != null) {
      return String.valueOf(number.value());
    }
    Default.Double real = method.getAnnotation(Default.Double.class);
    if (real != null) {
      return String.valueOf(real.value());
    }
    Default.String text = method.getAnnotation(Default.String.class);
    return text == null ? null : text.value();
  }
}
