package org.cablebeam.synthesis;

import java.time.Instant;
import java.util.List;
import org.cablebeam.schemas.Level;
import org.cablebeam.schemas.Precedence;
import org.cablebeam.schemas.vocabulary.Posts;
import org.jspecify.annotations.Nullable;

/**
 * An invented cable: its text, and the truth of which the text was made, so that tests can compare
 * what was parsed with what is so.
 *
 * @param number its place in the corpus, from 0
 * @param id canonical, {@code 08WARSAW421}
 * @param post who sent it
 * @param year when, four digits
 * @param serial the post's message number of the year
 * @param sentAt to the minute
 * @param dateTimeGroup as printed, {@code 141337Z FEB 08}
 * @param precedence for the action addressees
 * @param level as spelled on the classification line
 * @param captions SIPDIS, EXDIS …
 * @param controls NOFORN, SBU …
 * @param executiveOrder the number of the order; null where none is printed
 * @param declassification the printed instruction; null where none is printed
 * @param tags codes in order
 * @param subject on one line, without the portion mark
 * @param subjectMarking without parentheses; null where none is printed
 * @param references canonical ids of the REF line, in order
 * @param markings one a paragraph; an empty string where the paragraph has none
 * @param people full names of the persons introduced in the text
 * @param signedBy the surname at the end
 * @param sections 1 for a message of one piece
 * @param apart whether the sections are separate transmissions
 * @param claimedId what the container says
 * @param irregularity what is wrong with it; null for a regular one
 * @param transmissions the messages, in the order in which they arrive
 */
public record SyntheticCable(
    long number,
    String id,
    Posts.Post post,
    int year,
    long serial,
    Instant sentAt,
    String dateTimeGroup,
    Precedence precedence,
    Level level,
    List<String> captions,
    List<String> controls,
    @Nullable String executiveOrder,
    @Nullable String declassification,
    List<String> tags,
    String subject,
    @Nullable String subjectMarking,
    List<String> references,
    List<String> markings,
    List<String> people,
    String signedBy,
    int sections,
    boolean apart,
    String claimedId,
    @Nullable Irregularity irregularity,
    List<Transmission> transmissions) {}
