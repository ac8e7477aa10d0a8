package org.cablebeam.synthesis;

import java.util.ArrayList;
import java.util.List;
import org.cablebeam.schemas.Level;
import org.cablebeam.schemas.Precedence;
import org.cablebeam.schemas.vocabulary.Posts;
import org.jspecify.annotations.Nullable;

/** A cable while it is being composed. Not thread-safe. */
final class Draft {
  /**
   * @param number the message continuity number
   */
  record Addressee(Posts.Post post, int number) {}

  final Timeline.Slot slot;
  final Era era;
  Level level = Level.UNCLASSIFIED;
  Precedence precedence = Precedence.ROUTINE;

  /** What is printed between the classification line and the heading. */
  final List<String> captionLines = new ArrayList<>();

  final List<String> captions = new ArrayList<>();
  final List<String> controls = new ArrayList<>();
  @Nullable String executiveOrder;
  @Nullable String declassification;
  String reasons = "";
  String classifier = "";

  /** Codes in order; a code with a comma is the person of the tag before. */
  final List<String> tags = new ArrayList<>();

  String subject = "";
  @Nullable String subjectMarking;
  final List<Timeline.Slot> references = new ArrayList<>();
  final List<String> markings = new ArrayList<>();
  final List<String> paragraphs = new ArrayList<>();
  List<Addressee> addressees = List.of();
  String signedBy = "";
  int channelNumber;
  int sections = 1;
  boolean apart;

  Draft(Timeline.Slot slot, Era era) {
    this.slot = slot;
    this.era = era;
  }

  boolean classified() {
    return level == Level.TOP_SECRET || level == Level.SECRET || level == Level.CONFIDENTIAL;
  }
}
