package org.cablebeam.schemas;

/**
 * What can be noticed about a cable: a value that could not be read, was repaired, or contradicts
 * another. Constants are never renamed and never reused; each occurs in a case of the golden
 * corpus.
 */
public enum IssueCode {
  // Message and container
  /** Text that was UTF-8 read as Windows-1252 was put right. */
  REPAIRED_MOJIBAKE("Text that was UTF-8 read as Windows-1252 was put right."),
  /** A publisher's preamble stands before the cable. */
  SKIPPED_PREAMBLE("A publisher's preamble stands before the cable and was read as claims."),

  // Header
  /** There is no transmission header. */
  MISSING_HEADER("There is no transmission header."),
  /** A header line could not be read. */
  UNREAD_HEADER_LINE("A header line could not be read."),
  /** There is no date-time group that could be read; sent_at is null or comes from a claim. */
  MISSING_DATE("There is no date-time group that could be read."),
  /** The date-time group was damaged and repaired. */
  REPAIRED_DATE("The date-time group was damaged and repaired."),
  /** The day of the date-time group and the day of the year in the DE line differ. */
  DATE_CONTRADICTS_DE_LINE(
      "The day of the date-time group and the day of the year in the DE line differ."),
  /** The date-time group and the container's date differ. */
  DATE_CONTRADICTS_CLAIM("The date-time group and the container's date differ."),
  /** sent_at is by the clock of the post: the telegram gives no universal time. */
  LOCAL_TIME("The time is by the clock of the post, for the telegram gives no other."),
  /** sent_at was taken from the container. */
  DATE_FROM_CLAIM("The date was taken from the container."),

  // Identity
  /** The id could not be derived from the text and was taken from the container or file name. */
  ID_FROM_CLAIM("The id was taken from the container or file name."),
  /** No post or serial is known; the id was made of what there is. */
  INCOMPLETE_ID("No post or serial is known; the id was made of what there is."),
  /** The id was damaged and repaired. */
  REPAIRED_ID("The id was damaged and repaired."),
  /** The text and the container name different cables. */
  ID_CONTRADICTS_CLAIM("The text and the container name different cables."),
  /** The serial and the DE line's message number differ. */
  SERIAL_CONTRADICTS_DE_LINE("The serial and the DE line's message number differ."),
  /** The sending post is in no vocabulary. */
  UNKNOWN_POST("The post is in no vocabulary."),
  /** The post's name was damaged and repaired. */
  REPAIRED_POST("The post's name was damaged and repaired."),

  // Heading
  /** There is no classification line. */
  MISSING_CLASSIFICATION_LINE("There is no classification line."),
  /** The subject line is missing or empty. */
  MISSING_SUBJECT("The subject line is missing or empty."),
  /** There is no TAGS line. */
  MISSING_TAGS("There is no TAGS line."),
  /** A heading keyword, or the sign behind it, was misspelt. */
  REPAIRED_KEYWORD("A heading keyword, or the sign behind it, was misspelt."),
  /** A tag was repaired. */
  REPAIRED_TAG("A tag was misspelt and repaired; another name of it, as RU for RS, is none."),
  /** Tags that stood glued together were parted. */
  SPLIT_TAGS("Tags that stood glued together were parted."),
  /** A tag is in no vocabulary. */
  UNKNOWN_TAG("A tag is in no vocabulary."),
  /** A reference could not be read. */
  UNREAD_REFERENCE("A reference could not be read."),
  /** The post of a reference was repaired. */
  REPAIRED_REFERENCE("The post or number of a reference was repaired."),
  /** The year of a reference was inferred from the order of serials. */
  INFERRED_REFERENCE_YEAR("The year of a reference was inferred from the order of serials."),

  // Classification
  /** The level was misspelt and repaired. */
  REPAIRED_LEVEL("The spelled level was damaged and repaired."),
  /** The level could not be read. */
  UNKNOWN_LEVEL("The level could not be read."),
  /** A caption was misspelt and repaired. */
  REPAIRED_CAPTION("A caption was misspelt and repaired."),
  /** The group of line 4 contradicts the spelled level. */
  LEVEL_CONTRADICTS_SECURITY_GROUP("The group of line 4 contradicts the spelled level."),
  /** A portion mark is higher than the level of the cable. */
  PORTION_ABOVE_LEVEL("A portion mark is higher than the level of the cable."),
  /** The text spells no level; it was taken from the container. */
  LEVEL_FROM_CLAIM("The text spells no level; it was taken from the container."),
  /** The container's classification contradicts the text. */
  LEVEL_CONTRADICTS_CLAIM("The container's classification contradicts the text."),
  /** The number of the executive order was repaired. */
  REPAIRED_EXECUTIVE_ORDER("The number of the executive order was repaired."),
  /** The declassification instruction could not be read. */
  UNREAD_DECLASSIFICATION("The declassification instruction could not be read."),
  /** The declassification date cannot be. */
  IMPOSSIBLE_DATE("A date cannot be: month 13, 31 April, a deadline before the cable."),
  /** A classified cable has no declassification instruction. */
  MISSING_DECLASSIFICATION("A classified cable has no declassification instruction."),
  /** The container gives another declassification instruction than the text. */
  DECLASSIFICATION_CONTRADICTS_CLAIM(
      "The container gives another declassification instruction than the text."),
  /** The classifier line could not be read. */
  UNREAD_CLASSIFIER("The classifier line could not be read."),

  // Body
  /** Paragraph numbers are skipped, repeated or out of order. */
  PARAGRAPH_SEQUENCE("Paragraph numbers are skipped, repeated or out of order."),
  /** A summary begins or ends without its counterpart. */
  UNCLOSED_SUMMARY("A summary has no end mark."),
  /** Only the end of a summary is marked. */
  UNOPENED_SUMMARY("A summary has an end mark but no beginning."),
  /** Line noise stands in the text. */
  GARBLED_TEXT("Line noise stands in the text."),
  /** Sections announced are missing. */
  MISSING_SECTION("Sections that were announced are missing."),
  /** A section arrived more than once. */
  REPEATED_SECTION("A section arrived more than once."),
  /** The signature was parted or had initials glued to it; the cable spells the name elsewhere. */
  REPAIRED_SIGNATURE(
      "The signature was parted or had initials glued to it; the cable spells the name elsewhere."),
  /** The text breaks off. */
  TRUNCATED_TEXT("The text breaks off.");

  private final String summary;

  IssueCode(String summary) {
    this.summary = summary;
  }

  /** One sentence for people. */
  public String summary() {
    return summary;
  }
}
