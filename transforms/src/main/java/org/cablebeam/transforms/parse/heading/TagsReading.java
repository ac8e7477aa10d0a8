package org.cablebeam.transforms.parse.heading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cablebeam.schemas.IssueCode;
import org.cablebeam.schemas.Tag;
import org.cablebeam.schemas.TagKind;
import org.cablebeam.schemas.vocabulary.Countries;
import org.cablebeam.schemas.vocabulary.Levels;
import org.cablebeam.schemas.vocabulary.Tags;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Issues;
import org.jspecify.annotations.Nullable;

/** Reads one list of tags, word by word. One a list; not thread-safe. */
final class TagsReading {
  private static final int SHORTEST_LEVEL = 6;

  /** Levels as the foot of a page has them, and the caption of its head. */
  private static final List<String> LEVELS =
      Stream.concat(
              Levels.standard().bare().stream().map(Levels.Spelling::letters), Stream.of("SIPDIS"))
          .filter(letters -> letters.length() >= SHORTEST_LEVEL)
          .toList();

  /** Signs that no tag holds and that do not part tags; so many of them are noise. */
  private static final String NOISE = "~{}%@!^$|=?";

  private static final int NOISY = 3;

  /** Subject and program tags have so many letters. */
  private static final int SUBJECT_CODE = 4;

  /** Signs that tags hold and that part tags too. */
  private static final String PARTING = "[-.+]";

  /** No tag has fewer signs. */
  private static final int SHORTEST = 2;

  private final String list;
  private final int year;
  private final Issues issues;
  private final Tags tags;
  private final GluedTags glued;
  private final MultiWordTags multiWord;
  private final TagsSoFar soFar;
  private final PersonNames names;
  private final TagPhrase phrase;
  private int at;

  TagsReading(
      String list,
      int year,
      Issues issues,
      Tags tags,
      GluedTags glued,
      MultiWordTags multiWord,
      TagsBlock block) {
    this.list = list;
    this.year = year;
    this.issues = issues;
    this.tags = tags;
    this.glued = glued;
    this.multiWord = multiWord;
    this.soFar = new TagsSoFar(tags, year);
    this.names = new PersonNames(list, year, tags, glued, block, soFar);
    this.phrase = new TagPhrase(list, year, tags, glued);
  }

  List<Tag> read() {
    while (at < list.length() && !soFar.full()) {
      char c = list.charAt(at);
      int noise = noiseEnd(at);
      if (noise > at) {
        at = noise;
      } else if (c == '(') {
        int mark = Markings.end(list, at, list.length());
        at = mark > at ? mark : names.parenthesis(at);
      } else if (TagSigns.isTag(c)) {
        word();
      } else {
        at++;
      }
    }
    return soFar.all();
  }

  /** Behind a run of signs that line noise has left, {@code q~}%@(XKJ!&}; the offset for none. */
  private int noiseEnd(int start) {
    if (start > 0 && ",; \n".indexOf(list.charAt(start - 1)) < 0) {
      return start;
    }
    int signs = 0;
    int end = start;
    while (end < list.length() && ",; \n".indexOf(list.charAt(end)) < 0) {
      signs += NOISE.indexOf(list.charAt(end)) >= 0 ? 1 : 0;
      end++;
    }
    return signs >= NOISY ? end : start;
  }

  private void word() {
    int start = at;
    String multi = multiWord.at(list, start);
    if (multi != null) {
      int end = start + MultiWordTags.matchLength(list, start, multi);
      if (end < list.length() && Characters.isLetter(list.charAt(end))) {
        issues.add(IssueCode.SPLIT_TAGS, "tags", list.substring(start, tagEnd(end)));
      }
      soFar.addKnown(multi, list.substring(start, end).replace('\n', ' '));
      at = end;
      return;
    }
    int end = tagEnd(start);
    at = end;
    String text = TagSigns.trim(list.substring(start, end));
    String code = Characters.upper(text);
    if (!TagSigns.holdsLetter(code) || WordSense.NO_TAG.is(code)) {
      return;
    }
    // U.N. and U.S.
    String plain = code.charAt(1 % code.length()) == '.' ? code.replace(".", "") : code;
    Optional<Tags.Entry> entry = soFar.known(plain);
    if (entry.isPresent()) {
      known(entry.get(), text, start, end);
    } else if (text.indexOf('/') > 0) {
      // A slash that separates.
      int slash = start + list.substring(start, end).indexOf('/');
      if (slash > start) {
        at = slash;
        single(list.substring(start, slash), start);
        at = Math.max(at, slash + 1);
      }
    } else if (isParted(code.split(PARTING, -1))) {
      for (String part : code.split(PARTING, -1)) {
        soFar.addKnown(part, part);
      }
      issues.add(IssueCode.SPLIT_TAGS, "tags", text);
    } else if (code.indexOf('-') > 0
        && TagsSoFar.allowsPersons(code.substring(0, code.indexOf('-')))) {
      // OVIP-SAMPLE, JANE
      int hyphen = list.indexOf('-', start);
      single(list.substring(start, hyphen), start);
      at = hyphen + 1;
    } else {
      single(text, start);
    }
  }

