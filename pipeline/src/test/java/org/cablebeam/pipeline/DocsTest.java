package org.cablebeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages refer to is there, and what is there they tell of. */
class DocsTest {
  private static final Path ROOT = root();
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern SAMPLE = Pattern.compile("`([a-z-]+/[\\w.-]+)`");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--([a-z]\\w*)");

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return here.endsWith("pipeline") ? here.resolveSibling("") : here;
  }

  static Stream<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    for (String folder : List.of("", "docs", "samples")) {
      try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
        files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
      }
    }
    return pages.stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsSomewhere(Path page) throws IOException {
    List<String> broken = new ArrayList<>();
    Matcher links = LINK.matcher(text(page));
    while (links.find()) {
      String link = links.group(1);
      if (link.matches("[a-z]+:.*")) {
        continue;
      }
      int hash = link.indexOf('#');
      String file = hash < 0 ? link : link.substring(0, hash);
      Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
      boolean there = Files.exists(target);
      if (there && hash >= 0 && target.toString().endsWith(".md")) {
        there = anchors(target).contains(link.substring(hash + 1));
      }
      if (!there) {
        broken.add(link);
      }
    }
    assertThat(broken).isEmpty();
  }

  /** The names that headings get: small letters, blanks as hyphens, without other signs. */
  private static Set<String> anchors(Path page) throws IOException {
    return text(page)
        .lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
        .map(title -> title.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  @Test
  void everySampleThatIsToldOfIsThere() throws IOException {
    Path samples = ROOT.resolve("samples");
    List<String> told =
        SAMPLE.matcher(text(samples.resolve("README.md"))).results().map(m -> m.group(1)).toList();
    assertThat(told)
        .hasSizeGreaterThan(10)
        .allSatisfy(file -> assertThat(samples.resolve(file)).exists());
  }

  @Test
  void everyOptionThatIsTalkedOfIsThere() throws IOException {
    Set<String> known = new TreeSet<>(CommandLine.own().keySet());
    // Of the program's other faces, and of the runners.
    known.addAll(List.of("help", "version", "json", "number", "runner"));
    for (String page : List.of("docs/scheduling.md", "docs/formats.md", "docs/statistics.md")) {
      Set<String> named = new TreeSet<>();
      Matcher options = OPTION.matcher(text(ROOT.resolve(page)));
      while (options.find()) {
        named.add(options.group(1));
      }
      assertThat(known).as(page).containsAll(named);
    }
  }

  private static String text(Path page) throws IOException {
    return Files.readString(page, StandardCharsets.UTF_8);
  }
}
