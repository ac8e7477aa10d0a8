package org.cablebeam.transforms.statistics;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * In how many cables persons and organisations are mentioned, by post and by tag: kept only until
 * it is packed by share of the names. There all that was counted of a name comes together, so that
 * the most frequent can be told exactly, while no one ever holds all names. Not thread-safe.
 */
final class Mentions {
  private static final int PERSON = 0;
  private static final int ORGANIZATION = 1;

  private static final class Name {
    private long cables;
    private final Counts posts = new Counts();
    private final Counts tags = new Counts();
  }

  private final Map<String, Name> persons = new HashMap<>();
  private final Map<String, Name> organizations = new HashMap<>();
  private int size;

  void add(CableFigures cable) {
    add(cable, cable.persons(), persons);
    add(cable, cable.organizations(), organizations);
  }

  private void add(CableFigures cable, Collection<String> mentioned, Map<String, Name> names) {
    for (String text : mentioned) {
      Name name = names.computeIfAbsent(text, absent -> new Name());
      name.cables++;
      name.posts.add(cable.post());
      int counted = 0;
      for (String tag : cable.tags().keySet()) {
        if (counted++ == TagTally.PARTNERS) {
          break;
        }
        name.tags.add(tag);
      }
      size += counted + 1;
    }
  }

  /** About how much is kept: names times the tags of their cables. */
  int size() {
    return size;
  }

  /** Packs all by share of the names, and forgets it. */
  Map<Integer, byte[]> drain(ToIntFunction<String> share) {
    Map<Integer, PackedWriter> packed = new TreeMap<>();
    pack(PERSON, persons, share, packed);
    pack(ORGANIZATION, organizations, share, packed);
    persons.clear();
    organizations.clear();
    size = 0;
    Map<Integer, byte[]> bytes = new TreeMap<>();
    packed.forEach((number, writer) -> bytes.put(number, writer.toByteArray()));
    return bytes;
  }

  private static void pack(
      int type,
      Map<String, Name> names,
      ToIntFunction<String> share,
      Map<Integer, PackedWriter> packed) {
    names.forEach(
        (text, name) -> {
          PackedWriter out =
              packed.computeIfAbsent(share.applyAsInt(text), absent -> new PackedWriter());
          out.number(type);
          out.text(text);
          out.number(name.cables);
          out.counts(name.posts);
          out.counts(name.tags);
        });
  }

  /** Adds up all that was packed of one share and tells the most frequent names to tallies. */
  static void count(Iterable<byte[]> packed, Pool pool, Tallies tallies) throws IOException {
    Mentions mentions = new Mentions();
    for (byte[] bytes : packed) {
      PackedReader in = new PackedReader(bytes, pool);
      while (in.hasMore()) {
        Map<String, Name> names = in.number() == PERSON ? mentions.persons : mentions.organizations;
        Name name = names.computeIfAbsent(in.text(), absent -> new Name());
        name.cables += in.number();
        in.addTo(name.posts);
        in.addTo(name.tags);
      }
    }
    tell(mentions.persons, tallies, Totals::addPerson);
    tell(mentions.organizations, tallies, Totals::addOrganization);
  }

  /** Adds a name with all the cables that mention it. */
  private interface Teller {
    void tell(Totals totals, String name, long cables);
  }

  private static void tell(Map<String, Name> names, Tallies tallies, Teller teller) {
    names.forEach(
        (text, name) -> {
          // What fewer mention is not told of; tallies need not even know their posts and tags.
          if (name.cables < TopNames.LEAST_CABLES) {
            return;
          }
          teller.tell(tallies.corpus().totals, text, name.cables);
          name.posts.forEach(
              (post, cables) -> {
                if (cables >= TopNames.LEAST_CABLES) {
                  teller.tell(tallies.post(post).totals, text, cables);
                }
              });
          name.tags.forEach(
              (tag, cables) -> {
                if (cables >= TopNames.LEAST_CABLES) {
                  teller.tell(tallies.tag(tag).totals, text, cables);
                }
              });
        });
  }
}
