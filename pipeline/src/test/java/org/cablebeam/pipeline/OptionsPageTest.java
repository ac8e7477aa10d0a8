package org.cablebeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The page of the options is made of their descriptions. {@code -Ddocs.accept=true} writes it anew.
 */
class OptionsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "options.md");

  @Test
  void saysWhatTheOptionsSay() throws IOException {
    if (Boolean.getBoolean("docs.accept")) {
      Files.writeString(PAGE, page());
    }
    assertThat(Files.readString(PAGE).replace("\r\n", "\n"))
        .as("docs/options.md is stale; -Ddocs.accept=true writes it anew")
        .isEqualTo(page());
  }

  private static String page() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Options

        Written by `OptionsPageTest`: `mvn -pl pipeline -am test -Dtest=OptionsPageTest \
        -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.accept=true` writes it anew.

        ```
        """);
    CommandLine.synopsis().forEach(line -> page.append(line).append('\n'));
    page.append(
        """
        ```

        Options are written `--name=value` or `--name value`; those of Beam and of its runners are taken as well.

        | option | default | meaning |
        |---|---|---|
        """);
    for (CommandLine.Option option : CommandLine.own().values()) {
      String value = option.type() == boolean.class ? "" : "=" + option.label();
      page.append("| `--").append(option.name()).append(value).append("` | ");
      page.append(option.standard() == null ? "" : "`" + option.standard() + "`");
      page.append(" | ").append(option.description().replace("|", "\\|")).append(" |\n");
    }
    page.append(
        """

        ## Exit codes

        They do not change from version to version.

        | code | in a word | meaning |
        |---|---|---|
        """);
    for (ExitCode code : ExitCode.values()) {
      page.append("| ").append(code.number()).append(" | ").append(code.word()).append(" | ");
      page.append(code.meaning()).append(" |\n");
    }
    return page.toString();
  }
}
