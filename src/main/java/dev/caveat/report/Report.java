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
 * @param notes what a reader should know before trusting it, a sentence each; empty for nothing
 * @param figures the few that stand at its head
 * @param facts what it rests on: sources, versions, how things are measured
 * @param sections in order
 */
public record Report(
    String title,
    LocalDate date,
    List<String> notes,
    List<Fact> figures,
    List<Fact> facts,
    List<Section> sections) {
  /** Something said once. */
  public record Fact(String name, String value) {}

  /**
   * A table, with what is to be known for reading it.
   *
   * @param note empty if there is nothing to add
   * @param table its values
   * @param chart the same drawn; null if there is none
   * @param audience who it is for
   */
  public record Section(String note, DataTable table, @Nullable Chart chart, Audience audience) {
    /** A table for people and programs alike, without a chart. */
    public Section(String note, DataTable table) {
      this(note, table, null, Audience.ALL);
    }
  }

  /** Who a section is for: people read pages and Markdown, programs JSON, CSV and workbooks. */
  public enum Audience {
    /** People and programs. */
    ALL,
    /** What programs have in another table. */
    PEOPLE,
    /** What would be too long to read. */
    PROGRAMS
  }

  /** The sections for people, or those for programs. */
  public List<Section> sections(Audience audience) {
    return sections.stream()
        .filter(s -> s.audience() == Audience.ALL || s.audience() == audience)
        .toList();
  }

  /** The section with a table; empty if there is none. */
  public Optional<Section> section(String table) {
    return sections.stream().filter(s -> s.table().id().equals(table)).findFirst();
  }

  /** Copies the lists. */
  public Report {
    notes = List.copyOf(notes);
    figures = List.copyOf(figures);
    facts = List.copyOf(facts);
    sections = List.copyOf(sections);
  }
}
