package org.cablebeam.schemas.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  @ParameterizedTest
  @CsvSource({
    "SECRET, SECRET, 0",
    "'', '', 0",
    "'', A, 1",
    "SECRE, SECRET, 1",
    "SSECRET, SECRET, 1",
    "SEECRET, SECRET, 1",
    "SECRTE, SECRET, 1",
    "ESCRET, SECRET, 1",
    "SECRXT, SECRET, 1",
    "XECRET, SECRET, 1",
    "SECR, SECRET, 2",
    "SXCRXT, SECRET, 2",
    "ESCRTE, SECRET, 2",
    "AB, BA, 1",
    "ABA, BAB, 2",
    "TO, OTTO, 2",
    "CONFIDENTIAL, SECRET, 3"
  })
  void countsEdits(String a, String b, int edits) {
    for (int limit = 0; limit < 3; limit++) {
      int counted = Math.min(edits, limit + 1);
      assertEquals(counted, Spelling.distance(a, b, limit), a + " " + b + ", limit " + limit);
      assertEquals(counted, Spelling.distance(b, a, limit), b + " " + a + ", limit " + limit);
    }
  }

  /** The quick way for one edit says what the rows of edits say, for all short words. */
  @Test
  void agreesWithItselfWhateverTheLimit() {
    String[] words = new String[1 + 3 + 9 + 27 + 81];
    words[0] = "";
    int count = 1;
    for (int from = 0; count < words.length; from++) {
      for (char c = 'A'; c <= 'C'; c++) {
        words[count++] = words[from] + c;
      }
    }
    for (String a : words) {
      for (String b : words) {
        int counted = Spelling.distance(a, b, 2);
        assertEquals(Math.min(counted, 2), Spelling.distance(a, b, 1), a + " " + b);
        assertEquals(Math.min(counted, 1), Spelling.distance(a, b, 0), a + " " + b);
      }
    }
  }
}
