package dev.caveat.index.entity;

import java.util.List;

/**
 * Which risks are meant by what they name. Each part that is not empty must hold; within a part any
 * value will do.
 *
 * @param regulators ids, such as {@code us-sec}; a search takes other names for them too
 * @param laws names, each matched by its words in this order within the name of one law
 * @param dates the risk names a day or period that has a day (or fiscal quarter) in common
 * @param amounts the risk names one amount within
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

  /** Whether every risk is meant. */
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
