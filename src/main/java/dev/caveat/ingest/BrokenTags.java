package dev.caveat.ingest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mends tags that a tool broke after their first character, as {@code < /DIV>}: no parser takes
 * them for tags, so they would be read as text.
 */
final class BrokenTags {
  /** Closing tags of any name; opening ones whose names no sentence holds between angles. */
  private static final Pattern BROKEN =
      Pattern.compile(
          "<(?:\\s+/\\s*|/\\s+)(?<closing>div|p|font|b|i|u|a|td|tr|table|span|center|strong|em|h[1-6])\\s*>"
              + "|<\\s+(?<opening>div|font|td|tr|table|span|center|strong|br|hr)"
              + "(?:\\s+[\\w:-]+\\s*=\\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\\s\"'<>]+))*\\s*/?>",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST = Bounds.whole("longest-tag");

  private BrokenTags() {}

  /** The text with its broken tags whole; all else, and every place in it, is as it was. */
  static String mended(String text) {
    StringBuilder out = null;
    Matcher m = null;
    for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
      if (!isBroken(text, at)) {
        continue;
      }
      m = m == null ? BROKEN.matcher(text) : m;
      if (m.region(at, Math.min(text.length(), at + LONGEST)).lookingAt()) {
        out = out == null ? new StringBuilder(text) : out;
        String kind = m.group("closing") != null ? "closing" : "opening";
        int end = m.end(kind);
        String whole = (kind.equals("closing") ? "</" : "<") + m.group(kind);
        out.replace(at, end, whole + " ".repeat(end - at - whole.length()));
      }
    }
    return out == null ? text : out.toString();
  }

  private static boolean isBroken(String text, int at) {
    char next = at + 1 < text.length() ? text.charAt(at + 1) : '>';
    boolean slash = next == '/' && at + 2 < text.length();
    return Character.isWhitespace(slash ? text.charAt(at + 2) : next);
  }
}
