package org.cablebeam.transforms.entities;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * Learns {@link WordShapes} from lists of English words (and misspelt ones), names of persons and
 * names of places: logistic regression over runs of two to five letters, with a step for each
 * weight that shrinks as it is used (AdaGrad). The same lists give the same table.
 */
final class WordShapeTraining {
  private static final int ROUNDS = 5;
  private static final double STEP = 0.12;
  private static final double DECAY = 2e-5;

  private record Example(int[] features, int kind, double weight) {}

  private final Random random = new Random(7);
  private final NameTables tables;
  private final double[][] weights = new double[WordShapes.SIZE][WordShapes.KINDS];

  WordShapeTraining(NameTables tables) {
    this.tables = tables;
  }

  void write(Path file) throws IOException {
    List<Example> examples = examples();
    int held = examples.size() / 20;
    List<Example> test = examples.subList(0, held);
    List<Example> training = new ArrayList<>(examples.subList(held, examples.size()));
    learn(training);
    byte[] out = new byte[WordShapes.SIZE * WordShapes.KINDS];
    for (int i = 0; i < out.length; i++) {
      double weight = weights[i / WordShapes.KINDS][i % WordShapes.KINDS];
      out[i] = (byte) Math.max(-127, Math.min(127, Math.round(weight * WordShapes.SCALE)));
    }
    Files.write(file, out);
    report(test);
  }

  private List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    TreeSet<String> plain = new TreeSet<>(tables.words.keySet());
    plain.removeAll(tables.persons);
    plain.removeAll(tables.places);
    add(examples, plain, WordShapes.ENGLISH, 1.0);
    TreeSet<String> misspelt = new TreeSet<>();
    tables.words.forEach(
        (word, size) -> {
          if (size <= 35 && word.length() > 4) {
            misspelt.add(misspell(word));
            misspelt.add(misspell(word));
          }
        });
    misspelt.removeAll(tables.words.keySet());
    misspelt.removeAll(tables.persons);
    add(examples, misspelt, WordShapes.ENGLISH, 1.5);
    TreeSet<String> persons = new TreeSet<>(tables.persons);
    persons.removeAll(tables.words.keySet());
    add(examples, persons, WordShapes.PERSON, 2.4);
    List<String> places = new ArrayList<>(tables.places);
    places.removeAll(tables.words.keySet());
    places.removeAll(tables.persons);
    Collections.shuffle(places, random);
    add(examples, places.subList(0, Math.min(40_000, places.size())), WordShapes.PLACE, 1.2);
    Collections.shuffle(examples, random);
    return examples;
  }

  private static void add(
      List<Example> examples, Collection<String> words, int kind, double weight) {
    for (String word : words) {
      if (word.length() > 2) {
        char[] letters = word.toCharArray();
        int[] features = new int[WordShapes.most(letters.length)];
        int count = WordShapes.features(letters, 0, letters.length, features);
        examples.add(
            new Example(Arrays.stream(features, 0, count).distinct().toArray(), kind, weight));
      }
    }
  }

  /** A letter left out, doubled, put in, changed, or swapped with the next. */
  private String misspell(String word) {
    int at = 1 + random.nextInt(word.length() - 1);
    char other = (char) ('a' + random.nextInt(26));
    String before = word.substring(0, at);
    String behind = word.substring(at + 1);
    return switch (random.nextInt(6)) {
      case 0, 1 -> before + behind;
      case 2 ->
          behind.isEmpty()
              ? before
              : before + behind.charAt(0) + word.charAt(at) + behind.substring(1);
      case 3 -> before + word.charAt(at) + word.charAt(at) + behind;
      case 4 -> before + other + word.charAt(at) + behind;
      default -> before + other + behind;
    };
  }

  private void learn(List<Example> training) {
    double[][] squares = new double[WordShapes.SIZE][WordShapes.KINDS];
    for (int round = 0; round < ROUNDS; round++) {
      Collections.shuffle(training, random);
      for (Example example : training) {
        double[] wrong = chances(example.features());
        wrong[example.kind()] -= 1;
        for (int feature : example.features()) {
          for (int kind = 0; kind < WordShapes.KINDS; kind++) {
            double slope = wrong[kind] * example.weight() + DECAY * weights[feature][kind];
            squares[feature][kind] += slope * slope;
            weights[feature][kind] -= STEP * slope / Math.sqrt(squares[feature][kind] + 1e-6);
          }
        }
      }
    }
  }

  private double[] chances(int[] features) {
    double[] sums = new double[WordShapes.KINDS];
    for (int feature : features) {
      for (int kind = 0; kind < WordShapes.KINDS; kind++) {
        sums[kind] += weights[feature][kind];
      }
    }
    return WordShapes.chances(sums);
  }

  private void report(List<Example> test) {
    int[][] found = new int[WordShapes.KINDS][WordShapes.KINDS];
    for (Example example : test) {
      double[] chances = chances(example.features());
      int best = 0;
      for (int kind = 1; kind < WordShapes.KINDS; kind++) {
        best = chances[kind] > chances[best] ? kind : best;
      }
      found[example.kind()][best]++;
    }
    System.out.println(
        "Of words held back, by kind (rows) and as found: " + Arrays.deepToString(found));
  }
}
