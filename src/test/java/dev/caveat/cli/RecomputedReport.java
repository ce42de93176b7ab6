package dev.caveat.cli;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a report, worked out anew from what {@code extract} and {@code compare} print, by
 * nothing but docs/reports.md.
 */
final class RecomputedReport {
  static final List<String> KINDS =
      List.of("unchanged", "cosmetic", "modified", "split", "merged", "added", "removed");
  private static final Set<String> NAMED = Set.of("regulator", "date", "money", "law");

  /** The filings that are asked for. */
  private final List<ExtractedFiling> scope;

  /** Those of them that count. */
  private final List<ExtractedFiling> counted;

  /** All of the index, or all files that are named. */
  private final List<ExtractedFiling> all;

  private final Map<ExtractedFiling, ExtractedFiling> before = new HashMap<>();
  private final Map<ExtractedFiling, List<Change>> changes = new LinkedHashMap<>();
  private final Map<String, String> keyOfName = new HashMap<>();
  private final @Nullable Set<String> commonPhrases;

  RecomputedReport(List<ExtractedFiling> all, Predicate<ExtractedFiling> scope) throws IOException {
    this.all = all.stream().map(ExtractedFiling::copy).toList();
    this.scope = this.all.stream().filter(scope).toList();
    for (ExtractedFiling filing : all) {
      String cik = filing.fact("cik");
      if (cik != null) {
        keyOfName.put(plainName(filing), cik);
      }
    }
    counted = withoutCopies(this.scope);
    keepCategories();
    for (ExtractedFiling filing : counted) {
      ExtractedFiling earlier = filingBefore(filing);
      if (earlier != null) {
        before.put(filing, earlier);
        changes.put(filing, compare(earlier, filing));
      }
    }
    commonPhrases = phrasesOfMost(latestOfEachCompany(this.all));
  }

  List<ExtractedFiling> counted() {
    return counted;
  }

  // --------------------------------------------------------------------- which filings they are

  private static String plainName(ExtractedFiling filing) {
    return filing.company().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }

  /** A filing that states no key is of the company that bears its name. */
  private String companyOf(ExtractedFiling filing) {
    String cik = filing.fact("cik");
    return cik == null ? keyOfName.getOrDefault(plainName(filing), plainName(filing)) : cik;
  }

  private static String kindOfForm(ExtractedFiling filing) {
    String form = Objects.requireNonNullElse(filing.form(), "");
    return form.startsWith("10-K") ? "10-K" : form;
  }

  /** Of one company, kind of form and period one counts: the one with an accession number. */
  private List<ExtractedFiling> withoutCopies(List<ExtractedFiling> filings) {
    Map<String, ExtractedFiling> one = new LinkedHashMap<>();
    for (ExtractedFiling filing : filings) {
      if (filing.isPresent()) {
        String period = filing.fact("period");
        String key =
            period == null
                ? filing.id()
                : companyOf(filing) + " " + kindOfForm(filing) + " " + period;
        one.merge(key, filing, (a, b) -> a.fact("accession") == null ? b : a);
      }
    }
    return List.copyOf(one.values());
  }

  private @Nullable ExtractedFiling filingBefore(ExtractedFiling filing) {
    String date = filing.date();
    if (date == null) {
      return null;
    }
    return withoutCopies(all).stream()
        .filter(other -> companyOf(other).equals(companyOf(filing)))
        .filter(other -> kindOfForm(other).equals(kindOfForm(filing)))
        .filter(other -> other.date() != null && date.compareTo(other.date()) > 0)
        .max(comparing(ExtractedFiling::date, nullsFirst(naturalOrder())))
        .orElse(null);
  }

  /** A filing without any date is no later than one that has a date. */
  private List<ExtractedFiling> latestOfEachCompany(List<ExtractedFiling> filings) {
    Map<String, List<ExtractedFiling>> companies =
        withoutCopies(filings).stream()
            .collect(groupingBy(this::companyOf, TreeMap::new, Collectors.toList()));
    return companies.values().stream().map(RecomputedReport::latest).toList();
  }

  private static ExtractedFiling latest(List<ExtractedFiling> ofCompany) {
    List<ExtractedFiling> annual =
        ofCompany.stream().filter(f -> !kindOfForm(f).startsWith("10-Q")).toList();
    return (annual.isEmpty() ? ofCompany : annual)
        .stream().max(comparing(ExtractedFiling::date, nullsFirst(naturalOrder()))).orElseThrow();
  }

