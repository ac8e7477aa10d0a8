package org.cablebeam.synthesis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Sentences as reporting officers write them, with persons, titles, organisations, places, dates
 * and references. One instance writes one cable and remembers its cast. Not thread-safe.
 */
final class Prose {
  /** A person of the cast. */
  private record Person(String given, String surname, String title) {
    String full() {
      return given + " " + surname;
    }
  }

  private static final List<String> GIVEN =
      List.of(
          "Adela",
          "Anselm",
          "Beatriz",
          "Bogdan",
          "Carlo",
          "Celeste",
          "Dmitri",
          "Dorota",
          "Edvard",
          "Elif",
          "Emeka",
          "Farida",
          "Gideon",
          "Greta",
          "Hamid",
          "Helena",
          "Ignacio",
          "Ilya",
          "Ines",
          "Jamal",
          "Josefina",
          "Kaito",
          "Karim",
          "Kofi",
          "Lachlan",
          "Leila",
          "Lorenzo",
          "Luzia",
          "Marek",
          "Margit",
          "Mateo",
          "Miriam",
          "Nadia",
          "Nikolai",
          "Omar",
          "Petra",
          "Rafael",
          "Ragnhild",
          "Samira",
          "Stefan",
          "Tariq",
          "Teodor",
          "Valentina",
          "Viktor",
          "Wanjiru",
          "Yusuf",
          "Zoltan",
          "Zsofia");

  private static final List<String> SURNAMES =
      List.of(
          "Abendroth",
          "Adeyinka",
          "Almqvist",
          "Arrieta",
          "Baranyai",
          "Belmonte",
          "Bergstrand",
          "Castellari",
          "Chukwuma",
          "Dabrowny",
          "Delacorte",
          "Dragomir",
          "Echeverro",
          "Eskelund",
          "Fadlallo",
          "Ferrante",
          "Galanis",
          "Gerasimenko",
          "Haddadi",
          "Halvorsen",
          "Ibarrola",
          "Iskandarov",
          "Jablonec",
          "Kahananui",
          "Kasprowicz",
          "Kilimo",
          "Korhonen",
          "Lindqvist",
          "Lumbano",
          "Marchetto",
          "Markarian",
          "Mbekane",
          "Mirzoyan",
          "Nakagome",
          "Novakovsky",
          "Obermaier",
          "Okonjo",
          "Orellano",
          "Palamar",
          "Pereyra",
          "Quispeta",
          "Radulov",
          "Rahmatov",
          "Sandoval",
          "Sarkozi",
          "Serrano",
          "Tamburin",
          "Thorvald",
          "Tremblant",
          "Ugarteche",
          "Valdemarin",
          "Vasilenko",
          "Wachira",
          "Wierzba",
          "Yamashiro",
          "Yildirim",
          "Zambrano",
          "Zielonka");

  private static final List<String> TITLES =
      List.of(
          "Foreign Minister",
          "Deputy Foreign Minister",
          "Finance Minister",
          "Interior Minister",
          "Minister of Trade",
          "Prime Minister",
          "Deputy Prime Minister",
          "General",
          "Colonel",
          "Ambassador",
          "Senator",
          "Governor",
          "Mayor",
          "Professor",
          "Director General",
          "Charge d'Affaires",
          "Secretary General",
          "Chairman",
          "Judge",
          "Bishop");

  private static final List<String> ORGANIZATIONS =
      List.of(
          "Ministry of Foreign Affairs",
          "Ministry of Finance",
          "National Assembly",
          "Central Bank",
          "Supreme Court",
          "National Police",
          "Customs Service",
          "Chamber of Commerce",
          "Harbor Workers Union",
          "Federation of Teachers",
          "Democratic Center Party",
          "National Renewal Front",
          "Institute of Hydrology",
          "World Bank",
          "International Monetary Fund",
          "United Nations",
          "European Commission",
          "Red Cross",
          "Organization of African Unity",
          "Delta Shipping Company",
          "Northern Mining Corporation",
          "Radio Lighthouse",
          "State University");

  /**
   * {p} person introduced, {s} surname known, {o} organisation, {l} place, {c} country, {d} date,
   * {m} matter, {n} number, {r} reference.
   */
  private static final List<String> SENTENCES =
      List.of(
          "{p} told the Ambassador on {d} that {m} would be settled before the end of the month.",
          "In a meeting at the {o} on {d}, {p} described {m} as the test of his government.",
          "{s} added that colleagues in {l} did not share this view.",
          "According to {p}, the {o} had received no instructions about {m}.",
          "Econoff called on {p} to discuss {m} and was given a paper of {n} pages.",
          "{s} confided that the delegation from {c} had left {l} without saying goodbye.",
          "The {o} announced on {d} that it would review {m}.",
          "Polcouns asked whether {c} would object; {s} smiled and changed the subject.",
          "{p}, who returned from {l} on {d}, doubted that the {o} could find {n} million dollars.",
          "Post reported earlier on {m} ({r}), and little has changed since.",
          "As noted in {r}, the {o} has no budget of its own.",
          "The local press carried {n} articles on {m}, most of them copied from each other.",
          "{s} said that the visit to {l} had been useful but not decisive.",
          "A contact in the {o} gave {n} as the number of those detained.",
          "{p} recalled that {c} and its neighbors had signed a similar text in {l}.",
          "Embassy officers who traveled to {l} from {d} found the roads open and the markets"
              + " full.",
          "The Ambassador thanked {s} and repeated the position of the United States on {m}.",
          "{p} warned that any delay beyond {d} would be read as weakness in {l}.",
          "He expected {m} to come up again when the {o} meets in {l}.",
          "She did not expect the {o} to act before {d}.",
          "Observers here note that {s} has never lost a vote and has rarely called one.",
          "{p} and {p} were seen together at the opening of the trade fair in {l}.",
          "The figures supplied by the {o} do not add up: {n} on one page, {n} on the next.",
          "It rained for most of the day, and fewer than {n} people came.",
          "Our counterparts from {c} have heard the same story, though with a different ending.",
          "{s} will travel to {l} on {d} and has asked to see the Charge on return.");

