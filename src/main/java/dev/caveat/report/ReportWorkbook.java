package dev.caveat.report;

import dev.caveat.report.DataTable.Column;
import dev.caveat.report.Report.Audience;
import dev.caveat.report.Report.Fact;
import dev.caveat.report.Report.Section;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Writes a report as a workbook: one sheet per table, with filters, frozen headers, and real
 * numbers and dates. Text stays text, whatever it starts with.
 */
public final class ReportWorkbook {
  /** The longest text of a cell. */
  private static final int MAX_LENGTH = 32_767;

  /** The most rows of a sheet, including its header. */
  private static final int MAX_ROWS = 1_048_576;

  private static final int CHARACTER = 256;
  private static final int MIN_WIDTH = 8;
  private static final int MAX_WIDTH = 60;

  private final SXSSFWorkbook workbook;
  private final CellStyle head;
  private final Map<DataTable.Type, CellStyle> styles = new EnumMap<>(DataTable.Type.class);

  private ReportWorkbook(SXSSFWorkbook workbook) {
    this.workbook = workbook;
    this.head = workbook.createCellStyle();
    Font bold = workbook.createFont();
    bold.setBold(true);
    head.setFont(bold);
    head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
    head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    for (DataTable.Type type : DataTable.Type.values()) {
      CellStyle style = workbook.createCellStyle();
      style.setDataFormat(workbook.createDataFormat().getFormat(format(type)));
      style.setVerticalAlignment(VerticalAlignment.TOP);
      styles.put(type, style);
    }
  }

  private static String format(DataTable.Type type) {
    return switch (type) {
      case TEXT -> "@";
      case COUNT -> "#,##0";
      case NUMBER -> "0.000";
      case SHARE -> "0.0%";
      case DATE -> "yyyy-mm-dd";
    };
  }

  /**
   * Writes a report; the same report always gives the same bytes.
   *
   * @param out not closed
   */
  public static void write(Report report, OutputStream out) throws IOException {
    try (XSSFWorkbook whole = new XSSFWorkbook();
        SXSSFWorkbook workbook = new SXSSFWorkbook(whole)) {
      Date date = Date.from(report.date().atStartOfDay(ZoneOffset.UTC).toInstant());
      whole.getProperties().getCoreProperties().setCreated(Optional.of(date));
      whole.getProperties().getCoreProperties().setCreator("Caveat");
      whole.getProperties().getCoreProperties().setTitle(report.title());
      ReportWorkbook writer = new ReportWorkbook(workbook);
      writer.writeSources(report);
      for (Section section : report.sections(Audience.PROGRAMS)) {
        writer.write(section.table());
      }
      RepeatableZip.write(workbook::write, report.date(), out);
    }
  }

  private void writeSources(Report report) {
    Sheet sheet = workbook.createSheet("about");
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Report", report.title()));
    facts.add(new Fact("Date", report.date().toString()));
    report.notes().forEach(n -> facts.add(new Fact("Note", n)));
    facts.addAll(report.figures());
    facts.addAll(report.facts());
    for (int i = 0; i < facts.size(); i++) {
      Row row = sheet.createRow(i);
      text(row.createCell(0), facts.get(i).name());
      text(row.createCell(1), facts.get(i).value());
    }
    sheet.setColumnWidth(0, 24 * CHARACTER);
    sheet.setColumnWidth(1, 100 * CHARACTER);
  }

  private void write(DataTable table) {
    Sheet sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(table.id()));
    Row titles = sheet.createRow(0);
    List<Column> columns = table.columns();
    for (int i = 0; i < columns.size(); i++) {
      Cell cell = titles.createCell(i);
      text(cell, columns.get(i).title());
      cell.setCellStyle(head);
    }
    int[] longest = new int[columns.size()];
    int rows = Math.min(table.rows().size(), MAX_ROWS - 1);
    for (int r = 0; r < rows; r++) {
      Row row = sheet.createRow(r + 1);
      List<@Nullable Object> values = table.rows().get(r);
      for (int i = 0; i < columns.size(); i++) {
        Object value = values.get(i);
        if (value != null) {
          Cell cell = row.createCell(i);
          set(cell, value);
          cell.setCellStyle(styles.get(columns.get(i).type()));
          longest[i] = Math.max(longest[i], value.toString().length());
        }
      }
    }
    for (int i = 0; i < longest.length; i++) {
      sheet.setColumnWidth(i, width(columns.get(i), longest[i]) * CHARACTER);
    }
    sheet.createFreezePane(0, 1);
    sheet.setAutoFilter(new CellRangeAddress(0, rows, 0, columns.size() - 1));
  }

  /** The width of a column, in characters, for its longest value. */
  private static int width(Column column, int longest) {
    int title = column.title().length();
    int widest = column.type().isNumber() ? title + 4 : MAX_WIDTH;
    return Math.clamp(Math.max(longest, title + 3), MIN_WIDTH, Math.max(MIN_WIDTH, widest));
  }

  private static void set(Cell cell, Object value) {
    switch (value) {
      case Integer n -> cell.setCellValue(n);
      case Double d -> cell.setCellValue(DataFiles.rounded(d));
      case LocalDate d -> cell.setCellValue(d);
      default -> text(cell, value.toString());
    }
  }

  /** Setting a value never creates a formula. */
  private static void text(Cell cell, String text) {
    String printable = OfficeText.printable(text);
    cell.setCellValue(
        printable.length() <= MAX_LENGTH
            ? printable
            : printable.substring(0, MAX_LENGTH - 1) + "…");
  }
}