  // ------------------------------------------------------------------------------ the numbers

  private static List<ExtractedFiling.Risk> risksOf(Collection<ExtractedFiling> filings) {
    return filings.stream().flatMap(filing -> filing.risks().stream()).toList();
  }

  private static int words(Collection<ExtractedFiling.Risk> risks) {
    return risks.stream().mapToInt(ExtractedFiling.Risk::words).sum();
  }

  private static double specificity(Collection<ExtractedFiling.Risk> risks) {
    long things = risks.stream().mapToLong(risk -> risk.things().size()).sum();
    return share(100 * things, words(risks));
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private @Nullable Double boilerplate(Collection<ExtractedFiling.Risk> risks) {
    if (commonPhrases == null) {
      return null;
    }
    int common = 0;
    for (ExtractedFiling.Risk risk : risks) {
      for (List<String> sentence : risk.sentences()) {
        if (phrases(sentence).anyMatch(commonPhrases::contains)) {
          common += sentence.size();
        }
      }
    }
    return share(common, words(risks));
  }

  private static Stream<String> phrases(List<String> sentence) {
    return Stream.iterate(0, i -> i + 4 <= sentence.size(), i -> i + 1)
        .map(i -> String.join(" ", sentence.subList(i, i + 4)));
  }

  /** Null where fewer than four companies stand for what is usual. */
  private static @Nullable Set<String> phrasesOfMost(List<ExtractedFiling> reference) {
    if (reference.size() < 4) {
      return null;
    }
    Map<String, Integer> filings = new HashMap<>();
    for (ExtractedFiling filing : reference) {
      Set<String> used = new HashSet<>();
      filing.risks().stream()
          .flatMap(risk -> risk.sentences().stream())
          .forEach(sentence -> phrases(sentence).forEach(used::add));
      used.forEach(phrase -> filings.merge(phrase, 1, Integer::sum));
    }
    filings.values().removeIf(count -> 2 * count <= reference.size());
    return filings.keySet();
  }

  private static Map<String, List<ExtractedFiling.Risk>> byCategory(
      Collection<ExtractedFiling.Risk> risks) {
    return risks.stream().collect(groupingBy(ExtractedFiling.Risk::category));
  }

  private static double shareOfWords(String category, Collection<ExtractedFiling> filings) {
    List<ExtractedFiling.Risk> risks = risksOf(filings);
    return share(words(byCategory(risks).getOrDefault(category, List.of())), words(risks));
  }

  // ------------------------------------------------------------------------------ the changes

  /** What became of risks: numbers of both sides, the risk that it counts with. */
  record Change(
      String kind,
      String old,
      String now,
      ExtractedFiling.Risk risk,
      String caption,
      @Nullable Double similarity) {}

  private static final Map<String, JsonNode> COMPARED = new HashMap<>();

  private static JsonNode compared(ExtractedFiling old, ExtractedFiling now) throws IOException {
    String pair = old.path() + "\n" + now.path();
    if (!COMPARED.containsKey(pair)) {
      CommandRun run = CommandRun.of("compare", old.path(), now.path(), "--format", "json");
      assertThat(run.code()).as(run.err()).isZero();
      COMPARED.put(pair, new ObjectMapper().readTree(run.out()).get("changes"));
    }
    return Objects.requireNonNull(COMPARED.get(pair));
  }

  /** Risks that are alike from filing to filing have the category with the highest mean score. */
  private void keepCategories() throws IOException {
    Map<String, List<ExtractedFiling.Risk>> chains = new LinkedHashMap<>();
    for (ExtractedFiling filing : counted) {
      ExtractedFiling earlier = filingBefore(filing);
      if (earlier == null) {
        continue;
      }
      for (JsonNode change : compared(earlier, filing)) {
        if (change.get("old").size() == 1
            && change.get("new").size() == 1
            && change.get("similarity").asDouble() >= 0.5) {
          ExtractedFiling.Risk was = earlier.risk(change.at("/old/0").asInt());
          ExtractedFiling.Risk is = filing.risk(change.at("/new/0").asInt());
          List<ExtractedFiling.Risk> chain =
              new ArrayList<>(chains.getOrDefault(was.name(), List.of(was)));
          chain.addAll(chains.getOrDefault(is.name(), List.of(is)));
          chain.forEach(r -> chains.put(r.name(), chain));
        }
      }
    }
    for (List<ExtractedFiling.Risk> chain : new LinkedHashSet<>(chains.values())) {
      if (chain.stream().map(ExtractedFiling.Risk::category).distinct().count() == 1) {
        continue;
      }
      Map<String, Double> sums = new LinkedHashMap<>();
      chain.forEach(r -> r.scores().forEach((c, score) -> sums.merge(c, score, Double::sum)));
      sums.entrySet().stream()
          .max(Map.Entry.comparingByValue())
          .ifPresent(
              best -> chain.forEach(r -> r.keep(best.getKey(), best.getValue() / chain.size())));
    }
  }

  private static List<Change> compare(ExtractedFiling old, ExtractedFiling now) throws IOException {
    List<Change> changes = new ArrayList<>();
    for (JsonNode change : compared(old, now)) {
      String kind = change.get("kind").asText();
      boolean isPair = !kind.equals("added") && !kind.equals("removed");
      boolean isGone = kind.equals("removed");
      ExtractedFiling side = isGone ? old : now;
      JsonNode risks = change.get(isGone ? "old" : "new");
      ExtractedFiling.Risk longest = longest(side, risks);
      ExtractedFiling.Risk first = side.risk(risks.get(0).asInt());
      changes.add(
          new Change(
              kind,
              ordinals(change.get("old")),
              ordinals(change.get("new")),
              longest,
              first.caption(),
              isPair ? change.get("similarity").asDouble() : null));
    }
    return changes;
  }

  private static ExtractedFiling.Risk longest(ExtractedFiling filing, JsonNode ordinals) {
    ExtractedFiling.@Nullable Risk longest = null;
    for (JsonNode ordinal : ordinals) {
      ExtractedFiling.Risk risk = filing.risk(ordinal.asInt());
      if (longest == null || risk.words() > longest.words()) {
        longest = risk;
      }
    }
    return Objects.requireNonNull(longest);
  }

  private static String ordinals(JsonNode numbers) {
    List<String> ordinals = new ArrayList<>();
    numbers.forEach(number -> ordinals.add("#" + number.asInt()));
    return String.join(" ", ordinals);
  }

  private static long count(Collection<Change> changes, String kind) {
    return changes.stream().filter(change -> change.kind.equals(kind)).count();
  }

  // ------------------------------------------------------------------------------- the tables

  Map<String, String> figures() {
    List<ExtractedFiling.Risk> risks = risksOf(counted);
    Map<String, String> figures = new LinkedHashMap<>();
    figures.put("risks", String.format(Locale.ROOT, "%,d", risks.size()));
    figures.put("words", String.format(Locale.ROOT, "%,d", words(risks)));
    figures.put("specifics per 100 words", String.format(Locale.ROOT, "%.3f", specificity(risks)));
    Double boilerplate = boilerplate(risks);
    if (boilerplate != null) {
      figures.put("boilerplate", String.format(Locale.ROOT, "%.1f%%", 100 * boilerplate));
    }
    List<List<Change>> annual =
        changes.entrySet().stream()
            .filter(e -> !kindOfForm(e.getKey()).startsWith("10-Q"))
            .map(Map.Entry::getValue)
            .toList();
    List<Change> all = annual.stream().flatMap(List::stream).toList();
    if (!annual.isEmpty()) {
      figures.put("new risks", String.format(Locale.ROOT, "%,d", count(all, "added")));
      figures.put("dropped risks", String.format(Locale.ROOT, "%,d", count(all, "removed")));
    }
    List<Change> quarterly =
        changes.entrySet().stream()
            .filter(e -> kindOfForm(e.getKey()).startsWith("10-Q"))
            .flatMap(e -> e.getValue().stream())
            .toList();
    if (changes.keySet().stream().anyMatch(f -> kindOfForm(f).startsWith("10-Q"))) {
      figures.put("new in 10-Qs", String.format(Locale.ROOT, "%,d", count(quarterly, "added")));
      figures.put(
          "not repeated in 10-Qs", String.format(Locale.ROOT, "%,d", count(quarterly, "removed")));
    }
    return figures;
  }

  ExpectedTable categories() {
    return groups("categories", "category", category -> category);
  }

  ExpectedTable families() {
    return groups("families", "family", RecomputedReport::familyOf);
  }

  private ExpectedTable groups(String id, String column, UnaryOperator<String> groupOf) {
    List<ExtractedFiling.Risk> risks = risksOf(counted);
    Map<String, List<ExtractedFiling.Risk>> now =
        risks.stream().collect(groupingBy(risk -> groupOf.apply(risk.category())));
    boolean isOne = scope.size() == 1 && changes.size() == 1;
    List<ExtractedFiling.Risk> earlier = isOne ? risksOf(before.values()) : List.of();
    Map<String, List<ExtractedFiling.Risk>> then =
        earlier.stream().collect(groupingBy(risk -> groupOf.apply(risk.category())));
    Set<String> groups = new LinkedHashSet<>(now.keySet());
    groups.addAll(then.keySet());
    ExpectedTable table = ExpectedTable.of(id, column);
    for (String group : groups) {
      List<ExtractedFiling.Risk> own = now.getOrDefault(group, List.of());
      ExpectedTable.Row row =
          table
              .row(group)
              .with("risks", own.size())
              .with("shareOfRisks", share(own.size(), risks.size()))
              .with("words", words(own))
              .with("shareOfWords", share(words(own), words(risks)))
              .with("specificity", specificity(own))
              .with("filings", own.stream().map(ExtractedFiling.Risk::filing).distinct().count());
      if (column.equals("category")) {
        row.with("family", familyOf(group)).with("name", nameOf(group));
      }
      if (isOne) {
        List<ExtractedFiling.Risk> previous = then.getOrDefault(group, List.of());
        List<Change> changed =
            changes.values().stream()
                .flatMap(List::stream)
                .filter(change -> groupOf.apply(change.risk.category()).equals(group))
                .toList();
        row.with("risksBefore", previous.size())
            .with("shareOfWordsBefore", share(words(previous), words(earlier)))
            .with("added", count(changed, "added"))
            .with("removed", count(changed, "removed"))
            .with("modified", count(changed, "modified"));
      }
    }
    return table;
  }

  ExpectedTable changes() {
    ExpectedTable table = ExpectedTable.of("changes", "filing", "kind", "old", "new");
    changes.forEach(
        (filing, list) -> {
          for (Change change : list) {
            if (!change.kind.equals("unchanged") && !change.kind.equals("cosmetic")) {
              table
                  .row(filing.id(), change.kind, change.old, change.now)
                  .with("company", filing.company())
                  .with("form", filing.form())
                  .with("before", Objects.requireNonNull(before.get(filing)).date())
                  .with("now", filing.date())
                  .with("category", change.risk.category())
                  .with("name", nameOf(change.risk.category()))
                  .with("similarity", change.similarity)
                  .with("caption", change.caption);
            }
          }
        });
    return table;
  }

  ExpectedTable filings() {
    ExpectedTable table = ExpectedTable.of("filings", "filing");
    for (ExtractedFiling filing : counted) {
      ExtractedFiling earlier = before.get(filing);
      ExpectedTable.Row row =
          withFacts(table.row(filing.id()), filing)
              .with("path", filing.path())
              .with("risks", filing.risks().size())
              .with("words", words(filing.risks()))
              .with("specificity", specificity(filing.risks()))
              .with("before", earlier == null ? null : earlier.date());
      List<Change> own = changes.get(filing);
      KINDS.forEach(kind -> row.with(kind, own == null ? null : count(own, kind)));
    }
    return table;
  }

  private static ExpectedTable.Row withFacts(ExpectedTable.Row row, ExtractedFiling filing) {
    return row.with("company", filing.company())
        .with("cik", filing.fact("cik"))
        .with("form", filing.form())
        .with("period", filing.fact("period"))
        .with("filed", filing.fact("filed"));
  }

  ExpectedTable panel() {
    ExpectedTable table = ExpectedTable.of("panel", "filing", "category");
    for (ExtractedFiling filing : counted) {
      ExtractedFiling earlier = before.get(filing);
      Map<String, List<ExtractedFiling.Risk>> now = byCategory(filing.risks());
      Map<String, List<ExtractedFiling.Risk>> then =
          byCategory(earlier == null ? List.of() : earlier.risks());
      for (String category : TAXONOMY.keySet()) {
        List<ExtractedFiling.Risk> own = now.getOrDefault(category, List.of());
        List<ExtractedFiling.Risk> previous = then.getOrDefault(category, List.of());
        ExpectedTable.Row row =
            withFacts(table.row(filing.id(), category), filing)
                .with("path", filing.path())
                .with("family", familyOf(category))
                .with("risks", own.size())
                .with("shareOfRisks", share(own.size(), filing.risks().size()))
                .with("words", words(own))
                .with("shareOfWords", share(words(own), words(filing.risks())))
                .with("specificity", specificity(own))
                .with("risksBefore", earlier == null ? null : previous.size())
                .with("wordsBefore", earlier == null ? null : words(previous));
        List<Change> changed = changes.get(filing);
        List<Change> inCategory =
            changed == null
                ? List.of()
                : changed.stream().filter(c -> c.risk.category().equals(category)).toList();
        KINDS.forEach(kind -> row.with(kind, changed == null ? null : count(inCategory, kind)));
      }
    }
    return table;
  }

  /** Companies by the latest of those of their filings that are among these. */
  ExpectedTable companies(Predicate<ExtractedFiling> among) {
    ExpectedTable table = ExpectedTable.of("companies", "filing");
    List<ExtractedFiling> latest = latestOfEachCompany(all.stream().filter(among).toList());
    for (ExtractedFiling filing : latest) {
      ExpectedTable.Row row =
          table.row(filing.id()).with("company", filing.company()).with("date", filing.date());
      byCategory(risksOf(latest))
          .keySet()
          .forEach(category -> row.with(category, shareOfWords(category, List.of(filing))));
    }
    return table;
  }

  /** A column of each year, or of each filing. */
  ExpectedTable years(String id, UnaryOperator<String> columnOf) {
    Map<String, List<ExtractedFiling>> columns = new TreeMap<>();
    for (ExtractedFiling filing : counted) {
      String date = filing.date();
      if (date != null) {
        columns.computeIfAbsent(columnOf.apply(date), any -> new ArrayList<>()).add(filing);
      }
    }
    ExpectedTable table = ExpectedTable.of(id, "category");
    for (String category : byCategory(risksOf(counted)).keySet()) {
      ExpectedTable.Row row = table.row(category).with("name", nameOf(category));
      columns.forEach((column, filings) -> row.with(column, shareOfWords(category, filings)));
    }
    return table;
  }

  ExpectedTable peers(List<ExtractedFiling> peers) {
    ExtractedFiling filing = latest(counted);
    Set<String> categories = new HashSet<>(byCategory(filing.risks()).keySet());
    categories.addAll(byCategory(risksOf(peers)).keySet());
    ExpectedTable table = ExpectedTable.of("peers", "category");
    for (String category : categories) {
      double own = shareOfWords(category, List.of(filing));
      List<Double> shares =
          peers.stream().map(peer -> shareOfWords(category, List.of(peer))).toList();
      double most = shares.stream().max(naturalOrder()).orElseThrow();
      double smaller = shares.stream().mapToDouble(s -> s < own ? 1 : s == own ? 0.5 : 0).sum();
      table
          .row(category)
          .with("company", filing.company())
          .with("filing", filing.id())
          .with("name", nameOf(category))
          .with("risks", byCategory(filing.risks()).getOrDefault(category, List.of()).size())
          .with("shareOfWords", own)
          .with("median", median(shares))
          .with("most", most)
          .with("mostOf", most == 0 ? null : peers.get(shares.indexOf(most)).title())
          .with("percentile", smaller / shares.size());
    }
    return table;
  }

  private static double median(List<Double> shares) {
    List<Double> sorted = shares.stream().sorted().toList();
    int size = sorted.size();
    return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
  }

  ExpectedTable risks() {
    ExpectedTable table = ExpectedTable.of("risks", "filing", "ordinal");
    for (ExtractedFiling filing : counted) {
      for (ExtractedFiling.Risk risk : filing.risks()) {
        List<String> groups = new ArrayList<>();
        risk.json().path("group").forEach(group -> groups.add(group.asText()));
        JsonNode score = risk.json().path("categories").path(0).path("score");
        withFacts(table.row(filing.id(), String.valueOf(risk.ordinal())), filing)
            .with("ordinal", risk.ordinal())
            .with("group", String.join(" > ", groups))
            .with("category", risk.category())
            .with("score", score.isNumber() ? score.asDouble() : null)
            .with("caption", risk.caption())
            .with("words", risk.words())
            .with("specificity", specificity(List.of(risk)))
            .with("regulators", names(risk, "regulator"))
            .with("laws", names(risk, "law"))
            .with("amounts", names(risk, "money"))
            .with("dates", names(risk, "date"));
      }
    }
    return table;
  }

  private static String names(ExtractedFiling.Risk risk, String type) {
    return risk.things().stream()
        .filter(thing -> thing.type().equals(type))
        .map(ExtractedFiling.Thing::name)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  ExpectedTable boilerplateOfFilings() {
    ExpectedTable table = ExpectedTable.of("filings", "filing");
    counted.forEach(f -> table.row(f.id()).with("boilerplate", boilerplate(f.risks())));
    return table;
  }

  ExpectedTable boilerplateOfRisks() {
    ExpectedTable table = ExpectedTable.of("risks", "filing", "ordinal");
    for (ExtractedFiling.Risk risk : risksOf(counted)) {
      table
          .row(risk.filing(), String.valueOf(risk.ordinal()))
          .with("ordinal", risk.ordinal())
          .with("boilerplate", boilerplate(List.of(risk)));
    }
    return table;
  }

  /** All that is asked for and does not count, so that nothing drops out of a report unseen. */
  ExpectedTable without() {
    ExpectedTable table = ExpectedTable.of("without", "filing");
    for (ExtractedFiling filing : scope) {
      if (!counted.contains(filing)) {
        ExpectedTable.Row row =
            withFacts(table.row(filing.id()), filing)
                .with("path", filing.path())
                .with("status", filing.isPresent() ? "copy" : filing.fact("status"));
        if (!filing.isPresent()) {
          row.with("evidence", filing.fact("evidence"));
        }
      }
    }
    return table;
  }

  // ----------------------------------------------------------------- what stands in an order

  /** The risks of a category that name each thing of a type, by what tells the thing. */
  Map<String, Map<String, Set<ExtractedFiling.Risk>>> named() {
    Map<String, Map<String, Set<ExtractedFiling.Risk>>> named = new TreeMap<>();
    for (ExtractedFiling.Risk risk : risksOf(counted)) {
      for (ExtractedFiling.Thing thing : risk.things()) {
        if (NAMED.contains(thing.type())) {
          named
              .computeIfAbsent(risk.category() + " " + thing.type(), any -> new TreeMap<>())
              .computeIfAbsent(thing.identity(), any -> new LinkedHashSet<>())
              .add(risk);
        }
      }
    }
    return named;
  }

  /** The first five of the risks that count, by a number. */
  List<Double> top(ToDoubleFunction<ExtractedFiling.Risk> number) {
    return risksOf(counted).stream()
        .map(number::applyAsDouble)
        .filter(value -> value > 0)
        .sorted(comparing(value -> -value))
        .limit(5)
        .toList();
  }

  double boilerplateOf(ExtractedFiling.Risk risk) {
    return Objects.requireNonNull(boilerplate(List.of(risk)));
  }

  boolean measuresBoilerplate() {
    return commonPhrases != null;
  }

  static double specificityOf(ExtractedFiling.Risk risk) {
    return specificity(List.of(risk));
  }

  ExtractedFiling.@Nullable Risk countedRisk(String filing, int ordinal) {
    return risksOf(counted).stream()
        .filter(risk -> risk.filing().equals(filing) && risk.ordinal() == ordinal)
        .findFirst()
        .orElse(null);
  }

  // ----------------------------------------------------------------------------- the taxonomy

  /** Family and name of each category, by id. */
  private static final Map<String, List<String>> TAXONOMY = taxonomy();

  private static Map<String, List<String>> taxonomy() {
    Map<String, List<String>> categories = new LinkedHashMap<>();
    try (Stream<String> lines = Files.lines(Path.of("models", "taxonomy.tsv"))) {
      lines
          .map(line -> line.split("\t"))
          .filter(cells -> cells.length > 3 && !cells[0].equals("family"))
          .forEach(cells -> categories.put(cells[1], List.of(cells[0], cells[2])));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    categories.put("other", List.of("other", "other"));
    return categories;
  }

  static String familyOf(String category) {
    return Objects.requireNonNull(TAXONOMY.get(category)).get(0);
  }

  static String nameOf(String category) {
    return Objects.requireNonNull(TAXONOMY.get(category)).get(1);
  }
}
