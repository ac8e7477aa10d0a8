package org.cablebeam.transforms.source;

import java.util.ArrayList;
import java.util.List;
import org.cablebeam.schemas.CableId;
import org.cablebeam.schemas.Claims;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.Issue;
import org.cablebeam.schemas.IssueCode;
import org.cablebeam.schemas.LedgerEntry;
import org.cablebeam.schemas.RawMessage;
import org.cablebeam.schemas.RejectCode;
import org.cablebeam.schemas.RejectedMessage;
import org.cablebeam.schemas.Sha256;
import org.cablebeam.schemas.Source;
import org.jspecify.annotations.Nullable;

/**
 * What comes of one file or archive entry: finishes messages and rejects, hands them to the sink
 * and counts them. Not thread-safe: one an input.
 */
final class Intake {
  /** A reject keeps no more of its bytes, in characters. */
  static final int LONGEST_RAW = 4 << 20;

  private final String uri;
  private final MessageSink sink;
  private Container container = Container.UNKNOWN;
  private @Nullable String charset;
  private @Nullable CharsetSign charsetSign;
  private @Nullable String fixed;
  private boolean fromBeginning = true;
  private @Nullable PackedInput lying;
  private long fileSize = -1;
  private long messages;
  private long rejects;
  private @Nullable String reason;

  Intake(String uri, MessageSink sink) {
    this.uri = uri;
    this.sink = sink;
  }

  /** The input is not what is read but what that was unpacked from; the first that says so. */
  void lyingAs(PackedInput packed) {
    if (lying == null) {
      lying = packed;
    }
  }

  /** The input is a file of this size, in bytes. */
  void fileSize(long bytes) {
    fileSize = bytes;
  }

  /** This is a later range of a file: its first message is not the file's. */
  void laterRange() {
    fromBeginning = false;
  }

  String uri() {
    return uri;
  }

  MessageSink sink() {
    return sink;
  }

  void container(Container form) {
    container = form;
  }

  /** Emits a message whose header and body the container keeps apart. */
  void message(
      long ordinal, Decoded decoded, String header, String body, Claims claims, Container form) {
    String head = trimmed(header);
    String text = trimmed(body);
    List<Issue> issues = new ArrayList<>();
    Preamble preamble = Preamble.read(text, claims);
    if (preamble.length() > 0) {
      issues.add(issue(IssueCode.SKIPPED_PREAMBLE, text.substring(0, preamble.length())));
      text = trimmed(text.substring(preamble.length()));
      head = head.isEmpty() ? trimmed(preamble.header()) : head;
    }
    boolean parted = !head.isEmpty() && !text.isEmpty();
    String whole = parted ? head + "\n\n" + text : head + text;
    if (whole.isEmpty()) {
      reject(ordinal, RejectCode.EMPTY, "The message holds nothing but blanks.", body, decoded);
      return;
    }
    Integer bodyStart = parted ? Integer.valueOf(head.length() + 2) : null;
    emit(ordinal, decoded, whole, bodyStart, claims, form, issues);
  }

  /** Emits a message of which the container tells nothing but the text. */
  void message(long ordinal, Decoded decoded, String text, Claims claims, Container form) {
    message(ordinal, decoded, "", text, claims, form);
  }

  private void emit(
      long ordinal,
      Decoded decoded,
      String text,
      @Nullable Integer bodyStart,
      Claims claims,
      Container form,
      List<Issue> issues) {
    if (decoded.repaired() != null) {
      issues.add(issue(IssueCode.REPAIRED_MOJIBAKE, decoded.repaired()));
    }
    if (claims.getId() == null && messages == 0 && fromBeginning) {
      claims.setId(idInName(uri));
    }
    note(decoded);
    messages++;
    sink.message(
        RawMessage.newBuilder()
            .setText(text)
            .setBodyStart(bodyStart)
            .setSource(source(ordinal, charset(decoded), form, text))
            .setClaims(says(claims) ? claims : null)
            .setIssues(issues)
            .build());
  }

  /** Emits a message of the given source, as it was when it was rejected. */
  void retried(RawMessage message) {
    messages++;
    sink.message(message);
  }

  /** Emits a reject again. */
  void retried(RejectedMessage reject) {
    messages++;
    rejects++;
    if (reason == null) {
      reason = reject.getMessage();
    }
    sink.reject(reject);
  }

  void reject(long ordinal, RejectCode code, String message, String raw, @Nullable Decoded from) {
    if (from != null) {
      note(from);
    }
    String kept = raw.length() > LONGEST_RAW ? raw.substring(0, LONGEST_RAW) : raw;
    retried(
        RejectedMessage.newBuilder()
            .setSource(source(ordinal, from == null ? null : charset(from), container, kept))
            .setStage("READ")
            .setCode(code.name())
            .setMessage(message)
            .setRaw(kept)
            .build());
  }

  /** Says in the ledger why there is nothing, or what kind of archive it was. */
  void reason(String text) {
    if (reason == null) {
      reason = text;
    }
  }

  /** The character set the whole input was decoded with; by what it was told, null if long ago. */
  void charset(String name, @Nullable CharsetSign sign) {
    charset = name;
    charsetSign = sign;
    fixed = name;
  }

