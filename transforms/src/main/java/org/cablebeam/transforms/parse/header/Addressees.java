package org.cablebeam.transforms.parse.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cablebeam.schemas.Recipient;
import org.cablebeam.schemas.RecipientRole;
import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.schemas.vocabulary.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * ACP 127 format lines 7 to 9: the addressees behind TO and INFO, one a line, {@code RUEHC/SECSTATE
 * WASHDC PRIORITY 5582}, and behind XMT those exempted from the collective before. An exemption
 * goes on until a line that has a routing indicator or a new keyword. Reads line by line; one a
 * message.
 */
final class Addressees {
  private static final String XMT = "XMT";

  /** Longer names are no names; joining lines without end would take quadratic time. */
  private static final int LONGEST_NAME = 160;

  private final Posts posts;
  private final List<Recipient> recipients = new ArrayList<>();
  private RecipientRole role = RecipientRole.UNKNOWN;
  private boolean exempting;

  /** The address that follows is the one XMT stands before, and may have a routing indicator. */
  private boolean exempted;

  private boolean open;
  private boolean routed;
  private @Nullable Recipient collective;

  Addressees(Posts posts) {
    this.posts = posts;
  }

  List<Recipient> recipients() {
    return recipients;
  }

  /** Whether a keyword has been seen, so that lines without one go on with the list. */
  boolean begun() {
    return role != RecipientRole.UNKNOWN;
  }

  /** Takes a line that begins with TO, INFO or XMT. */
  void keyword(String line) {
    Cursor cursor = new Cursor(line).skipBlanks();
    exempting = false;
    open = false;
    if (cursor.takeWord("TO")) {
      role = RecipientRole.ACTION;
    } else if (cursor.takeWord("INFO")) {
      role = RecipientRole.INFO;
    } else if (cursor.takeWord("XMT")) {
      exempting = true;
      exempted = true;
    }
    if (cursor.peek() == ':') {
      cursor.skip();
    }
    String rest = cursor.rest();
    int info = role == RecipientRole.ACTION ? rest.indexOf(" INFO ") : -1;
    if (info > 0) {
      // A copyist joined the lines.
      next(rest.substring(0, info));
      keyword(rest.substring(info + 1));
    } else if (!rest.isEmpty()) {
      next(rest);
    }
  }

  /** Takes one more line. */
  void next(String line) {
    String text = HeaderText.trim(line);
    int start = 0;
    for (int at = exemption(text, 0); at >= 0; at = exemption(text, start)) {
      take(text.substring(start, at));
      exempting = true;
      exempted = true;
      start = at + XMT.length();
    }
    take(text.substring(start));
    boolean closed = text.endsWith("//") && text.indexOf("//") < text.length() - 2;
    open = (text.endsWith("/") && !closed) || text.endsWith(",") || text.endsWith("-");
  }

  private void take(String text) {
    for (String piece : pieces(withoutJoints(text))) {
      addresses(piece);
    }
  }

  /**
   * Takes the addresses of a line that copyists joined: one begins with each embassy or consulate,
   * and with each routing indicator.
   */
  private void addresses(String piece) {
    // PASS AMEMBASSY OSLO is one address.
    boolean passing = piece.startsWith("PASS ") || piece.contains(" PASS ");
    int start = 0;
    for (int blank = piece.indexOf(' '); blank >= 0; blank = piece.indexOf(' ', blank + 1)) {
      int word = blank + 1;
      // RUEHLO/ AMEMBASSY LONDON is one address too.
      boolean behindRoute = blank > start && piece.charAt(blank - 1) == '/';
      boolean opens =
          isRouted(piece, word)
              || (!passing
                  && !behindRoute
                  && (piece.startsWith("AMEMBASSY ", word) || piece.startsWith("AMCONSUL ", word)));
      if (opens && blank > start && !Address.isPrecedence(piece.substring(start, blank))) {
        one(piece.substring(start, blank).strip());
        start = word;
      }
    }
    one(piece.substring(start).strip());
  }

  /** Whether a word of a line is a routing indicator with its stroke. */
  private static boolean isRouted(String piece, int word) {
    if (!piece.startsWith("RU", word) && !piece.startsWith("RH", word)) {
      return false;
    }
    int slash = word;
    while (slash < piece.length() && slash - word < 9 && piece.charAt(slash) != '/') {
      slash++;
    }
    return slash - word > 4
        && slash < piece.length()
        && RoutingLine.isIndicator(piece.substring(word, slash));
  }

