package org.cablebeam.transforms.source;

/** By what the character set of a text was told. */
enum CharsetSign {
  BYTE_ORDER_MARK("a byte-order mark"),
  NULS("a NUL in every second byte"),
  VALID("bytes that are UTF-8 throughout"),
  DAMAGED("bytes that are UTF-8 but for single ones"),
  LETTERS("bytes that are no UTF-8, by the letters they would be");

  private final String words;

  CharsetSign(String words) {
    this.words = words;
  }

  /** In words, for the ledger. */
  String words() {
    return words;
  }
}
