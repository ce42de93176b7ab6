package dev.caveat.index;

/**
 * The numbers of a risk that are known without reading its text.
 *
 * @param filing key of its filing
 * @param ordinal its number there, from 1
 * @param category id of its primary category; {@code other} where it was not classified
 * @param words how many words it has, caption and body
 * @param specifics how many regulators, dates, amounts, percentages and laws it names, counting
 *     repeats
 */
public record RiskNumbers(String filing, int ordinal, String category, int words, int specifics) {
  /** The same in another category. */
  public RiskNumbers withCategory(String category) {
    return new RiskNumbers(filing, ordinal, category, words, specifics);
  }
}
