package org.cablebeam.transforms.source;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as text: line ends are {@code \n}, NULs and byte-order marks are gone.
 *
 * @param text the text
 * @param charset the IANA name of the character set
 * @param sign by what that was told
 * @param repaired the first piece of mojibake that was put right, as found; null if there was none
 */
record Decoded(String text, String charset, CharsetSign sign, @Nullable String repaired) {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** What English-language traffic was kept in; other guesses of the detector are not believed. */
  private static final Set<String> BELIEVED = Set.of("windows-1252", "ISO-8859-1");

  /** How much of a text is shown to the detector, in bytes. */
  private static final int SAMPLE = 32 * 1024;

  private static final byte[] NONE = {};

  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long ONES = 0x0101010101010101L;
  private static final long RETURNS = ONES * '\r';

  /** Decodes bytes {@code from} to {@code to}. */
  static Decoded of(byte[] bytes, int from, int to) {
    Charset marked = byteOrderMark(bytes, from, to);
    if (marked != null) {
      return utf16(bytes, from, to, marked, CharsetSign.BYTE_ORDER_MARK);
    }
    int start = from;
    if (to - from >= 3
        && bytes[from] == (byte) 0xEF
        && bytes[from + 1] == (byte) 0xBB
        && bytes[from + 2] == (byte) 0xBF) {
      start = from + 3;
    }
    // One pass over eight bytes at a time tells nearly all messages: plain ASCII.
    boolean high = false;
    boolean odd = false;
    int i = start;
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (; i + 8 <= to; i += 8) {
      long eight = buffer.getLong(i);
      high |= (eight & HIGH_BITS) != 0;
      long returns = eight ^ RETURNS;
      odd |= ((((returns - ONES) & ~returns) | ((eight - ONES) & ~eight)) & HIGH_BITS) != 0;
    }
    for (; i < to; i++) {
      high |= bytes[i] < 0;
      odd |= bytes[i] == '\r' || bytes[i] == 0;
    }
    if (odd) {
      Charset unmarked = unmarkedUtf16(bytes, start, to);
      if (unmarked != null) {
        return utf16(bytes, start, to, unmarked, CharsetSign.NULS);
      }
    }
    byte[] plain = bytes;
    int end = to;
    if (odd) {
      plain = withPlainLineEnds(bytes, start, to);
      start = 0;
      end = plain.length;
    }
    if (!high) {
      String ascii = new String(plain, start, end - start, StandardCharsets.ISO_8859_1);
      return new Decoded(ascii, "UTF-8", CharsetSign.VALID, null);
    }
    return withHighBytes(plain, start, end);
  }

  static Decoded of(byte[] bytes) {
    return of(bytes, 0, bytes.length);
  }

