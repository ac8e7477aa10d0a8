package org.cablebeam.transforms.statistics;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.CableId;
import org.cablebeam.schemas.CaptionStatistics;
import org.cablebeam.schemas.Citation;
import org.cablebeam.schemas.CorpusStatistics;
import org.cablebeam.schemas.Count;
import org.cablebeam.schemas.EntityType;
import org.cablebeam.schemas.FieldSpan;
import org.cablebeam.schemas.Issue;
import org.cablebeam.schemas.IssueCode;
import org.cablebeam.schemas.IssueStatistics;
import org.cablebeam.schemas.Level;
import org.cablebeam.schemas.LevelStatistics;
import org.cablebeam.schemas.MissingSerials;
import org.cablebeam.schemas.MonthLevelCount;
import org.cablebeam.schemas.PostStatistics;
import org.cablebeam.schemas.RecipientRole;
import org.cablebeam.schemas.Reference;
import org.cablebeam.schemas.ReferenceKind;
import org.cablebeam.schemas.ReferenceZone;
import org.cablebeam.schemas.SerialGap;
import org.cablebeam.schemas.SerialSeries;
import org.cablebeam.schemas.SerialYear;
import org.cablebeam.schemas.Share;
import org.cablebeam.schemas.Tag;
import org.cablebeam.schemas.TagKind;
import org.cablebeam.schemas.TagPair;
import org.cablebeam.schemas.TagPost;
import org.cablebeam.schemas.TagStatistics;
import org.cablebeam.schemas.Traffic;
import org.cablebeam.schemas.YearLevelCount;

/**
 * The same statistics by other code: slow, with streams over lists of whole cables, a figure at a
 * time. It shares with the engine only the vocabularies and the reading of ids.
 */
public final class Recount {
  private final List<Cable> cables;
  private final List<TagStatistics> tags;
  private final List<PostStatistics> posts;

  /** What parts words: what a line is blank of. */
  private static final String BLANKS =
      IntStream.rangeClosed(0, ' ').mapToObj(Character::toString).collect(Collectors.joining())
          + "\u00a0";

  /** Counts kept cables, in any order. */
  public Recount(List<Cable> cables) {
    this.cables = cables;
    TreeSet<String> codes = new TreeSet<>();
    cables.forEach(cable -> codes.addAll(codes(cable)));
    this.tags = codes.stream().map(this::tag).toList();
    TreeSet<String> names = new TreeSet<>();
    cables.forEach(cable -> names.add(post(cable)));
    this.posts = names.stream().map(this::post).toList();
  }

