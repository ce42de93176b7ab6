package dev.caveat.profile;

import dev.caveat.model.Entity;
import dev.caveat.model.RiskFactor;
import dev.caveat.report.DataTable.Column;
import dev.caveat.taxonomy.Taxonomy;
import dev.caveat.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is kept from the texts of one filing.
 *
 * @param rows one row per risk
 * @param boilerplate words in boilerplate sentences; null if that cannot be measured
 * @param mostBoilerplate the risks with most boilerplate that are not too short
 * @param changes changes since the previous filing; null if there is none
 */
record FilingTexts(
    List<List<@Nullable Object>> rows,
    @Nullable Integer boilerplate,
    List<Ranked> mostBoilerplate,
    @Nullable Changes changes) {

  /** A risk with its share of boilerplate. */
  record Ranked(FilingProfile filing, int ordinal, double share) {
    /** The most first. */
    static final Comparator<Ranked> ORDER =
        Comparator.comparingDouble(Ranked::share)
            .reversed()
            .thenComparing(r -> r.filing().id())
            .thenComparing(Ranked::ordinal);
  }

  /** The columns of {@link #rows}. */
  static final List<Column> COLUMNS =
      List.of(
          Column.text("company", "Company"),
          Column.text("cik", "CIK"),
          Column.text("form", "Form"),
          Column.date("period", "Period"),
          Column.date("filed", "Filed"),
          Column.text("filing", "Filing"),
          Column.count("ordinal", "#"),
          Column.text("group", "Group"),
          Column.text("category", "Category"),
          Column.number("score", "Score"),
          Column.text("caption", "Caption"),
          Column.count("words", "Words"),
          Column.number("specificity", "Specificity"),
          Column.share("boilerplate", "Boilerplate"),
          Column.text("regulators", "Regulators"),
          Column.text("laws", "Laws"),
          Column.text("amounts", "Amounts"),
          Column.text("dates", "Dates"));

  private static final int ORDINAL = 6;
  private static final int BOILERPLATE = 13;

  /**
   * Reads the risks of a filing.
   *
   * @param changes since the filing before
   */
  static FilingTexts of(
      FilingProfile filing,
      List<RiskFactor> risks,
      Boilerplate reference,
      @Nullable Changes changes) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    Top<Ranked> most = new Top<>(Ranked.ORDER);
    int boilerplate = 0;
    for (RiskFactor risk : risks) {
      int words = Words.count(risk.text());
      int common = reference.words(risk);
      double share = Ratio.of(common, words);
      boilerplate += common;
      rows.add(row(filing, risk, words, reference.isMeasurable() ? (Double) share : null));
      if (reference.isMeasurable() && words >= Top.MIN_WORDS && common > 0) {
        most.offer(new Ranked(filing, risk.ordinal(), share));
      }
    }
    Integer measured = reference.isMeasurable() ? boilerplate : null;
    return new FilingTexts(rows, measured, most.list(), changes);
  }

  /** The share of boilerplate of a risk; null if that was not measured. */
  @Nullable Double share(int ordinal) {
    for (List<@Nullable Object> row : rows) {
      if (Integer.valueOf(ordinal).equals(row.get(ORDINAL))) {
        return (Double) row.get(BOILERPLATE);
      }
    }
    return null;
  }

  private static List<@Nullable Object> row(
      FilingProfile filing, RiskFactor risk, int words, @Nullable Double boilerplate) {
    boolean told = !risk.classification().isEmpty();
    return Arrays.asList(
        filing.company(),
        filing.facts().cik(),
        filing.facts().form(),
        filing.facts().period(),
        filing.facts().filed(),
        filing.name(),
        risk.ordinal(),
        String.join(" > ", risk.group()),
        told ? risk.classification().category() : Taxonomy.OTHER,
        told ? (Double) risk.classification().categories().getFirst().score() : null,
        risk.heading(),
        words,
        Ratio.perHundred(risk.annotation().entities().size(), words),
        boilerplate,
        names(risk, Entity.Type.REGULATOR),
        names(risk, Entity.Type.LAW),
        names(risk, Entity.Type.MONEY),
        names(risk, Entity.Type.DATE));
  }

  private static String names(RiskFactor risk, Entity.Type type) {
    return risk.annotation().entities().stream()
        .filter(e -> e.type() == type)
        .map(Entity::name)
        .distinct()
        .collect(Collectors.joining("; "));
  }
}
