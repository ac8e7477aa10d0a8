package org.cablebeam.transforms.parse.heading;

/** The fields of a heading, each opened by a keyword. */
enum Keyword {
  /** {@code E.O. 12958:} */
  EXECUTIVE_ORDER,
  /** {@code TAGS:} */
  TAGS,
  /** {@code SUBJECT:}, {@code SUBJ:} */
  SUBJECT,
  /** {@code REF:}, {@code REFTEL:}, {@code REF(S):} */
  REFERENCES,
  /** {@code Captions:}, {@code Pass Line:}: SMART prints them between the other fields. */
  CAPTIONS,
  /** {@code CLASSIFIED BY}, {@code DERIVED FROM} */
  CLASSIFIED_BY
}
