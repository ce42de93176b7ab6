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
    return builder().build();
  }

  /** Whether every risk matches. */
  public boolean isEmpty() {
    return equals(none());
  }

  /** A filter to be made, so far of every risk. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that starts from this filter. */
  public Builder toBuilder() {
    return builder().regulators(regulators).laws(laws).dates(dates).amounts(amounts);
  }

  /** Collects the parts of a filter. Not for use by several threads. */
  public static final class Builder {
    private List<String> regulators = List.of();
    private List<String> laws = List.of();
    private List<DateSpan> dates = List.of();
    private List<AmountRange> amounts = List.of();

    private Builder() {}

    /** Regulators, by id; a search takes acronyms and names too. */
    public Builder regulators(List<String> regulators) {
      this.regulators = regulators;
      return this;
    }

    /** Names of laws. */
    public Builder laws(List<String> laws) {
      this.laws = laws;
      return this;
    }

    /** Days and periods. */
    public Builder dates(List<DateSpan> dates) {
      this.dates = dates;
      return this;
    }

    /** Amounts. */
    public Builder amounts(List<AmountRange> amounts) {
      this.amounts = amounts;
      return this;
    }

    /** The filter. */
    public EntityFilter build() {
      return new EntityFilter(regulators, laws, dates, amounts);
    }
  }
}