  private void known(Tags.Entry entry, String text, int start, int end) {
    int country = phrase.inCountry(end);
    if (country > 0) {
      unknown(start, country);
    } else {
      soFar.add(entry, text);
    }
  }

  private void unknown(int start, int end) {
    String text = list.substring(start, end).strip().replace('\n', ' ');
    issues.add(IssueCode.UNKNOWN_TAG, "tags", text);
    soFar.addUnknown(Characters.upper(text), text, TagKind.UNKNOWN);
    at = end;
  }

  /**
   * {@code AORC-IAEA-PARM}, {@code EFIN.ECON}: known tags parted by hyphens, full stops or plus
   * signs.
   */
  private boolean isParted(String[] parts) {
    if (parts.length < 2) {
      return false;
    }
    for (String part : parts) {
      if (part.length() < 2 || soFar.known(part).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** A word that is no tag by itself. */
  private void single(String found, int start) {
    String text = TagSigns.trim(found);
    String code = Characters.upper(text);
    if (code.length() < SHORTEST) {
      joined(code, start);
      return;
    }
    Optional<Tags.Entry> exact = tags.find(code, year);
    if (exact.isPresent()) {
      soFar.add(exact.get(), text);
      return;
    }
    if (joined(code, start)) {
      return;
    }
    int name = names.bare(start);
    if (name > start) {
      at = name;
      return;
    }
    int words = phrase.end(start);
    if (words > start) {
      unknown(start, words);
      return;
    }
    String tag = withoutLevel(code);
    if (tag != null) {
      issues.add(IssueCode.SPLIT_TAGS, "tags", text);
      single(tag, start);
      return;
    }
    List<String> parts = glued.part(code);
    if (!parts.isEmpty()) {
      issues.add(IssueCode.SPLIT_TAGS, "tags", text);
      for (String part : parts) {
        soFar.addKnown(part, part);
      }
      return;
    }
    boolean country = Countries.standard().byName(code, year).isPresent();
    String repaired = country ? null : glued.repair(code, year);
    if (repaired != null) {
      issues.add(IssueCode.REPAIRED_TAG, "tags", text + " > " + repaired);
      soFar.addKnown(repaired, text);
      return;
    }
    issues.add(IssueCode.UNKNOWN_TAG, "tags", text);
    soFar.addUnknown(code, text, shape(code));
  }

  /**
   * Adds a tag that a blank or the end of a line splits, {@code PR EL}, {@code P REL}; false where
   * it is none.
   */
  private boolean joined(String code, int start) {
    int end = splitTagEnd(code, start);
    if (end == start) {
      return false;
    }
    String whole = list.substring(start, end);
    issues.add(IssueCode.REPAIRED_TAG, "tags", whole);
    String letters = Characters.upper(whole);
    soFar.addKnown(
        code + TagSigns.trim(letters.substring(code.length()).strip()), whole.replace('\n', ' '));
    at = end;
    return true;
  }

  /** Behind a tag that is split; the offset itself where it is none. */
  private int splitTagEnd(String code, int start) {
    int behind = start + code.length();
    int rest = Characters.skipBlanks(list, behind, list.length());
    int end = rest > behind ? tagEnd(rest) : rest;
    String letters = Characters.upper(TagSigns.trim(list.substring(rest, end)));
    return code.length() + letters.length() == SUBJECT_CODE
            && soFar.known(letters).isEmpty()
            && soFar.known(code + letters).isPresent()
        ? end
        : start;
  }

  /** {@code ITUNCLAS}: the tags to which the level at the foot of a page is glued; or null. */
  private @Nullable String withoutLevel(String code) {
    for (String level : LEVELS) {
      int cut = code.length() - level.length();
      if (cut >= 2 && code.endsWith(level)) {
        String tag = code.substring(0, cut);
        return soFar.known(tag).isPresent() || !glued.part(tag).isEmpty() ? tag : null;
      }
    }
    return null;
  }

  private static TagKind shape(String code) {
    boolean letters = code.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    if (letters && code.length() == 2) {
      return TagKind.GEOGRAPHIC;
    }
    if (letters && code.length() == 4 && code.charAt(0) == 'K') {
      return TagKind.PROGRAM;
    }
    return TagKind.UNKNOWN;
  }

  private int tagEnd(int start) {
    int end = start;
    while (end < list.length() && TagSigns.isTag(list.charAt(end))) {
      end++;
    }
    return end;
  }
}
