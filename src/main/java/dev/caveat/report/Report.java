package dev.caveat.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a report says, before it is written in any format.
 *
 * @param title what it is about
 * @param date its date
 * @param facts what it rests on: sources, versions, how things are measured
 * @param sections in order
 */
public record Report(String title, LocalDate date, List<Fact> facts, List<Section> sections) {
  /** Something said once. */
  public record Fact(String name, String value) {}

  /**
   * A table, with what is to be known for reading it.
   *
   * @param note empty where there is nothing to add
   * @param table its values
   * @param chart the same drawn; null where there is none
   * @param onPage whether people read it; a table for programs alone stands in files of data
   */
  public record Section(String note, DataTable table, @Nullable Chart chart, boolean onPage) {}

  /** Copies the lists. */
  public Report {
    facts = List.copyOf(facts);
    sections = List.copyOf(sections);
  }
}
