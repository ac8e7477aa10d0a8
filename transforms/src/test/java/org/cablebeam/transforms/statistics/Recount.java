package org.cablebeam.transforms.statistics;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.Count;
import org.cablebeam.schemas.PostStatistics;
import org.cablebeam.schemas.RecipientRole;
import org.cablebeam.schemas.Reference;
import org.cablebeam.schemas.ReferenceKind;
import org.cablebeam.schemas.SerialGap;
import org.cablebeam.schemas.SerialYear;
import org.cablebeam.schemas.Tag;
import org.cablebeam.schemas.TagKind;
import org.cablebeam.schemas.TagStatistics;

/**
 * The same statistics by other code: slow, with streams over lists of whole cables, a figure at a
 * time.
 */
final class Recount {
  private final List<Cable> cables;

  Recount(List<Cable> cables) {
    this.cables = cables;
  }

  List<TagStatistics> tags() {
    TreeSet<String> codes = new TreeSet<>();
    cables.forEach(cable -> codes.addAll(codes(cable)));
    return codes.stream().map(this::tag).toList();
  }

  List<PostStatistics> posts() {
    TreeSet<String> posts = new TreeSet<>();
    cables.forEach(cable -> posts.add(post(cable)));
    return posts.stream().map(this::post).toList();
  }

  private TagStatistics tag(String code) {
    List<Cable> having = where(cable -> codes(cable).contains(code));
    List<Tag> found =
        having.stream()
            .map(c -> c.getTags().stream().filter(t -> t.getCode().equals(code)).findFirst())
            .map(tag -> tag.orElseThrow())
            .toList();
    return TagStatistics.newBuilder()
        .setTag(code)
        .setKind(TagKind.valueOf(most(found, tag -> tag.getKind().name())))
        .setName(most(found, Tag::getName))
        .setCountry(most(found, Tag::getCountry))
        .setCables(having.size())
        .setFirstSent(sent(having).min(Comparator.naturalOrder()).orElse(null))
        .setLastSent(sent(having).max(Comparator.naturalOrder()).orElse(null))
        .setLevels(count(having, c -> Set.of(c.getClassification().getLevel().name())))
        .setControls(count(having, c -> Set.copyOf(c.getClassification().getControls())))
        .setCaptions(count(having, c -> Set.copyOf(c.getClassification().getCaptions())))
        .setYears(byTime(having, 4))
        .setMonths(byTime(having, 7))
        .setPosts(count(having, c -> Set.of(post(c))))
        .setTags(
            count(having, Recount::codes).stream().filter(c -> !c.getKey().equals(code)).toList())
        .setWords(having.stream().mapToLong(Recount::words).sum())
        .setParagraphs(having.stream().mapToLong(c -> c.getParagraphs().size()).sum())
        .setReferencesMade(having.stream().mapToLong(c -> cited(c).size()).sum())
        .setReferencesReceived(received(having))
        .build();
  }

  private PostStatistics post(String post) {
    List<Cable> having = where(cable -> post(cable).equals(post));
    return PostStatistics.newBuilder()
        .setPost(post)
        .setName(
            org.cablebeam.schemas.vocabulary.Posts.standard()
                .byId(post)
                .map(found -> found.name())
                .orElse(null))
        .setCountry(most(having, c -> c.getOrigin() == null ? null : c.getOrigin().getCountry()))
        .setCables(having.size())
        .setFirstSent(sent(having).min(Comparator.naturalOrder()).orElse(null))
        .setLastSent(sent(having).max(Comparator.naturalOrder()).orElse(null))
        .setLevels(count(having, c -> Set.of(c.getClassification().getLevel().name())))
        .setControls(count(having, c -> Set.copyOf(c.getClassification().getControls())))
        .setCaptions(count(having, c -> Set.copyOf(c.getClassification().getCaptions())))
        .setYears(byTime(having, 4))
        .setMonths(byTime(having, 7))
        .setTags(count(having, Recount::codes))
        .setRecipients(
            count(
                having,
                c ->
                    c.getRecipients().stream()
                        .filter(r -> r.getRole() != RecipientRole.EXEMPT)
                        .filter(r -> r.getPost() != null)
                        .map(r -> r.getPost())
                        .collect(Collectors.toSet())))
        .setWords(having.stream().mapToLong(Recount::words).sum())
        .setParagraphs(having.stream().mapToLong(c -> c.getParagraphs().size()).sum())
        .setReferencesMade(having.stream().mapToLong(c -> cited(c).size()).sum())
        .setReferencesReceived(received(having))
        .setSeries(post.equals("UNKNOWN") ? List.of() : series(having))
        .build();
  }

