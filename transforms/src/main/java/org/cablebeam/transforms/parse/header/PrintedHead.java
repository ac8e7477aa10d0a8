package org.cablebeam.transforms.parse.header;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cablebeam.schemas.Recipient;
import org.cablebeam.schemas.RecipientRole;
import org.cablebeam.schemas.vocabulary.Posts;
import org.jspecify.annotations.Nullable;

/**
 * What the heads of papers that went by no circuit have in common: names of posts as they are
 * written in a letter, and days. Stateless and thread-safe.
 */
final class PrintedHead {
  /** {@code May 12, 1972}, {@code 12 May 1972}. */
  private static final Pattern DAY =
      Pattern.compile(
          "\\b(?:([A-Za-z]{3,9})\\.? ([0-9]{1,2})|([0-9]{1,2}) ([A-Za-z]{3,9})\\.?)"
              + "[,.]? ?(19[4-9][0-9])\\b");

  private static final int LONGEST_NAME = 60;

  private PrintedHead() {}

  /** A day, and where it stands in the text. */
  record Day(LocalDate date, int start, int end) {}

  /** The first day that a text names; empty where it names none. */
  static Optional<Day> day(String text) {
    Matcher day = DAY.matcher(text);
    while (day.find()) {
      String word = day.group(1) != null ? day.group(1) : day.group(4);
      String number = day.group(2) != null ? day.group(2) : day.group(3);
      int month = DateTimeGroup.month(word.substring(0, 3).toUpperCase(Locale.ROOT));
      LocalDate date = month == 0 ? null : date(day.group(5), month, number);
      if (date != null) {
        return Optional.of(new Day(date, day.start(), day.end()));
      }
    }
    return Optional.empty();
  }

  private static @Nullable LocalDate date(String year, int month, String day) {
    int length = YearMonth.of(Integer.parseInt(year), month).lengthOfMonth();
    int number = Integer.parseInt(day);
    return number < 1 || number > length
        ? null
        : LocalDate.of(Integer.parseInt(year), month, number);
  }

  /** The post that {@code Amembassy TUNIS}, {@code Tunis} or {@code Department of State} names. */
  static Optional<Posts.Post> post(String name, Posts posts) {
    String words = name.strip();
    if (words.isEmpty() || words.length() > LONGEST_NAME) {
      return Optional.empty();
    }
    String upper = words.toUpperCase(Locale.ROOT);
    return upper.endsWith("DEPARTMENT OF STATE")
        ? posts.byName("SECSTATE")
        : posts.byName(upper).or(() -> posts.byName(words));
  }

  /** The posts of a list: {@code Rome, Valletta}; names that no post has stay without one. */
  static List<Recipient> recipients(@Nullable String list, RecipientRole role, Posts posts) {
    List<Recipient> recipients = new ArrayList<>();
    for (String entry : list == null ? new String[0] : list.split("[,;]", -1)) {
      String name = entry.strip();
      if (name.length() >= 3 && name.length() <= LONGEST_NAME) {
        recipients.add(
            Recipient.newBuilder()
                .setRole(role)
                .setName(name)
                .setPost(post(name, posts).map(Posts.Post::id).orElse(null))
                .build());
      }
    }
    return recipients;
  }
}
