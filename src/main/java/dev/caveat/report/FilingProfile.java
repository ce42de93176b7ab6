package dev.caveat.report;

import dev.caveat.model.FilingFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A filing as a report counts it.
 *
 * @param id its key
 * @param path the path it was read from
 * @param facts what is known of it
 * @param status what it says of its risks, such as {@code present}
 * @param evidence the words the status rests on
 * @param lines its risks by category; empty where it has none
 */
public record FilingProfile(
    String id, String path, FilingFacts facts, String status, String evidence, List<Line> lines) {
  /**
   * The risks of one primary category.
   *
   * @param category its id
   * @param risks how many
   * @param words in all of them
   * @param specifics regulators, dates, amounts, percentages and laws that they name
   */
  public record Line(String category, int risks, int words, int specifics) {
    Line and(Line other) {
      return new Line(
          category, risks + other.risks, words + other.words, specifics + other.specifics);
    }
  }

  /** Copies the list. */
  public FilingProfile {
    lines = List.copyOf(lines);
  }

  /** All its risks in one line. */
  Line total() {
    return lines.stream().reduce(new Line("", 0, 0, 0), Line::and);
  }

  /** The line of a category, empty of risks where it has none. */
  Line line(String category) {
    Optional<Line> line = lines.stream().filter(l -> l.category().equals(category)).findFirst();
    return line.orElse(new Line(category, 0, 0, 0));
  }

  /** The share of its words that stand in risks of a category. */
  double share(String category) {
    return Ratio.of(line(category).words(), total().words());
  }

  @Nullable LocalDate date() {
    return facts.period() != null ? facts.period() : facts.filed();
  }

  /** Company, form and year, as far as they are known, or else its path. */
  String title() {
    String known =
        Stream.of(facts.company(), facts.form(), date() == null ? null : year())
            .filter(s -> s != null)
            .collect(Collectors.joining(", "));
    return known.isEmpty() ? path : known;
  }

  /** The company's name, or else the path. */
  String company() {
    return facts.company() == null ? path : facts.company();
  }

  /** The year it reports on, or nothing. */
  String year() {
    LocalDate date = date();
    return date == null ? "" : Integer.toString(date.getYear());
  }

  /** Accession number, or else the beginning of its key. */
  String name() {
    return facts.accession() != null
        ? facts.accession()
        : id.substring(0, Math.min(SHORT, id.length()));
  }

  private static final int SHORT = 12;
}
