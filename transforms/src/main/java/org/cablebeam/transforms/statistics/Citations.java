package org.cablebeam.transforms.statistics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.cablebeam.schemas.Citation;

/**
 * Who cites whom: kept only until it is packed by share of the cited ids. There it meets what is
 * known of the kept cables of that share. Not thread-safe.
 */
public final class Citations {
  /** By the id that cites, then the id that is cited. */
  public static final Comparator<Citation> ORDER =
      Comparator.comparing(Citation::getSource).thenComparing(Citation::getTarget);

  /** A kept cable, as far as citations of it are concerned; each code once. */
  public record Kept(String id, String post, Collection<String> tags) {}

  private final List<CableFigures> citing = new ArrayList<>();
  private int size;

  void add(CableFigures cable) {
    if (!cable.citations().isEmpty()) {
      citing.add(cable);
      size += cable.citations().size() + cable.tags().size();
    }
  }

  /** About how much is kept: citations and the tags of citing cables. */
  int size() {
    return size;
  }

  /** Packs all by share of the cited ids, and forgets it. */
  Map<Integer, byte[]> drain(ToIntFunction<String> share) {
    Map<Integer, PackedWriter> packed = new TreeMap<>();
    for (CableFigures cable : citing) {
      Map<Integer, List<CableFigures.Cited>> byShare = new TreeMap<>();
      for (CableFigures.Cited cited : cable.citations()) {
        byShare
            .computeIfAbsent(share.applyAsInt(cited.id()), absent -> new ArrayList<>())
            .add(cited);
      }
      byShare.forEach(
          (number, citations) ->
              pack(cable, citations, packed.computeIfAbsent(number, absent -> new PackedWriter())));
    }
    citing.clear();
    size = 0;
    Map<Integer, byte[]> bytes = new TreeMap<>();
    packed.forEach((number, writer) -> bytes.put(number, writer.toByteArray()));
    return bytes;
  }

  private static void pack(
      CableFigures cable, List<CableFigures.Cited> citations, PackedWriter out) {
    out.text(cable.id());
    out.known(cable.post());
    out.number(cable.tags().size());
    cable.tags().keySet().forEach(out::known);
    out.number(citations.size());
    for (CableFigures.Cited cited : citations) {
      out.text(cited.id());
      out.number(cited.heading());
      out.number(cited.text());
    }
  }

  /** Packs kept cables, for {@link #keptById}. */
  public static byte[] pack(Iterable<Kept> cables) {
    PackedWriter out = new PackedWriter();
    for (Kept cable : cables) {
      out.text(cable.id());
      out.known(cable.post());
      out.number(cable.tags().size());
      cable.tags().forEach(out::known);
    }
    return out.toByteArray();
  }

  /** Unpacks kept cables; where several bear one id, each is there. */
  public static Map<String, List<Kept>> keptById(Iterable<byte[]> packed) throws IOException {
    Pool pool = new Pool();
    Map<String, List<Kept>> byId = new HashMap<>();
    for (byte[] bytes : packed) {
      PackedReader in = new PackedReader(bytes, pool);
      while (in.hasMore()) {
        String id = in.text();
        String post = in.known();
        byId.computeIfAbsent(id, absent -> new ArrayList<>(1)).add(new Kept(id, post, tags(in)));
      }
    }
    return byId;
  }

  private static List<String> tags(PackedReader in) throws IOException {
    long count = in.number();
    List<String> tags = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      tags.add(in.known());
    }
    return tags;
  }

  /**
   * Counts the references that lead to kept cables, for those that make and those that receive
   * them, and gives the edges of the graph, sorted, those of cables of one id together.
   *
   * @param packed all citations of one share
   * @param kept the kept cables of an id; empty where there is none
   * @param tallies which are added to
   */
  public static List<Citation> count(
      Iterable<byte[]> packed, Function<String, List<Kept>> kept, Tallies tallies)
      throws IOException {
    Pool pool = new Pool();
    List<Citation> edges = new ArrayList<>();
    for (byte[] bytes : packed) {
      PackedReader in = new PackedReader(bytes, pool);
      while (in.hasMore()) {
        String id = in.text();
        String post = in.known();
        List<String> tags = tags(in);
        long citations = in.number();
        for (long i = 0; i < citations; i++) {
          String cited = in.text();
          long heading = in.number();
          long text = in.number();
          List<Kept> cables = kept.apply(cited);
          if (!cables.isEmpty()) {
            tallies.resolve(post, tags);
          }
          for (Kept cable : cables) {
            tallies.receive(cable);
          }
          boolean resolved = !cables.isEmpty();
          edges.add(new Citation(id, cited, resolved, heading, text, heading + text));
        }
      }
    }
    edges.sort(ORDER);
    return joined(edges);
  }

  private static List<Citation> joined(List<Citation> sorted) {
    List<Citation> joined = new ArrayList<>(sorted.size());
    for (Citation edge : sorted) {
      Citation last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && ORDER.compare(last, edge) == 0) {
        last.setHeading(last.getHeading() + edge.getHeading());
        last.setText(last.getText() + edge.getText());
        last.setCount(last.getCount() + edge.getCount());
      } else {
        joined.add(edge);
      }
    }
    return joined;
  }
}