  private static final List<List<String>> COMPILED = compile();

  private final Dice dice;
  private final List<Person> cast = new ArrayList<>();
  private final List<Person> introduced = new ArrayList<>();
  private final List<String> places;
  private final List<String> countries;
  private final List<String> mentions;
  private final Topic topic;
  private final LocalDate day;

  /**
   * @param places names of posts, as they may be named in the text
   * @param countries names of countries
   * @param mentions references as they may stand in a sentence; must not be empty
   * @param day the day of the cable, before which things have happened
   */
  Prose(
      Dice dice,
      Topic topic,
      List<String> places,
      List<String> countries,
      List<String> mentions,
      LocalDate day) {
    this.dice = dice;
    this.topic = topic;
    this.places = places;
    this.countries = countries;
    this.mentions = mentions;
    this.day = day;
    int size = dice.between(3, 7);
    while (cast.size() < size) {
      Person person = new Person(dice.of(GIVEN), dice.of(SURNAMES), dice.of(TITLES));
      if (cast.stream().noneMatch(other -> other.surname().equals(person.surname()))) {
        cast.add(person);
      }
    }
  }

  /** One of the invented surnames. */
  static String surname(Dice dice) {
    return dice.of(SURNAMES);
  }

  static String given(Dice dice) {
    return dice.of(GIVEN);
  }

  /** Full names of those who were introduced so far, in order. */
  List<String> people() {
    return introduced.stream().map(Person::full).toList();
  }

  /** A subject line in capitals. */
  String subject() {
    return dice.of(topic.subjects())
        .replace("{country}", countries.get(0))
        .replace("{place}", places.get(0))
        .replace("{surname}", cast.get(0).surname())
        .toUpperCase(Locale.ROOT);
  }

  /** Appends sentences until the length is reached; at least one. */
  void paragraph(StringBuilder text, int length) {
    int end = text.length() + length;
    do {
      sentence(text);
      text.append(' ').append(' ');
    } while (text.length() < end);
    text.setLength(text.length() - 2);
  }

  private void sentence(StringBuilder text) {
    int start = text.length();
    for (String token : dice.of(COMPILED)) {
      if (token.charAt(0) != '{') {
        text.append(token);
        continue;
      }
      switch (token.charAt(1)) {
        case 'p' -> person(text);
        case 's' -> surname(text);
        case 'o' -> text.append(dice.of(ORGANIZATIONS));
        case 'l' -> text.append(dice.of(places));
        case 'c' -> text.append(dice.of(countries));
        case 'd' -> date(text);
        case 'm' -> text.append(dice.of(topic.matters()));
        case 'n' -> text.append(dice.between(3, 940));
        default -> text.append(dice.of(mentions));
      }
    }
    text.setCharAt(start, Character.toUpperCase(text.charAt(start)));
  }

  /** Introduces the next of the cast, or mentions one known by now. */
  private void person(StringBuilder text) {
    if (introduced.size() < cast.size()) {
      Person next = cast.get(introduced.size());
      introduced.add(next);
      text.append(next.title()).append(' ').append(next.full());
    } else {
      Person person = known();
      text.append(person.title()).append(' ').append(person.surname());
    }
  }

  /** The surname of one who was introduced; with nobody known yet, introduces the first. */
  private void surname(StringBuilder text) {
    if (introduced.isEmpty()) {
      person(text);
    } else {
      text.append(known().surname());
    }
  }

  private Person known() {
    return dice.of(introduced);
  }

  private void date(StringBuilder text) {
    LocalDate date = day.minusDays(dice.below(60));
    text.append(MONTHS[date.getMonthValue() - 1]).append(' ').append(date.getDayOfMonth());
    if (dice.chance(0.2)) {
      text.append(", ").append(date.getYear());
    }
  }

  private static final String[] MONTHS = {
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December"
  };

  private static List<List<String>> compile() {
    List<List<String>> compiled = new ArrayList<>();
    for (String sentence : SENTENCES) {
      List<String> tokens = new ArrayList<>();
      int at = 0;
      while (at < sentence.length()) {
        int open = sentence.charAt(at) == '{' ? at : sentence.indexOf('{', at);
        if (open == at) {
          tokens.add(sentence.substring(at, at + 3));
          at += 3;
        } else {
          int end = open < 0 ? sentence.length() : open;
          tokens.add(sentence.substring(at, end));
          at = end;
        }
      }
      compiled.add(List.copyOf(tokens));
    }
    return List.copyOf(compiled);
  }
}
