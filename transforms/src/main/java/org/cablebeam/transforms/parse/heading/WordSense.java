package org.cablebeam.transforms.parse.heading;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cablebeam.transforms.text.Rows;

/** What a word of the heading tells; the words, in upper case, are those of {@code words.tsv}. */
enum WordSense {
  NO_POST,
  NAMES_SERIAL,
  MONTH,
  CITES,
  UNIT,
  OWN_TELEGRAM,
  NO_TAG,
  ENDS_TAGS,
  ENDS_SUBJECT,
  JOINS_SUBJECT,
  HEADS_TEXT,
  WEEKDAY,
  NO_NAME,
  NO_REFERENCE,
  COMPANY;

  private static final Map<WordSense, Set<String>> WORDS = read();

  private static Map<WordSense, Set<String>> read() {
    Map<WordSense, Set<String>> words = new EnumMap<>(WordSense.class);
    for (List<String> row : Rows.read(WordSense.class, "words.tsv", "word", "sense")) {
      words.computeIfAbsent(valueOf(row.get(1)), sense -> new LinkedHashSet<>()).add(row.get(0));
    }
    return words;
  }

  /** The words that tell this, in the order of the file. */
  Set<String> words() {
    return WORDS.getOrDefault(this, Set.of());
  }

  /** Whether a word in upper case tells this. */
  boolean is(String word) {
    return words().contains(word);
  }
}
