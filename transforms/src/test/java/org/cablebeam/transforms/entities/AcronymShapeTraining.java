package org.cablebeam.transforms.entities;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.cablebeam.transforms.text.WordShapes;

/**
 * Learns which words of four to eight letters that can be said are acronyms, and no names of
 * persons or places, from the tables of the release themselves: {@code organizations.tsv} against
 * the names and the towns. Run by hand, where those tables have grown much; the same tables give
 * the same result:
 *
 * <pre>AcronymShapeTraining &lt;resource folder of the text&gt;</pre>
 */
public final class AcronymShapeTraining {
  private static final Pattern ACRONYM = Pattern.compile("[A-Z]{4,8}");
  private static final Pattern NAME = Pattern.compile("[a-z]{4,8}");
  private static final Pattern SAYABLE = Pattern.compile("(?!.*[^aeiouy]{4}).*[aeiouy].*");

  /** As many names as weigh up the acronyms, which are few. */
  private static final int MOST_PERSONS = 12_000;

  private static final int MOST_PLACES = 8_000;
  private static final double WEIGHT = 3;

  private AcronymShapeTraining() {}

  public static void main(String[] args) throws IOException {
    Random random = new Random(7);
    TreeSet<String> places = new TreeSet<>();
    places(places, "geonames-places.tsv");
    places(places, "places.tsv");
    TreeSet<String> persons = new TreeSet<>();
    for (String line : lines("datafaker-names.tsv")) {
      add(persons, List.of(line.substring(line.lastIndexOf('\t') + 1).split(" ")));
    }
    for (String table : List.of("given-names.txt", "surnames.txt")) {
      for (String line : lines(table)) {
        add(persons, List.of(line.split(" ")));
      }
    }
    for (String line : lines("wordnet-names.tsv")) {
      add(persons, List.of(line.split("\t")[0]));
    }
    TreeSet<String> acronyms = new TreeSet<>();
    for (String line : lines("organizations.tsv")) {
      String name = line.split("\t")[0];
      if (ACRONYM.matcher(name).matches()) {
        add(acronyms, List.of(name));
      }
    }
    acronyms.removeAll(persons);
    acronyms.removeAll(places);
    ShapeLearner learner = new ShapeLearner(2, random);
    learner.add(acronyms, WordShapes.ACRONYM, WEIGHT);
    learner.add(some(persons, MOST_PERSONS, random), 1 - WordShapes.ACRONYM, 1);
    learner.add(some(places, MOST_PLACES, random), 1 - WordShapes.ACRONYM, 1);
    learner.write(Path.of(args[0], "acronym-shapes.bin"));
  }

  private static void places(Collection<String> places, String table) throws IOException {
    for (String line : lines(table)) {
      add(places, List.of(line.substring(line.indexOf('\t') + 1).split("\\|")));
    }
  }

  private static void add(Collection<String> words, List<String> more) {
    for (String word : more) {
      String small = word.toLowerCase(Locale.ROOT);
      if (NAME.matcher(small).matches() && SAYABLE.matcher(small).matches()) {
        words.add(small);
      }
    }
  }

  private static List<String> some(Collection<String> words, int most, Random random) {
    List<String> shuffled = new ArrayList<>(words);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, Math.min(most, shuffled.size()));
  }

  private static List<String> lines(String table) throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    AcronymShapeTraining.class.getResourceAsStream(table), table),
                StandardCharsets.UTF_8))) {
      return in.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }
}
