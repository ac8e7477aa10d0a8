package org.cablebeam.transforms.parse.header;

import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cablebeam.schemas.RecipientRole;
import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.transforms.parse.header.PrintedHead.Day;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Lines;
import org.jspecify.annotations.Nullable;

/**
 * A telegram as the volumes of documents on foreign relations print it: {@code 341. Telegram From
 * the Embassy in Ghana to the Department of State}, then place, day and hour, {@code Accra,
 * February 24, 1966, 1530Z.}, then the number of the telegram, {@code 1021. Ref: Embtel 1019.}
 * Stateless and thread-safe.
 */
final class PrintedTelegram {
  /** The title begins within so many UTF-16 units. */
  private static final int ZONE = 1_000;

  /** Title and dateline are no longer together. */
  private static final int HEAD = 600;

  private static final Map<String, String> SERIES =
      Map.of("TELEGRAM", "", "CIRCULAR TELEGRAM", "", "AIRGRAM", "A-");

  /** Offices that the place of the dateline does not tell. */
  private static final Map<String, String> MISSIONS =
      Map.of(
          "MISSION TO THE UNITED NATIONS", "USUN",
          "MISSION TO THE NORTH ATLANTIC TREATY ORGANIZATION", "USNATO",
          "MISSION TO THE EUROPEAN COMMUNITIES", "USEC",
          "DEPARTMENT OF STATE", "SECSTATE");

  /** {@code , 1530Z}; {@code , 6:15 p.m.} */
  private static final Pattern HOUR =
      Pattern.compile(
          "^[,\u2014-] ?(?:([0-2][0-9])([0-5][0-9])Z|([0-9]{1,2})(?:[:.]([0-5][0-9]))? ([ap])\\.?"
              + " ?m)");

  private PrintedTelegram() {}

  /** Reads title and dateline; empty where the text is no such print. */
  static Optional<TelegramForm> read(String text, Posts posts) {
    String zone = text.substring(0, Math.min(ZONE, text.length()));
    for (int at = 0; at >= 0; at = nextLine(zone, at)) {
      int title = behindNumber(zone, at);
      if (startsTitle(text, title)) {
        return read(text, title, posts);
      }
    }
    return Optional.empty();
  }

  private static int nextLine(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? -1 : end + 1;
  }

  /** Behind the number of the document: {@code 341. }. */
  private static int behindNumber(String text, int line) {
    int from = Characters.skipBlanks(text, line, text.length());
    int digits = Characters.skipDigits(text, from, text.length());
    return digits > from && text.startsWith(".", digits)
        ? Characters.skipBlanks(text, digits + 1, text.length())
        : from;
  }

  private static boolean startsTitle(String text, int at) {
    for (String kind : SERIES.keySet()) {
      if (text.regionMatches(true, at, kind, 0, kind.length())
          && text.startsWith(" ", at + kind.length())) {
        return true;
      }
    }
    return false;
  }

  private static Optional<TelegramForm> read(String text, int start, Posts posts) {
    String head = text.substring(start, Math.min(text.length(), start + HEAD));
    String words = head.replace('\n', ' ').replace('\r', ' ');
    Day day = PrintedHead.day(words).orElse(null);
    int from = words.indexOf(" From ");
    int to = words.indexOf(" to ", from + 1);
    if (day == null || from < 0 || to < 0 || to > day.start()) {
      return Optional.empty();
    }
    String kind = words.substring(0, from).strip();
    int digits = kind.length();
    while (digits > 0 && Characters.isDigit(kind.charAt(digits - 1))) {
      digits--;
    }
    String series = SERIES.get(kind.substring(0, digits).strip().toUpperCase(Locale.ROOT));
    // The place begins the line on which the day stands.
    int line = head.lastIndexOf('\n', day.start()) + 1;
    String sender = words.substring(from + " From ".length(), to).strip();
    Posts.Post post = post(sender, words.substring(line, day.start()), posts);
    if (series == null || post == null || line <= to) {
      return Optional.empty();
    }
    Matcher hour = HOUR.matcher(words.substring(day.end()));
    boolean timed = hour.find();
    int end = head.indexOf('\n', day.end());
    int textStart = start + (end < 0 ? head.length() : end);
    Long serial = digits < kind.length() ? number(kind.substring(digits)) : null;
    return Optional.of(
        new TelegramForm(
            post.id(),
            sender,
            series,
            serial != null ? serial : serialAt(text, textStart),
            words.substring(day.start(), timed ? day.end() + hour.end() : day.end()),
            timed ? moment(day, hour) : day.date().atStartOfDay(),
            !timed || hour.group(1) == null,
            null,
            PrintedHead.recipients(
                withoutArticle(words.substring(to + " to ".length(), line)),
                RecipientRole.ACTION,
                posts),
            textStart));
  }

  private static Posts.@Nullable Post post(String sender, String place, Posts posts) {
    String mission = MISSIONS.get(withoutArticle(sender).toUpperCase(Locale.ROOT));
    String name = mission != null ? mission : place.replace(',', ' ').strip();
    return PrintedHead.post(name, posts).orElse(null);
  }

  private static String withoutArticle(String words) {
    String name = words.strip();
    return name.startsWith("the ") ? name.substring("the ".length()) : name;
  }

  private static LocalDateTime moment(Day day, Matcher hour) {
    if (hour.group(1) != null) {
      int hours = Math.min(23, Integer.parseInt(hour.group(1)));
      return day.date().atTime(hours, Integer.parseInt(hour.group(2)));
    }
    int noon = hour.group(5).equals("p") ? 12 : 0;
    int minutes = hour.group(4) == null ? 0 : Integer.parseInt(hour.group(4));
    return day.date().atTime(Integer.parseInt(hour.group(3)) % 12 + noon, minutes);
  }

  private static @Nullable Long number(String digits) {
    return digits.length() > 6 ? null : Long.valueOf(digits);
  }

  /** {@code 1021. Ref: …}: the number with which the text begins; null where that is a 1. */
  private static @Nullable Long serialAt(String text, int from) {
    int at = from;
    while (at < text.length() && Lines.isBlank(text.charAt(at))) {
      at++;
    }
    int end = Characters.skipDigits(text, at, text.length());
    boolean number = end > at && end - at <= 6 && text.startsWith(". ", end);
    return number && !text.startsWith("1.", at) ? Long.valueOf(text.substring(at, end)) : null;
  }
}
