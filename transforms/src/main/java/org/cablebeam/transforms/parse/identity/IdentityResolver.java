package org.cablebeam.transforms.parse.identity;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.CableId;
import org.cablebeam.schemas.Claims;
import org.cablebeam.schemas.IssueCode;
import org.cablebeam.schemas.Origin;
import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.transforms.parse.header.Header;
import org.cablebeam.transforms.text.Issues;
import org.cablebeam.transforms.text.LookAlikes;
import org.jspecify.annotations.Nullable;

/**
 * Says which cable a message is. Post and serial come from the classification line, the year from
 * the date-time group; the page lines, the FM line, the DE line (whose number is the serial modulo
 * 10,000) and the container's claim are witnesses that confirm, complete or put right. Thread-safe.
 */
public final class IdentityResolver {
  private static final int CUT_STATION = 5;

  /** The DE line has the serial modulo this. */
  public static final int MODULUS = 10_000;

  private final Posts posts;
  private final DamagedId damaged;

  public IdentityResolver() {
    this(Posts.standard());
  }

  public IdentityResolver(Posts posts) {
    this.posts = posts;
    this.damaged = new DamagedId(posts);
  }

  /**
   * Sets id, serial, and post and country of the origin.
   *
   * @param header what the header says
   * @param linePost the post as the classification line names it, null where it names none
   * @param lineSerial the serial of the classification line, null where it has none
   * @param series of which the serial is one: empty for telegrams, {@code A-} for airgrams
   * @param fallback an id of last resort, the same for the same text
   */
  public void resolve(
      Header header,
      @Nullable String linePost,
      @Nullable Long lineSerial,
      String series,
      String fallback,
      Cable cable,
      Issues issues) {
    Resolution resolution = new Resolution(header, cable, issues);
    resolution.resolve(linePost, lineSerial, series, fallback);
  }

  /** The id a container or file name claims, repaired where it must be. */
  public Optional<CableId> claimed(@Nullable Claims claims) {
    return claims == null ? Optional.empty() : claimed(claims.getId(), null);
  }

