package org.cablebeam.transforms.parse.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cablebeam.schemas.Precedence;
import org.cablebeam.schemas.Recipient;
import org.cablebeam.schemas.RecipientRole;
import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Lines;
import org.cablebeam.transforms.text.LookAlikes;
import org.cablebeam.transforms.text.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * ACP 127 format lines 7 to 9: the addressees behind TO and INFO, one a line, {@code RUEHC/SECSTATE
 * WASHDC PRIORITY 5582}, and behind XMT those exempted from the collective before. An exemption
 * goes on until a line that has a routing indicator or a new keyword. Reads line by line; one a
 * message.
 */
final class Addressees {
  /** Words before which a number belongs to the name: the number of a unit. */
  private static final List<String> UNITS =
      List.of(
          "DET",
          "UNIT",
          "JTF",
          "CJTF",
          "CTF",
          "CTG",
          "TF",
          "FORCE",
          "COMDESRON",
          "DESRON",
          "SQDN",
          "SQUADRON",
          "WING",
          "GROUP",
          "BDE",
          "BN",
          "DIV",
          "ROOM",
          "FLT",
          "SIXTHFLT",
          "REGION",
          "VP",
          "VQ",
          "DETACHMENT",
          "OL",
          "FOL",
          "DISTRICT");

  private static final String XMT = "XMT";

  /** Numbers of messages have as many digits as a rule. */
  private static final int CONTINUITY_DIGITS = 4;