  private long received(List<Cable> having) {
    return having.stream()
        .mapToLong(cable -> where(other -> cited(other).contains(cable.getId())).size())
        .sum();
  }

  private static List<SerialYear> series(List<Cable> having) {
    TreeMap<Integer, TreeSet<Long>> years = new TreeMap<>();
    for (Cable cable : having) {
      String digits = cable.getId().replaceAll("^[0-9]+[A-Z]+", "");
      int twoDigits = Integer.parseInt(cable.getId().substring(0, 2));
      int year = twoDigits >= 50 ? 1900 + twoDigits : 2000 + twoDigits;
      years.computeIfAbsent(year, y -> new TreeSet<>()).add(Long.parseLong(digits));
    }
    List<SerialYear> series = new ArrayList<>();
    years.forEach(
        (year, seen) -> {
          long last = seen.last();
          List<Long> missing =
              LongStream.rangeClosed(1, last).filter(n -> !seen.contains(n)).boxed().toList();
          List<SerialGap> gaps =
              missing.stream()
                  .filter(n -> !missing.contains(n - 1))
                  .map(n -> new SerialGap(n, seen.higher(n) - 1))
                  .toList();
          double k = seen.size();
          series.add(
              new SerialYear(
                  year,
                  (long) seen.size(),
                  seen.first(),
                  last,
                  (long) missing.size(),
                  gaps,
                  last * (1 + 1 / k) - 1,
                  (long) missing.stream().filter(n -> n == 1 || seen.contains(n - 1)).count(),
                  (double) last,
                  last * Math.pow(1 - 0.95, -1 / k),
                  k / (last * (1 + 1 / k) - 1)));
        });
    return series;
  }

  private List<Cable> where(Predicate<Cable> condition) {
    return cables.stream().filter(condition).toList();
  }

  private static Set<String> codes(Cable cable) {
    return cable.getTags().stream().map(Tag::getCode).collect(Collectors.toSet());
  }

  private static String post(Cable cable) {
    return cable.getOrigin() == null || cable.getOrigin().getPost() == null
        ? "UNKNOWN"
        : cable.getOrigin().getPost();
  }

  private static Set<String> cited(Cable cable) {
    return cable.getReferences().stream()
        .filter(reference -> reference.getKind() == ReferenceKind.CABLE)
        .map(Reference::getId)
        .filter(Objects::nonNull)
        .filter(id -> !id.equals(cable.getId()))
        .collect(Collectors.toSet());
  }

  /** The random cables have neither surrogates nor furniture, and blanks only. */
  private static long words(Cable cable) {
    if (cable.getParagraphs().isEmpty()) {
      return 0;
    }
    int start = cable.getParagraphs().get(0).getStart();
    int end = cable.getParagraphs().get(cable.getParagraphs().size() - 1).getEnd();
    return Stream.of(cable.getBody().substring(start, end).trim().split("\\s+"))
        .filter(word -> !word.isEmpty())
        .count();
  }

  private static Stream<Instant> sent(List<Cable> cables) {
    return cables.stream().map(Cable::getSentAt).filter(Objects::nonNull);
  }

  private static <T> String most(List<T> things, Function<T, String> value) {
    return things.stream()
        .map(value)
        .filter(Objects::nonNull)
        .collect(groupingBy(Function.identity(), counting()))
        .entrySet()
        .stream()
        .min(
            Comparator.comparing((java.util.Map.Entry<String, Long> e) -> -e.getValue())
                .thenComparing(java.util.Map.Entry::getKey))
        .map(java.util.Map.Entry::getKey)
        .orElse(null);
  }

  private static List<Count> count(List<Cable> cables, Function<Cable, Set<String>> keys) {
    return cables.stream()
        .flatMap(cable -> keys.apply(cable).stream())
        .collect(groupingBy(Function.identity(), counting()))
        .entrySet()
        .stream()
        .map(entry -> new Count(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing((Count c) -> -c.getCount()).thenComparing(Count::getKey))
        .toList();
  }

  private static List<Count> byTime(List<Cable> cables, int length) {
    return sent(cables)
        .map(time -> YearMonth.from(time.atZone(ZoneOffset.UTC)).toString().substring(0, length))
        .collect(groupingBy(Function.identity(), TreeMap::new, counting()))
        .entrySet()
        .stream()
        .map(entry -> new Count(entry.getKey(), entry.getValue()))
        .toList();
  }
}