  private Optional<CableId> claimed(@Nullable String text, Posts.@Nullable Post expected) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    Optional<CableId> exact = CableId.parse(text).filter(id -> posts.byId(id.post()).isPresent());
    if (exact.isPresent()) {
      return exact;
    }
    Optional<CableId> repaired = damaged.read(text, expected);
    return repaired.isPresent() ? repaired : CableId.parse(text);
  }

  /** One message on its way to an id. */
  private final class Resolution {
    private final Header header;
    private final Cable cable;
    private final Issues issues;
    private final Posts.@Nullable Post sender;
    private final Posts.@Nullable Post station;

    Resolution(Header header, Cable cable, Issues issues) {
      this.header = header;
      this.cable = cable;
      this.issues = issues;
      this.sender = senderPost();
      this.station =
          header.station() == null
              ? null
              : posts.byRoutingIndicator(header.station().routingIndicator()).orElse(null);
    }

    void resolve(
        @Nullable String linePost, @Nullable Long lineSerial, String series, String fallback) {
      Claims claims = cable.getClaims();
      String claimText = claims == null ? null : claims.getId();
      CableId claim = claimed(claimText, witness()).orElse(null);
      CableId number = claimed(header.number(), witness()).orElse(null);
      if (number != null) {
        settle(number, claim, claimText);
        return;
      }
      String post = post(linePost, claim);
      Long serial = serial(lineSerial, claim);
      Integer year = year(claim);
      if (post != null && serial != null && year != null) {
        CableId telegram = CableId.of(year, post, serial);
        CableId id = new CableId(telegram.year(), telegram.post(), telegram.serial(), series);
        if (claim != null && !claim.series().isEmpty() && same(claim, id)) {
          id = claim;
        }
        settle(id, claim, claimText);
      } else if (claim != null) {
        settle(claim, claim, claimText);
        issues.add(IssueCode.ID_FROM_CLAIM, "id", claimText);
      } else {
        cable.setId(fallback);
        cable.setSerial(serial);
        origin(post, year);
        issues.add(IssueCode.INCOMPLETE_ID, "id", linePost);
      }
    }

    private void settle(CableId id, @Nullable CableId claim, @Nullable String claimText) {
      cable.setId(id.toString());
      cable.setSerial(id.serial());
      origin(id.post(), id.year());
      if (claimText == null || claimText.isBlank()) {
        return;
      }
      CableId written = CableId.parse(claimText).orElse(null);
      boolean cut = written != null && isCut(claimText, written, id);
      if (claim != null && !cut && !claim.toString().equals(id.toString())) {
        issues.add(IssueCode.ID_CONTRADICTS_CLAIM, "id", claimText);
      } else if (!cut && (written == null || !same(written, id))) {
        issues.add(IssueCode.REPAIRED_ID, "id", claimText);
      }
    }

    /**
     * Whether a claim names the cable by a station cut short, {@code 1977PORTO04416}. Archives cut
     * stations to five or six letters; that is their form and no damage, be it that more than one
     * post begins with them.
     */
    private static boolean isCut(String claimText, CableId written, CableId id) {
      String station = claimText.replaceAll("[^A-Za-z]", "").toUpperCase(Locale.ROOT);
      return station.length() >= CUT_STATION
          && id.post().startsWith(station)
          && written.year() == id.year()
          && written.serial() == id.serial();
    }

    private boolean same(CableId one, CableId other) {
      return one.year() == other.year()
          && one.post().equals(other.post())
          && one.serial() == other.serial();
    }

    private void origin(@Nullable String post, @Nullable Integer year) {
      if (post == null) {
        return;
      }
      Origin origin = cable.getOrigin() == null ? new Origin() : cable.getOrigin();
      origin.setPost(post);
      origin.setCountry(
          posts.byId(post).map(found -> found.countryAt(year == null ? 0 : year)).orElse(null));
      cable.setOrigin(origin);
      if (posts.byId(post).isEmpty()) {
        issues.add(IssueCode.UNKNOWN_POST, "origin", post);
      }
    }

    /** The post that header lines name by themselves: FM, then DE. */
    private Posts.@Nullable Post witness() {
      return sender != null ? sender : station;
    }

    private Posts.@Nullable Post senderPost() {
      String name = header.sender();
      if (name == null) {
        return null;
      }
      int office = name.indexOf("//");
      String address = office > 0 ? name.substring(0, office) : name;
      Optional<Posts.Post> exact = posts.byName(address);
      if (exact.isPresent()) {
        return exact.get();
      }
      Optional<Posts.Post> plain = posts.byName(withoutPart(address));
      return plain.or(() -> posts.nearest(address)).orElse(null);
    }

    /** Without an office symbol behind one stroke. */
    private static String withoutPart(String address) {
      int slash = address.indexOf('/');
      return slash > 0 ? address.substring(0, slash) : address;
    }

    private @Nullable String post(@Nullable String linePost, @Nullable CableId claim) {
      if (linePost != null) {
        return lineStation(linePost, claim);
      }
      String page = pagePost();
      if (page != null) {
        return page;
      }
      Posts.Post witness = witness();
      if (witness != null) {
        return witness.id();
      }
      return null;
    }

    /** The classification line's post: exact, or put right by what else the message says. */
    private @Nullable String lineStation(String linePost, @Nullable CableId claim) {
      Optional<Posts.Post> exact = posts.byName(linePost);
      if (exact.isPresent()) {
        return contradicted(exact.get(), claim) && claim != null ? claim.post() : exact.get().id();
      }
      String letters = letters(linePost);
      Posts.Post witness = witness();
      if (witness == null && claim != null) {
        witness = posts.byId(claim.post()).orElse(null);
      }
      Optional<Posts.Post> repaired = damaged.station(letters, witness);
      if (repaired.isEmpty() && witness != null) {
        repaired = Optional.of(witness);
      }
      if (repaired.isEmpty()) {
        return letters.isEmpty() ? null : letters;
      }
      issues.add(IssueCode.REPAIRED_POST, "origin", linePost);
      return repaired.get().id();
    }

    /** Whether the FM line and the claim agree on a post that is not that of the line. */
    private boolean contradicted(Posts.Post line, @Nullable CableId claim) {
      Posts.Post witness = witness();
      return claim != null
          && witness != null
          && witness.id().equals(claim.post())
          && !line.id().equals(claim.post());
    }

    private @Nullable String pagePost() {
      if (header.page() == null || header.page().station() == null) {
        return null;
      }
      String letters = letters(header.page().station());
      Posts.Post witness = witness();
      if (witness != null
          && (witness.id().startsWith(letters) || witness.sixLetterForms().contains(letters))) {
        return witness.id();
      }
      return posts
          .byName(letters)
          .or(() -> posts.nearest(letters))
          .map(Posts.Post::id)
          .orElse(witness != null ? witness.id() : letters.isEmpty() ? null : letters);
    }

    private @Nullable Long serial(@Nullable Long lineSerial, @Nullable CableId claim) {
      Long page = header.page() == null ? null : header.page().serial();
      Integer number = header.station() == null ? null : header.station().messageNumber();
      Long serial = lineSerial != null ? lineSerial : page;
      if (serial == null) {
        if (claim != null && (number == null || claim.serial() % MODULUS == number)) {
          return claim.serial();
        }
        if (number != null) {
          issues.add(IssueCode.REPAIRED_ID, "serial", number.toString());
          return number.longValue();
        }
        return null;
      }
      boolean confirmed = number == null || serial % MODULUS == number;
      if (claim != null && claim.serial() != serial) {
        boolean claimBetter =
            number != null
                ? !confirmed && claim.serial() % MODULUS == number
                : page != null && page == claim.serial();
        if (claimBetter) {
          issues.add(IssueCode.REPAIRED_ID, "serial", serial.toString());
          return claim.serial();
        }
      }
      if (!confirmed) {
        issues.add(IssueCode.SERIAL_CONTRADICTS_DE_LINE, "serial", serial.toString());
      }
      return serial;
    }

    private @Nullable Integer year(@Nullable CableId claim) {
      if (cable.getSentAt() != null) {
        return cable.getSentAt().atOffset(ZoneOffset.UTC).getYear();
      }
      if (header.dateTimeGroup() != null && header.dateTimeGroup().year() != null) {
        return header.dateTimeGroup().year();
      }
      return claim == null ? null : Integer.valueOf(claim.year());
    }
  }

  private static String letters(String name) {
    StringBuilder letters = new StringBuilder(name.length());
    String upper = name.toUpperCase(Locale.ROOT);
    for (int i = 0; i < upper.length(); i++) {
      char c = LookAlikes.letter(upper.charAt(i));
      if (c >= 'A' && c <= 'Z') {
        letters.append(c);
      }
    }
    return letters.toString();
  }
}
