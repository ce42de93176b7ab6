package dev.caveat.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a report is about, and which tables it has.
 *
 * @param date ISO 8601
 * @param notes what a reader should know before trusting it
 * @param figures the key figures
 * @param sources what it rests on
 * @param tables those that the rows come from, in order
 */
public record ReportPartJson(
    String title,
    String date,
    List<String> notes,
    List<ReportJson.Fact> figures,
    List<ReportJson.Fact> sources,
    List<Table> tables) {
  /**
   * A table.
   *
   * @param note how to read it; may be empty
   * @param rows how many it has
   */
  public record Table(String id, String title, String note, int rows) {}

  /** A row of a table: its values by column. */
  public record Row(String table, Map<String, @Nullable Object> values) {}
}
