package dev.caveat.cli;

import dev.caveat.index.entity.AmountRange;
import dev.caveat.index.entity.DateSpan;
import dev.caveat.index.entity.EntityFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The options that choose risks by what they name. */
final class EntityOptions {
  @Option(
      names = "--regulator",
      paramLabel = "NAME",
      description =
          "Only risks that name this regulator: an id (us-fcc), an acronym or a full name."
              + " Repeat for any of several.")
  private List<String> regulators = new ArrayList<>();

  @Option(
      names = "--law",
      paramLabel = "NAME",
      description = "Only risks that cite a law with these words in this order. May be repeated.")
  private List<String> laws = new ArrayList<>();

  @Option(
      names = "--date",
      paramLabel = "DATES",
      description =
          "Only risks that mention a date or period overlapping this one: 2003-09-30, 2003-09,"
              + " 2003-Q3, 2003, 2003-09..2003-12, 2003.. or ..2003. Fiscal periods match only"
              + " FY2003 or FY2003-Q1. May be repeated.")
  private List<String> dates = new ArrayList<>();

  @Option(
      names = "--money",
      paramLabel = "AMOUNT",
      description =
          "Only risks that state such an amount: '>= 1 million USD', '< 50k', '= 1.6 million EUR'"
              + " or '1 million..5 million'; any currency if none is given. May be repeated.")
  private List<String> amounts = new ArrayList<>();

  EntityFilter filter() {
    return EntityFilter.builder()
        .regulators(regulators)
        .laws(laws)
        .dates(read("--date", dates, DateSpan::parse))
        .amounts(read("--money", amounts, AmountRange::parse))
        .build();
  }

  private static <T> List<T> read(String option, List<String> texts, Function<String, T> reader) {
    try {
      return texts.stream().map(reader).toList();
    } catch (IllegalArgumentException e) {
      throw CommandException.usage(option + ": " + e.getMessage());
    }
  }
}
