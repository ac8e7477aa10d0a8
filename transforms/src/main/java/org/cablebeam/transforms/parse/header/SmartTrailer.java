package org.cablebeam.transforms.parse.header;

import java.util.ArrayList;
import java.util.List;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.Recipient;
import org.cablebeam.schemas.vocabulary.Posts;

/**
 * The addressees that the Department's messaging system SMART prints below the text since 2009, in
 * the table that says who drafted it: {@code Info: BERLIN, AMEMBASSY ROUTINE}. Stateless and
 * thread-safe.
 */
public final class SmartTrailer {
  /** With this line the table begins. */
  private static final String FIRST = "\nDrafted By:";

  private static final String INFO = "Info:";

  /** The table has no more lines. */
  private static final int MOST_LINES = 250;

  private SmartTrailer() {}

  /** Adds the addressees below a body to those of the cable. */
  public static void read(String body, Posts posts, Cable cable) {
    int first = body.lastIndexOf(FIRST);
    if (first < 0) {
      return;
    }
    Addressees addressees = new Addressees(posts);
    boolean open = false;
    for (String line : body.substring(first + 1).lines().limit(MOST_LINES).toList()) {
      boolean info = line.startsWith(INFO);
      open = info || (open && line.indexOf(':') < 0);
      if (open) {
        String value = info ? line.substring(INFO.length()) : line;
        for (String address : value.split(";", -1)) {
          addressees.keyword("INFO " + SmartHeader.turned(address.strip()));
        }
      }
    }
    List<Recipient> recipients = new ArrayList<>(cable.getRecipients());
    recipients.addAll(addressees.recipients());
    cable.setRecipients(recipients);
  }
}
