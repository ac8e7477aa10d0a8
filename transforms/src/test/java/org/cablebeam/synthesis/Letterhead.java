package org.cablebeam.synthesis;

import java.time.LocalDateTime;
import java.util.Locale;
import org.cablebeam.schemas.Level;
import org.cablebeam.schemas.vocabulary.Posts;

/** How posts, times and levels are written at the head of cables. */
final class Letterhead {
  private static final String[] MONTHS = {
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"
  };

  private Letterhead() {}

  /** The post in front of its serial: {@code TEL AVIV}, {@code STATE}. */
  static String place(Posts.Post post) {
    return post.kind() == Posts.Kind.DEPARTMENT ? post.id() : post.name().toUpperCase(Locale.ROOT);
  }

  /** The plain-language address: {@code AMEMBASSY TEL AVIV}. */
  static String address(Posts.Post post) {
    return switch (post.kind()) {
      case DEPARTMENT -> "SECSTATE WASHDC";
      case CONSULATE -> "AMCONSUL " + place(post);
      default -> "AMEMBASSY " + place(post);
    };
  }

  /** As catalogues name the sender: {@code Embassy Tel Aviv}. */
  static String catalogueName(Posts.Post post) {
    return switch (post.kind()) {
      case DEPARTMENT -> "Secretary of State";
      case CONSULATE -> "Consulate " + post.name();
      default -> "Embassy " + post.name();
    };
  }

  /** The post as page headers cut it: six letters, blanks kept where the cut leaves them. */
  static String six(Posts.Post post) {
    if (!post.sixLetterForms().isEmpty()) {
      return post.sixLetterForms().get(0);
    }
    String id = post.id();
    return id.length() <= 6 ? id : id.substring(0, 6);
  }

  static String month(LocalDateTime time) {
    return MONTHS[time.getMonthValue() - 1];
  }

  /** {@code 141337Z}. */
  static String dayAndTime(LocalDateTime time) {
    StringBuilder text = new StringBuilder(7);
    pad(text, time.getDayOfMonth(), 2);
    pad(text, time.getHour(), 2);
    pad(text, time.getMinute(), 2);
    return text.append('Z').toString();
  }

  /** {@code 141337Z FEB 08}. */
  static String dateTimeGroup(LocalDateTime time) {
    StringBuilder text = new StringBuilder(dayAndTime(time));
    text.append(' ').append(month(time)).append(' ');
    pad(text, time.getYear() % 100, 2);
    return text.toString();
  }

  /** {@code C O N F I D E N T I A L}, but {@code UNCLAS}. */
  static String spelled(Level level) {
    return switch (level) {
      case TOP_SECRET -> "T O P S E C R E T";
      case SECRET -> "S E C R E T";
      case CONFIDENTIAL -> "C O N F I D E N T I A L";
      case LIMITED_OFFICIAL_USE -> "LIMITED OFFICIAL USE";
      default -> "UNCLAS";
    };
  }

  /** {@code CONFIDENTIAL}. */
  static String solid(Level level) {
    return level.name().replace('_', ' ');
  }

  static void pad(StringBuilder text, long number, int width) {
    String digits = Long.toString(number);
    text.append("0".repeat(Math.max(0, width - digits.length()))).append(digits);
  }

  static String padded(long number, int width) {
    StringBuilder text = new StringBuilder(width);
    pad(text, number, width);
    return text.toString();
  }
}
