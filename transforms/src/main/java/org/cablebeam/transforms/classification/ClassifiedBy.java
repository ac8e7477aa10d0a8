package org.cablebeam.transforms.classification;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cablebeam.schemas.vocabulary.Spelling;

/**
 * The keyword of the classifier line within its words: doubled, misspelt, behind a number or a
 * portion mark, {@code 1. (C) This message classified by}.
 */
final class ClassifiedBy {
  /** How far behind the keyword it may stand once more. */
  private static final int REPEATED_WITHIN = 80;

  private static final Set<String> FILLERS =
      Set.of(
          "this",
          "message",
          "cable",
          "telegram",
          "document",
          "was",
          "is",
          "has",
          "been",
          "entire",
          "text",
          "is:",
          "hereby",
          "the");

  private ClassifiedBy() {}

  /** Behind CLASSIFIED BY and whatever stands around it, as often as it is repeated. */
  static int behind(List<String> words, int from) {
    int at = from;
    int behind = from;
    while (at < words.size()) {
      int keyword = keywordEnd(words, at);
      if (keyword > at) {
        at = keyword;
        behind = keyword;
      } else if (isFiller(words.get(at))) {
        at++;
      } else {
        break;
      }
    }
    // Fillers count only in front of a keyword.
    while (behind < words.size()
        && (Roles.key(words.get(behind)).isEmpty() || isPortionMark(words.get(behind)))
        && !ClassifierEnd.startsWithDigit(words.get(behind))) {
      behind++;
    }
    return behind;
  }

  /** Behind the last keyword that stands soon after {@code from} and before any reason. */
  static int behindLast(List<String> words, int from) {
    int last = from;
    for (int at = from; at < Math.min(words.size(), from + REPEATED_WITHIN); at++) {
      String key = Roles.key(words.get(at));
      if (ClassifierEnd.isReason(key) || ClassifierEnd.isSection(words, at)) {
        break;
      }
      int keyword = keywordEnd(words, at);
      if (keyword > at) {
        last = behind(words, at);
      }
    }
    return last;
  }

  /** Behind the next keyword; the number of words where there is none. */
  static int behindNext(List<String> words, int from) {
    for (int at = from; at < words.size(); at++) {
      if (keywordEnd(words, at) > at) {
        return behind(words, at);
      }
    }
    return words.size();
  }

  /** Behind a keyword that begins at a word; {@code at} if none does. */
  private static int keywordEnd(List<String> words, int at) {
    String key = Roles.key(words.get(at));
    if (key.startsWith("declass")) {
      return at;
    }
    boolean classified =
        key.length() >= 7
            && (Spelling.distance(key, "classified", 2) <= 2
                || Spelling.distance(key, "classification", 1) <= 1
                || Spelling.distance(key, "classifier", 1) <= 1);
    if (classified) {
      if (at + 1 < words.size()) {
        String next = words.get(at + 1);
        String nextKey = Roles.key(next);
        if (nextKey.length() <= 3 && Spelling.distance(nextKey, "by", 1) <= 1) {
          return at + 2;
        }
        if (nextKey.equals("b") && at + 2 < words.size()) {
          return at + 3;
        }
      }
      return words.get(at).endsWith(":") ? at + 1 : at;
    }
    boolean glued = key.length() >= 10 && Spelling.distance(key, "classifiedby", 2) <= 2;
    return glued ? at + 1 : at;
  }

  /** Whether the words say that the cable takes its level from others. */
  static boolean isDerived(List<String> words, int at) {
    String key = Roles.key(words.get(at));
    return key.equals("derived")
        || key.equals("derivedfrom")
        || key.equals("derivative")
        || key.equals("derive");
  }

  /** Numbers, portion marks, signs and words that only lead up to the keyword. */
  private static boolean isFiller(String word) {
    String key = Roles.key(word);
    return key.isEmpty() || isPortionMark(word) || FILLERS.contains(key);
  }

  static boolean isPortionMark(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "(C)", "(S)", "(U)", "(SBU)", "(TS)", "(C/NF)", "(S/NF)" -> true;
      default -> false;
    };
  }
}
