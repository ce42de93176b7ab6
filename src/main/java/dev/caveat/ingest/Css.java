package dev.caveat.ingest;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The few declarations of a {@code style} attribute that say how text looks. Filings repeat the
 * same attribute thousands of times, so each is read once a document.
 *
 * <p>Not safe for use by several threads.
 */
final class Css {
  /** Names of colors that filers use for text; black is 0. */
  private static final Map<String, Integer> COLORS =
      Map.ofEntries(
          Map.entry("black", 0),
          Map.entry("windowtext", 0),
          Map.entry("blue", 0x0000FF),
          Map.entry("navy", 0x000080),
          Map.entry("red", 0xFF0000),
          Map.entry("maroon", 0x800000),
          Map.entry("green", 0x008000),
          Map.entry("teal", 0x008080),
          Map.entry("purple", 0x800080),
          Map.entry("gray", 0x808080),
          Map.entry("grey", 0x808080),
          Map.entry("white", 0xFFFFFF));

  /** What one attribute declares; null if it is silent. */
  static final class Declared {
    @Nullable Boolean bold;
    @Nullable Boolean italic;
    @Nullable Boolean underline;
    @Nullable Boolean centered;
    @Nullable Integer size;
    @Nullable Integer color;
    int indent;
    boolean hidden;
    boolean pageBreak;
    boolean inline;

    /** These declarations, overruled by those of {@code later} where both speak. */
    Declared and(Declared later) {
      Declared out = new Declared();
      out.bold = later.bold != null ? later.bold : bold;
      out.italic = later.italic != null ? later.italic : italic;
      out.underline = later.underline != null ? later.underline : underline;
      out.centered = later.centered != null ? later.centered : centered;
      out.size = later.size != null ? later.size : size;
      out.color = later.color != null ? later.color : color;
      out.indent = later.indent != 0 ? later.indent : indent;
      out.hidden = hidden || later.hidden;
      out.pageBreak = pageBreak || later.pageBreak;
      return out;
    }

    ComputedStyle apply(ComputedStyle look) {
      ComputedStyle out = look;
      out = bold == null ? out : out.bold(bold);
      out = italic == null ? out : out.italic(italic);
      out = underline == null ? out : out.underline(underline);
      out = centered == null ? out : out.centered(centered);
      out = size == null ? out : out.size(size);
      out = color == null ? out : out.color(color);
      out = indent == 0 ? out : out.indentedBy(indent);
      return hidden ? out.asHidden() : out;
    }
  }

  private final Map<String, Declared> seen = new HashMap<>();

  Declared read(String style) {
    return seen.computeIfAbsent(style, Css::parse);
  }

  private static Declared parse(String style) {
    Declared d = new Declared();
    for (String declaration : style.toLowerCase(Locale.ROOT).split(";")) {
      int colon = declaration.indexOf(':');
      if (colon > 0) {
        declare(
            d, declaration.substring(0, colon).strip(), declaration.substring(colon + 1).strip());
      }
    }
    return d;
  }

  private static void declare(Declared d, String name, String value) {
    switch (name) {
      case "font-weight" -> d.bold = value.startsWith("bold") || weight(value) >= 600;
      case "font-style" -> d.italic = value.startsWith("italic") || value.startsWith("oblique");
      case "font-size" -> d.size = size(value);
      case "font" -> font(d, value);
      case "color" -> d.color = color(value);
      case "text-decoration", "text-decoration-line", "text-decoration-style" -> {
        if (value.contains("underline")) {
          d.underline = true;
        } else if (value.startsWith("none")) {
          d.underline = false;
        }
      }
      case "text-align" -> d.centered = value.startsWith("center");
      case "margin-left", "padding-left", "text-indent" -> d.indent += points(value);
      case "margin" -> d.indent += sides(value);
      case "padding" -> d.indent += sides(value);
      case "display" -> {
        d.hidden = value.startsWith("none");
        d.inline = value.equals("inline");
      }
      case "visibility" -> d.hidden |= value.startsWith("hidden");
      case "page-break-before", "page-break-after", "break-before", "break-after" ->
          d.pageBreak = value.startsWith("always") || value.startsWith("page");
      default -> {}
    }
  }

  /** The left side of a margin or padding given for all sides at once. */
  private static int sides(String value) {
    String[] parts = value.split("\\s+");
    return parts.length == 4 ? points(parts[3]) : parts.length >= 2 ? points(parts[1]) : 0;
  }

  private static void font(Declared d, String value) {
    for (String part : value.split("\\s+")) {
      if (part.startsWith("bold") || weight(part) >= 600) {
        d.bold = true;
      } else if (part.startsWith("italic")) {
        d.italic = true;
      } else if (!part.isEmpty() && Character.isDigit(part.charAt(0)) && !part.matches("\\d+")) {
        int slash = part.indexOf('/');
        d.size = size(slash < 0 ? part : part.substring(0, slash));
      }
    }
  }

  private static int weight(String value) {
    return value.matches("[1-9]00") ? Integer.parseInt(value) : 0;
  }

  /** Tenths of a point, null if the value is relative. */
  private static @Nullable Integer size(String value) {
    double points = number(value);
    if (Double.isNaN(points)) {
      return null;
    }
    if (value.endsWith("px")) {
      points *= 0.75;
    } else if (!value.endsWith("pt")) {
      return null;
    }
    return (int) Math.round(points * 10);
  }

  private static int points(String value) {
    double n = number(value);
    if (Double.isNaN(n)) {
      return 0;
    }
    double factor =
        value.endsWith("px")
            ? 0.75
            : value.endsWith("in") ? 72 : value.endsWith("em") ? 10 : value.endsWith("%") ? 5 : 1;
    return (int) Math.round(Math.clamp(n * factor, -1000, 1000));
  }

  private static double number(String value) {
    int end = 0;
    while (end < value.length()
        && (Character.isDigit(value.charAt(end))
            || value.charAt(end) == '.'
            || (end == 0 && value.charAt(0) == '-'))) {
      end++;
    }
    try {
      return Double.parseDouble(value.substring(0, end));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** The color; null if it cannot be read. */
  static @Nullable Integer color(String value) {
    String hex = value.startsWith("#") ? value.substring(1) : value;
    if (hex.matches("[0-9a-f]{6}")) {
      return Integer.parseInt(hex, 16);
    }
    if (hex.matches("[0-9a-f]{3}")) {
      int rgb = Integer.parseInt(hex, 16);
      return (rgb >> 8 & 15) * 0x110000 | (rgb >> 4 & 15) * 0x1100 | (rgb & 15) * 0x11;
    }
    if (value.startsWith("rgb(")) {
      String[] parts = value.substring(4).replace(")", "").split(",");
      try {
        return parts.length < 3
            ? null
            : Integer.parseInt(parts[0].strip()) << 16
                | Integer.parseInt(parts[1].strip()) << 8
                | Integer.parseInt(parts[2].strip());
      } catch (NumberFormatException e) {
        return null;
      }
    }
    return COLORS.get(value);
  }
}
