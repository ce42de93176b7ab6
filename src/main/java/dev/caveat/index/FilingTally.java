package dev.caveat.index;

import java.util.List;

/**
 * What the risks of one filing add up to, by category.
 *
 * @param filing its key
 * @param categories those that occur, by id
 */
public record FilingTally(String filing, List<Line> categories) {
  /**
   * The risks of one primary category.
   *
   * @param category its id
   * @param risks how many
   * @param words in all of them
   * @param specifics regulators, dates, amounts, percentages and laws that they name
   */
  public record Line(String category, int risks, int words, int specifics) {}

  /** Copies the list. */
  public FilingTally {
    categories = List.copyOf(categories);
  }
}
