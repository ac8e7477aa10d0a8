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
import org.cablebeam.transforms.text.WordShapes;

/**
 * Learns a table of {@link WordShapes} from words of several kinds: logistic regression over runs
 * of two to five letters, with a step for each weight that shrinks as it is used (AdaGrad). The
 * same words in the same order give the same table.
 */
final class ShapeLearner {
  private static final int ROUNDS = 5;
  private static final double STEP = 0.12;
  private static final double DECAY = 2e-5;

  private record Example(int[] features, int kind, double weight) {}

  private final int kinds;
  private final Random random;
  private final List<Example> examples = new ArrayList<>();
  private final double[][] weights;

  /**
   * A learner without examples.
   *
   * @param random shuffles the examples, which are learned in turns
   */
  ShapeLearner(int kinds, Random random) {
    this.kinds = kinds;
    this.random = random;
    weights = new double[WordShapes.SIZE][kinds];
  }

  /** Adds words of a kind, those of three letters and more. */
  void add(Collection<String> words, int kind, double weight) {
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

  /** Learns from all but a twentieth of the examples, and prints how it fares on that. */
  void write(Path file) throws IOException {
    Collections.shuffle(examples, random);
    int held = examples.size() / 20;
    List<Example> test = examples.subList(0, held);
    learn(new ArrayList<>(examples.subList(held, examples.size())));
    byte[] out = new byte[WordShapes.SIZE * kinds];
    for (int i = 0; i < out.length; i++) {
      double weight = weights[i / kinds][i % kinds];
      out[i] = (byte) Math.max(-127, Math.min(127, Math.round(weight * WordShapes.SCALE)));
    }
    Files.write(file, out);
    report(test);
  }

  private void learn(List<Example> training) {
    double[][] squares = new double[WordShapes.SIZE][kinds];
    for (int round = 0; round < ROUNDS; round++) {
      Collections.shuffle(training, random);
      for (Example example : training) {
        double[] wrong = chances(example.features());
        wrong[example.kind()] -= 1;
        for (int feature : example.features()) {
          for (int kind = 0; kind < kinds; kind++) {
            double slope = wrong[kind] * example.weight() + DECAY * weights[feature][kind];
            squares[feature][kind] += slope * slope;
            weights[feature][kind] -= STEP * slope / Math.sqrt(squares[feature][kind] + 1e-6);
          }
        }
      }
    }
  }

  private double[] chances(int[] features) {
    double[] sums = new double[kinds];
    for (int feature : features) {
      for (int kind = 0; kind < kinds; kind++) {
        sums[kind] += weights[feature][kind];
      }
    }
    return WordShapes.chances(sums);
  }

  private void report(List<Example> test) {
    int[][] found = new int[kinds][kinds];
    for (Example example : test) {
      double[] chances = chances(example.features());
      int best = 0;
      for (int kind = 1; kind < kinds; kind++) {
        best = chances[kind] > chances[best] ? kind : best;
      }
      found[example.kind()][best]++;
    }
    System.out.println(
        "Of words held back, by kind (rows) and as found: " + Arrays.deepToString(found));
  }
}
