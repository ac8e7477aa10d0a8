package org.cablebeam.transforms.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.cablebeam.schemas.LedgerEntry;
import org.cablebeam.schemas.RawMessage;
import org.cablebeam.schemas.RejectedMessage;

/** What a reader found in a file, in memory. */
final class Collected implements MessageSink {
  final List<RawMessage> messages = new ArrayList<>();
  final List<RejectedMessage> rejects = new ArrayList<>();
  final List<LedgerEntry> inputs = new ArrayList<>();

  static Collected read(String uri, byte[] bytes, Limits limits) {
    Collected found = new Collected();
    new InputReader(limits).read(uri, new SeekableInMemoryByteChannel(bytes), found);
    return found;
  }

  static Collected read(String uri, byte[] bytes) {
    return read(uri, bytes, Limits.standard());
  }

  static Collected read(String uri, String text) {
    return read(uri, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads a file in ranges that end at the given places. */
  static Collected readRanges(byte[] bytes, List<Integer> cuts) {
    Collected found = new Collected();
    InputReader reader = new InputReader(Limits.standard());
    int from = 0;
    for (int cut : cuts) {
      reader.readRange("f", new SeekableInMemoryByteChannel(bytes), from, cut, found);
      from = cut;
    }
    reader.readRange("f", new SeekableInMemoryByteChannel(bytes), from, bytes.length, found);
    return found;
  }

  List<String> texts() {
    return messages.stream().map(RawMessage::getText).toList();
  }

  List<String> codes() {
    return rejects.stream().map(RejectedMessage::getCode).toList();
  }

  /** Whether every input counts what was found in it. */
  boolean countsAddUp() {
    long counted = inputs.stream().mapToLong(LedgerEntry::getMessages).sum();
    long rejected = inputs.stream().mapToLong(LedgerEntry::getRejects).sum();
    return counted == messages.size() + rejects.size() && rejected == rejects.size();
  }

  @Override
  public void message(RawMessage message) {
    messages.add(message);
  }

  @Override
  public void reject(RejectedMessage reject) {
    rejects.add(reject);
  }

  @Override
  public void input(LedgerEntry entry) {
    inputs.add(entry);
  }
}
