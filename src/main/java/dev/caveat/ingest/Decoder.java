package dev.caveat.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes bytes to text. Filings name their character set wrongly or not at all, so the bytes
 * decide: valid UTF-8 is UTF-8, and everything else windows-1252, which EDGAR filers' tools wrote
 * for years.
 */
final class Decoder {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** What windows-1252 holds at 0x80 to 0x9F; 0 if it holds nothing. */
  private static final char[] C1 = c1();

  private Decoder() {}

  private static char[] c1() {
    char[] out = new char[32];
    for (int i = 0; i < 32; i++) {
      char c = new String(new byte[] {(byte) (0x80 + i)}, WINDOWS_1252).charAt(0);
      out[i] = c == '\uFFFD' || (c >= 0x80 && c < 0xA0) ? ' ' : c;
    }
    return out;
  }

  static String decode(byte[] bytes, int start, int end) {
    Charset utf16 = utf16(bytes, start, end);
    if (utf16 != null) {
      return new String(bytes, start + 2, end - start - 2, utf16);
    }
    if (end - start >= 3
        && bytes[start] == (byte) 0xEF
        && bytes[start + 1] == (byte) 0xBB
        && bytes[start + 2] == (byte) 0xBF) {
      start += 3;
    }
    // Decoding with replacement is many times faster than asking for exceptions.
    String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
    boolean replaced = text.indexOf('\uFFFD') >= 0;
    if (!replaced && text.length() == end - start) {
      return text;
    }
    if (replaced && !isUtf8(bytes, start, end)) {
      text = new String(bytes, start, end - start, WINDOWS_1252);
    }
    return withoutC1(text);
  }

  private static boolean isUtf8(byte[] bytes, int start, int end) {
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, start, end - start));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static @org.jspecify.annotations.Nullable Charset utf16(
      byte[] bytes, int start, int end) {
    if (end - start < 2) {
      return null;
    }
    int mark = (bytes[start] & 0xFF) << 8 | (bytes[start + 1] & 0xFF);
    return mark == 0xFEFF
        ? StandardCharsets.UTF_16BE
        : mark == 0xFFFE ? StandardCharsets.UTF_16LE : null;
  }

  /**
   * Control characters 0x80 to 0x9F never stand in a filing on purpose: they are windows-1252 bytes
   * that some tool took for Latin-1.
   */
  static String withoutC1(String text) {
    int first = 0;
    while (first < text.length() && !isC1(text.charAt(first))) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    char[] chars = text.toCharArray();
    for (int i = first; i < chars.length; i++) {
      if (isC1(chars[i])) {
        chars[i] = C1[chars[i] - 0x80];
      }
    }
    return new String(chars);
  }

  private static boolean isC1(char c) {
    return c >= 0x80 && c < 0xA0;
  }
}
