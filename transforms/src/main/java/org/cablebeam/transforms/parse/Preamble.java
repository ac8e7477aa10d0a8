package org.cablebeam.transforms.parse;

import java.util.Objects;
import org.cablebeam.schemas.CableId;
import org.cablebeam.schemas.Claims;
import org.cablebeam.transforms.parse.identity.ClaimedDate;
import org.jspecify.annotations.Nullable;

/**
 * What publishers printed above a cable, line by line or parted by tabs: its id, its date. It is a
 * claim like that of a container.
 */
final class Preamble {
  private static final int LONGEST = 60;

  private Preamble() {}

  /** The claims with the id and the date of the preamble, where the container gave none. */
  static Claims read(String before, String between, @Nullable Claims given) {
    Claims claims = given == null ? Claims.newBuilder().build() : given;
    String id = claims.getId();
    String created = claims.getCreated();
    for (String line : (before + '\n' + between).split("[\n\t]", 200)) {
      String value = value(line);
      if (value.isEmpty() || value.length() > LONGEST) {
        continue;
      }
      if (id == null && CableId.parse(value).isPresent()) {
        id = value;
      } else if (created == null && ClaimedDate.read(value).isPresent()) {
        created = value;
      }
    }
    if (given != null
        && Objects.equals(id, given.getId())
        && Objects.equals(created, given.getCreated())) {
      return given;
    }
    Claims read = Claims.newBuilder(claims).build();
    read.setId(id);
    read.setCreated(created);
    return read;
  }

  /** {@code refid: 09MOSCOW2935} without its key. */
  private static String value(String line) {
    String text = line.strip();
    int colon = text.indexOf(':');
    boolean key =
        colon > 0
            && colon < 20
            && text.substring(0, colon).chars().allMatch(c -> Character.isLetter(c) || c == ' ');
    return key ? text.substring(colon + 1).strip() : text;
  }
}
