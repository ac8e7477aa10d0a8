package org.cablebeam.synthesis;

/** What can be wrong with a generated cable; the catalogue of irregularities of real corpora. */
enum Irregularity {
  /** A keyword is spelled wrong or cut: {@code TGS:}. */
  MISSPELT_KEYWORD,
  /** Two fields stand on one line. */
  SHARED_LINE,
  /** A keyword is glued to the word before it: {@code WARSAWREF:}. */
  GLUED_KEYWORD,
  /** The post of the classification line has two letters swapped. */
  DAMAGED_POST,
  /** The level of the classification line has lost or doubled a letter, or is spaced wrongly. */
  DAMAGED_LEVEL,
  /** Line noise stands in the text. */
  LINE_NOISE,
  /** Names are replaced by runs of X. */
  REDACTION,
  /** A stamp of the releasing review stands in the text. */
  STAMP,
  /** The text's lines are joined, and end nowhere. */
  JOINED_LINES,
  /** Lines end in a backslash. */
  BACKSLASHES,
  /** A publisher's paragraph sign stands before numbers. */
  PARAGRAPH_SIGNS,
  /** Letter O and digit 0 are swapped in keywords and references. */
  SWAPPED_ZERO,
  /** Two tags are glued. */
  GLUED_TAGS,
  /** TAGS stand before the E.O. line. */
  CHANGED_ORDER,
  /** SIPDIS is left over from a page break in the middle of the text. */
  STRAY_CAPTION,
  /** There is no transmission header. */
  NO_HEADER,
  /** A notice says that only an extract exists. */
  PARTIAL_EXTRACT,
  /** A second copy breaks off. */
  TRUNCATED_TWIN,
  /** The same message was sent twice. */
  DUPLICATE,
  /** A corrected copy follows. */
  CORRECTED_COPY,
  /** One of several sections did not arrive. */
  MISSING_SECTION,
  /** The container gives another cable's id. */
  WRONG_CLAIM,
  /** The container's id is damaged: {@code 08SECTION01OF02WARSAW421}. */
  DAMAGED_CLAIM
}
