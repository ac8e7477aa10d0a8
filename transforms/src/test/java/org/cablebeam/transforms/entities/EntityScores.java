package org.cablebeam.transforms.entities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cablebeam.schemas.Entity;

/**
 * Compares what the engine finds with what readers marked: exact mentions (start, end and type), by
 * type, in mixed case and in capitals; countries and dates by their normal forms; clusters of
 * persons by B cubed over the mentions both have.
 */
final class EntityScores {
  private static final class Tally {
    int right;
    int found;
    int marked;
    int touched;

    double f1() {
      return found + marked == 0 ? 1 : 2.0 * right / (found + marked);
    }
  }

  private final Map<String, Tally> tallies = new TreeMap<>();
  private int norms;
  private int normsRight;
  private int dates;
  private int datesRight;
  private double cubed;
  private int cubedCount;
  final List<String> errors = new ArrayList<>();

  static EntityScores of(List<LabelledCable> cables) {
    EntityScores scores = new EntityScores();
    EntityExtractor extractor = EntityExtractor.standard();
    for (LabelledCable cable : cables) {
      scores.add(cable, cable.found(extractor));
    }
    return scores;
  }

  private void add(LabelledCable cable, List<Entity> found) {
    Map<String, Entity> byPlace = new HashMap<>();
    for (Entity entity : found) {
      String key = entity.getStart() + ":" + entity.getEnd() + ":" + entity.getType();
      byPlace.put(key, entity);
      tally(cable, entity.getType().toString()).forEach(t -> t.found++);
    }
    List<String> marked = new ArrayList<>();
    List<String> given = new ArrayList<>();
    for (LabelledCable.Label label : cable.labels()) {
      List<Tally> tallies = tally(cable, label.type());
      tallies.forEach(t -> t.marked++);
      Entity same = byPlace.remove(label.start() + ":" + label.end() + ":" + label.type());
      if (same == null) {
        String near = "";
        for (Entity entity : found) {
          if (entity.getStart() < label.end() && label.start() < entity.getEnd()) {
            near += " " + entity.getType() + " [" + entity.getText() + "]";
            if (entity.getType().toString().equals(label.type())) {
              tallies.forEach(t -> t.touched++);
            }
          }
        }
        errors.add(
            cable.id()
                + " missed "
                + label.type()
                + " ["
                + cable.text().substring(label.start(), label.end())
                + "], found"
                + near);
        continue;
      }
      tallies.forEach(
          t -> {
            t.right++;
            t.touched++;
          });
      if (label.norm() != null && !label.type().equals("PERSON")) {
        boolean right = label.norm().equals(same.getNormalized());
        if (label.type().equals("DATE")) {
          dates++;
          datesRight += right ? 1 : 0;
        } else {
          norms++;
          normsRight += right ? 1 : 0;
        }
        if (!right) {
          errors.add(
              cable.id()
                  + " norm of ["
                  + same.getText()
                  + "] "
                  + label.norm()
                  + ", found "
                  + same.getNormalized());
        }
      }
      if (label.type().equals("PERSON") && label.cluster() != null) {
        marked.add(label.cluster());
        given.add(String.valueOf(same.getCluster()));
      }
    }
    for (Entity entity : byPlace.values()) {
      errors.add(cable.id() + " false " + entity.getType() + " [" + entity.getText() + "]");
    }
    cubed(marked, given, cable.id());
  }

  private void cubed(List<String> marked, List<String> given, String id) {
    for (int i = 0; i < marked.size(); i++) {
      int both = 0;
      int inMarked = 0;
      int inGiven = 0;
      for (int k = 0; k < marked.size(); k++) {
        boolean m = marked.get(i).equals(marked.get(k));
        boolean g = given.get(i).equals(given.get(k));
        both += m && g ? 1 : 0;
        inMarked += m ? 1 : 0;
        inGiven += g ? 1 : 0;
      }
      double f1 = 2.0 * both / (inMarked + inGiven);
      cubed += f1;
      cubedCount++;
      if (f1 < 1) {
        errors.add(id + " cluster " + marked.get(i) + " B3 " + f1);
      }
    }
  }

  private List<Tally> tally(LabelledCable cable, String type) {
    String group = cable.caps() ? "caps" : "mixed";
    List<Tally> found = new ArrayList<>();
    found.add(tallies.computeIfAbsent(group + " " + type, k -> new Tally()));
    found.add(tallies.computeIfAbsent("all " + type, k -> new Tally()));
    if (type.equals("PERSON") || type.equals("ORGANIZATION") || type.equals("LOCATION")) {
      found.add(tallies.computeIfAbsent(group + " NAMES", k -> new Tally()));
    }
    return found;
  }

  /** F1 in percent; 100 where there is nothing of the kind. */
  double f1(String kind) {
    Tally tally = tallies.get(kind);
    return tally == null ? 100 : 100 * tally.f1();
  }

  double countries() {
    return norms == 0 ? 100 : 100.0 * normsRight / norms;
  }

  double dates() {
    return dates == 0 ? 100 : 100.0 * datesRight / dates;
  }

  double clusters() {
    return cubedCount == 0 ? 100 : 100 * cubed / cubedCount;
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(Locale.ROOT, "%-24s %6s %6s %6s %6s%n", "", "marked", "prec", "rec", "F1"));
    tallies.forEach(
        (kind, t) ->
            out.append(
                String.format(
                    Locale.ROOT,
                    "%-24s %6d %6.1f %6.1f %6.1f  touched %5.1f%n",
                    kind,
                    t.marked,
                    t.found == 0 ? 100 : 100.0 * t.right / t.found,
                    t.marked == 0 ? 100 : 100.0 * t.right / t.marked,
                    100 * t.f1(),
                    t.marked == 0 ? 100 : 100.0 * t.touched / t.marked)));
    out.append(
        String.format(
            Locale.ROOT,
            "country codes and cable numbers %.1f %%, dates %.1f %%, clusters B3 %.1f%n",
            countries(),
            dates(),
            clusters()));
    return out.toString();
  }

  public static void main(String[] args) throws java.io.IOException {
    EntityScores scores = of(LabelledCable.read(java.nio.file.Path.of(args[0])));
    System.out.println(scores);
    scores.errors.forEach(System.out::println);
  }
}
