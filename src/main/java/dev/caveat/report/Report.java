package dev.caveat.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a report says, before it is written in any format.
 *
 * @param title what it is about
 * @param date its date
 * @param figures the few that stand at its head
 * @param facts what it rests on: sources, versions, how things are measured
 * @param sections in order
 */
public record Report(
    String title, LocalDate date, List<Fact> figures, List<Fact> facts, List<Section> sections) {
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

  /** The section with a table; empty where there is none. */
  public Optional<Section> section(String table) {
    return sections.stream().filter(s -> s.table().id().equals(table)).findFirst();
  }

  /** Copies the lists. */
  public Report {
    figures = List.copyOf(figures);
    facts = List.copyOf(facts);
    sections = List.copyOf(sections);
  }
}
