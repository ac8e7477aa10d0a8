package org.cablebeam.synthesis;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.cablebeam.schemas.vocabulary.Posts;

/**
 * Who sends the n-th cable of the corpus, when, and under which number. Every answer is computed
 * from the place alone, so that a cable can refer to any other one without the corpus being kept;
 * numbers of a post rise with time within a year and never repeat.
 */
final class Timeline {
  /**
   * A cable before it has a text.
   *
   * @param place its place in the corpus, from 0
   * @param sentAt UTC, to the minute
   */
  record Slot(long place, Posts.Post post, int year, long serial, LocalDateTime sentAt) {
    String id() {
      return String.format(Locale.ROOT, "%02d%s%d", year % 100, post.id(), serial);
    }
  }

  /** Shares of the years, about those of the corpora that circulate. */
  private static final int[][] YEARS = {
    {1966, 1}, {1969, 1}, {1972, 2}, {1973, 5}, {1974, 6}, {1975, 6}, {1976, 6}, {1977, 5},
    {1978, 5}, {1979, 5}, {1985, 1}, {1987, 1}, {1989, 2}, {1991, 2}, {1993, 2}, {1995, 2},
    {1996, 1}, {1998, 1}, {1999, 1}, {2000, 1}, {2001, 1}, {2002, 2}, {2003, 4}, {2004, 5},
    {2005, 6}, {2006, 7}, {2007, 7}, {2008, 8}, {2009, 8}, {2010, 3}
  };

  private record Year(int year, long from, long count, List<Posts.Post> round, long volume) {}

  private final long seed;
  private final List<Year> years = new ArrayList<>();

  Timeline(long seed, long count) {
    this.seed = seed;
    long shares = 0;
    for (int[] year : YEARS) {
      shares += year[1];
    }
    long before = 0;
    for (int[] year : YEARS) {
      long from = count * before / shares;
      before += year[1];
      long to = count * before / shares;
      if (to > from) {
        List<Posts.Post> round = round(year[0]);
        years.add(new Year(year[0], from, to - from, round, 3_000 + year[1] * 400L));
      }
    }
  }

  Slot slot(long place) {
    Year year = yearOf(place);
    long k = place - year.from();
    int size = year.round().size();
    long turn = k / size;
    Posts.Post post = year.round().get((int) (k % size));
    long turns = (year.count() + size - 1) / size;
    long volume = Math.max(post.id().equals("STATE") ? 20 * year.volume() : year.volume(), turns);
    Dice dice = new Dice(seed, 2 * place + 1);
    long width = volume / turns;
    long serial = 1 + turn * width + (width > 1 ? dice.below((int) Math.min(width, 1 << 30)) : 0);
    // Times rise with places, and with them the serials of a post.
    long minutes = 525_600L * k / year.count();
    LocalDateTime sentAt = LocalDateTime.of(year.year(), 1, 1, 0, 0).plusMinutes(minutes);
    return new Slot(place, post, year.year(), serial, sentAt);
  }

  /** Another post that sends cables in the same year, chosen by any number. */
  Posts.Post neighbor(Slot slot, long number) {
    List<Posts.Post> round = yearOf(slot.place()).round();
    return round.get((int) Math.floorMod(number, (long) round.size()));
  }

  private Year yearOf(long place) {
    int low = 0;
    int high = years.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (years.get(middle).from() <= place) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return years.get(low);
  }

  /** The posts of a year, each once, in an order that the seed shuffles. */
  private List<Posts.Post> round(int year) {
    Posts posts = Posts.standard();
    boolean transmissionHeader = Era.of(year).compareTo(Era.EIGHTIES) >= 0;
    List<Posts.Post> round = new ArrayList<>();
    for (Posts.Post post : posts.all()) {
      boolean sends =
          post.kind() == Posts.Kind.EMBASSY
              || post.kind() == Posts.Kind.CONSULATE
              || post.id().equals("STATE");
      boolean found =
          posts.byName(Letterhead.place(post)).filter(p -> p.id().equals(post.id())).isPresent();
      boolean routed =
          !post.routingIndicators().isEmpty()
              && posts
                  .byRoutingIndicator(post.routingIndicators().get(0))
                  .filter(p -> p.id().equals(post.id()))
                  .isPresent();
      if (sends && found && post.namedSoIn(year) && (routed || !transmissionHeader)) {
        round.add(post);
      }
    }
    round.sort(Comparator.comparing(Posts.Post::id));
    Dice dice = new Dice(seed, -year);
    for (int i = round.size() - 1; i > 0; i--) {
      int j = dice.below(i + 1);
      Posts.Post post = round.get(i);
      round.set(i, round.get(j));
      round.set(j, post);
    }
    return round;
  }
}
