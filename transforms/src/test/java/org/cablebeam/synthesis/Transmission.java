package org.cablebeam.synthesis;

/**
 * One message as it was sent.
 *
 * @param header the lines before the classification line, each ended; may be empty
 * @param body from the classification line on, each line ended
 */
public record Transmission(String header, String body) {
  /** The message as one text. */
  public String text() {
    return header.isEmpty() ? body : header + "\n" + body;
  }
}
