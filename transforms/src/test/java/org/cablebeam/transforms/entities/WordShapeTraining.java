package org.cablebeam.transforms.entities;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.cablebeam.transforms.text.WordShapes;

/**
 * Learns {@link WordShapes} from lists of English words (and misspelt ones), names of persons and
 * names of places. The same lists give the same table.
 */
final class WordShapeTraining {
  private final Random random = new Random(7);
  private final NameTables tables;

  WordShapeTraining(NameTables tables) {
    this.tables = tables;
  }

  void write(Path file) throws IOException {
    ShapeLearner learner = new ShapeLearner(WordShapes.KINDS, random);
    TreeSet<String> plain = new TreeSet<>(tables.words.keySet());
    plain.removeAll(tables.persons);
    plain.removeAll(tables.places);
    learner.add(plain, WordShapes.ENGLISH, 1.0);
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
    learner.add(misspelt, WordShapes.ENGLISH, 1.5);
    TreeSet<String> persons = new TreeSet<>(tables.persons);
    persons.removeAll(tables.words.keySet());
    learner.add(persons, WordShapes.PERSON, 2.4);
    List<String> places = new ArrayList<>(tables.places);
    places.removeAll(tables.words.keySet());
    places.removeAll(tables.persons);
    Collections.shuffle(places, random);
    learner.add(places.subList(0, Math.min(40_000, places.size())), WordShapes.PLACE, 1.2);
    learner.write(file);
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
}