  /** The UTF-16 whose byte-order mark the bytes begin with; null if they do not. */
  static @Nullable Charset byteOrderMark(byte[] bytes, int from, int to) {
    if (to - from < 2) {
      return null;
    }
    if (bytes[from] == (byte) 0xFF && bytes[from + 1] == (byte) 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (bytes[from] == (byte) 0xFE && bytes[from + 1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    return null;
  }

  /**
   * UTF-16 without a mark: English text in it has a NUL in nearly every second byte, always on the
   * same side.
   */
  static @Nullable Charset unmarkedUtf16(byte[] bytes, int from, int to) {
    int length = Math.min(to - from, SAMPLE) & ~1;
    int even = 0;
    int uneven = 0;
    for (int i = from; i < from + length; i += 2) {
      even += bytes[i] == 0 ? 1 : 0;
      uneven += bytes[i + 1] == 0 ? 1 : 0;
    }
    int pairs = length / 2;
    if (pairs < 4) {
      return null;
    }
    if (uneven > pairs * 3 / 4 && even < pairs / 10) {
      return StandardCharsets.UTF_16LE;
    }
    if (even > pairs * 3 / 4 && uneven < pairs / 10) {
      return StandardCharsets.UTF_16BE;
    }
    return null;
  }

  private static Decoded utf16(byte[] bytes, int from, int to, Charset charset, CharsetSign sign) {
    String text = new String(bytes, from, to - from, charset);
    return new Decoded(normalized(text), charset.name(), sign, null);
  }

  /** A text of which the mark, NULs and carriage returns are taken out. */
  static String normalized(String text) {
    boolean plain =
        text.indexOf('\r') < 0
            && text.indexOf('\0') < 0
            && (text.isEmpty() || text.charAt(0) != '\uFEFF');
    if (plain) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r') {
        if (i + 1 >= text.length() || text.charAt(i + 1) != '\n') {
          out.append('\n');
        }
      } else if (c != 0 && (c != '\uFEFF' || i > 0)) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static byte[] withPlainLineEnds(byte[] bytes, int from, int to) {
    byte[] out = new byte[to - from];
    int length = 0;
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b == '\r') {
        if (i + 1 >= to || bytes[i + 1] != '\n') {
          out[length++] = '\n';
        }
      } else if (b != 0) {
        out[length++] = b;
      }
    }
    return Arrays.copyOf(out, length);
  }

  private static Decoded withHighBytes(byte[] bytes, int from, int to) {
    String text;
    String charset = "UTF-8";
    CharsetSign sign = CharsetSign.VALID;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, from, to - from))
              .toString();
    } catch (CharacterCodingException e) {
      // Not UTF-8 throughout: either damaged UTF-8 or another character set.
      String mixed = damagedUtf8(bytes, from, to);
      if (mixed != null) {
        text = mixed;
        sign = CharsetSign.DAMAGED;
      } else {
        Charset guess = detect(bytes, from, to);
        text = normalized(new String(bytes, from, to - from, guess));
        charset = guess.name();
        sign = CharsetSign.LETTERS;
      }
    }
    return repaired(text, charset, sign);
  }

  /**
   * UTF-8 in which some bytes are damaged: characters of several bytes outnumber the bytes that fit
   * nowhere, which are read as Windows-1252. Null where it is not UTF-8.
   */
  private static @Nullable String damagedUtf8(byte[] bytes, int from, int to) {
    StringBuilder out = new StringBuilder(to - from);
    int valid = 0;
    int invalid = 0;
    for (int i = from; i < to; ) {
      int length = utf8Length(bytes, i, to);
      if (length == 1) {
        out.append((char) bytes[i]);
      } else if (length > 1) {
        out.append(new String(bytes, i, length, StandardCharsets.UTF_8));
        valid++;
      } else {
        out.append(new String(bytes, i, 1, WINDOWS_1252));
        invalid++;
        length = 1;
      }
      i += length;
    }
    return valid > invalid ? out.toString() : null;
  }

  /** The length of the UTF-8 character at {@code at}; 0 if there is none. */
  private static int utf8Length(byte[] bytes, int at, int to) {
    int b = bytes[at];
    if (b >= 0) {
      return 1;
    }
    int length = sequenceLength(b & 0xFF);
    if (length == 0 || at + length > to) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return wellFormed(b & 0xFF, bytes[at + 1] & 0xFF) ? length : 0;
  }

  private static int sequenceLength(int lead) {
    if (lead >= 0xC2 && lead <= 0xDF) {
      return 2;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
      return 3;
    }
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
  }

  /** No overlong forms, no surrogates, nothing beyond the last code point. */
  private static boolean wellFormed(int lead, int second) {
    return switch (lead) {
      case 0xE0 -> second >= 0xA0;
      case 0xED -> second <= 0x9F;
      case 0xF0 -> second >= 0x90;
      case 0xF4 -> second <= 0x8F;
      default -> true;
    };
  }

  private static Charset detect(byte[] bytes, int from, int to) {
    int first = from;
    while (first < to && bytes[first] >= 0) {
      first++;
    }
    int start = Math.max(from, first - SAMPLE / 2);
    byte[] sample = Arrays.copyOfRange(bytes, start, Math.min(to, start + SAMPLE));
    CharsetMatch match = new CharsetDetector().setText(sample).detect();
    if (match != null && BELIEVED.contains(match.getName())) {
      return Charset.forName(match.getName());
    }
    return WINDOWS_1252;
  }

  /**
   * UTF-8 that was read as Windows-1252 and saved: characters that, taken back to bytes, are one
   * character of UTF-8, are that character. Done again while it helps, for what was misread twice.
   */
  private static Decoded repaired(String text, String charset, CharsetSign sign) {
    String found = null;
    String repaired = text;
    for (int round = 0; round < 3; round++) {
      int first = mojibake(repaired, 0);
      if (first < 0) {
        break;
      }
      if (found == null) {
        found = repaired.substring(first, first + sequenceLength(repaired.charAt(first)));
      }
      repaired = takenBack(repaired, first);
    }
    return new Decoded(repaired, charset, sign, found);
  }

  /** A text in which all mojibake is taken back, of which the first piece is at {@code first}. */
  private static String takenBack(String text, int first) {
    StringBuilder out = new StringBuilder(text.length());
    int copied = 0;
    for (int at = first; at >= 0; at = mojibake(text, copied)) {
      byte[] sequence = sequence(text, at);
      out.append(text, copied, at).append(new String(sequence, StandardCharsets.UTF_8));
      copied = at + sequence.length;
    }
    return out.append(text, copied, text.length()).toString();
  }

  /** Where mojibake begins, at {@code from} or behind it; -1 if there is none. */
  private static int mojibake(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0xC2 && c <= 0xF4 && sequence(text, i).length > 0) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The bytes of the UTF-8 character that the characters at a place were; none if they were not.
   */
  private static byte[] sequence(String text, int at) {
    int length = sequenceLength(text.charAt(at));
    if (length == 0 || at + length > text.length()) {
      return NONE;
    }
    byte[] sequence = new byte[length];
    sequence[0] = (byte) text.charAt(at);
    for (int i = 1; i < length; i++) {
      int b = windows1252(text.charAt(at + i));
      if ((b & 0xC0) != 0x80) {
        return NONE;
      }
      sequence[i] = (byte) b;
    }
    return utf8Length(sequence, 0, length) == length ? sequence : NONE;
  }

  /** The byte of a character in Windows-1252, with the undefined five as C1 controls; or -1. */
  private static int windows1252(char c) {
    if (c < 0x100) {
      return c;
    }
    ByteBuffer encoded;
    try {
      encoded = WINDOWS_1252.newEncoder().encode(CharBuffer.wrap(new char[] {c}));
    } catch (CharacterCodingException e) {
      // Not a character of Windows-1252: it cannot be part of such mojibake.
      return -1;
    }
    return encoded.get(0) & 0xFF;
  }

  /**
   * Whether this is text at all: of its first characters no more than one in twenty are controls or
   * replacement characters.
   */
  boolean isText() {
    int length = Math.min(text.length(), SAMPLE);
    int odd = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      boolean control = c < ' ' && c != '\n' && c != '\t' && c != '\f' && c != 0x1A;
      if (control || c == 0x7F || c == '\uFFFD' || (c >= 0x80 && c < 0xA0 && c != 0x85)) {
        odd++;
      }
    }
    return odd * 20 <= length;
  }
}
