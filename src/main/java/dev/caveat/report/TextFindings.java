package dev.caveat.report;

import dev.caveat.compare.Change;
import dev.caveat.compare.Change.Kind;
import dev.caveat.compare.Comparison;
import dev.caveat.model.Entity;
import dev.caveat.model.RiskFactor;
import dev.caveat.report.DataTable.Column;
import dev.caveat.report.DataTable.Type;
import dev.caveat.taxonomy.Taxonomy;
import dev.caveat.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a report finds in the texts of filings, read one after the other. */
final class TextFindings {
  private static final int MOST_NAMES = 10;
  private static final int QUOTED = 5;
  private static final int QUOTE = 600;

  /** Shorter risks are not ranked by shares: one amount makes a caption very specific. */
  private static final int LEAST_WORDS = 60;

  private final Taxonomy taxonomy;
  private final Boilerplate boilerplate;
  private final List<List<@Nullable Object>> risks = new ArrayList<>();
  private final List<List<@Nullable Object>> changed = new ArrayList<>();
  private final Map<String, Integer> boilerplateWords = new HashMap<>();
  private final Map<String, Changes> changes = new HashMap<>();
  private final Map<Name, Integer> named = new HashMap<>();
  private final List<Passage> passages = new ArrayList<>();

  /** What a category's risks name. */
  private record Name(String category, Entity.Type type, String text) {}

  /** A risk that may be quoted. */
  private record Passage(
      FilingProfile filing, RiskFactor risk, int words, double specificity, double boilerplate) {}

  /**
   * What became of a filing's risks since the one before.
   *
   * @param before the one before
   */
  record Changes(FilingProfile before, Comparison comparison) {
    /** Changes of a kind, in all categories where {@code category} is null. */
    int count(Kind kind, @Nullable String category) {
      return (int)
          comparison.changes().stream()
              .filter(c -> c.kind() == kind)
              .filter(
                  c ->
                      category == null
                          || category.equals(comparison.category(c, kind != Kind.REMOVED)))
              .count();
    }
  }

  TextFindings(Taxonomy taxonomy, Boilerplate boilerplate) {
    this.taxonomy = taxonomy;
    this.boilerplate = boilerplate;
  }

  void read(FilingProfile filing, List<RiskFactor> texts) {
    int inBoilerplate = 0;
    for (RiskFactor risk : texts) {
      int words = Words.count(risk.text());
      int common = boilerplate.words(risk);
      inBoilerplate += common;
      int specifics = risk.annotation().entities().size();
      double specificity = Ratio.perHundred(specifics, words);
      double share = Ratio.of(common, words);
      risks.add(row(filing, risk, words, specificity, share));
      Set<Name> names = new HashSet<>();
      risk.annotation().entities().forEach(e -> names.add(name(risk, e)));
      names.forEach(n -> named.merge(n, 1, Integer::sum));
      passages.add(new Passage(filing, risk, words, specificity, share));
    }
    boilerplateWords.put(filing.id(), inBoilerplate);
    keepQuotable();
  }

  private List<@Nullable Object> row(
      FilingProfile filing, RiskFactor risk, int words, double specificity, double share) {
    boolean told = !risk.classification().isEmpty();
    return Arrays.asList(
        filing.company(),
        filing.facts().form(),
        filing.facts().period(),
        filing.facts().filed(),
        filing.name(),
        risk.ordinal(),
        String.join(" > ", risk.group()),
        category(risk),
        told ? risk.classification().categories().getFirst().score() : null,
        risk.heading(),
        words,
        specificity,
        boilerplate.isMeasurable() ? share : null,
        names(risk, Entity.Type.REGULATOR),
        names(risk, Entity.Type.LAW));
  }

