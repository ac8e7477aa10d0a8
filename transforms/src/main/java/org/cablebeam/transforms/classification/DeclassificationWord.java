package org.cablebeam.transforms.classification;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cablebeam.transforms.text.Rows;

/**
 * What a word of the E.O. line tells; the words, in upper case, are those of {@code
 * declassification-words.tsv}.
 */
enum DeclassificationWord {
  EVENT,
  CABLE,
  DECLASSIFY,
  ORDER,
  AGENCY;

  private static final Map<DeclassificationWord, Set<String>> WORDS = read();

  private static Map<DeclassificationWord, Set<String>> read() {
    Map<DeclassificationWord, Set<String>> words = new EnumMap<>(DeclassificationWord.class);
    for (List<String> row :
        Rows.read(DeclassificationWord.class, "declassification-words.tsv", "word", "sense")) {
      words.computeIfAbsent(valueOf(row.get(1)), sense -> new LinkedHashSet<>()).add(row.get(0));
    }
    return words;
  }

  /** Whether a word in upper case tells this. */
  boolean is(String word) {
    return WORDS.getOrDefault(this, Set.of()).contains(word);
  }

  /** Whether letters, of which blanks and signs were dropped, begin with words that tell this. */
  boolean opens(String letters) {
    for (String word : WORDS.getOrDefault(this, Set.of())) {
      if (letters.startsWith(word.replace(" ", "").replace(".", ""))) {
        return true;
      }
    }
    return false;
  }

  /** How many characters of what begins at an offset tell this; 0 if none do. */
  int at(String text, int from) {
    for (String word : WORDS.getOrDefault(this, Set.of())) {
      if (text.startsWith(word, from)) {
        return word.length();
      }
    }
    return 0;
  }
}
