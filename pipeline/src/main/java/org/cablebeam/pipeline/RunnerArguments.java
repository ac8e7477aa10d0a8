package org.cablebeam.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a runner has to be told that no user should have to think of. The program knows runners by
 * their arguments only: which of them are on the class path is decided when it is built.
 */
final class RunnerArguments {
  /**
   * For the Direct Runner: its checks cost several times the work itself and are made in our tests;
   * and the program must not be blocked, to say how far it is.
   */
  private static final Map<String, String> DIRECT =
      Map.of("enforceImmutability", "false", "enforceEncodability", "false", "blockOnRun", "false");

  /** Options that name a cluster. */
  private static final List<String> MASTERS = List.of("flinkMaster", "sparkMaster");

  private RunnerArguments() {}

  /**
   * The arguments with what is missing.
   *
   * @param jobJar the program as one jar, which the workers of a cluster get; null where the start
   *     script knows of none, and Beam sends the whole class path
   */
  static List<String> complete(List<String> arguments, @Nullable String jobJar) {
    List<String> all = new ArrayList<>(arguments);
    if (isDirect(value(arguments, "runner"))) {
      DIRECT.forEach((name, value) -> add(all, name, value));
    }
    if (jobJar != null && namesCluster(arguments)) {
      add(all, "filesToStage", jobJar);
    }
    return all;
  }

  /** Whether a cluster does the work, and not this process. */
  private static boolean namesCluster(List<String> arguments) {
    for (String name : MASTERS) {
      String master = value(arguments, name);
      // host:port, spark://host:port; the others are words, such as [local] and local[4].
      if (master != null && master.contains(":")) {
        return true;
      }
    }
    return false;
  }

  private static void add(List<String> arguments, String name, String value) {
    if (value(arguments, name) == null) {
      arguments.add("--" + name + "=" + value);
    }
  }

  private static boolean isDirect(@Nullable String runner) {
    if (runner == null) {
      return true;
    }
    String name = runner.toLowerCase(Locale.ROOT);
    return name.equals("direct") || name.equals("directrunner");
  }

  /** The value of an argument; empty where it is given without one, null where it is not given. */
  private static @Nullable String value(List<String> arguments, String name) {
    String option = "--" + name;
    for (String argument : arguments) {
      if (argument.equals(option)) {
        return "";
      }
      if (argument.startsWith(option + "=")) {
        return argument.substring(option.length() + 1);
      }
    }
    return null;
  }
}