  private static String names(RiskFactor risk, Entity.Type type) {
    return risk.annotation().entities().stream()
        .filter(e -> e.type() == type)
        .map(TextFindings::text)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static String category(RiskFactor risk) {
    return risk.classification().isEmpty() ? Taxonomy.OTHER : risk.classification().category();
  }

  private static Name name(RiskFactor risk, Entity entity) {
    return new Name(category(risk), entity.type(), text(entity));
  }

  private static String text(Entity entity) {
    return entity.value() instanceof Entity.Value.Body b
        ? b.name()
        : entity.text().replaceAll("\\s+", " ");
  }

  /** Of all risks read, only those that may be quoted are kept. */
  private void keepQuotable() {
    Set<Passage> kept = new HashSet<>();
    for (Comparator<Passage> order : orders().values()) {
      passages.stream().sorted(order).limit(QUOTED).forEach(kept::add);
    }
    passages.retainAll(kept);
  }

  private Map<String, Comparator<Passage>> orders() {
    Comparator<Passage> tie =
        Comparator.comparing((Passage p) -> p.filing.id()).thenComparing(p -> p.risk.ordinal());
    Map<String, Comparator<Passage>> orders = new TreeMap<>();
    orders.put(
        "longest", Comparator.comparingInt((Passage p) -> p.words).reversed().thenComparing(tie));
    orders.put("most specific", byShare(p -> p.specificity).thenComparing(tie));
    if (boilerplate.isMeasurable()) {
      orders.put("most boilerplate", byShare(p -> p.boilerplate).thenComparing(tie));
    }
    return orders;
  }

  private static Comparator<Passage> byShare(java.util.function.ToDoubleFunction<Passage> share) {
    return Comparator.comparing((Passage p) -> p.words < LEAST_WORDS)
        .thenComparing(Comparator.comparingDouble(share).reversed());
  }

  void compared(FilingProfile filing, Changes what) {
    changes.put(filing.id(), what);
    Comparison comparison = what.comparison();
    for (Change c : comparison.changes()) {
      if (c.kind() == Kind.UNCHANGED || c.kind() == Kind.COSMETIC) {
        continue;
      }
      String category = comparison.category(c, c.kind() != Kind.REMOVED);
      changed.add(
          Arrays.asList(
              filing.company(),
              filing.facts().form(),
              what.before().date(),
              filing.date(),
              filing.name(),
              c.kind().id(),
              ordinals(c.old()),
              ordinals(c.now()),
              category == null ? "" : category,
              c.old().isEmpty() || c.now().isEmpty() ? null : c.similarity(),
              comparison.caption(c)));
    }
  }

  private static String ordinals(Collection<Integer> ordinals) {
    return ordinals.stream().map(o -> "#" + o).collect(Collectors.joining(" "));
  }

  @Nullable Changes changes(FilingProfile filing) {
    return changes.get(filing.id());
  }

  /** Share of boilerplate of a filing; null where it was not read or there is no reference. */
  @Nullable Double boilerplate(FilingProfile filing) {
    Integer words = boilerplateWords.get(filing.id());
    return words == null || !boilerplate.isMeasurable()
        ? null
        : (Double) Ratio.of(words, filing.total().words());
  }

  DataTable risks() {
    return new DataTable(
        "risks",
        "Risks",
        List.of(
            new Column("company", "Company", Type.TEXT),
            new Column("form", "Form", Type.TEXT),
            new Column("period", "Period", Type.DATE),
            new Column("filed", "Filed", Type.DATE),
            new Column("filing", "Filing", Type.TEXT),
            new Column("ordinal", "#", Type.COUNT),
            new Column("group", "Group", Type.TEXT),
            new Column("category", "Category", Type.TEXT),
            new Column("score", "Score", Type.NUMBER),
            new Column("caption", "Caption", Type.TEXT),
            new Column("words", "Words", Type.COUNT),
            new Column("specificity", "Specificity", Type.NUMBER),
            new Column("boilerplate", "Boilerplate", Type.SHARE),
            new Column("regulators", "Regulators", Type.TEXT),
            new Column("laws", "Laws", Type.TEXT)),
        risks);
  }

  DataTable changed() {
    return new DataTable(
        "changes",
        "What changed since the filing before",
        List.of(
            new Column("company", "Company", Type.TEXT),
            new Column("form", "Form", Type.TEXT),
            new Column("before", "Before", Type.DATE),
            new Column("now", "Now", Type.DATE),
            new Column("filing", "Filing", Type.TEXT),
            new Column("kind", "Kind", Type.TEXT),
            new Column("oldRisks", "Was", Type.TEXT),
            new Column("newRisks", "Is", Type.TEXT),
            new Column("category", "Category", Type.TEXT),
            new Column("similarity", "Alike", Type.NUMBER),
            new Column("caption", "Caption", Type.TEXT)),
        changed);
  }

  /** The most frequent names of each type in each category. */
  DataTable named() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (String category : taxonomy.ids()) {
      Map<Entity.Type, List<Map.Entry<Name, Integer>>> byType = new EnumMap<>(Entity.Type.class);
      named.entrySet().stream()
          .filter(e -> e.getKey().category().equals(category))
          .forEach(e -> byType.computeIfAbsent(e.getKey().type(), t -> new ArrayList<>()).add(e));
      byType.forEach(
          (type, names) -> {
            names.sort(
                Map.Entry.<Name, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(e -> e.getKey().text()));
            for (Map.Entry<Name, Integer> n :
                names.subList(0, Math.min(MOST_NAMES, names.size()))) {
              rows.add(
                  Arrays.asList(
                      category, type.id(), n.getKey().text(), n.getValue(), names.size()));
            }
          });
    }
    return new DataTable(
        "named",
        "What risks name",
        List.of(
            new Column("category", "Category", Type.TEXT),
            new Column("type", "Type", Type.TEXT),
            new Column("name", "Name", Type.TEXT),
            new Column("risks", "Risks", Type.COUNT),
            new Column("distinct", "Of so many", Type.COUNT)),
        rows);
  }

  DataTable passages() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    orders()
        .forEach(
            (what, order) ->
                passages.stream()
                    .sorted(order)
                    .limit(QUOTED)
                    .forEach(p -> rows.add(passage(what, p))));
    return new DataTable(
        "passages",
        "The longest, most specific and most boilerplate risks",
        List.of(
            new Column("what", "What", Type.TEXT),
            new Column("company", "Company", Type.TEXT),
            new Column("filing", "Filing", Type.TEXT),
            new Column("ordinal", "#", Type.COUNT),
            new Column("category", "Category", Type.TEXT),
            new Column("words", "Words", Type.COUNT),
            new Column("specificity", "Specificity", Type.NUMBER),
            new Column("boilerplate", "Boilerplate", Type.SHARE),
            new Column("quote", "Its beginning", Type.TEXT)),
        rows);
  }

  private List<@Nullable Object> passage(String what, Passage p) {
    String text = p.risk.text();
    int end = text.length() <= QUOTE ? text.length() : Math.max(1, text.lastIndexOf(' ', QUOTE));
    return Arrays.asList(
        what,
        p.filing.company(),
        p.filing.name(),
        p.risk.ordinal(),
        category(p.risk),
        p.words,
        p.specificity,
        boilerplate.isMeasurable() ? p.boilerplate : null,
        end < text.length() ? text.substring(0, end) + " …" : text);
  }
}
