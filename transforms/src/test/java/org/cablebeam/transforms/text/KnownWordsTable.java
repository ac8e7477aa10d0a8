package org.cablebeam.transforms.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the table of {@link KnownWords} from the tables of words, persons and places that the
 * entity engine reads. Run by hand, where those tables have grown; the same tables give the same
 * filter:
 *
 * <pre>KnownWordsTable &lt;resource folder of the entities&gt; &lt;resource folder of the text&gt;
 * </pre>
 */
public final class KnownWordsTable {
  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  /** Tables whose first column is a word. */
  private static final List<String> WORDS = List.of("english-words.tsv", "scowl-words.tsv");

  /** Tables of names, whose columns hold nothing else in small letters. */
  private static final List<String> NAMES =
      List.of(
          "datafaker-names.tsv",
          "given-names.txt",
          "surnames.txt",
          "wordnet-names.tsv",
          "wordnet-places.tsv",
          "geonames-places.tsv",
          "places.tsv",
          "country-names.tsv",
          "former-countries.tsv");

  private KnownWordsTable() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Set<String> words = new TreeSet<>();
    for (String table : WORDS) {
      for (String line : lines(folder.resolve(table))) {
        add(words, line.substring(0, line.indexOf('\t')));
      }
    }
    for (String table : NAMES) {
      for (String line : lines(folder.resolve(table))) {
        add(words, line);
      }
    }
    byte[] filter = new byte[KnownWords.SIZE / 8];
    words.forEach(word -> KnownWords.add(filter, word));
    Files.write(Path.of(args[1], "known-words.bin"), filter);
    System.out.println(words.size() + " words");
  }

  private static void add(Set<String> words, String line) {
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      int length = word.end() - word.start();
      if (length >= KnownWords.SHORTEST && length <= KnownWords.LONGEST) {
        words.add(word.group());
      }
    }
  }

  private static List<String> lines(Path table) throws IOException {
    try (var lines = Files.lines(table, StandardCharsets.UTF_8)) {
      return lines.filter(line -> !line.startsWith("#")).toList();
    }
  }
}
