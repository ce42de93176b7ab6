package dev.caveat.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a report, before it is written in any format.
 *
 * @param title what it is about
 * @param date its date
 * @param notes what a reader should know before trusting it, one sentence each; may be empty
 * @param figures the key figures at the top
 * @param facts what it is based on: sources, versions, definitions of measures
 * @param sections in order
 */
public record Report(
    String title,
    LocalDate date,
    List<String> notes,
    List<Fact> figures,
    List<Fact> facts,
    List<Section> sections) {
  /** A name and a value. */
  public record Fact(String name, String value) {}

  /**
   * A table, with a note on how to read it.
   *
   * @param note empty if there is nothing to add
   * @param table its values
   * @param chart the chart of it; null if there is none
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
    /** Only people: programs have it in another table. */
    PEOPLE,
    /** Only programs: it would be too long to read. */
    PROGRAMS
  }

  /** The sections for people or for programs. */
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
