package org.cablebeam.schemas;

/** Why no cable could be made of an input. Constants are never renamed and never reused. */
public enum RejectCode {
  /** The file could not be opened or read. */
  UNREADABLE_FILE("The file could not be opened or read."),
  /** The archive is damaged or cut off; entries before the damage were read. */
  DAMAGED_ARCHIVE("The archive is damaged or cut off; entries before the damage were read."),
  /** The archive, or an entry of it, is encrypted. */
  ENCRYPTED_ARCHIVE("The archive, or an entry of it, is encrypted."),
  /** An entry's name climbs out of the archive. */
  UNSAFE_ENTRY_NAME("An entry's name climbs out of the archive."),
  /** An archive inside an archive inside an archive. */
  NESTED_TOO_DEEP("Archives are nested deeper than the limit."),
  /** An entry unpacks to far more than its packed size. */
  EXPANSION_TOO_LARGE("An entry unpacks to more than the limit allows for its packed size."),
  /** The archive has more entries than the limit. */
  TOO_MANY_ENTRIES("The archive has more entries than the limit."),
  /** A message is longer than the limit. */
  MESSAGE_TOO_LARGE("A message is longer than the limit."),
  /** The bytes are not text. */
  NOT_TEXT("The bytes are not text."),
  /** A row of a table does not have the columns of a cable. */
  MALFORMED_ROW("A row of a table does not have the columns of a cable."),
  /** The file or message holds nothing but blanks. */
  EMPTY("There is nothing but blanks."),
  /** The container says that the text was lost or withdrawn. */
  NO_TEXT("The container describes a cable, but its text was lost or withdrawn."),
  /** The text has none of the marks of a cable. */
  NOT_A_CABLE("The text has none of the marks of a cable."),
  /** A fault of Cablebeam: an engine failed on the message. */
  ENGINE_FAILURE("A fault of Cablebeam: an engine failed on the message.");

  private final String summary;

  RejectCode(String summary) {
    this.summary = summary;
  }

  /** One sentence for people. */
  public String summary() {
    return summary;
  }
}
