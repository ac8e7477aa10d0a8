package org.cablebeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --inpt=a --output=b              | Unknown option --inpt: did you mean --input? Try --help.
          --input=a --output=b --zzzzzzzz=1| Unknown option --zzzzzzzz. Try --help.
          --output=b                       | --input is missing: what is to be read? Try --help.
          --input=a                        | --output is missing: where are the results to go? Try --help.
          --input=a --output=b --numShards=x    | --numShards=x is not a number. Try --help.
          --input=a --output=b --numShards=-1   | --numShards=-1 must not be negative. Try --help.
          --input=a --output=b --overwrite=yes  | --overwrite=yes must be true or false. Try --help.
          --input=a --output=b --codec=gzip     | --codec=gzip is none of snappy, deflate, zstandard, bzip2, xz, null. Try --help.
          --input=a --output=b --maxRejectRatio=7 | --maxRejectRatio=7 is a share: 0 to 1. Try --help.
          --input=a --output=b --numShards=10001    | --numShards=10001 must be at most 10000. Try --help.
          --input=a --output=b --maxMessageBytes=0  | --maxMessageBytes=0 must be at least 1. Try --help.
          --input=a --output=b --maxMessageBytes=1073741825 | --maxMessageBytes=1073741825 must be at most 1073741824. Try --help.
          --input=a --output=b --maxEntryBytes=0    | --maxEntryBytes=0 must be at least 1. Try --help.
          --input=a --output=b --maxExpansion=0.5   | --maxExpansion=0.5 must be at least 1. Try --help.
          --input=a --output=b --maxEntries=0       | --maxEntries=0 must be at least 1. Try --help.
          --input=a --output=b --since=1.4.2009 | --since=1.4.2009 is no date: write 2009-01-31, 2009-01, 2009 or 2009-01-31T12:00:00Z. Try --help.
          --input=a --output=b --since=2009 --until=2009-01 | --since and --until: nothing is sent since 2009 and before 2009-01: the end is exclusive. Try --help.
          --output=b --input               | --input needs a value: --input=FILES. Try --help.
          --input=a --output=b --runner=MoonRunner | --runner=MoonRunner is not in this build of the program; docs/runners.md says how to make one. Try --help.
          --input=a --output=b --output=c  | --output is given twice: which is meant? Try --help.
          chek samples                     | Unexpected argument chek: did you mean cablebeam check? Try --help.
          samples --output=b               | Unexpected argument samples: what is to be read is --input=samples. Try --help.
          """)
  void saysInOneLineWhatIsWrong(String arguments, String message) {
    UsageException thrown =
        catchThrowableOfType(
            UsageException.class, () -> CommandLine.parse(arguments.strip().split(" +")));

    assertThat(thrown.line()).isEqualTo(message);
    assertThat(thrown.code()).isEqualTo(ExitCode.USAGE);
  }

  /** What the command line lets through is a limit. */
  @Test
  void takesTheLeastAndTheMostOfEachLimit() throws UsageException {
    for (String limits :
        List.of(
            "--maxMessageBytes=1 --maxEntryBytes=1 --maxExpansion=1 --maxEntries=1 --maxDepth=0",
            "--maxMessageBytes=1073741824 --maxEntryBytes=9223372036854775807"
                + " --maxExpansion=1e9 --maxEntries=2147483647 --maxDepth=2147483647")) {
      CableOptions options =
          CommandLine.parse(("--input=a --output=b --numShards=10000 " + limits).split(" "));

      assertThat(CommandLine.limits(options).maxEntries()).isEqualTo(options.getMaxEntries());
    }
  }

  @Test
  void takesInputsPartedByCommasAndGivenTwice() throws UsageException {
    CableOptions options =
        CommandLine.parse(new String[] {"--input=a,b", "--input=c", "--output=out"});

    assertThat(options.getInput()).containsExactly("a", "b", "c");
  }

  @Test
  void takesAValueAsAWordOfItsOwn() throws UsageException {
    CableOptions options =
        CommandLine.parse(new String[] {"--input", "a", "--output", "out", "--overwrite"});

    assertThat(options.getInput()).containsExactly("a");
    assertThat(options.getOutput()).isEqualTo("out");
    assertThat(options.getOverwrite()).isTrue();
  }

  @Test
  void helpNamesEveryOptionAndItsDefault() {
    String help = CommandLine.help();

    assertThat(help.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    assertThat(CommandLine.own().keySet())
        .containsExactlyElementsOf(
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
                "maxDepth"));
    CommandLine.own()
        .values()
        .forEach(
            option -> {
              assertThat(help).contains("--" + option.name());
              if (option.standard() != null) {
                assertThat(help.replaceAll("\\s+", " "))
                    .contains("Default: " + option.standard() + ".");
              }
            });
    assertThat(help.lines()).allMatch(line -> line.length() <= 96);
  }
}
