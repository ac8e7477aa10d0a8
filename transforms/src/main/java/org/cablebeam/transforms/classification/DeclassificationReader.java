package org.cablebeam.transforms.classification;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cablebeam.schemas.DeclassificationKind;
import org.cablebeam.schemas.Level;
import org.cablebeam.schemas.vocabulary.Spelling;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.LookAlikes;
import org.jspecify.annotations.Nullable;

/**
 * Reads the E.O. line: which order, and when the classification ends. Days are given as written,
 * and computed only where the order itself says how. Immutable and thread-safe.
 */
final class DeclassificationReader {
  /**
   * An E.O. line as read.
   *
   * @param order the number of the order, null if none is given
   * @param orderRepaired whether the number was damaged
   * @param kind what the instruction says
   * @param date the day, written or computed
   * @param impossibleDate whether a day is written that does not exist
   * @param unread whether there is an instruction that could not be read
   * @param classifier the classifier in parentheses, as orders 11652 and 12065 had it
   */
  record Found(
      @Nullable String order,
      boolean orderRepaired,
      DeclassificationKind kind,
      @Nullable LocalDate date,
      boolean impossibleDate,
      boolean unread,
      @Nullable String classifier) {}

  private record Instruction(
      DeclassificationKind kind, @Nullable LocalDate date, boolean impossibleDate, boolean unread) {
    static Instruction of(DeclassificationKind kind) {
      return new Instruction(kind, null, false, false);
    }

    static Instruction on(DeclassificationKind kind, DateScanner.Found found) {
      return new Instruction(kind, found.date(), found.date() == null, false);
    }
  }

  /** What says that nothing is to be declassified; {@code UNCLAS} and whatever it goes on as. */
  private static final List<String> NOT_APPLICABLE = List.of("NOT APPLICABLE", "NONE", "UNCLAS");

  private final ExecutiveOrders orders = new ExecutiveOrders();

  /**
   * Reads a line.
   *
   * @param line as found, with or without its keyword
   * @param number the number as the heading was read, where the line does not show it
   * @param level of the cable: the general schedule of order 11652 depends on it
   * @param sent the day of the cable
   */
  Found read(String line, @Nullable String number, Level level, @Nullable LocalDate sent) {
    OrderLine read = OrderLine.read(line);
    String digits = read.number();
    if (digits == null && number != null && !number.isBlank()) {
      digits = OrderLine.digits(number);
    }
    String order = digits;
    boolean repaired = false;
    if (digits != null && orders.find(digits).isEmpty()) {
      Optional<ExecutiveOrders.Order> near = orders.nearest(digits, sent);
      order = near.map(ExecutiveOrders.Order::number).orElse(digits);
      repaired = near.isPresent();
    }
    Instruction instruction = instruction(read.instruction(), order, level, sent);
    return new Found(
        order,
        repaired,
        instruction.kind(),
        instruction.date(),
        instruction.impossibleDate(),
        instruction.unread(),
        classifier(read.asWritten()));
  }

  private Instruction instruction(
      String value, @Nullable String order, Level level, @Nullable LocalDate sent) {
    int at = skipAmendment(value, skipSigns(value, 0));
    if (isNotApplicable(value, at)) {
      return Instruction.of(DeclassificationKind.NOT_APPLICABLE);
    }
    DateScanner dates = new DateScanner(value, baseYear(order, sent));
    int declassify = skipDeclassify(value, at, dates);
    boolean declassified = declassify > at;
    at = skipAmendment(value, declassify);
    if (declassified && isNotApplicable(value, at)) {
      return Instruction.of(DeclassificationKind.NOT_APPLICABLE);
    }
    if (at == value.length()) {
      return Instruction.of(DeclassificationKind.NONE);
    }
    String word = code(value, at);
    Optional<DateScanner.Found> date = dates.find(at);
    if (word.equals("DNG") || word.startsWith("DOWNGRAD")) {
      return dated(DeclassificationKind.DOWNGRADE, date);
    }
    boolean event = hasEvent(value, at) && !Durations.countsFromCable(value, at);
    if (event && word.startsWith("ADS")) {
      return dated(DeclassificationKind.EVENT, date);
    }
    Instruction schedule = schedule(word, date, order, level, sent);
    if (schedule != null) {
      return schedule;
    }
    if (word.equals("EXEMPT") || word.equals("EXEMPTED")) {
      return dated(DeclassificationKind.EXEMPTION, date);
    }
    if (word.equals("MR") || value.startsWith("MANUAL REVIEW", at)) {
      return dated(DeclassificationKind.MANUAL_REVIEW, date);
    }
    if (DeclassificationWord.AGENCY.at(value, at) > 0) {
      return Instruction.of(DeclassificationKind.OADR);
    }
    if (isExemption(value, at)) {
      return dated(DeclassificationKind.EXEMPTION, date);
    }
    if (event) {
      return dated(DeclassificationKind.EVENT, date);
    }
    if (date.isPresent()) {
      return Instruction.on(DeclassificationKind.DATE, date.get());
    }
    LocalDate end = sent == null ? null : Durations.end(value, at, sent);
    if (end != null || Durations.at(value, at)) {
      return new Instruction(DeclassificationKind.DURATION, end, false, false);
    }
    return new Instruction(DeclassificationKind.NONE, null, false, true);
  }