  /** The rows of every table, by its name. */
  public Map<String, List<? extends SpecificRecord>> tables() {
    Map<String, List<? extends SpecificRecord>> tables = new TreeMap<>();
    tables.put("corpus", List.of(corpus()));
    tables.put("levels", levels());
    tables.put("captions", captions());
    tables.put("issues", issues());
    tables.put("tags", tags);
    tables.put("tag-pairs", tagPairs());
    tables.put("tag-posts", tagPosts());
    tables.put("posts", posts);
    tables.put("traffic", traffic());
    tables.put("serials", serials());
    tables.put("gaps", gaps());
    tables.put("citations", citations());
    return tables;
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
            count(where(c -> firstCodes(c).contains(code)), Recount::firstCodes).stream()
                .filter(c -> !c.getKey().equals(code))
                .toList())
        .setWords(having.stream().mapToLong(Recount::words).sum())
        .setParagraphs(having.stream().mapToLong(c -> c.getParagraphs().size()).sum())
        .setReferencesMade(having.stream().mapToLong(c -> cited(c).size()).sum())
        .setReferencesReceived(received(having))
        .setYearLevels(yearLevels(having))
        .setMonthLevels(monthLevels(having))
        .setUndated(having.stream().filter(c -> c.getSentAt() == null).count())
        .setCaptionShares(shares(having))
        .setWordsMean(mean(having, Recount::words))
        .setWordsMedian(rank(having, Recount::words, 0.5))
        .setWordsP95(rank(having, Recount::words, 0.95))
        .setWordsMax(rank(having, Recount::words, 1))
        .setParagraphsMean(mean(having, c -> c.getParagraphs().size()))
        .setParagraphsMedian(rank(having, c -> c.getParagraphs().size(), 0.5))
        .setParagraphsP95(rank(having, c -> c.getParagraphs().size(), 0.95))
        .setParagraphsMax(rank(having, c -> c.getParagraphs().size(), 1))
        .setReferencesResolved(resolved(having))
        .setPersons(mentioned(where(c -> firstCodes(c).contains(code)), EntityType.PERSON))
        .setOrganizations(
            mentioned(where(c -> firstCodes(c).contains(code)), EntityType.ORGANIZATION))
        .setRepaired(having.stream().filter(c -> repaired(c, code)).count())
        .setForms(
            count(
                having,
                c ->
                    c.getTags().stream()
                        .filter(t -> t.getCode().equals(code))
                        .limit(1)
                        .map(Tag::getText)
                        .filter(text -> !text.equals(code))
                        .collect(Collectors.toSet())))
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
        .setYearLevels(yearLevels(having))
        .setMonthLevels(monthLevels(having))
        .setUndated(having.stream().filter(c -> c.getSentAt() == null).count())
        .setCaptionShares(shares(having))
        .setWordsMean(mean(having, Recount::words))
        .setWordsMedian(rank(having, Recount::words, 0.5))
        .setWordsP95(rank(having, Recount::words, 0.95))
        .setWordsMax(rank(having, Recount::words, 1))
        .setParagraphsMean(mean(having, c -> c.getParagraphs().size()))
        .setParagraphsMedian(rank(having, c -> c.getParagraphs().size(), 0.5))
        .setParagraphsP95(rank(having, c -> c.getParagraphs().size(), 0.95))
        .setParagraphsMax(rank(having, c -> c.getParagraphs().size(), 1))
        .setReferencesResolved(resolved(having))
        .setPersons(mentioned(having, EntityType.PERSON))
        .setOrganizations(mentioned(having, EntityType.ORGANIZATION))
        .setSenders(count(where(c -> addressed(c).contains(post)), c -> Set.of(post(c))))
        .setRecipientsAction(count(having, c -> addressed(c, RecipientRole.ACTION)))
        .setRecipientsInfo(
            count(
                having,
                c -> {
                  Set<String> info = new TreeSet<>(addressed(c));
                  info.removeAll(addressed(c, RecipientRole.ACTION));
                  return info;
                }))
        .build();
  }

  private CorpusStatistics corpus() {
    List<Cable> having = cables;
    return CorpusStatistics.newBuilder()
        .setCables(cables.size())
        .setFirstSent(sent(having).min(Comparator.naturalOrder()).orElse(null))
        .setLastSent(sent(having).max(Comparator.naturalOrder()).orElse(null))
        .setPosts(posts.stream().filter(p -> !p.getPost().equals("UNKNOWN")).count())
        .setCablesWithoutPost(where(c -> post(c).equals("UNKNOWN")).size())
        .setTags(tags.size())
        .setTagsUnknown(tags.stream().filter(t -> t.getKind() == TagKind.UNKNOWN).count())
        .setCablesWithoutTags(where(c -> c.getTags().isEmpty()).size())
        .setCablesWithUnknownTags(where(c -> kinds(c).contains("UNKNOWN")).size())
        .setCablesWithRepairedTags(
            where(c -> codes(c).stream().anyMatch(code -> repaired(c, code))).size())
        .setCablesWithIssues(where(c -> !c.getIssues().isEmpty()).size())
        .setTagKinds(count(having, Recount::kinds))
        .setLevels(count(having, c -> Set.of(c.getClassification().getLevel().name())))
        .setControls(count(having, c -> Set.copyOf(c.getClassification().getControls())))
        .setCaptions(count(having, c -> Set.copyOf(c.getClassification().getCaptions())))
        .setYears(byTime(having, 4))
        .setMonths(byTime(having, 7))
        .setWords(having.stream().mapToLong(Recount::words).sum())
        .setParagraphs(having.stream().mapToLong(c -> c.getParagraphs().size()).sum())
        .setReferencesMade(having.stream().mapToLong(c -> cited(c).size()).sum())
        .setReferencesReceived(received(having))
        .setYearLevels(yearLevels(having))
        .setMonthLevels(monthLevels(having))
        .setUndated(having.stream().filter(c -> c.getSentAt() == null).count())
        .setCaptionShares(shares(having))
        .setWordsMean(mean(having, Recount::words))
        .setWordsMedian(rank(having, Recount::words, 0.5))
        .setWordsP95(rank(having, Recount::words, 0.95))
        .setWordsMax(rank(having, Recount::words, 1))
        .setParagraphsMean(mean(having, c -> c.getParagraphs().size()))
        .setParagraphsMedian(rank(having, c -> c.getParagraphs().size(), 0.5))
        .setParagraphsP95(rank(having, c -> c.getParagraphs().size(), 0.95))
        .setParagraphsMax(rank(having, c -> c.getParagraphs().size(), 1))
        .setReferencesResolved(resolved(having))
        .setPersons(mentioned(having, EntityType.PERSON))
        .setOrganizations(mentioned(having, EntityType.ORGANIZATION))
        .setReferenceKinds(
            sorted(
                having.stream()
                    .flatMap(c -> c.getReferences().stream())
                    .collect(groupingBy(r -> r.getKind().name(), counting()))))
        .setReferencesWithoutId(
            having.stream()
                .flatMap(c -> c.getReferences().stream())
                .filter(r -> r.getKind() == ReferenceKind.CABLE && r.getId() == null)
                .count())
        .setCountries(
            count(
                having,
                c ->
                    c.getOrigin() == null || c.getOrigin().getCountry() == null
                        ? Set.of()
                        : Set.of(c.getOrigin().getCountry())))
        .build();
  }

  private List<LevelStatistics> levels() {
    return yearLevels(cables).stream()
        .map(
            c ->
                new LevelStatistics(
                    c.getYear(),
                    c.getLevel(),
                    c.getCables(),
                    (double) c.getCables() / ofYear(c.getYear()).size()))
        .toList();
  }

  private List<CaptionStatistics> captions() {
    List<CaptionStatistics> rows = new ArrayList<>();
    List<Integer> years = new ArrayList<>();
    years.add(null);
    years.addAll(
        sent(cables).map(t -> t.atZone(ZoneOffset.UTC).getYear()).distinct().sorted().toList());
    for (Integer year : years) {
      List<Cable> having = ofYear(year);
      for (String kind : List.of("CAPTION", "CONTROL")) {
        count(
                having,
                c ->
                    Set.copyOf(
                        kind.equals("CAPTION")
                            ? c.getClassification().getCaptions()
                            : c.getClassification().getControls()))
            .stream()
            .sorted(Comparator.comparing(Count::getKey))
            .forEach(
                c ->
                    rows.add(
                        new CaptionStatistics(
                            year,
                            kind,
                            c.getKey(),
                            c.getCount(),
                            (double) c.getCount() / having.size())));
      }
    }
    return rows;
  }

  private List<IssueStatistics> issues() {
    return cables.stream()
        .flatMap(c -> c.getIssues().stream())
        .map(Issue::getCode)
        .distinct()
        .sorted()
        .map(this::issue)
        .toList();
  }

  private IssueStatistics issue(String code) {
    List<Cable> having = where(c -> c.getIssues().stream().anyMatch(i -> i.getCode().equals(code)));
    Function<Cable, String> excerpt =
        c ->
            c.getIssues().stream()
                .filter(i -> i.getCode().equals(code))
                .map(i -> i.getExcerpt() == null ? "" : i.getExcerpt())
                .findFirst()
                .orElseThrow();
    List<Cable> first =
        having.stream().sorted(Comparator.comparing(Cable::getId).thenComparing(excerpt)).toList();
    IssueStatistics statistics =
        IssueStatistics.newBuilder()
            .setCode(code)
            .setCables(having.size())
            .setOccurrences(
                cables.stream()
                    .flatMap(c -> c.getIssues().stream())
                    .filter(i -> i.getCode().equals(code))
                    .count())
            .setShare((double) having.size() / cables.size())
            .setExample(first.get(0).getId())
            .build();
    Stream.of(IssueCode.values())
        .filter(known -> known.name().equals(code))
        .forEach(known -> statistics.setMeaning(known.summary()));
    statistics.setExampleExcerpt(orNull(excerpt.apply(first.get(0))));
    if (first.size() > 1) {
      statistics.setSecondExample(first.get(1).getId());
      statistics.setSecondExcerpt(orNull(excerpt.apply(first.get(1))));
    }
    return statistics;
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private List<TagPair> tagPairs() {
    List<TagPair> pairs = new ArrayList<>();
    for (TagStatistics tag : tags) {
      List<Cable> having = where(c -> codes(c).contains(tag.getTag()));
      for (String other :
          having.stream().flatMap(c -> codes(c).stream()).sorted().distinct().toList()) {
        long both =
            having.stream()
                .filter(c -> firstCodes(c).containsAll(List.of(tag.getTag(), other)))
                .count();
        if (tag.getTag().compareTo(other) < 0 && both > 0) {
          long with = having.size() + where(c -> codes(c).contains(other)).size();
          pairs.add(new TagPair(tag.getTag(), other, both, (double) both / (with - both)));
        }
      }
    }
    return pairs;
  }

  private List<TagPost> tagPosts() {
    List<TagPost> rows = new ArrayList<>();
    for (TagStatistics tag : tags) {
      for (PostStatistics post : posts) {
        long both =
            where(c -> codes(c).contains(tag.getTag()) && post(c).equals(post.getPost())).size();
        if (both > 0) {
          rows.add(
              new TagPost(tag.getTag(), post.getPost(), both, (double) both / post.getCables()));
        }
      }
    }
    return rows;
  }

  private List<Traffic> traffic() {
    List<Traffic> rows = new ArrayList<>();
    for (PostStatistics from : posts) {
      for (String to :
          cables.stream().flatMap(c -> addressed(c).stream()).distinct().sorted().toList()) {
        List<Cable> sent = where(c -> post(c).equals(from.getPost()) && addressed(c).contains(to));
        long action =
            sent.stream().filter(c -> addressed(c, RecipientRole.ACTION).contains(to)).count();
        if (!sent.isEmpty()) {
          rows.add(
              new Traffic(from.getPost(), to, (long) sent.size(), action, sent.size() - action));
        }
      }
    }
    return rows;
  }

  private List<SerialSeries> serials() {
    List<SerialSeries> rows = new ArrayList<>();
    for (PostStatistics post : posts) {
      for (SerialYear y : post.getSeries()) {
        rows.add(
            new SerialSeries(
                post.getPost(),
                y.getYear(),
                y.getCables(),
                y.getFirst(),
                y.getLast(),
                y.getMissing(),
                y.getGapCount(),
                y.getEstimate(),
                y.getEstimateLow(),
                y.getEstimateHigh(),
                y.getCoverage(),
                (long) y.getOutliers().size()));
      }
    }
    return rows;
  }

  private List<MissingSerials> gaps() {
    List<MissingSerials> rows = new ArrayList<>();
    for (PostStatistics post : posts) {
      for (SerialYear year : post.getSeries()) {
        for (SerialGap gap : year.getGaps()) {
          rows.add(
              new MissingSerials(
                  post.getPost(),
                  year.getYear(),
                  gap.getFirst(),
                  gap.getLast(),
                  LongStream.rangeClosed(gap.getFirst(), gap.getLast()).count()));
        }
      }
    }
    return rows;
  }

  private List<Citation> citations() {
    Set<String> kept = cables.stream().map(Cable::getId).collect(Collectors.toSet());
    TreeMap<String, TreeSet<String>> edges = new TreeMap<>();
    cables.forEach(c -> edges.computeIfAbsent(c.getId(), id -> new TreeSet<>()).addAll(cited(c)));
    List<Citation> rows = new ArrayList<>();
    edges.forEach(
        (from, targets) ->
            targets.forEach(
                to -> {
                  List<Reference> made =
                      cables.stream()
                          .filter(c -> c.getId().equals(from))
                          .flatMap(c -> c.getReferences().stream())
                          .filter(r -> r.getKind() == ReferenceKind.CABLE && to.equals(r.getId()))
                          .toList();
                  long heading =
                      made.stream().filter(r -> r.getZone() == ReferenceZone.HEADING).count();
                  rows.add(
                      new Citation(
                          from,
                          to,
                          kept.contains(to),
                          heading,
                          made.size() - heading,
                          (long) made.size()));
                }));
    return rows;
  }

  private List<Cable> ofYear(Integer year) {
    return where(
        c ->
            year == null
                ? c.getSentAt() == null
                : c.getSentAt() != null && c.getSentAt().atZone(ZoneOffset.UTC).getYear() == year);
  }

  private long resolved(List<Cable> having) {
    Set<String> kept = cables.stream().map(Cable::getId).collect(Collectors.toSet());
    return having.stream().flatMap(c -> cited(c).stream()).filter(kept::contains).count();
  }

  private static List<YearLevelCount> yearLevels(List<Cable> cables) {
    record YearLevel(Integer year, Level level) {}
    return cables.stream()
        .collect(
            groupingBy(
                c ->
                    new YearLevel(
                        c.getSentAt() == null
                            ? null
                            : c.getSentAt().atZone(ZoneOffset.UTC).getYear(),
                        c.getClassification().getLevel()),
                counting()))
        .entrySet()
        .stream()
        .map(e -> new YearLevelCount(e.getKey().year(), e.getKey().level(), e.getValue()))
        .sorted(
            Comparator.comparing(
                    YearLevelCount::getYear, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(YearLevelCount::getLevel))
        .toList();
  }

  private static List<MonthLevelCount> monthLevels(List<Cable> cables) {
    List<MonthLevelCount> counts = new ArrayList<>();
    List<String> months = new ArrayList<>();
    months.add(null);
    byTime(cables, 7).forEach(month -> months.add(month.getKey()));
    for (String month : months) {
      for (Level level : Level.values()) {
        long having =
            cables.stream()
                .filter(c -> c.getClassification().getLevel() == level)
                .filter(
                    c ->
                        month == null
                            ? c.getSentAt() == null
                            : c.getSentAt() != null
                                && c.getSentAt().toString().startsWith(month + "-"))
                .count();
        if (having > 0) {
          counts.add(new MonthLevelCount(month, level, having));
        }
      }
    }
    return counts;
  }

  private static List<Share> shares(List<Cable> cables) {
    return count(cables, c -> Set.copyOf(c.getClassification().getCaptions())).stream()
        .map(c -> new Share(c.getKey(), (double) c.getCount() / cables.size()))
        .toList();
  }

  private static double mean(List<Cable> cables, ToLongFunction<Cable> length) {
    return cables.stream().mapToLong(length).average().orElse(0);
  }

  /** The first of the sorted values at which the share is reached. */
  private static long rank(List<Cable> cables, ToLongFunction<Cable> length, double share) {
    List<Long> sorted = cables.stream().mapToLong(length).sorted().boxed().toList();
    for (int i = 0; i < sorted.size(); i++) {
      if (i + 1 >= share * sorted.size() - 1e-9) {
        return sorted.get(i);
      }
    }
    return 0;
  }

  private static List<Count> mentioned(List<Cable> cables, EntityType type) {
    return count(
            cables,
            c ->
                c.getEntities().stream()
                    .filter(e -> e.getType() == type)
                    .map(e -> e.getNormalized() == null ? e.getText() : e.getNormalized())
                    .filter(name -> name.length() <= 100)
                    .map(name -> capitals(name).replaceAll("[\\x00-\\x20]+", " "))
                    .collect(Collectors.toSet()))
        .stream()
        .filter(c -> c.getCount() >= 2)
        .limit(25)
        .toList();
  }

  /** Letter by letter, so that a sharp s stays one. */
  private static String capitals(String name) {
    return name.chars()
        .mapToObj(letter -> String.valueOf((char) Character.toUpperCase(letter)))
        .collect(Collectors.joining());
  }

  private static boolean repaired(Cable cable, String code) {
    return cable.getIssues().stream()
        .filter(issue -> issue.getCode().equals("REPAIRED_TAG"))
        .map(Issue::getExcerpt)
        .filter(Objects::nonNull)
        .anyMatch(excerpt -> excerpt.endsWith("> " + code));
  }

  private static Set<String> kinds(Cable cable) {
    return cable.getTags().stream()
        .collect(Collectors.toMap(Tag::getCode, t -> t.getKind().name(), (first, second) -> first))
        .values()
        .stream()
        .collect(Collectors.toSet());
  }

  private static Set<String> addressed(Cable cable) {
    Set<String> posts = new TreeSet<>();
    for (RecipientRole role : RecipientRole.values()) {
      if (role != RecipientRole.EXEMPT) {
        posts.addAll(addressed(cable, role));
      }
    }
    return posts;
  }

  private static Set<String> addressed(Cable cable, RecipientRole role) {
    return cable.getRecipients().stream()
        .filter(r -> r.getRole() == role && r.getPost() != null)
        .map(r -> r.getPost())
        .collect(Collectors.toSet());
  }

  private static List<Count> sorted(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> new Count(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing((Count c) -> -c.getCount()).thenComparing(Count::getKey))
        .toList();
  }

  private long received(List<Cable> having) {
    return having.stream()
        .mapToLong(cable -> where(other -> cited(other).contains(cable.getId())).size())
        .sum();
  }

  private static List<SerialYear> series(List<Cable> having) {
    record Numbered(long serial, Instant sent) {}
    TreeMap<Integer, List<Numbered>> years = new TreeMap<>();
    for (Cable cable : having) {
      CableId.parse(cable.getId())
          .filter(id -> id.series().isEmpty() && id.serial() <= 10_000_000)
          .ifPresent(
              id ->
                  years
                      .computeIfAbsent(id.year(), year -> new ArrayList<>())
                      .add(new Numbered(id.serial(), cable.getSentAt())));
    }
    List<SerialYear> series = new ArrayList<>();
    years.forEach(
        (year, numbered) -> {
          // The day a number was last sent; null where none of its cables has a date.
          TreeMap<Long, Long> days = new TreeMap<>();
          for (Numbered one : numbered) {
            Long day =
                one.sent() == null ? null : Math.floorDiv(one.sent().getEpochSecond(), 86_400L);
            Long before = days.get(one.serial());
            days.put(one.serial(), before == null || day != null && day > before ? day : before);
          }
          List<Long> outliers = outliers(days);
          days.keySet().removeAll(outliers);
          series.add(series(year, new ArrayList<>(days.keySet()), outliers));
        });
    return series;
  }

  /** From the highest down, as long as one of fifty of those below it, and two, went out later. */
  private static List<Long> outliers(TreeMap<Long, Long> days) {
    List<Long> outliers = new ArrayList<>();
    for (Long serial : days.descendingKeySet()) {
      Long day = days.get(serial);
      List<Long> below = new ArrayList<>(days.headMap(serial).values());
      long later =
          below.stream().filter(other -> day != null && other != null && other > day + 3).count();
      if (later < 2 || later < below.size() / 50) {
        break;
      }
      outliers.add(0, serial);
    }
    return outliers.size() > Math.min(100, 1 + days.size() / 20) ? List.of() : outliers;
  }

  private static SerialYear series(int year, List<Long> seen, List<Long> outliers) {
    long last = seen.get(seen.size() - 1);
    List<SerialGap> gaps = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      long after = i == 0 ? 1 : seen.get(i - 1) + 1;
      if (seen.get(i) > after) {
        gaps.add(new SerialGap(after, seen.get(i) - 1));
      }
    }
    List<SerialGap> longest =
        gaps.stream()
            .sorted(Comparator.comparing((SerialGap gap) -> gap.getFirst() - gap.getLast()))
            .limit(100)
            .sorted(Comparator.comparing(SerialGap::getFirst))
            .toList();
    double k = seen.size();
    return new SerialYear(
        year,
        (long) seen.size(),
        seen.get(0),
        last,
        gaps.stream().mapToLong(gap -> gap.getLast() - gap.getFirst() + 1).sum(),
        longest,
        last * (1 + 1 / k) - 1,
        (long) gaps.size(),
        (double) last,
        last * Math.pow(1 - 0.95, -1 / k),
        k / (last * (1 + 1 / k) - 1),
        outliers);
  }

  private List<Cable> where(Predicate<Cable> condition) {
    return cables.stream().filter(condition).toList();
  }

  private static Set<String> codes(Cable cable) {
    return cable.getTags().stream().map(Tag::getCode).collect(Collectors.toSet());
  }

  /** Of a line with more tags than any cable has, pairs and mentions are counted of the first. */
  private static Set<String> firstCodes(Cable cable) {
    return cable.getTags().stream()
        .map(Tag::getCode)
        .distinct()
        .limit(64)
        .collect(Collectors.toSet());
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

  /** Code point by code point: each is text or is not, and each piece of text has its words. */
  private static long words(Cable cable) {
    int[] body = cable.getBody().codePoints().toArray();
    boolean[] text = new boolean[body.length];
    int start = cable.getParagraphs().stream().mapToInt(p -> p.getStart()).min().orElse(0);
    int end = cable.getParagraphs().stream().mapToInt(p -> p.getEnd()).max().orElse(0);
    Arrays.fill(text, start, end, true);
    for (FieldSpan span : cable.getSpans()) {
      if (Set.of("FURNITURE", "STAMP", "GARBLE").contains(span.getKind().name())) {
        Arrays.fill(text, span.getStart(), span.getEnd(), false);
      }
    }
    StringBuilder running = new StringBuilder();
    for (int i = 0; i < body.length; i++) {
      running.appendCodePoint(text[i] ? body[i] : ' ');
    }
    return new StringTokenizer(running.toString(), BLANKS).countTokens();
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
