package org.cablebeam.schemas.vocabulary;

/** How names are made comparable: case, blanks and punctuation do not count. */
final class Keys {
  private Keys() {}

  /** The letters A–Z and the digits of a text, in upper case. */
  static String of(String text) {
    if (isKey(text)) {
      return text;
    }
    StringBuilder key = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isKey(c)) {
        key.append(c);
      } else if (c >= 'a' && c <= 'z') {
        key.append((char) (c - 'a' + 'A'));
      }
    }
    return key.toString();
  }

  /** Whether a text has no other characters than its key. */
  static boolean isKey(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isKey(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isKey(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
