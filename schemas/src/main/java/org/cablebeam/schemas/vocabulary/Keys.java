package org.cablebeam.schemas.vocabulary;

/** How names are made comparable: case, blanks and punctuation do not count. */
final class Keys {
  private Keys() {}

  /** The letters A–Z and the digits of a text, in upper case. */
  static String of(String text) {
    int length = text.length();
    int i = 0;
    while (i < length && isKey(text.charAt(i))) {
      i++;
    }
    if (i == length) {
      return text;
    }
    StringBuilder key = new StringBuilder(length);
    key.append(text, 0, i);
    for (; i < length; i++) {
      char c = text.charAt(i);
      if (isKey(c)) {
        key.append(c);
      } else if (c >= 'a' && c <= 'z') {
        key.append((char) (c - 'a' + 'A'));
      }
    }
    return key.toString();
  }

  private static boolean isKey(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
