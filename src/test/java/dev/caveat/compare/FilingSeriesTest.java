package dev.caveat.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.caveat.compare.FilingSeries.Pair;
import dev.caveat.model.FilingFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FilingSeriesTest {
  private static FilingFacts filing(
      @Nullable String accession, @Nullable String cik, @Nullable String form, int year) {
    LocalDate period = year == 0 ? null : LocalDate.of(year, 12, 31);
    return new FilingFacts(accession, cik, "Morl Tin Co", null, form, null, period, null);
  }

  private static List<Pair<FilingFacts>> pairs(FilingFacts... filings) {
    return FilingSeries.of(List.of(filings), f -> f).stream()
        .flatMap(s -> s.pairs().stream())
        .toList();
  }

  @Test
  void pairsEachFilingWithTheOneBefore() {
    FilingFacts first = filing("a", "7", "10-K405", 1999);
    FilingFacts second = filing("b", "7", "10-K", 2000);
    FilingFacts third = filing("c", "7", "10-KSB", 2002);
    assertThat(pairs(third, first, second))
        .containsExactly(new Pair<>(first, second), new Pair<>(second, third));
  }

  @Test
  void keepsCompaniesAndFormsApart() {
    assertThat(
            pairs(
                filing("a", "7", "10-K", 1999),
                filing("b", "8", "10-K", 2000),
                filing("c", "7", "10-Q", 2000),
                filing("d", null, "10-K", 2001)))
        .isEmpty();
  }

  @Test
  void goesByNameWhereThereIsNoKey() {
    assertThat(pairs(filing("a", null, "10-K", 1999), filing("b", null, "10-K", 2000))).hasSize(1);
  }

  @Test
  void knowsACompanyByTheNameThatAnotherFilingGivesWithAKey() {
    assertThat(pairs(filing("a", null, "10-K", 1999), filing("b", "7", "10-K", 2000))).hasSize(1);
  }

  @Test
  void pairsAQuarterWithTheSameQuarterOfTheYearBefore() {
    List<FilingFacts> quarters = new ArrayList<>();
    for (LocalDate end = LocalDate.of(2001, 3, 31); end.getYear() < 2003; end = end.plusMonths(3)) {
      if (end.getMonthValue() != 12) {
        quarters.add(
            new FilingFacts(end.toString(), "7", "Morl Tin Co", null, "10-Q", null, end, null));
      }
    }
    assertThat(FilingSeries.of(quarters, f -> f).getFirst().yearAgoPairs(f -> f))
        .extracting(p -> p.before().period(), p -> p.after().period())
        .containsExactly(
            tuple(LocalDate.of(2001, 3, 31), LocalDate.of(2002, 3, 30)),
            tuple(LocalDate.of(2001, 6, 30), LocalDate.of(2002, 6, 30)),
            tuple(LocalDate.of(2001, 9, 30), LocalDate.of(2002, 9, 30)));
  }

  @Test
  void leavesAmendmentsAndCopiesAside() {
    FilingFacts first = filing("a", "7", "10-K", 1999);
    FilingFacts second = filing("b", "7", "10-K", 2000);
    assertThat(
            pairs(filing(null, "7", "10-K", 2000), first, filing("c", "7", "10-K/A", 1999), second))
        .containsExactly(new Pair<>(first, second));
  }

  @Test
  void takesAnAmendmentWhereTheFilingIsNotThere() {
    FilingFacts amendment = filing("a", "7", "10-K/A", 1999);
    FilingFacts second = filing("b", "7", "10-K", 2000);
    assertThat(pairs(second, amendment)).containsExactly(new Pair<>(amendment, second));
  }

  @Test
  void hasAPlaceForAFilingOfWhichNothingIsKnown() {
    assertThat(FilingSeries.of(List.of(FilingFacts.UNKNOWN, filing("a", "7", null, 0)), f -> f))
        .hasSize(2);
  }
}