  /** Instead of a number: {@code AMEMBASSY PARIS UNN}. */
  private static final String UNNUMBERED = "UNN";

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
      if (opens && blank > start) {
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
      if (part > piece && (exempting || startsAddress(text.substring(part, i).strip()))) {
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

  private boolean startsAddress(String text) {
    return !text.isEmpty()
        && text.length() < LONGEST_NAME
        && (HeaderLine.of(text, null) == HeaderLine.ADDRESSEE
            || posts.byName(nameOf(text)).isPresent());
  }

  private static String nameOf(String text) {
    int slash = text.indexOf('/');
    return slash < 0 ? text : text.substring(0, slash);
  }

  private void one(String piece) {
    String text = piece;
    if (text.regionMatches(true, 0, "ZEN/", 0, 4) || text.regionMatches(true, 0, "ZEN ", 0, 4)) {
      text = text.substring(4).strip();
    }
    String route = route(text);
    if (route != null) {
      text = text.substring(text.indexOf('/') + 1).strip();
      exempting &= exempted;
    }
    Tail tail = Tail.read(text, posts);
    // Nor is an agency exempted from a collective of posts, where no line has its route.
    exempting &= exempted || routed || isMission(tail.name);
    exempted = false;
    routed |= route != null;
    Recipient last = recipients.isEmpty() ? null : recipients.get(recipients.size() - 1);
    if (tail.name.isEmpty()) {
      if (last != null && route == null) {
        // The precedence and number of a line that was too long.
        complete(last, tail);
      } else if (route != null) {
        add(route, route, tail);
      }
      return;
    }
    if (last != null && route == null && !exempting && continues(last, tail.name)) {
      last.setName(last.getName() + " " + tail.name);
      last.setPost(postOf(last.getName()));
      complete(last, tail);
      return;
    }
    add(tail.name, route, tail);
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

  private static void complete(Recipient last, Tail tail) {
    if (last.getPrecedence() == null) {
      last.setPrecedence(tail.precedence);
    }
    if (last.getContinuityNumber() == null) {
      last.setContinuityNumber(tail.number);
    }
  }

  private void add(String name, @Nullable String route, Tail tail) {
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
      recipient.setPrecedence(tail.precedence);
      recipient.setContinuityNumber(tail.number);
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
        && (last.getPost() == null || posts.byName(nameOf(name)).isEmpty());
  }

  private @Nullable String postOf(String name) {
    if (name.endsWith("COLLECTIVE") || name.startsWith("ALL ")) {
      return null;
    }
    String plain = nameOf(name);
    Optional<Posts.Post> post = posts.byName(plain);
    if (post.isEmpty() && (plain.startsWith("AMEMBASSY ") || plain.startsWith("AMCONSUL "))) {
      post = posts.nearest(plain);
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

  /** The routing indicator before the stroke, or null where the stroke belongs to the name. */
  private @Nullable String route(String text) {
    int slash = text.indexOf('/');
    if (slash < 4 || slash > 10) {
      return null;
    }
    String before = text.substring(0, slash).strip().toUpperCase(Locale.ROOT);
    if (RoutingLine.isIndicator(before)) {
      return before;
    }
    // Its first letter lost or misread, but an address stands behind.
    boolean letters =
        before.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
    String behind = text.substring(slash + 1).strip();
    return letters && before.startsWith("U") && startsAddress(Tail.read(behind, posts).name)
        ? before
        : null;
  }

  /**
   * What an address ends in: name, precedence, message continuity number.
   *
   * @param name without precedence and number
   */
  private record Tail(String name, @Nullable Precedence precedence, @Nullable String number) {

    static Tail read(String text, Posts posts) {
      List<String> words = words(text);
      partNumber(words, posts);
      int end = words.size();
      while (end > 0 && (isNoise(words.get(end - 1)) || words.get(end - 1).equals(UNNUMBERED))) {
        end--;
      }
      String number = null;
      int beforeNumber = end;
      String last = end > 0 ? withoutLetters(words.get(end - 1)) : "-";
      if (isNumber(last)) {
        number = last;
        beforeNumber = end - 1;
      }
      Precedence precedence = null;
      int name = beforeNumber;
      while (name > 0) {
        String word = withoutMarks(words.get(name - 1));
        Optional<Precedence> found = Precedences.ofWord(word);
        boolean exact = Precedences.isExact(word);
        if (found.isPresent() && (exact || name > 1)) {
          precedence = higher(precedence, found.get());
        } else if (!isDelivery(word, name, words) && !isSignal(word)) {
          break;
        }
        name--;
      }
      if (number != null && name == beforeNumber && !isContinuity(number, words, name, posts)) {
        number = null;
        name = end;
      }
      boolean reversed =
          number == null
              && precedence != null
              && name > 0
              && isNumber(words.get(name - 1))
              && isContinuity(words.get(name - 1), words, name - 1, posts);
      if (reversed) {
        // SECSTATE WASHDC 0471 PRIORITY
        name--;
        number = words.get(name);
      }
      return new Tail(String.join(" ", words.subList(0, name)), precedence, number);
    }

    /** {@code LAGOS0766}, {@code IMMEDIATE5101}: parts the number from a post or precedence. */
    private static void partNumber(List<String> words, Posts posts) {
      int last = words.size() - 1;
      String word = last < 0 ? "" : words.get(last);
      int digits = word.length() - CONTINUITY_DIGITS;
      if (digits < 3
          || Characters.skipDigits(word, digits, word.length()) < word.length()
          || !Characters.isLetter(word.charAt(digits - 1))) {
        return;
      }
      String before = word.substring(0, digits);
      String name = String.join(" ", words.subList(0, last)) + " " + before;
      if (Precedences.isExact(before) || posts.byName(name.strip()).isPresent()) {
        words.set(last, before);
        words.add(word.substring(digits));
      }
    }

    private static List<String> words(String text) {
      List<String> words = new ArrayList<>(6);
      int start = -1;
      for (int i = 0; i <= text.length(); i++) {
        boolean blank = i == text.length() || Lines.isBlank(text.charAt(i));
        if (!blank && start < 0) {
          start = i;
        } else if (blank && start >= 0) {
          words.add(text.substring(start, i));
          start = -1;
        }
      }
      return words;
    }

    private static Precedence higher(@Nullable Precedence one, Precedence other) {
      return one == null || other.compareTo(one) < 0 ? other : one;
    }

    private static boolean isNoise(String word) {
      for (int i = 0; i < word.length(); i++) {
        if (".,;\\\"'`".indexOf(word.charAt(i)) < 0) {
          return false;
        }
      }
      return true;
    }

    private static String withoutMarks(String word) {
      int start = 0;
      int end = word.length();
      while (end > start && ".,;:)".indexOf(word.charAt(end - 1)) >= 0) {
        end--;
      }
      while (start < end && "(-".indexOf(word.charAt(start)) >= 0) {
        start++;
      }
      return word.substring(start, end).toUpperCase(Locale.ROOT);
    }

    /** {@code POUCH}, {@code (BY POUCH)}: the message went by bag. */
    private static boolean isDelivery(String word, int name, List<String> words) {
      return word.equals("POUCH")
          || (word.equals("BY")
              && name < words.size()
              && withoutMarks(words.get(name)).equals("POUCH"));
    }

    /** {@code ZFF4}, an operating signal behind an addressee. */
    private static boolean isSignal(String word) {
      return word.length() >= 3
          && word.length() <= 5
          && word.charAt(0) == 'Z'
          && word.charAt(1) == 'F'
          && word.charAt(2) == 'F';
    }

    /** {@code 77lO}: a number in which a machine read letters for digits, put right. */
    private static String withoutLetters(String word) {
      if (word.length() != CONTINUITY_DIGITS || Characters.skipDigits(word, 0, 2) < 2) {
        return word;
      }
      int third = LookAlikes.expectedDigit(word.charAt(2));
      int fourth = LookAlikes.expectedDigit(word.charAt(3));
      return third < 0 || fourth < 0 ? word : word.substring(0, 2) + third + fourth;
    }

    private static boolean isNumber(String word) {
      if (word.length() > 5) {
        return false;
      }
      for (int i = 0; i < word.length(); i++) {
        if (!Characters.isDigit(word.charAt(i))) {
          return false;
        }
      }
      return true;
    }

    /**
     * Four digits are the rule. Others count where the name before is that of a post, but never
     * behind the word for a unit.
     */
    private static boolean isContinuity(String number, List<String> words, int name, Posts posts) {
      if (name == 0) {
        return true;
      }
      String before = words.get(name - 1).toUpperCase(Locale.ROOT);
      if (UNITS.contains(before)) {
        return false;
      }
      if (number.length() >= 3) {
        return true;
      }
      return posts.byName(nameOf(String.join(" ", words.subList(0, name)))).isPresent();
    }
  }
}
