package org.cablebeam.transforms.parse.heading;

import java.util.ArrayList;
import java.util.List;
import org.cablebeam.schemas.CableId;
import org.cablebeam.schemas.IssueCode;
import org.cablebeam.schemas.ReferenceKind;
import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.schemas.vocabulary.Posts.Post;
import org.cablebeam.transforms.text.Issues;
import org.cablebeam.transforms.text.Lines;
import org.jspecify.annotations.Nullable;

/**
 * The items of a REF line read so far, and what carries over to the next: bullet, post and year.
 * One a field; not thread-safe.
 */
final class ReferencesSoFar {
  private static final int MOST = 200_000;

  /** The ends of a range that a drafter means are not further apart. */
  private static final int LONGEST_RANGE = 20;

  private final String text;
  private final ReferringCable own;
  private final Issues issues;
  private final List<ReferenceItem> items = new ArrayList<>();

  private @Nullable String bullet;
  private @Nullable Post post;
  private int year;
  private boolean yearGiven;

  ReferencesSoFar(String text, ReferringCable own, Issues issues) {
    this.text = text;
    this.own = own;
    this.issues = issues;
    this.post = own.post() == null ? null : Posts.standard().byId(own.post()).orElse(null);
    this.year = own.year();
  }

  ReferringCable own() {
    return own;
  }

  List<ReferenceItem> items() {
    return items;
  }

  int count() {
    return items.size();
  }

  boolean full() {
    return items.size() >= MOST;
  }

  /** The bullet of the entry; null before the first. */
  @Nullable String bullet() {
    return bullet;
  }

  void bullet(String letter) {
    bullet = letter;
  }

  /** The post that a bare serial is of; null where none is known. */
  @Nullable Post post() {
    return post;
  }

  /** The year of a bare serial of a post. */
  int year(Post of, long serial) {
    return yearGiven ? year : inferred(of, serial);
  }

  /** What a serial behind this one is of; {@code given} is 0 where no year was written. */
  int carry(Post of, long serial, int given) {
    post = of;
    yearGiven = given > 0;
    year = given > 0 ? given : inferred(of, serial);
    return year;
  }

  private int inferred(Post of, long serial) {
    int inferred = own.yearOf(of.id(), serial);
    if (inferred != own.year()) {
      issues.add(IssueCode.INFERRED_REFERENCE_YEAR, "references", of.id() + " " + serial);
    }
    return inferred;
  }

  /** Adds a cable, unless it is the one that refers. */
  void add(int start, int end, int y, Post of, long serial, String series, ReferenceKind kind) {
    String id = null;
    if (y > 0 && serial > 0) {
      CableId cable = CableId.of(y, of.id(), serial);
      id =
          series.isEmpty()
              ? cable.toString()
              : new CableId(cable.year(), cable.post(), serial, series).toString();
      boolean self =
          own.post() != null
              && cable.post().equals(CableId.of(Math.max(own.year(), 1), own.post(), 1).post())
              && serial == own.serial()
              && y == own.year()
              && series.isEmpty();
      if (self) {
        return;
      }
    }
    items.add(new ReferenceItem(flat(start, end), kind, id, bullet, false, start, end));
  }

  /**
   * Adds the cables of a range between the last item and a serial, {@code LIMA 12-15}; of one so
   * long that it can hardly be meant nothing but its ends.
   */
  void addBetween(Post of, int y, long serial, int end) {
    ReferenceItem first = items.get(items.size() - 1);
    CableId id = first.id() == null ? null : CableId.parse(first.id()).orElse(null);
    if (id == null || y <= 0 || !id.equals(CableId.of(y, of.id(), id.serial()))) {
      return;
    }
    if (serial - id.serial() > LONGEST_RANGE) {
      unread(first.start(), end);
      return;
    }
    for (long next = id.serial() + 1; next < serial; next++) {
      add(first.start(), end, y, of, next, "", ReferenceKind.CABLE);
    }
  }

  /** Adds what is no cable. */
  void add(int start, int end, ReferenceKind kind, boolean notal) {
    items.add(new ReferenceItem(flat(start, end), kind, null, bullet, notal, start, end));
  }

  /** Adds what is no cable before the last item. */
  void addBeforeLast(int start, int end, ReferenceKind kind) {
    items.add(
        items.size() - 1,
        new ReferenceItem(flat(start, end), kind, null, bullet, false, start, end));
  }

  /** Gives the last item its bullet, which stands behind it; a portion mark counts no items. */
  void bulletBehind(String letter) {
    int last = items.size() - 1;
    if (last < 0 || items.get(last).bullet() != null) {
      return;
    }
    String before = last == 0 ? null : items.get(last - 1).bullet();
    char due = before == null ? 'A' : (char) (before.charAt(0) + 1);
    if (letter.charAt(0) == due) {
      items.set(last, items.get(last).withBullet(letter));
    }
  }

  /** Marks the last item as not sent to all addressees. */
  void markNotal() {
    int last = items.size() - 1;
    items.set(last, items.get(last).asNotal());
  }

  void repaired(int start, int end) {
    issues.add(IssueCode.REPAIRED_REFERENCE, "references", text.substring(start, end));
  }

  void unread(int start, int end) {
    issues.add(IssueCode.UNREAD_REFERENCE, "references", flat(start, end));
  }

  /** A piece of the field on one line. */
  String flat(int start, int end) {
    StringBuilder flat = new StringBuilder(end - start);
    boolean blank = false;
    for (int k = start; k < end; k++) {
      char c = text.charAt(k);
      if (Lines.isBlank(c)) {
        blank = flat.length() > 0;
        continue;
      }
      if (blank) {
        flat.append(' ');
        blank = false;
      }
      flat.append(c);
    }
    return flat.toString();
  }
}
