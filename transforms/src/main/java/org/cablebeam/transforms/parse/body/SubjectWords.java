package org.cablebeam.transforms.parse.body;

import java.util.HashSet;
import java.util.Set;

/**
 * The words of a subject and their neighbours, in capitals. Immutable; offsets are UTF-16 units of
 * the subject.
 */
final class SubjectWords {
  private final String subject;
  private final Set<String> words;

  SubjectWords(String subject) {
    this.subject = subject;
    this.words = words(subject);
  }

  private static Set<String> words(String subject) {
    Set<String> words = new HashSet<>();
    int at = 0;
    while (at < subject.length()) {
      int end = at;
      while (end < subject.length() && Character.isLetterOrDigit(subject.charAt(end))) {
        end++;
      }
      if (end > at) {
        words.add(TitleLetters.upper(subject.substring(at, end)));
      }
      at = end + 1;
    }
    return words;
  }

  /** Whether the subject has a word, given in capitals. */
  boolean has(String word) {
    return words.contains(word);
  }

  /** The word that begins at an offset; empty where none does. */
  String at(int from) {
    int end = from;
    while (end < subject.length() && TitleLetters.isWordSign(subject, end)) {
      end++;
    }
    return from < end ? TitleLetters.upper(subject.substring(from, end)) : "";
  }

  /** The word that ends at an offset; empty where none does. */
  String endingAt(int end) {
    int from = end;
    while (from > 0 && TitleLetters.isWordSign(subject, from - 1)) {
      from--;
    }
    return TitleLetters.upper(subject.substring(from, end));
  }

  /** The word right before the one at an offset, GEN of GEN. PACE; empty where none is. */
  String before(int from) {
    int end = from;
    while (end > 0 && from - end < 2 && " -/.".indexOf(subject.charAt(end - 1)) >= 0) {
      end--;
    }
    return endingAt(end);
  }

  /** The word right behind the one that ends at an offset, CARD of ID-CARD; empty for none. */
  String behind(int end) {
    return end < subject.length() && " -/".indexOf(subject.charAt(end)) >= 0 ? at(end + 1) : "";
  }
}