  /** Ends an archive: its entries have rows of their own. */
  void endArchive(String kind, int entries, boolean whole, long size, @Nullable String sha256) {
    String kindText =
        "An archive (" + kind + ") of " + entries + (entries == 1 ? " entry." : " entries.");
    endContainer(kindText, entries, whole, size, sha256);
  }

  /** Ends a file of rejects: the inputs they come from have rows of their own. */
  void endRejects(int inputs, long size, @Nullable String sha256) {
    endContainer("Rejects of " + inputs + " inputs.", inputs, messages == 0, size, sha256);
  }

  private void endContainer(
      String kind, int entries, boolean all, long size, @Nullable String sha256) {
    boolean whole = all && !rejectRest(size);
    String status = whole ? "OK" : entries == 0 ? "FAILED" : "PARTIAL";
    end(size, sha256, status, reason == null ? kind : reason);
  }

  /** Ends the input. */
  void end(long size, @Nullable String sha256) {
    rejectRest(size);
    String status =
        messages == 0 ? "EMPTY" : rejects == 0 ? "OK" : rejects < messages ? "PARTIAL" : "FAILED";
    end(size, sha256, status, messages == 0 && reason == null ? "There is no message." : reason);
  }

  /** Whether something else stands behind what was unpacked, which is a reject of its own. */
  private boolean rejectRest(long unpacked) {
    if (lying == null || !lying.leftRest()) {
      return false;
    }
    reject(
        unpacked + 1,
        RejectCode.DAMAGED_ARCHIVE,
        "Behind the last file that is packed stands something else, which was not read.",
        "",
        null);
    return true;
  }

  private void end(long read, @Nullable String digest, String status, @Nullable String why) {
    long size = read;
    String sha256 = digest;
    if (lying != null) {
      sha256 = digest == null ? null : lying.wholeSha256();
      size = lying.count();
    }
    if (sha256 == null && size < fileSize) {
      // It was not read to its end.
      size = fileSize;
    }
    sink.input(
        LedgerEntry.newBuilder()
            .setUri(uri)
            .setSize(size)
            .setSha256(sha256)
            .setContainer(container)
            .setCharset(charset)
            .setMessages(messages)
            .setRejects(rejects)
            .setStatus(status)
            .setReason(why)
            .setRecognizedBy(recognizedBy())
            .build());
  }

  private @Nullable String recognizedBy() {
    String form = Forms.sign(container);
    return form == null || charsetSign == null ? form : form + "; " + charsetSign.words();
  }

  /** The character set of an input is that of its first message that is not UTF-8. */
  private void note(Decoded decoded) {
    if (fixed == null && (charset == null || charset.equals("UTF-8"))) {
      charset = decoded.charset();
      charsetSign = decoded.sign();
    }
  }

  private String charset(Decoded decoded) {
    return fixed == null ? decoded.charset() : fixed;
  }

  private Source source(long ordinal, @Nullable String charsetName, Container form, String text) {
    return Source.newBuilder()
        .setUri(uri)
        .setContainer(form)
        .setOrdinal(ordinal)
        .setCharset(charsetName)
        .setSha256(Sha256.of(text))
        .build();
  }

  /** New claims that claim nothing. */
  static Claims noClaims() {
    return Claims.newBuilder().build();
  }

  /** A value as found; null if there is none. */
  static @Nullable String valueOf(String text) {
    String value = text.strip();
    return value.isEmpty() ? null : value;
  }

  private static boolean says(Claims claims) {
    return claims.getId() != null
        || claims.getCreated() != null
        || claims.getReleased() != null
        || claims.getClassification() != null
        || claims.getOrigin() != null
        || claims.getSubject() != null
        || !claims.getReferences().isEmpty()
        || !claims.getTags().isEmpty()
        || !claims.getAttributes().isEmpty();
  }

  private static Issue issue(IssueCode code, String excerpt) {
    int end = Math.min(excerpt.length(), 80);
    if (end < excerpt.length() && Character.isHighSurrogate(excerpt.charAt(end - 1))) {
      end--;
    }
    return new Issue(code.name(), null, excerpt.substring(0, end));
  }

  /** The base name without its extensions, if it is the number of a cable: 1974BONN08226.txt. */
  private static @Nullable String idInName(String uri) {
    int start = Math.max(uri.lastIndexOf('/'), uri.lastIndexOf('\\')) + 1;
    String name = uri.substring(start);
    int dot = name.indexOf('.');
    String base = dot < 0 ? name : name.substring(0, dot);
    return base.length() <= 60 && CableId.parse(base).isPresent() ? base : null;
  }

  /** Without blank lines before the first line and without blanks behind the last. */
  static String trimmed(String text) {
    int end = text.length();
    while (end > 0 && isBlank(text.charAt(end - 1))) {
      end--;
    }
    int start = 0;
    for (int i = 0; i < end && isBlank(text.charAt(i)); i++) {
      if (text.charAt(i) == '\n') {
        start = i + 1;
      }
    }
    return text.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || c == '\u00a0';
  }
}
