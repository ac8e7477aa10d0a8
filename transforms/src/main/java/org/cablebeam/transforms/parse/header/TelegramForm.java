package org.cablebeam.transforms.parse.header;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cablebeam.schemas.Precedence;
import org.cablebeam.schemas.Recipient;
import org.cablebeam.schemas.RecipientRole;
import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.transforms.text.Characters;
import org.jspecify.annotations.Nullable;

/**
 * The printed form on which the Department typed telegrams until about 1966, as machines read it
 * from paper: {@code FROM: Lima}, {@code NO: 421, February 14, 1 p.m.}, {@code Rec'd: February 14,
 * 1964}, {@code ACTION DEPARTMENT 421, INFORMATION QUITO 17}; from 1964 on {@code ACTION: Secstate
 * 421 PRIORITY}, {@code DATE: February 14, noon}. Such telegrams have no date-time group: the time
 * is that of the post's clock. Immutable.
 *
 * @param post from which the telegram came, canonical
 * @param from the post as found
 * @param series empty for a telegram, {@code A-} or {@code CA-} for an airgram
 * @param serial the telegram's number; null where it could not be read
 * @param time day and hour as found; null where they could not be read
 * @param sent the moment; null without a year
 * @param local whether it is by the clock of the post, or no hour is given
 * @param precedence null where none is typed
 * @param recipients whom the first line of the text or the head names
 * @param end where the text begins behind a printed head, a UTF-16 offset; 0 where that is not told
 */
