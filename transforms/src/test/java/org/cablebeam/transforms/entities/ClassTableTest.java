package org.cablebeam.transforms.entities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ClassTableTest {
  /** A number of a word beyond the room that a new table has. */
  private static final int HIGH = 100_000;

  @Test
  void keepsEachClassOfEachWordApart() {
    for (WordClass wordClass : WordClass.values()) {
      ClassTable table = new ClassTable();
      table.add(0, wordClass);
      table.add(HIGH, wordClass);
      for (WordClass other : WordClass.values()) {
        assertEquals(other == wordClass, table.has(0, other), wordClass + " and " + other);
        assertEquals(other == wordClass, table.has(HIGH, other), wordClass + " and " + other);
        assertFalse(table.has(1, other));
      }
    }
  }

  @Test
  void takesWordsWithoutARowForWordsWithoutAClass() {
    ClassTable table = new ClassTable();
    table.add(3, WordClass.UNIT);
    for (int word : new int[] {-1, 2, 4, HIGH, Integer.MAX_VALUE / 2}) {
      assertFalse(table.has(word, WordClass.UNIT), "word " + word);
    }
  }

  /** The rows of the vocabulary's own table must stay few: words with classes come first. */
  @Test
  void knowsTheClassesOfTheVocabulary() {
    Vocabulary vocabulary = Vocabulary.standard();
    int told = vocabulary.words.find("told");
    assertTrue(vocabulary.in(WordClass.PERSON_VERB, told));
    assertFalse(vocabulary.in(WordClass.UNIT, told));
    assertTrue(vocabulary.in(WordClass.UNIT, vocabulary.words.find("BATTALION")));
    assertFalse(vocabulary.in(WordClass.UNIT, vocabulary.words.find("no such word")));
  }
}
