package dev.caveat.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Decodes bytes to text. Filings name their character set wrongly or not at all, so the bytes
 * decide: valid UTF-8 is UTF-8, and everything else windows-1252, which EDGAR filers' tools wrote
 * for years.
 */
final class Decoder {
  /** The byte order mark. */
  private static final String MARK = "\uFEFF";

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final char FIRST_C1 = '\u0080';
  private static final char LAST_C1 = '\u009F';

  /** What windows-1252 holds from the first to the last of them; a blank if it holds nothing. */
  private static final char[] C1 = c1();

  private Decoder() {}

  private static char[] c1() {
    char[] out = new char[LAST_C1 - FIRST_C1 + 1];
    for (int i = 0; i < out.length; i++) {
      char c = new String(new byte[] {(byte) (FIRST_C1 + i)}, WINDOWS_1252).charAt(0);
      out[i] = c == '\uFFFD' || isC1(c) ? ' ' : c;
    }
    return out;
  }

  static String decode(byte[] bytes, int start, int end) {
    Charset utf16 = utf16(bytes, start, end);
    if (utf16 != null) {
      return new String(bytes, start, end - start, utf16).substring(MARK.length());
    }
    if (isMarked(bytes, start, end, StandardCharsets.UTF_8)) {
      start += MARK.getBytes(StandardCharsets.UTF_8).length;
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

  /** The kind of UTF-16 that a byte order mark announces; null if none does. */
  static @Nullable Charset utf16(byte[] bytes, int start, int end) {
    return isMarked(bytes, start, end, StandardCharsets.UTF_16BE)
        ? StandardCharsets.UTF_16BE
        : isMarked(bytes, start, end, StandardCharsets.UTF_16LE) ? StandardCharsets.UTF_16LE : null;
  }

  private static boolean isMarked(byte[] bytes, int start, int end, Charset charset) {
    byte[] mark = MARK.getBytes(charset);
    return end - start >= mark.length
        && Arrays.equals(bytes, start, start + mark.length, mark, 0, mark.length);
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
        chars[i] = C1[chars[i] - FIRST_C1];
      }
    }
    return new String(chars);
  }

  private static boolean isC1(char c) {
    return c >= FIRST_C1 && c <= LAST_C1;
  }
}