public record TelegramForm(
    String post,
    String from,
    String series,
    @Nullable Long serial,
    @Nullable String time,
    @Nullable LocalDateTime sent,
    boolean local,
    @Nullable Precedence precedence,
    List<Recipient> recipients,
    int end) {
  /** The form takes no more than the head of the page, in UTF-16 units. */
  private static final int HEAD = 2_000;

  /** How far below its printed word a typed value may stand. */
  private static final int BELOW = 3;

  /** No post has a shorter name. */
  private static final int SHORTEST = 4;

  /** No list of addressees is longer. */
  private static final int ADDRESSEES = 400;

  /** {@code 421, February 14, 1 p.m.}, the number perhaps elsewhere. */
  private static final Pattern TIME =
      Pattern.compile(
          "(?:([0-9]{1,5}) ?, ?)?([A-Za-z]{3,9})\\.? ([0-9]{1,2}) ?, ?"
              + "(?:([0-9]{1,2})(?::([0-9]{2}))? ?([AaPp])\\.? ?[MmNn]\\b\\.?|([Nn][Oo][Oo][Nn]))");

  /** {@code ACTION: Secstate 421}: the number, as the form has it from 1964 on. */
  private static final Pattern NUMBER =
      Pattern.compile("SECSTATE\\s{1,3}([0-9]{1,5})\\b", Pattern.CASE_INSENSITIVE);

  /** {@code INFO: London 17, Quito 4}. */
  private static final Pattern INFORMED =
      Pattern.compile("INFO: ?([A-Z][A-Z0-9 ,;]{3,200})", Pattern.CASE_INSENSITIVE);

  /** {@code February 14, 1964}. */
  private static final Pattern DAY =
      Pattern.compile("([A-Za-z]{3,9})\\.? ([0-9]{1,2})[,;.] ?\\n?-{0,2}(19[5-7][0-9])\\b");

  /** Reads the form of a text; empty where the text is none, or names no post. */
  public static Optional<TelegramForm> read(String text, @Nullable Integer otherYear, Posts posts) {
    String head = text.substring(0, Math.min(text.length(), HEAD));
    String upper = head.toUpperCase(Locale.ROOT);
    Matcher addressed = NUMBER.matcher(head);
    boolean numbered = addressed.find();
    if (!upper.contains("FROM:") || !(upper.contains("NO:") || numbered)) {
      return Optional.empty();
    }
    String[] lines = head.split("\n", -1);
    Posts.Post post = null;
    String from = null;
    for (int i = 0; i < lines.length && post == null; i++) {
      int keyword = lines[i].toUpperCase(Locale.ROOT).indexOf("FROM:");
      for (int k = i; keyword >= 0 && post == null && k < lines.length && k <= i + BELOW; k++) {
        from = name(k == i ? lines[i].substring(keyword + "FROM:".length()) : lines[k]);
        String name = from;
        post =
            name.length() < SHORTEST
                ? null
                : posts.byName(name).or(() -> posts.nearest(name)).orElse(null);
      }
    }
    if (post == null || from == null) {
      return Optional.empty();
    }
    Matcher time = TIME.matcher(head);
    boolean timed = false;
    while (!timed && time.find()) {
      timed = month(time.group(2)) > 0;
    }
    String behindNo = timed ? time.group(1) : null;
    String number = behindNo == null && numbered ? addressed.group(1) : behindNo;
    return Optional.of(
        new TelegramForm(
            post.id(),
            from,
            "",
            number == null ? null : Long.valueOf(number),
            timed ? time.group().substring(time.start(2) - time.start()) : null,
            timed ? moment(time, year(head, otherYear)) : null,
            true,
            precedence(lines),
            recipients(head, posts),
            0));
  }

  /** Reads the head of an airgram or of a telegram in a printed volume, which prove themselves. */
  public static Optional<TelegramForm> readTitled(String text, Posts posts) {
    return Airgram.read(text, posts).or(() -> PrintedTelegram.read(text, posts));
  }

  private static @Nullable LocalDateTime moment(Matcher time, @Nullable Integer year) {
    if (year == null) {
      return null;
    }
    boolean noon = time.group(7) != null;
    int hour = noon ? 0 : Integer.parseInt(time.group(4)) % 12;
    boolean afternoon = noon || Character.toUpperCase(time.group(6).charAt(0)) == 'P';
    int minute = time.group(5) == null ? 0 : Integer.parseInt(time.group(5));
    try {
      return LocalDateTime.of(
          year,
          month(time.group(2)),
          Integer.parseInt(time.group(3)),
          afternoon ? hour + 12 : hour,
          minute);
    } catch (DateTimeException noSuchDay) {
      // The day as found stays; there is no moment.
      return null;
    }
  }

  /** The year in which the telegram was received, else what others say. */
  private static @Nullable Integer year(String head, @Nullable Integer otherYear) {
    Matcher day = DAY.matcher(head);
    while (day.find()) {
      if (month(day.group(1)) > 0) {
        return Integer.valueOf(day.group(3));
      }
    }
    return otherYear;
  }

  /** By its first three letters, which machines read right more often than all of them. */
  private static int month(String word) {
    return DateTimeGroup.month(word.substring(0, 3).toUpperCase(Locale.ROOT));
  }

  /** What is left of a value without the signs that machines saw around it. */
  private static String name(String value) {
    int start = 0;
    int end = value.length();
    while (start < end && !Character.isLetter(value.charAt(start))) {
      start++;
    }
    while (end > start && !Character.isLetter(value.charAt(end - 1))) {
      end--;
    }
    return value.substring(start, end);
  }

  private static @Nullable Precedence precedence(String[] lines) {
    for (String line : lines) {
      Matcher addressed = NUMBER.matcher(line);
      String words = addressed.find() ? line.substring(addressed.end()) : line;
      switch (name(words).toUpperCase(Locale.ROOT)) {
        case "FLASH" -> {
          return Precedence.FLASH;
        }
        case "NIACT", "NIACT IMMEDIATE" -> {
          return Precedence.NIACT_IMMEDIATE;
        }
        case "IMMEDIATE", "OPERATIONAL IMMEDIATE" -> {
          return Precedence.IMMEDIATE;
        }
        case "PRIORITY" -> {
          return Precedence.PRIORITY;
        }
        default -> {}
      }
    }
    return null;
  }

  /** Of the first line of the text, or of the lines ACTION and INFO of the form. */
  private static List<Recipient> recipients(String head, Posts posts) {
    int start = head.indexOf("ACTION DEPARTMENT");
    if (start >= 0) {
      int end = start;
      int most = Math.min(head.length(), start + ADDRESSEES);
      while (end < most && head.charAt(end) != '.' && !head.startsWith("\n\n", end)) {
        end++;
      }
      return listed(head.substring(start, end).replace('\n', ' '), posts);
    }
    Matcher addressed = NUMBER.matcher(head);
    if (!addressed.find()) {
      return List.of();
    }
    String action = "ACTION SECSTATE " + addressed.group(1);
    Matcher info = INFORMED.matcher(head);
    return listed(info.find() ? action + ", INFO " + info.group(1) : action, posts);
  }

  /** {@code ACTION DEPARTMENT 421, INFORMATION QUITO 17, LA PAZ UNNUMBERED.} */
  private static List<Recipient> listed(String list, Posts posts) {
    List<Recipient> recipients = new ArrayList<>();
    RecipientRole role = RecipientRole.ACTION;
    for (String entry : list.split("[,;]", -1)) {
      String words = entry.strip();
      if (words.startsWith("ACTION ")) {
        words = words.substring("ACTION ".length()).strip();
      } else if (words.startsWith("INFORMATION ") || words.startsWith("INFO ")) {
        role = RecipientRole.INFO;
        words = words.substring(words.indexOf(' ')).strip();
      }
      int blank = words.lastIndexOf(' ');
      String last = words.substring(blank + 1);
      boolean number = !last.isEmpty() && last.chars().allMatch(c -> Characters.isDigit((char) c));
      boolean unnumbered = last.equals("UNNUMBERED");
      String name = (number || unnumbered) && blank > 0 ? words.substring(0, blank) : words;
      if (name.isEmpty() || name.length() > 40) {
        continue;
      }
      String post =
          name.equals("DEPARTMENT") ? "STATE" : posts.byName(name).map(Posts.Post::id).orElse(null);
      recipients.add(
          Recipient.newBuilder()
              .setRole(role)
              .setName(name)
              .setPost(post)
              .setContinuityNumber(number ? last : null)
              .build());
    }
    return recipients;
  }
}
