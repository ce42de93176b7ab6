package dev.caveat.ingest;

import dev.caveat.table.Row;
import dev.caveat.table.Table;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The few declarations of a {@code style} attribute that say how text looks. Filings repeat the
 * same attribute thousands of times, so each is read once a document.
 *
 * <p>Not safe for use by several threads.
 */
final class Css {
  private static final Map<String, Integer> COLORS = colors();
  private static final Map<String, Unit> UNITS = units();
  private static final Pattern RGB =
      Pattern.compile(
          "rgb\\(\\s*(?<red>\\d{1,3})\\s*,\\s*(?<green>\\d{1,3})\\s*,\\s*(?<blue>\\d{1,3})\\s*[,)].*");
  private static final int BOLD = Bounds.whole("bold-weight");
  private static final int FARTHEST = Bounds.whole("farthest-indent");

  /** Sizes of type are in tenths of a point. */
  private static final int TENTHS = 10;

  /** The last of the sides of a box as they are declared: top, right, bottom, left. */
  private static final int LEFT = 3;

  /**
   * A unit of lengths.
   *
   * @param points how many points it has
   * @param absolute whether it has as many everywhere
   */
  private record Unit(double points, boolean absolute) {
    static final Unit NONE = new Unit(1, false);
  }

  private static Map<String, Integer> colors() {
    Map<String, Integer> out = new HashMap<>();
    for (Row row : Table.resource(Css.class, "colors.tsv")) {
      out.put(row.at(0), Integer.decode(row.at(1)));
    }
    return out;
  }

  private static Map<String, Unit> units() {
    Map<String, Unit> out = new HashMap<>();
    for (Row row : Table.resource(Css.class, "units.tsv")) {
      boolean absolute = row.at(2).equals("absolute");
      out.put(row.at(0), new Unit(Double.parseDouble(row.at(1)), absolute));
    }
    return out;
  }

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
      case "font-weight" -> d.bold = value.startsWith("bold") || weight(value) >= BOLD;
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
    return parts.length > LEFT ? points(parts[LEFT]) : parts.length > 1 ? points(parts[1]) : 0;
  }

  private static void font(Declared d, String value) {
    for (String part : value.split("\\s+")) {
      if (part.startsWith("bold") || weight(part) >= BOLD) {
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
    double n = number(value);
    Unit unit = unit(value);
    if (Double.isNaN(n) || !unit.absolute) {
      return null;
    }
    return (int) Math.round(n * unit.points * TENTHS);
  }

  private static int points(String value) {
    double n = number(value);
    if (Double.isNaN(n)) {
      return 0;
    }
    return (int) Math.round(Math.clamp(n * unit(value).points, -FARTHEST, FARTHEST));
  }

  private static Unit unit(String value) {
    return UNITS.getOrDefault(value.substring(numberEnd(value)).strip(), Unit.NONE);
  }

  private static double number(String value) {
    try {
      return Double.parseDouble(value.substring(0, numberEnd(value)));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static int numberEnd(String value) {
    int end = 0;
    while (end < value.length()
        && (Character.isDigit(value.charAt(end))
            || value.charAt(end) == '.'
            || (end == 0 && value.charAt(0) == '-'))) {
      end++;
    }
    return end;
  }

  /** The color; null if it cannot be read. */
  static @Nullable Integer color(String value) {
    String hex = value.startsWith("#") ? value.substring(1) : value;
    if (hex.matches("[0-9a-f]{6}")) {
      return Integer.decode("#" + hex);
    }
    if (hex.matches("[0-9a-f]{3}")) {
      return Integer.decode("#" + hex.replaceAll(".", "$0$0"));
    }
    Matcher rgb = RGB.matcher(value);
    if (rgb.matches()) {
      return channel(rgb, "red") << 2 * Byte.SIZE
          | channel(rgb, "green") << Byte.SIZE
          | channel(rgb, "blue");
    }
    return COLORS.get(value);
  }

  private static int channel(Matcher rgb, String name) {
    return Integer.parseInt(rgb.group(name));
  }
}
