package org.cablebeam.transforms.parse;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cablebeam.schemas.Issue;
import org.cablebeam.schemas.IssueCode;
import org.cablebeam.schemas.RawMessage;
import org.cablebeam.schemas.SectionMessage;
import org.cablebeam.transforms.text.Issues;

/**
 * Makes one message of the sections of a cable that were transmitted as messages of their own. The
 * text is that of all sections in their order, each with its header and heading as found, so that
 * nothing is lost: those of later sections are page furniture of the joined text. The outcome does
 * not depend on the order in which the sections are given. Stateless and thread-safe.
 */
public final class SectionJoiner {
  /** By number, and among copies of one section the longer first, then by where it was found. */
  private static final Comparator<SectionMessage> ORDER =
      Comparator.comparingInt(SectionMessage::getSection)
          .thenComparing(
              section -> section.getMessage().getText().length(), Comparator.reverseOrder())
          .thenComparing(section -> section.getMessage().getSource().getUri())
          .thenComparing(section -> section.getMessage().getSource().getOrdinal())
          .thenComparing(section -> section.getMessage().getText());

  /**
   * Joins the sections of one cable, and so that no text is lost, what {@link #join} does not take:
   * of sections that arrived with other texts the second copies are joined to a second message, and
   * so on. That is a copy of the first, or part of one. Copies with the same text are left out.
   *
   * @param sections at least one, all of the same key, in any order
   * @return the message of {@link #join}, and those of the other copies
   * @throws IllegalArgumentException as {@link #join}
   */
  public List<RawMessage> joinAll(List<SectionMessage> sections) {
    List<RawMessage> joined = new ArrayList<>();
    joined.add(join(sections));
    List<SectionMessage> ordered = new ArrayList<>(sections);
    ordered.sort(ORDER);
    List<List<SectionMessage>> copies = new ArrayList<>();
    Set<String> texts = new HashSet<>();
    int number = 0;
    for (SectionMessage section : ordered) {
      if (section.getSection() != number) {
        number = section.getSection();
        texts.clear();
      }
      if (texts.add(section.getMessage().getText().strip())) {
        while (copies.size() < texts.size()) {
          copies.add(new ArrayList<>());
        }
        copies.get(texts.size() - 1).add(section);
      }
    }
    for (List<SectionMessage> others : copies.subList(1, copies.size())) {
      joined.add(join(others));
    }
    return joined;
  }

  /**
   * Joins the sections of one cable. Of sections that arrived more than once the longest copy is
   * taken; missing and repeated ones are issues of the message.
   *
   * @param sections at least one, all of the same key, in any order
   * @return the joined message with the source and claims of its first section
   * @throws IllegalArgumentException if there are none, or they belong to different cables
   */
  public RawMessage join(List<SectionMessage> sections) {
    if (sections.isEmpty()) {
      throw new IllegalArgumentException("There are no sections to join.");
    }
    List<SectionMessage> ordered = new ArrayList<>(sections);
    ordered.sort(ORDER);
    SectionMessage first = ordered.get(0);
    int announced = 0;
    List<Issue> noted = new ArrayList<>();
    for (SectionMessage section : ordered) {
      if (!section.getKey().equals(first.getKey())) {
        throw new IllegalArgumentException(
            "Sections of different cables: " + first.getKey() + " and " + section.getKey() + ".");
      }
      announced = Math.max(announced, section.getSectionCount());
    }
    Issues issues = new Issues(noted);
    StringBuilder text = new StringBuilder();
    BitSet seen = new BitSet();
    for (SectionMessage section : ordered) {
      RawMessage message = section.getMessage();
      int number = section.getSection();
      if (seen.get(number)) {
        issues.add(
            IssueCode.REPEATED_SECTION, "sections", "section " + number + " of " + announced);
        continue;
      }
      seen.set(number);
      for (Issue issue : message.getIssues()) {
        if (!noted.contains(issue)) {
          noted.add(issue);
        }
      }
      if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
        text.append('\n');
      }
      text.append(message.getText());
    }
    for (int number = seen.nextClearBit(1);
        number <= announced;
        number = seen.nextClearBit(number + 1)) {
      issues.add(IssueCode.MISSING_SECTION, "sections", "section " + number + " of " + announced);
    }
    RawMessage message = first.getMessage();
    return RawMessage.newBuilder()
        .setText(text.toString())
        .setBodyStart(message.getBodyStart())
        .setSource(message.getSource())
        .setClaims(message.getClaims())
        .setIssues(noted)
        .build();
  }
}
