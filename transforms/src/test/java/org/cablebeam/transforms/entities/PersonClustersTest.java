package org.cablebeam.transforms.entities;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cablebeam.schemas.Entity;
import org.cablebeam.schemas.EntityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which mentions are of one person, by B cubed over hard cases; and what a person is linked to. */
class PersonClustersTest {
  /** A name in a text without its marks: where it begins, and who it is. */
  private record Marked(int start, int end, String person) {}

  private static double recall;
  private static final List<String> wrong = new ArrayList<>();

  private static List<Entity> persons(String text) {
    return EntityExtractor.standard()
        .extract(text, List.of(), LocalDate.of(1979, 3, 4), null)
        .stream()
        .filter(e -> e.getType() == EntityType.PERSON)
        .toList();
  }

  /** B cubed F1 over the marked names that are found. */
  private static double cubed() throws IOException {
    double sum = 0;
    int count = 0;
    int names = 0;
    wrong.clear();
    try (InputStream in =
        requireNonNull(PersonClustersTest.class.getResourceAsStream("person-clusters.txt"))) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        StringBuilder text = new StringBuilder();
        List<Marked> marked = read(line.replace("\\n", "\n"), text);
        Map<String, Entity> byPlace = new TreeMap<>();
        for (Entity entity : persons(text.toString())) {
          byPlace.put(entity.getStart() + ":" + entity.getEnd(), entity);
        }
        names += marked.size();
        marked.removeIf(mark -> !byPlace.containsKey(mark.start + ":" + mark.end));
        List<String> given = new ArrayList<>();
        for (Marked mark : marked) {
          Entity entity = requireNonNull(byPlace.get(mark.start + ":" + mark.end));
          given.add(String.valueOf(entity.getCluster()));
        }
        double before = sum;
        for (int i = 0; i < marked.size(); i++) {
          sum += f1(marked, given, i);
        }
        count += marked.size();
        if (sum - before < marked.size() - 1e-9) {
          wrong.add(line + " -> " + given);
        }
      }
    }
    recall = 100.0 * count / names;
    return 100 * sum / count;
  }

  private static double f1(List<Marked> marked, List<String> given, int i) {
    int both = 0;
    int inMarked = 0;
    int inGiven = 0;
    for (int k = 0; k < marked.size(); k++) {
      boolean m = marked.get(i).person.equals(marked.get(k).person);
      boolean g = given.get(i).equals(given.get(k));
      both += m && g ? 1 : 0;
      inMarked += m ? 1 : 0;
      inGiven += g ? 1 : 0;
    }
    return 2.0 * both / (inMarked + inGiven);
  }

  private static List<Marked> read(String line, StringBuilder text) {
    List<Marked> marked = new ArrayList<>();
    int at = 0;
    while (at < line.length()) {
      int open = line.indexOf('[', at);
      if (open < 0) {
        text.append(line, at, line.length());
        break;
      }
      int bar = line.indexOf('|', open);
      int close = line.indexOf(']', bar);
      text.append(line, at, open);
      int start = text.length();
      text.append(line, open + 1, bar);
      marked.add(new Marked(start, text.length(), line.substring(bar + 1, close)));
      at = close + 1;
    }
    return marked;
  }

  @Test
  void tellsPersonsApartAndTogether() throws IOException {
    double score = cubed();
    assertThat(recall).as("names found").isGreaterThanOrEqualTo(90);
    assertThat(score).as("B cubed: %s", wrong).isGreaterThanOrEqualTo(95);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Deputy Minister Oleg Varnakov arrived. | Deputy Minister |",
        "COL. VARNAKOVO ARRIVED. | COL. |",
        "Oleg Varnakov, Chairman of the Federation Council, arrived. | Chairman | Federation"
            + " Council",
        "Federation Council Chairman Oleg Varnakov arrived. | Chairman | Federation Council",
        "Oleg Varnakov of the Federation Council arrived. | | Federation Council",
        "We saw the Ambassador. Oleg Varnakov arrived. | |",
        "The Wafd Party's secretary general, Oleg Varnakov, arrived. | secretary general | Wafd"
            + " Party",
        "Hamas leader Oleg Varnakov arrived. | | Hamas",
        "Presidential adviser Oleg Varnakov arrived. | Presidential adviser |",
        "OLEG VARNAKOV, THAT THE MAJOR PARTIES KNOW, ARRIVED. | |",
      })
  void linksTitleAndOrganization(String text, String role, String organization) {
    assertThat(persons(text))
        .singleElement()
        .satisfies(
            person -> {
              assertThat(person.getRole()).isEqualTo(role);
              assertThat(person.getOrganization()).isEqualTo(organization);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "The Northern Harbour Commission (NHC) met. NHC rejected it.",
        "NHC (the Northern Harbour Commission) met. NHC rejected it.",
        "The NHC, the Northern Harbour Commission, met. NHC rejected it.",
        "The Northern Harbour Commission met. The NHC rejected it.",
        "THE NORTHERN HARBOUR COMMISSION (NHC) MET. THE N.H.C. REJECTED IT.",
      })
  void keepsAnOrganizationAndItsAcronymTogether(String text) {
    List<Entity> found =
        EntityExtractor.standard().extract(text, List.of(), LocalDate.of(1979, 3, 4), null).stream()
            .filter(e -> e.getType() == EntityType.ORGANIZATION)
            .toList();
    assertThat(found).hasSizeGreaterThanOrEqualTo(2);
    assertThat(found).extracting(Entity::getCluster).containsOnly(found.get(0).getCluster());
    assertThat(found)
        .extracting(e -> String.valueOf(e.getNormalized()).toUpperCase(java.util.Locale.ROOT))
        .containsOnly("NORTHERN HARBOUR COMMISSION");
  }
}
