package org.cablebeam.transforms.parse.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cablebeam.schemas.Recipient;
import org.cablebeam.schemas.RecipientRole;
import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.transforms.parse.header.PrintedHead.Day;
import org.cablebeam.transforms.text.Characters;
import org.jspecify.annotations.Nullable;

/**
 * The form of an airgram, a telegram that went by pouch: {@code AIRGRAM} alone on a line or behind
 * the name of the Department, {@code A-123}, {@code TO:}, {@code FROM: Amembassy TUNIS}, {@code
 * DATE: May 12, 1972}. Airgrams are counted for themselves. Stateless and thread-safe.
 */
final class Airgram {
  /** The form takes no more than the head of the page, in UTF-16 units. */
  private static final int HEAD = 2_500;

  /** How far below its printed word a typed value may stand. */
  private static final int BELOW = 3;

  private static final Pattern NUMBER = Pattern.compile("\\b(CA|A)-? ?([0-9]{1,5})\\b");

  private Airgram() {}

  /** Reads the form; empty where the text is none, or names no post and number. */
  static Optional<TelegramForm> read(String text, Posts posts) {
    String head = text.substring(0, Math.min(text.length(), HEAD));
    List<String> lines = head.lines().toList();
    Matcher number = number(lines);
    // Hardly any text is an airgram, and the number tells.
    String from = number == null ? null : value("FROM", lines);
    Posts.Post post = from == null ? null : PrintedHead.post(from, posts).orElse(null);
    if (number == null || from == null || post == null) {
      return Optional.empty();
    }
    String typed = value("DATE", lines);
    String dated = typed == null ? head : typed;
    Day day = PrintedHead.day(dated).orElse(null);
    List<Recipient> recipients =
        new ArrayList<>(PrintedHead.recipients(value("TO", lines), RecipientRole.ACTION, posts));
    recipients.addAll(PrintedHead.recipients(value("INFO", lines), RecipientRole.INFO, posts));
    return Optional.of(
        new TelegramForm(
            post.id(),
            from,
            number.group(1) + "-",
            Long.valueOf(number.group(2)),
            day == null ? null : dated.substring(day.start(), day.end()),
            day == null ? null : day.date().atStartOfDay(),
            true,
            null,
            recipients,
            0));
  }

  /** The number, where the title of the form stands above it; null where either is missing. */
  private static @Nullable Matcher number(List<String> lines) {
    boolean titled = false;
    for (String line : lines) {
      String words = line.strip();
      titled |= isTitle(words);
      if (isOfHeading(words)) {
        return null;
      }
      Matcher number = titled ? NUMBER.matcher(words) : null;
      if (number != null && number.find()) {
        return number;
      }
    }
    return null;
  }

  /** {@code A I R G R A M}, {@code DEPARTMENT OF STATE AIRGRAM}, {@code AIRGRAM A-123}. */
  private static boolean isTitle(String line) {
    return spells(line, "AIRGRAM", true)
        || spells(line, "OFSTATEAIRGRAM", false)
        || spells(line, "AIRGRAMA", true)
        || spells(line, "AIRGRAMCA", true);
  }

  /**
   * Whether the last capitals of a line are those of a word, whatever stands between them.
   *
   * @param alone whether the line may have no other capitals
   */
  private static boolean spells(String line, String word, boolean alone) {
    int left = word.length();
    for (int i = line.length() - 1; i >= 0 && (left > 0 || alone); i--) {
      char c = line.charAt(i);
      if (Characters.isUpper(c) && (left == 0 || c != word.charAt(--left))) {
        return false;
      }
    }
    return left == 0;
  }

  /** The lines that cite other airgrams. */
  private static boolean isOfHeading(String line) {
    return line.startsWith("REF") || line.startsWith("SUBJ");
  }

  /**
   * What is typed behind a printed word, or below it, up to the next printed word: two blanks or a
   * colon part them; null where nothing is.
   */
  private static @Nullable String value(String keyword, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int at = line.toUpperCase(Locale.ROOT).indexOf(keyword);
      int colon = at < 0 ? -1 : line.indexOf(':', at);
      boolean word = at == 0 || (at > 0 && line.charAt(at - 1) == ' ');
      if (!word || colon < 0 || !line.substring(at + keyword.length(), colon).isBlank()) {
        continue;
      }
      String value = upToGap(line.substring(colon + 1));
      for (int k = i + 1; value.isEmpty() && k < lines.size() && k <= i + BELOW; k++) {
        value = lines.get(k).indexOf(':') >= 0 ? "" : upToGap(lines.get(k));
      }
      return value.isEmpty() ? null : value;
    }
    return null;
  }

  private static String upToGap(String words) {
    String value = words.strip();
    int gap = value.indexOf("  ");
    String first = (gap < 0 ? value : value.substring(0, gap)).strip();
    int date = first.toUpperCase(Locale.ROOT).indexOf(" DATE");
    return date > 0 ? first.substring(0, date).strip() : first;
  }
}