  /** Where an XMT stands inside the line; -1 if there is none. */
  private static int exemption(String text, int from) {
    int at = text.indexOf(XMT, from);
    while (at >= 0) {
      int behind = at + XMT.length();
      if ((at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
          && (behind == text.length() || !Character.isLetterOrDigit(text.charAt(behind)))) {
        return at;
      }
      at = text.indexOf(XMT, at + 1);
    }
    return -1;
  }

  /** Without the comma or bracket that joins an exemption to what stands before. */
  private static String withoutJoints(String text) {
    int start = 0;
    int end = text.length();
    while (end > start && " ,;(".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    while (start < end && " ,;:".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    // (XMT AMEMBASSY BERN)
    boolean closes = start < end && text.charAt(end - 1) == ')' && text.indexOf('(', start) < 0;
    return text.substring(start, closes ? end - 1 : end);
  }

  /** Several addressees in one line are parted by commas; a comma inside a name is not. */
  private List<String> pieces(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    if (text.indexOf(',') < 0 && text.indexOf(';') < 0) {
      return List.of(text);
    }
    List<String> pieces = new ArrayList<>();
    int piece = 0;
    int part = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && text.charAt(i) != ',' && text.charAt(i) != ';') {
        continue;
      }
      if (part > piece && (exempting || Address.opens(text.substring(part, i).strip(), posts))) {
        add(pieces, text.substring(piece, part - 1));
        piece = part;
      }
      part = i + 1;
    }
    add(pieces, text.substring(piece));
    return pieces;
  }

  private static void add(List<String> pieces, String piece) {
    String name = piece.strip();
    if (!name.isEmpty()) {
      pieces.add(name);
    }
  }

  private void one(String piece) {
    Address address = Address.read(piece, posts);
    String route = address.route();
    if (route != null) {
      exempting &= exempted;
    }
    // Nor is an agency exempted from a collective of posts, where no line has its route.
    exempting = exempting && (exempted || routed || isMission(address.name()));
    exempted = false;
    routed |= route != null;
    Recipient last = recipients.isEmpty() ? null : recipients.get(recipients.size() - 1);
    if (address.name().isEmpty()) {
      if (last != null && route == null) {
        // The precedence and number of a line that was too long.
        complete(last, address);
      } else if (route != null) {
        add(route, route, address);
      }
      return;
    }
    if (last != null && route == null && !exempting && continues(last, address.name())) {
      last.setName(last.getName() + " " + address.name());
      last.setPost(postOf(last.getName()));
      complete(last, address);
      return;
    }
    add(address.name(), route, address);
  }

  /** Whether a name is that of an embassy, a consulate or a mission. */
  private boolean isMission(String name) {
    String post = name.isEmpty() ? null : postOf(name);
    return post == null
        ? HeaderLine.of(name, null) == HeaderLine.ADDRESSEE && !name.contains("//")
        : posts.byId(post).filter(found -> isAbroad(found.kind())).isPresent();
  }

  private static boolean isAbroad(Posts.Kind kind) {
    return switch (kind) {
      case AGENCY, COMMAND, DEPARTMENT -> false;
      default -> true;
    };
  }

  private static void complete(Recipient last, Address address) {
    if (last.getPrecedence() == null) {
      last.setPrecedence(address.precedence());
    }
    if (last.getContinuityNumber() == null) {
      last.setContinuityNumber(address.number());
    }
  }

  private void add(String name, @Nullable String route, Address address) {
    Recipient recipient = new Recipient();
    recipient.setRole(exempting ? RecipientRole.EXEMPT : role);
    recipient.setName(name);
    recipient.setRoutingIndicator(route);
    recipient.setPost(postOf(name));
    if (exempting) {
      if (collective != null) {
        recipient.setCollective(collective.getName());
      }
    } else {
      recipient.setPrecedence(address.precedence());
      recipient.setContinuityNumber(address.number());
      collective = recipient;
    }
    recipients.add(recipient);
  }

  /** Whether a line without a routing indicator is the rest of the name before. */
  private boolean continues(Recipient last, String name) {
    if (last.getName().length() + name.length() > LONGEST_NAME) {
      return false;
    }
    if (open) {
      return true;
    }
    if (last.getRole() == RecipientRole.EXEMPT
        || last.getRole() != role
        || last.getPrecedence() != null
        || last.getContinuityNumber() != null) {
      return false;
    }
    if (HeaderLine.of(name, null) == HeaderLine.ADDRESSEE) {
      return false;
    }
    Optional<Posts.Post> joined = posts.byName(last.getName() + " " + name);
    if (joined.isPresent()
        && (last.getPost() == null || last.getPost().equals(joined.get().id()))) {
      return true;
    }
    return last.getRoutingIndicator() != null
        && !last.getName().endsWith("COLLECTIVE")
        && (last.getPost() == null || posts.byName(Address.plain(name)).isEmpty());
  }

  private @Nullable String postOf(String name) {
    if (name.endsWith("COLLECTIVE") || name.startsWith("ALL ")) {
      return null;
    }
    String plain = Address.plain(name);
    Optional<Posts.Post> post = posts.byName(plain);
    if (post.isEmpty() && (plain.startsWith("AMEMBASSY ") || plain.startsWith("AMCONSUL "))) {
      post = posts.nearest(plain);
      int words = plain.lastIndexOf(' ');
      if (post.isEmpty() && words > plain.indexOf(' ')) {
        // AMEMBASSY LA PAZ MAR: a word too many.
        post = posts.byName(plain.substring(0, words));
      }
    }
    if (post.isEmpty()) {
      // AMCOMSUL: the kind of post is misspelt.
      int blank = plain.indexOf(' ');
      String kind = blank < 0 ? "" : plain.substring(0, blank);
      if (Spelling.within(kind, "AMEMBASSY", 2) || Spelling.within(kind, "AMCONSUL", 2)) {
        post = posts.byName(plain.substring(blank + 1));
      }
    }
    return post.map(Posts.Post::id).orElse(null);
  }
}
