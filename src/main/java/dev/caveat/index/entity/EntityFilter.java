package dev.caveat.index.entity;

import java.util.List;

/**
 * Chooses risks by what they name. Each part that is not empty must match; within a part any value
 * may match.
 *
 * @param regulators ids, such as {@code us-sec}; a search also accepts other names for them
 * @param laws names, each matched by its words in this order within the name of one law
 * @param dates the risk names a day or period that shares a day (or fiscal quarter) with one of
 *     these
 * @param amounts the risk names an amount in one of these ranges
 */
public record EntityFilter(
    List<String> regulators, List<String> laws, List<DateSpan> dates, List<AmountRange> amounts) {
  /** Copies the lists. */
  public EntityFilter {
    regulators = List.copyOf(regulators);
    laws = List.copyOf(laws);
    dates = List.copyOf(dates);
    amounts = List.copyOf(amounts);
  }

  /** Every risk. */
  public static EntityFilter none() {
    return new EntityFilter(List.of(), List.of(), List.of(), List.of());
  }

  /** Whether every risk matches. */
  public boolean isEmpty() {
    return equals(none());
  }

  /** With these regulators. */
  public EntityFilter withRegulators(List<String> regulators) {
    return new EntityFilter(regulators, laws, dates, amounts);
  }

  /** With these laws. */
  public EntityFilter withLaws(List<String> laws) {
    return new EntityFilter(regulators, laws, dates, amounts);
  }

  /** With these dates. */
  public EntityFilter withDates(List<DateSpan> dates) {
    return new EntityFilter(regulators, laws, dates, amounts);
  }

  /** With these amounts. */
  public EntityFilter withAmounts(List<AmountRange> amounts) {
    return new EntityFilter(regulators, laws, dates, amounts);
  }
}
