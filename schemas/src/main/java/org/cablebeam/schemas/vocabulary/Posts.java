package org.cablebeam.schemas.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The stations cables come from and go to: embassies, consulates, missions, departments, commands
 * and traveling parties since 1966. Immutable and thread-safe.
 *
 * <p>A post that changed its name (PEKING, BEIJING) has an entry for each name, because the number
 * of a cable is printed with the name of its time; {@link #atTime} leads from one to the other.
 */
public final class Posts {
  /** What a post is. */
  public enum Kind {
    /** An embassy or legation, or the office that stands for one. */
    EMBASSY,
    /** A consulate general or consulate. */
    CONSULATE,
    /** A mission or delegation to an organization or a conference. */
    MISSION,
    /** An office of a post, a regional embassy office, a presence post. */
    OFFICE,
    /** The Department of State, other departments, the White House. */
    DEPARTMENT,
    /** An agency or bureau below or beside the departments. */
    AGENCY,
    /** A military command or staff. */
    COMMAND,
    /** The Secretary, or another principal, on the road. */
    TRAVELING_PARTY,
    /** Any other station. */
    OTHER
  }

  /**
   * A post under one of its names.
   *
   * @param id the name as it stands in numbers of cables: upper case, without blanks
   * @param name the name with its blanks, for display
   * @param kind what it is, at the time of most of its cables
   * @param country where it is, ISO 3166-1 alpha-2, as of the end of the post or today
   * @param formerCountries the states it lay in before, the earliest first
   * @param routingIndicators its addresses in the teletype network, the usual one first; may be
   *     empty
   * @param sixLetterForms the name cut to six characters, as in page headers and document numbers
   *     of the 1970s, where that differs from the id
   * @param aliases other names that mean this post wherever they stand
   * @param riskyAliases abbreviations that mean this post only where a post is expected
   * @param opened the first year cables carry the name; null if before 1966 or unknown
   * @param closed the last year cables carry the name; null if after 2010 or unknown
   * @param successor the id of the name that followed, where the post was only renamed
   */
  public record Post(
      String id,
      String name,
      Kind kind,
      String country,
      List<FormerCountry> formerCountries,
      List<String> routingIndicators,
      List<String> sixLetterForms,
      List<String> aliases,
      List<String> riskyAliases,
      @Nullable Integer opened,
      @Nullable Integer closed,
      @Nullable String successor) {

    /** The country the post lay in, ISO 3166-1 alpha-2 of the time; year 0 gives the usual one. */
    public String countryAt(int year) {
      if (year != 0) {
        for (FormerCountry former : formerCountries) {
          if (year <= former.until()) {
            return former.iso();
          }
        }
      }
      return country;
    }

    /** Whether cables of the year carry this name. */
    public boolean namedSoIn(int year) {
      return (opened == null || opened <= year) && (closed == null || closed >= year);
    }
  }

  /**
   * A state a post lay in before.
   *
   * @param iso ISO 3166 alpha-2
   * @param until the last year of it
   */
  public record FormerCountry(String iso, int until) {}

  /**
   * How plain-language addresses name the kind of a post before its place. Longer ones stand before
   * their own beginnings.
   */
  private static final List<String> ADDRESS_PREFIXES =
      List.of(
          "AMEMBASSY",
          "AMEMB",
          "EMBASSY",
          "AMCONSULATE",
          "AMCONSUL",
          "AMCONGEN",
          "CONGEN",
          "CONSULATE",
          "AMLEGATION",
          "USMISSION",
          "MISSION",
          "USINT",
          "USLO",
          "USOFFICE",
          "USCONSUL",
          "USDEL",
          "REO",
          "RPO");

  /** With these the prefixes begin. */
  private static final String PREFIX_LETTERS =
      ADDRESS_PREFIXES.stream()
          .map(prefix -> prefix.substring(0, 1))
          .distinct()
          .collect(Collectors.joining());

  /** How addresses in the capital end. */
  private static final List<String> WASHINGTON = List.of("WASHINGTONDC", "WASHDC", "WASH");

  /** Shorter aliases and abbreviations are not guessed. */
  private static final int SHORTEST_ALIAS = 6;

  private final List<Post> all;
  private final Map<String, Post> byId;

  /** By id, in order. */
  private final NavigableMap<String, Post> inOrder;

  private final Map<String, Post> byName;
  private final Map<String, Post> byRiskyName;
  private final Map<String, Post> byRoutingIndicator;
  private final Map<String, Post> predecessors;
  private final NearNames<Post> near;

  private Posts(Table table) {
    NavigableMap<String, Post> byId = new TreeMap<>();
    List<Post> posts = new ArrayList<>();
    for (Table.Row row : table.rows()) {
      Post post = post(row);
      if (byId.put(post.id(), post) != null) {
        throw row.malformed(post.id() + " stands twice");
      }
      posts.add(post);
    }
    Map<String, Post> byName = new HashMap<>(byId);
    Map<String, Post> byRiskyName = new HashMap<>();
    Map<String, Post> byRoutingIndicator = new HashMap<>();
    Map<String, Post> predecessors = new HashMap<>();
    for (int i = 0; i < posts.size(); i++) {
      Post post = posts.get(i);
      Table.Row row = table.rows().get(i);
      for (String alias : post.aliases()) {
        put(byName, alias, post, row);
      }
      for (String alias : post.riskyAliases()) {
        put(byRiskyName, alias, post, row);
      }
      for (String indicator : post.routingIndicators()) {
        put(byRoutingIndicator, indicator, post, row);
      }
      if (post.successor() != null) {
        if (!byId.containsKey(post.successor())) {
          throw row.malformed("the successor " + post.successor() + " is no post");
        }
        put(predecessors, post.successor(), post, row);
      }
    }
    Map<String, Post> guessable = new HashMap<>(byName);
    guessable.entrySet().removeIf(name -> !isGuessable(name.getKey(), name.getValue()));
    addSixLetterForms(posts, byName);
    this.all = List.copyOf(posts);
    this.byId = new HashMap<>(byId);
    this.inOrder = byId;
    this.byName = byName;
    this.byRiskyName = byRiskyName;
    this.byRoutingIndicator = byRoutingIndicator;
    this.predecessors = predecessors;
    this.near = new NearNames<>(guessable);
  }

  /**
   * Names of places can be guessed from a damaged one. Abbreviations (USEU, FBIS) and the code
   * words of traveling parties (PARTO) are too near to plain words and to each other.
   */
  private static boolean isGuessable(String name, Post post) {
    return switch (post.kind()) {
      case EMBASSY, CONSULATE, MISSION, OFFICE, DEPARTMENT ->
          name.equals(post.id()) || name.length() >= SHORTEST_ALIAS;
      case AGENCY, COMMAND, OTHER -> name.length() >= SHORTEST_ALIAS;
      case TRAVELING_PARTY -> false;
    };
  }

  /**
   * A form means the post whose name it cuts, but no other post's name. Of two posts that share a
   * form the later name of the same post is meant, else the embassy, else neither.
   */
  private static void addSixLetterForms(List<Post> posts, Map<String, Post> byName) {
    Map<String, Post> byForm = new HashMap<>();
    Set<String> ambiguous = new LinkedHashSet<>();
    for (Post post : posts) {
      for (String form : post.sixLetterForms()) {
        Post other = byForm.put(form, post);
        if (other == null) {
          continue;
        }
        if (post.id().equals(other.successor())) {
          byForm.put(form, post);
        } else if (other.id().equals(post.successor())) {
          byForm.put(form, other);
        } else if ((post.kind() == Kind.EMBASSY) == (other.kind() == Kind.EMBASSY)) {
          ambiguous.add(form);
        } else {
          byForm.put(form, post.kind() == Kind.EMBASSY ? post : other);
        }
      }
    }
    byForm.keySet().removeAll(ambiguous);
    byForm.forEach(byName::putIfAbsent);
  }

  private static void put(Map<String, Post> index, String key, Post post, Table.Row row) {
    Post other = index.put(key, post);
    if (other != null) {
      throw row.malformed(key + " means " + other.id() + " already");
    }
  }

  private static Post post(Table.Row row) {
    String id = row.text("id");
    String name = row.text("name");
    List<FormerCountry> former = new ArrayList<>();
    for (String country : row.list("former_countries")) {
      int colon = country.indexOf(':');
      if (colon != 2) {
        throw row.malformed("\"" + country + "\" is not of the form SU:1991");
      }
      int until = row.year("former_countries", country.substring(3));
      former.add(new FormerCountry(country.substring(0, 2), until));
    }
    Kind kind = row.constant("kind", Kind.class);
    List<String> forms = row.list("six_letter_forms");
    if (forms.isEmpty() && isPlace(kind)) {
      forms = sixLetterForms(id, name);
    }
    return new Post(
        id,
        name,
        kind,
        row.text("country"),
        List.copyOf(former),
        row.list("routing_indicators"),
        forms,
        row.list("aliases"),
        row.list("risky_aliases"),
        row.year("opened"),
        row.year("closed"),
        row.optional("successor"));
  }

  /** Whether posts of this kind lie abroad and are named for their place. */
  private static boolean isPlace(Kind kind) {
    return switch (kind) {
      case EMBASSY, CONSULATE, MISSION, OFFICE -> true;
      case DEPARTMENT, AGENCY, COMMAND, TRAVELING_PARTY, OTHER -> false;
    };
  }

  /** The first six characters of the name as telegrams space it, blanks then dropped. */
  private static List<String> sixLetterForms(String id, String name) {
    if (!Keys.of(name).equals(id)) {
      return id.length() > 6 ? List.of(id.substring(0, 6)) : List.of();
    }
    StringBuilder form = new StringBuilder(6);
    int characters = 0;
    for (int i = 0; i < name.length() && characters < 6; i++) {
      char c = name.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        form.append(Character.toUpperCase(c));
        characters++;
      } else if (c == ' ' || c == '-') {
        characters++;
      }
    }
    return form.length() == id.length() ? List.of() : List.of(form.toString());
  }

  /** The vocabulary that comes with the program; read once. */
  public static Posts standard() {
    return Standard.POSTS;
  }

  /** The post of a canonical id. */
  public Optional<Post> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * The post a text names: by its id, its name, an alias or its six-letter form, whatever case,
   * blanks and punctuation; also behind AMEMBASSY and the like, before WASHDC, and before the
   * two-letter code of its country (MADRIDSP).
   */
  public Optional<Post> byName(String name) {
    return Optional.ofNullable(named(Keys.of(name)));
  }

  /** As {@link #byName}, and also by aliases that are safe only where a post must stand. */
  public Optional<Post> byRiskyName(String name) {
    String key = Keys.of(name);
    Post post = named(key);
    if (post == null) {
      post = byRiskyName.get(withoutPrefix(key));
    }
    return Optional.ofNullable(post);
  }

  private @Nullable Post named(String key) {
    Post post = byName.get(key);
    if (post != null) {
      return post;
    }
    String place = withoutPrefix(key);
    if (place.length() < key.length()) {
      post = byName.get(place);
    }
    if (post == null) {
      post = withoutWashington(place);
    }
    if (post == null) {
      post = withoutCountry(place);
    }
    return post;
  }

  private static String withoutPrefix(String key) {
    if (key.isEmpty() || PREFIX_LETTERS.indexOf(key.charAt(0)) < 0) {
      return key;
    }
    for (String prefix : ADDRESS_PREFIXES) {
      if (key.startsWith(prefix)) {
        return key.substring(prefix.length());
      }
    }
    return key;
  }

  private @Nullable Post withoutWashington(String key) {
    for (String suffix : WASHINGTON) {
      if (key.endsWith(suffix)) {
        Post post = byName.get(key.substring(0, key.length() - suffix.length()));
        return post != null && post.country().equals("US") ? post : null;
      }
    }
    return null;
  }

  private @Nullable Post withoutCountry(String key) {
    int end = key.length() - 2;
    Post post = end < 4 ? null : byName.get(key.substring(0, end));
    if (post == null) {
      return null;
    }
    return Countries.standard()
        .byStateCode(key.substring(end), 0)
        .filter(country -> country.iso().equals(post.country()))
        .map(country -> post)
        .orElse(null);
  }

  /**
   * The one post a damaged name can mean: at one letter added, lost, changed or swapped with its
   * neighbour (two where both have eight letters or more) from its id or an alias, or cut off
   * behind its first word. The digits 0 and 1 are taken for the letters O and I. Names of fewer
   * than four letters are never repaired, nor is the name of a country (IRAN is no misspelt ORAN).
   * Other words that are near a post by chance (STATED) are for the caller to rule out.
   */
  public Optional<Post> nearest(String name) {
    String key = withoutPrefix(Keys.of(name).replace('0', 'O').replace('1', 'I'));
    if (Countries.standard().byName(key, 0).isPresent()) {
      return Optional.empty();
    }
    Set<Post> posts = near.find(key);
    if (posts.isEmpty()) {
      posts = cutOff(key);
    }
    if (posts.size() <= 1) {
      return posts.stream().findFirst();
    }
    // Two names of the same post (KIEV and KYIV) are no contradiction.
    Set<Post> present = new LinkedHashSet<>();
    for (Post post : posts) {
      present.add(latest(post));
    }
    return present.size() == 1 ? present.stream().findFirst() : Optional.empty();
  }

  /** The posts of several words whose name begins with a text that is longer than the first. */
  private Set<Post> cutOff(String key) {
    Set<Post> posts = new LinkedHashSet<>();
    if (key.length() < SHORTEST_ALIAS) {
      return posts;
    }
    for (Post post : inOrder.tailMap(key).values()) {
      if (!post.id().startsWith(key)) {
        break;
      }
      int blank = post.name().indexOf(' ');
      if (blank > 0 && blank < key.length()) {
        posts.add(post);
      }
    }
    return posts;
  }

  /** The post with a routing indicator; where several share one, the resident post. */
  public Optional<Post> byRoutingIndicator(String indicator) {
    return Optional.ofNullable(byRoutingIndicator.get(indicator));
  }

  /**
   * The same post under the name its cables carried in a year: PEKING for BEIJING in 1975. Where
   * both names were in use the post given is returned, and also where the vocabulary has no name
   * for the year.
   */
  public Post atTime(Post post, int year) {
    if (year == 0 || post.namedSoIn(year)) {
      return post;
    }
    boolean later = post.closed() != null && post.closed() < year;
    Post named = post;
    for (Post next = neighbour(post, later); next != null; next = neighbour(next, later)) {
      named = next;
      if (next.namedSoIn(year)) {
        break;
      }
    }
    return named.namedSoIn(year) ? named : post;
  }

  private @Nullable Post neighbour(Post post, boolean later) {
    if (later) {
      return post.successor() == null ? null : byId.get(post.successor());
    }
    return predecessors.get(post.id());
  }

  private Post latest(Post post) {
    Post last = post;
    for (Post next = neighbour(post, true); next != null; next = neighbour(next, true)) {
      last = next;
    }
    return last;
  }

  /** All posts, in order of ids. */
  public List<Post> all() {
    return all;
  }

  private static final class Standard {
    static final Posts POSTS =
        new Posts(
            Table.read(
                "posts.tsv",
                "id",
                "name",
                "kind",
                "country",
                "former_countries",
                "routing_indicators",
                "six_letter_forms",
                "aliases",
                "risky_aliases",
                "opened",
                "closed",
                "successor",
                "source"));
  }
}
