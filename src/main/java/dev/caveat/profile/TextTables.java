package dev.caveat.profile;

import dev.caveat.compare.KeptCategories;
import dev.caveat.index.IndexedFiling;
import dev.caveat.index.NameCount;
import dev.caveat.index.RiskIndex;
import dev.caveat.index.RiskNumbers;
import dev.caveat.model.Entity;
import dev.caveat.model.RiskFactor;
import dev.caveat.profile.FilingTexts.Ranked;
import dev.caveat.report.DataTable;
import dev.caveat.report.DataTable.Column;
import dev.caveat.taxonomy.Taxonomy;
import dev.caveat.words.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tables from the texts of risks: what they name, and quotations from those that stand out. */
final class TextTables {
  /** The largest number of names per category and type. */
  static final int MAX_NAMES = 10;

  private static final int QUOTE = 600;

  private final RiskIndex index;
  private final Profiles profiles;
  private final KeptCategories kept;

  TextTables(RiskIndex index, Profiles profiles, KeptCategories kept) {
    this.kept = kept;
    this.index = index;
    this.profiles = profiles;
  }

  /** What the risks of each category name, in the order of the taxonomy. */
  DataTable named(List<NameCount> names) {
    List<String> ids = profiles.taxonomy().ids();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    names.stream()
        .filter(n -> n.type() != Entity.Type.PERCENT)
        .sorted(Comparator.comparingInt(n -> ids.indexOf(n.category())))
        .forEachOrdered(
            n ->
                rows.add(
                    Arrays.asList(
                        n.category(),
                        n.type().id(),
                        n.text(),
                        n.value(),
                        n.risks(),
                        n.distinct(),
                        IndexedFiling.name(n.filing()) + "#" + n.ordinal())));
    return new DataTable(
        "named",
        "Regulators, dates, amounts and laws by category",
        List.of(
            Column.text("category", "Category"),
            Column.text("type", "Type"),
            Column.text("name", "Name"),
            Column.text("value", "Value"),
            Column.count("risks", "Risks"),
            Column.count("distinct", "Distinct names"),
            Column.text("example", "Example")),
        rows);
  }

  /** The same with one row per category and one column per type, for people. */
  DataTable naming(List<NameCount> names) {
    List<Entity.Type> types =
        List.of(Entity.Type.REGULATOR, Entity.Type.LAW, Entity.Type.MONEY, Entity.Type.DATE);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (String category : profiles.taxonomy().ids()) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(profiles.taxonomy().name(category));
      types.forEach(t -> row.add(list(names, category, t)));
      if (row.stream().skip(1).anyMatch(cell -> !"".equals(cell))) {
        rows.add(row);
      }
    }
    return new DataTable(
        "naming",
        "Regulators, laws, amounts and dates by category",
        List.of(
            Column.text("name", "Category"),
            Column.text("regulators", "Regulators"),
            Column.text("laws", "Laws"),
            Column.text("amounts", "Amounts"),
            Column.text("dates", "Dates")),
        rows);
  }

  private static String list(List<NameCount> names, String category, Entity.Type type) {
    List<NameCount> own =
        names.stream().filter(n -> n.category().equals(category) && n.type() == type).toList();
    int more = own.isEmpty() ? 0 : own.getFirst().distinct() - own.size();
    return own.stream()
            .map(n -> n.text() + (n.risks() > 1 ? " (" + n.risks() + ")" : ""))
            .collect(Collectors.joining("; "))
        + (more > 0 ? "; and " + more + " more" : "");
  }

  /** The longest, the most specific and the most boilerplate risks. */
  DataTable quotes(Tally tally, List<Ranked> mostBoilerplate) throws IOException {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (RiskNumbers n : tally.longest()) {
      rows.add(quote("longest", n.filing(), n.ordinal()));
    }
    for (RiskNumbers n : tally.mostSpecific()) {
      rows.add(quote("most specific", n.filing(), n.ordinal()));
    }
    for (Ranked r : mostBoilerplate) {
      rows.add(quote("most boilerplate", r.filing().id(), r.ordinal()));
    }
    return new DataTable(
        "quotes",
        "Risks that stand out",
        List.of(
            Column.text("what", "Why"),
            Column.text("company", "Company").ifVaried(),
            Column.text("form", "Form").ifVaried(),
            Column.date("period", "Period").ifVaried(),
            Column.text("filing", "Filing"),
            Column.count("ordinal", "#"),
            Column.text("category", "Id").dataOnly(),
            Column.text("name", "Category"),
            Column.count("words", "Words"),
            Column.number("specificity", "Specificity"),
            Column.share("boilerplate", "Boilerplate"),
            Column.text("quote", "Opening")),
        rows);
  }

  private List<@Nullable Object> quote(String what, String filing, int ordinal) throws IOException {
    int document = index.document(filing, ordinal).orElseThrow();
    RiskFactor risk = Objects.requireNonNull(index.read(document).risk());
    FilingProfile of = profiles.filing(filing);
    int words = Words.count(risk.text());
    FilingTexts read = profiles.texts().get(filing);
    String told =
        risk.classification().isEmpty() ? Taxonomy.OTHER : risk.classification().category();
    String category = Objects.requireNonNullElse(kept.category(filing, ordinal), told);
    return Arrays.asList(
        what,
        of.company(),
        of.facts().form(),
        of.facts().period(),
        of.name(),
        ordinal,
        category,
        profiles.taxonomy().name(category),
        words,
        Ratio.perHundred(risk.annotation().entities().size(), words),
        read == null ? null : read.share(ordinal),
        beginning(risk.text()));
  }

  private static String beginning(String text) {
    if (text.length() <= QUOTE) {
      return text;
    }
    int blank = text.lastIndexOf(' ', QUOTE);
    int end = blank > 0 ? blank : text.offsetByCodePoints(0, text.codePointCount(0, QUOTE));
    return text.substring(0, end) + " …";
  }
}
