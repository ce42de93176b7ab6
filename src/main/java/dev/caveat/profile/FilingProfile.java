package dev.caveat.profile;

import dev.caveat.index.IndexedFiling;
import dev.caveat.model.FilingFacts;
import dev.caveat.model.VisibleText;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A filing and the totals of its risks.
 *
 * @param the indexed filing
 * @param lines its risks by category; empty if it has none
 */
record FilingProfile(IndexedFiling filing, List<Line> lines) {
  /**
   * The risks of one primary category.
   *
   * @param category its id
   * @param risks how many
   * @param words in all of them
   * @param specifics regulators, dates, amounts, percentages and laws that they name
   */
  record Line(String category, int risks, int words, int specifics) {
    static final Line NONE = new Line("", 0, 0, 0);

    Line and(Line other) {
      return new Line(
          category, risks + other.risks, words + other.words, specifics + other.specifics);
    }

    double specificity() {
      return Ratio.perHundred(specifics, words);
    }
  }

  /** Copies the list. */
  FilingProfile {
    lines = List.copyOf(lines);
  }

  String id() {
    return filing.id();
  }

  FilingFacts facts() {
    return filing.facts();
  }

  boolean hasRisks() {
    return !lines.isEmpty();
  }

  /** The line of all its risks. */
  Line total() {
    return lines.stream().reduce(Line.NONE, Line::and);
  }

  /** The line of a category; one without risks where it has none. */
  Line line(String category) {
    for (Line line : lines) {
      if (line.category().equals(category)) {
        return line;
      }
    }
    return new Line(category, 0, 0, 0);
  }

  /** The share of its words in risks of a category. */
  double share(String category) {
    return Ratio.of(line(category).words(), total().words());
  }

  /** The end of the period it reports on, or else its filing date. */
  @Nullable LocalDate date() {
    return facts().period() != null ? facts().period() : facts().filed();
  }

  /** The year it reports on, or an empty string. */
  String year() {
    return Objects.toString(filing.year(), "");
  }

  /** The company's name, or else the name of its file, as a single line that is safe to show. */
  String company() {
    String path = filing.path();
    return facts().company() == null
        ? VisibleText.line(path.substring(path.lastIndexOf('/') + 1))
        : facts().company();
  }

  /** Company, form and date, as far as they are known. */
  String title() {
    return Stream.of(company(), facts().form(), date())
        .filter(Objects::nonNull)
        .map(Object::toString)
        .collect(Collectors.joining(", "));
  }

  /** Accession number, or else the beginning of its key. */
  String name() {
    return filing.name();
  }
}