  private static Instruction dated(DeclassificationKind kind, Optional<DateScanner.Found> date) {
    return date.map(found -> Instruction.on(kind, found)).orElse(Instruction.of(kind));
  }

  /** The schedules of orders 11652, 12065 and 12356; null if the word names none. */
  private static @Nullable Instruction schedule(
      String word,
      Optional<DateScanner.Found> date,
      @Nullable String order,
      Level level,
      @Nullable LocalDate sent) {
    String code = LookAlikes.letters(word);
    if (code.startsWith("XGDS") || code.startsWith("XDGS") || code.startsWith("XGSD")) {
      return dated(DeclassificationKind.XGDS, date);
    }
    if (code.startsWith("RDS")) {
      // To be reviewed on that day; order 12065 section 1-402.
      return dated(DeclassificationKind.MANUAL_REVIEW, date);
    }
    if (code.startsWith("ADS")) {
      return dated(DeclassificationKind.DATE, date);
    }
    boolean newOrder = order != null && order.compareTo("12356") >= 0;
    if (code.startsWith("GDS") || (!newOrder && Spelling.distance(code, "GDS", 1) <= 1)) {
      if (date.isPresent()) {
        return Instruction.on(DeclassificationKind.GDS, date.get());
      }
      LocalDate end = sent == null ? null : generalScheduleEnd(order, level, sent);
      return new Instruction(DeclassificationKind.GDS, end, false, false);
    }
    boolean agency = code.length() == 4 && Spelling.distance(code, "OADR", 1) <= 1;
    return agency || code.startsWith("OADR") ? Instruction.of(DeclassificationKind.OADR) : null;
  }

  /**
   * Order 11652 section 5(A): declassified at the end of the tenth, eighth or sixth full calendar
   * year after that of the cable.
   */
  private static @Nullable LocalDate generalScheduleEnd(
      @Nullable String order, Level level, LocalDate sent) {
    if (order != null && !order.equals("11652")) {
      return null;
    }
    int years =
        switch (level) {
          case TOP_SECRET -> 10;
          case SECRET -> 8;
          case CONFIDENTIAL -> 6;
          default -> 0;
        };
    return years == 0 ? null : LocalDate.of(sent.getYear() + years, 12, 31);
  }

  private int baseYear(@Nullable String order, @Nullable LocalDate sent) {
    if (sent != null) {
      return sent.getYear();
    }
    // The years of an order lie in the century it was quoted in; the oldest order is the pivot.
    return order == null
        ? 1975
        : orders.find(order).map(found -> found.from().getYear() + 5).orElse(1975);
  }

