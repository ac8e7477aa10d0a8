package org.cablebeam.transforms.parse.heading;

import java.util.List;
import org.cablebeam.schemas.Tag;
import org.cablebeam.schemas.vocabulary.Tags;
import org.cablebeam.transforms.text.Issues;

/**
 * Reads the TAGS line: subjects, programs, countries, organizations and persons, separated by
 * blanks, commas, semicolons or slashes, or not at all. The codes of persons are those of {@link
 * PersonTag}; all other codes are those of the vocabulary, or the text in upper case where it knows
 * none. Immutable, thread-safe.
 */
final class TagsLine {
  private final Tags tags;
  private final GluedTags glued;
  private final MultiWordTags multiWord;
  private final TagsBlock block;

  TagsLine(Tags tags) {
    this.tags = tags;
    this.glued = new GluedTags(tags);
    this.multiWord = new MultiWordTags(tags);
    this.block = new TagsBlock(tags, glued, multiWord);
  }

  /** How much of the field is the list of tags: its first line, and lines that continue it. */
  int listEnd(String field) {
    return block.end(field);
  }

  /** The tags of the list, without repeats, in order. */
  List<Tag> read(String list, int year, Issues issues) {
    return new TagsReading(
            block.withoutFurniture(list), year, issues, tags, glued, multiWord, block)
        .read();
  }
}
