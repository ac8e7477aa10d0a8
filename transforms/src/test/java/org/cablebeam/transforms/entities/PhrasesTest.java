package org.cablebeam.transforms.entities;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cablebeam.schemas.EntityType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PhrasesTest {
  private static final int WORDS = 500;

  private static Phrases.Name name(EntityType type, String name) {
    return new Phrases.Name(type, name, null, null, false, false, false);
  }

  /** The names that end at the node reached by the words; null if there is no such node. */
  private static Phrases.Name @Nullable [] walk(Phrases phrases, int... words) {
    int node = 0;
    for (int word : words) {
      node = phrases.step(node, word);
      if (node < 0) {
        return null;
      }
    }
    return phrases.at(node);
  }

  @Test
  void findsEachOfManyNamesAndNothingElse() {
    Random random = new Random(7);
    Phrases phrases = new Phrases();
    List<int[]> paths = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      int[] words = random.ints(1 + random.nextInt(4), 0, WORDS).toArray();
      phrases.add(words, name(EntityType.LOCATION, java.util.Arrays.toString(words)));
      paths.add(words);
    }
    phrases.seal(WORDS);
    for (int[] words : paths) {
      Phrases.Name[] found = walk(phrases, words);
      assertEquals(1, found == null ? 0 : found.length);
      assertEquals(java.util.Arrays.toString(words), found[0].name());
    }
    assertEquals(-1, phrases.step(0, -1));
    assertEquals(-1, phrases.step(0, WORDS + 1));
  }

  @Test
  void leadsOnlyWhereANameGoesOn() {
    Phrases phrases = new Phrases();
    phrases.add(new int[] {1, 2}, name(EntityType.LOCATION, "one two"));
    phrases.seal(WORDS);
    assertArrayEquals(new Phrases.Name[0], walk(phrases, 1));
    assertEquals(1, walk(phrases, 1, 2).length);
    for (int word = 0; word < WORDS; word++) {
      if (word != 2) {
        assertEquals(-1, phrases.step(phrases.step(0, 1), word), "word " + word);
      }
    }
  }

  @Test
  void keepsTheFirstNameOfEachType() {
    Phrases phrases = new Phrases();
    phrases.add(new int[] {1}, name(EntityType.LOCATION, "first"));
    phrases.add(new int[] {1}, name(EntityType.LOCATION, "second"));
    phrases.add(new int[] {1}, name(EntityType.ORGANIZATION, "body"));
    Phrases.Name[] found = walk(phrases, 1);
    assertEquals(2, found.length);
    assertEquals("first", found[0].name());
    assertEquals("body", found[1].name());
  }
}