  private static int skipSigns(String text, int from) {
    int at = from;
    while (at < text.length() && " :;.,-()*'\"_".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static int skipAmendment(String text, int from) {
    int at = from;
    for (String words : List.of("AS AMENDED", "AMENDED")) {
      if (text.startsWith(words, at)) {
        at = skipSigns(text, at + words.length());
        break;
      }
    }
    return at;
  }

  /** Behind DECL and its kin, spelled well or badly, however often; {@code from} if not there. */
  private static int skipDeclassify(String text, int from, DateScanner dates) {
    int at = from;
    // DEC may be a month.
    for (int again = 0; again < 3 && dates.at(at) == null; again++) {
      int end = at;
      while (end < text.length() && Character.isLetter(text.charAt(end))) {
        end++;
      }
      int behind = declassifyEnd(text.substring(at, end));
      if (behind == 0) {
        break;
      }
      at = skipSigns(text, at + behind);
      for (String filler : List.of("ON ", "ON: ", "DATE ", "DATE: ", "BY ")) {
        if (text.startsWith(filler, at)) {
          at = skipSigns(text, at + filler.length());
          break;
        }
      }
    }
    return at;
  }

  /** How many letters of a word say declassify; the value may be glued to them. */
  private static int declassifyEnd(String word) {
    int spelled = DeclassificationWord.DECLASSIFY.at(word, 0);
    if (spelled > 0) {
      return spelled;
    }
    boolean near =
        (word.length() >= 3 && word.length() <= 5 && Spelling.distance(word, "DECL", 1) <= 1)
            || (word.length() >= 5 && Spelling.distance(word, "DECLAS", 1) <= 1)
            || (word.length() >= 8 && Spelling.distance(word, "DECLASSIFY", 2) <= 2)
            || (word.length() >= 10 && Spelling.distance(word, "DECLASSIFIED", 2) <= 2);
    return near ? word.length() : 0;
  }

  private static boolean isNotApplicable(String text, int at) {
    return NOT_APPLICABLE.stream().anyMatch(words -> text.startsWith(words, at))
        || OrderLine.behindLetters(text, at, "NA", "/.\\ -,") >= 0;
  }

  /** The letters and digits that stand together from {@code at}, X-GDS taken for one. */
  private static String code(String text, int at) {
    int end = at;
    StringBuilder code = new StringBuilder();
    while (end < text.length() && code.length() < 24) {
      char c = text.charAt(end);
      if (Character.isLetterOrDigit(c)) {
        code.append(c);
      } else if (c != '-' || code.length() != 1) {
        break;
      }
      end++;
    }
    return code.toString();
  }

  /** X1, X1-X8, X-1, 25X1-HUMAN, 50X1, 1.6X1, 1.6(X1). */
  private static boolean isExemption(String text, int from) {
    int at = from;
    if (text.startsWith("1.6", at) || text.startsWith("1.5", at)) {
      at += 3;
    } else if (text.startsWith("25", at) || text.startsWith("50", at)) {
      at += 2;
    }
    at = skipSigns(text, at);
    if (at >= text.length() || text.charAt(at) != 'X') {
      return false;
    }
    int digit = skipSigns(text, at + 1);
    return digit < text.length()
        && Characters.isDigit(text.charAt(digit))
        && (digit + 1 == text.length() || !Characters.isDigit(text.charAt(digit + 1)));
  }

  private static boolean hasEvent(String text, int from) {
    int start = from;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && Character.isLetter(text.charAt(end))) {
        end++;
      }
      if (end > start && DeclassificationWord.EVENT.is(text.substring(start, end))) {
        return true;
      }
      start = end + 1;
    }
    return false;
  }

  /**
   * Who classified by order 12065: what stands in parentheses, {@code (SURNAME, FIRST M.)}, and the
   * office behind it; or, where the parentheses are lost, what stands before the office.
   */
  private static @Nullable String classifier(String instruction) {
    int open = instruction.indexOf('(');
    int close = instruction.indexOf(')', open + 1);
    int next = instruction.indexOf('(', open + 1);
    if (close > open
        && open >= 0
        && next > close
        && instruction.substring(open, close).indexOf(',') < 0) {
      // GDS (2/14/86) (DOE, JANE)
      open = next;
      close = instruction.indexOf(')', open + 1);
    }
    int start = open;
    if (open < 0) {
      close = instruction.lastIndexOf(" OR-");
      start = close;
      while (start > 0 && !Characters.isDigit(instruction.charAt(start - 1))) {
        start--;
      }
    }
    int comma = start < 0 ? -1 : instruction.indexOf(',', start);
    boolean name =
        comma > 0
            && comma < close
            && instruction.substring(start, comma).chars().filter(Character::isLetter).count() > 1;
    return name ? instruction.substring(start).strip() : null;
  }
}
