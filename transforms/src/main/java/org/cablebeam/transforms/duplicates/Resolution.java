package org.cablebeam.transforms.duplicates;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of the cables that share an id are kept, and which are set aside as copies of them. The
 * outcome does not depend on the order in which they are given.
 *
 * @param kept one for each cable, by part and index
 * @param setAside the copies, by part and index; the kept cable has the same id
 */
public record Resolution(List<Candidate> kept, List<Candidate> setAside) {
  /**
   * Above this many cables of one id only neighbours in time are compared, so that a number that
   * ran away does not cost its square.
   */
  private static final int FEW = 64;

  private static final Comparator<Candidate> BY_PLACE =
      Comparator.comparingInt(Candidate::part).thenComparingInt(Candidate::index);

  /** Resolves cables of any ids. */
  public static Resolution of(Collection<Candidate> candidates) {
    Map<String, List<Candidate>> byId = new HashMap<>();
    for (Candidate candidate : candidates) {
      byId.computeIfAbsent(candidate.id(), id -> new ArrayList<>(1)).add(candidate);
    }
    List<Candidate> kept = new ArrayList<>(byId.size());
    List<Candidate> setAside = new ArrayList<>();
    for (List<Candidate> same : byId.values()) {
      if (same.size() == 1) {
        kept.add(same.get(0));
      } else {
        resolve(same, kept, setAside);
      }
    }
    kept.sort(BY_PLACE);
    setAside.sort(BY_PLACE);
    return new Resolution(kept, setAside);
  }

  /** Parts the cables of one id into sets of copies and keeps the best of each. */
  private static void resolve(
      List<Candidate> same, List<Candidate> kept, List<Candidate> setAside) {
    same.sort(
        Comparator.comparingLong(Candidate::sentAt)
            .thenComparingInt(Candidate::subject)
            .thenComparing(Candidate::tie));
    int[] leader = new int[same.size()];
    for (int i = 0; i < leader.length; i++) {
      leader[i] = i;
      for (int j = Math.max(0, i - FEW); j < i; j++) {
        if (find(leader, i) != find(leader, j) && same.get(i).copies(same.get(j))) {
          leader[find(leader, i)] = find(leader, j);
        }
      }
    }
    Map<Integer, Integer> best = new HashMap<>();
    for (int i = 0; i < leader.length; i++) {
      best.merge(
          find(leader, i),
          i,
          (a, b) -> Candidate.BEST_FIRST.compare(same.get(a), same.get(b)) <= 0 ? a : b);
    }
    for (int i = 0; i < leader.length; i++) {
      (best.getOrDefault(find(leader, i), -1) == i ? kept : setAside).add(same.get(i));
    }
  }

  private static int find(int[] leader, int i) {
    int root = i;
    while (leader[root] != root) {
      root = leader[root];
    }
    return root;
  }
}
