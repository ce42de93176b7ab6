package dev.caveat.report;

import dev.caveat.model.VisibleText;
import dev.caveat.report.DataTable.Column;
import dev.caveat.report.DataTable.Type;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Tables as CSV, for programs. */
public final class DataFiles {
  private static final double FOUR_DIGITS = 10_000;

  /** Text that a spreadsheet would run as a formula. */
  private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\t\r]");

  private DataFiles() {}

  /**
   * Writes a table as CSV by RFC 4180: column names first, empty fields for missing values. Text
   * that a spreadsheet would run as a formula is prefixed with an apostrophe.
   *
   * @param out not closed
   */
  public static void writeCsv(DataTable table, Appendable out) throws IOException {
    CSVPrinter csv =
        new CSVPrinter(out, CSVFormat.RFC4180.builder().setRecordSeparator("\n").get());
    csv.printRecord(table.columns().stream().map(Column::id).toList());
    for (List<@Nullable Object> row : table.rows()) {
      List<@Nullable Object> cells = new ArrayList<>();
      for (Object value : row) {
        cells.add(cell(value));
      }
      csv.printRecord(cells);
    }
    csv.flush();
  }

  private static @Nullable Object cell(@Nullable Object value) {
    if (value instanceof Double d) {
      return rounded(d);
    }
    if (value instanceof String s) {
      String line = VisibleText.line(s);
      return FORMULA.matcher(s).find() ? "'" + line : line;
    }
    return value;
  }

  /** A number with four decimals, as written for programs. */
  public static double rounded(double value) {
    return Math.round(value * FOUR_DIGITS) / FOUR_DIGITS;
  }

  /** A value as people read it. */
  public static String text(@Nullable Object value, Type type) {
    if (value == null) {
      return "";
    }
    return switch (type) {
      case TEXT, DATE -> value.toString();
      case COUNT -> String.format(Locale.ROOT, "%,d", (Integer) value);
      case NUMBER -> String.format(Locale.ROOT, "%.3f", (Double) value);
      case SHARE -> String.format(Locale.ROOT, "%.1f%%", 100 * (Double) value);
    };
  }
}
