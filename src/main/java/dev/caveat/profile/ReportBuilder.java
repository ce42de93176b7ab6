package dev.caveat.profile;

import dev.caveat.compare.Change.Kind;
import dev.caveat.compare.FilingSeries;
import dev.caveat.compare.KeptCategories;
import dev.caveat.index.FilingFilter;
import dev.caveat.index.NameCount;
import dev.caveat.index.RiskIndex;
import dev.caveat.model.RiskFactor;
import dev.caveat.profile.FilingProfile.Line;
import dev.caveat.profile.FilingTexts.Ranked;
import dev.caveat.report.DataFiles;
import dev.caveat.report.DataTable;
import dev.caveat.report.DataTable.Type;
import dev.caveat.report.Report;
import dev.caveat.report.Report.Audience;
import dev.caveat.report.Report.Fact;
import dev.caveat.report.Report.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds the report on some filings of an index. */
public final class ReportBuilder {
  /** The largest boilerplate reference: the latest filings of this many companies. */
  private static final int MAX_REFERENCES = 100;

  private final RiskIndex index;
  private final ReportScope scope;
  private final FilingFilter counted;
  private final Tally tally;
  private final KeptCategories kept;
  private final Profiles profiles;
  private final List<FilingProfile> reference;

  private ReportBuilder(
      RiskIndex index,
      ReportScope scope,
      FilingFilter counted,
      Tally tally,
      KeptCategories kept,
      Profiles profiles,
      List<FilingProfile> reference) {
    this.index = index;
    this.scope = scope;
    this.counted = counted;
    this.tally = tally;
    this.kept = kept;
    this.profiles = profiles;
    this.reference = reference;
  }

  /**
   * Builds a report; the same indexes give the same report, whatever the number of cores.
   *
   * @param index contains the filings of the report
   * @param library the index whose companies boilerplate is measured by; may be the same
   * @param scope which filings
   * @param progress receives the number of texts to read; what it returns is run for each text, on
   *     many threads
   */
  public static Report of(
      RiskIndex index, RiskIndex library, ReportScope scope, IntFunction<Runnable> progress)
      throws IOException {
    Tally tally = Tally.of(index, scope.subjects());
    List<FilingProfile> filings = new ArrayList<>();
    List<FilingProfile> without = new ArrayList<>();
    for (FilingProfile f : tally.profiles(index, scope.subjects())) {
      (f.hasRisks() ? filings : without).add(f);
    }
    List<FilingProfile> peers = new ArrayList<>();
    if (!scope.peers().isEmpty()) {
      FilingFilter filter = FilingFilter.builder().ids(scope.peers()).build();
      for (FilingProfile f : Tally.profilesOf(index, filter)) {
        if (!f.hasRisks()) {
          without.add(f);
        } else if (filings.stream().noneMatch(own -> own.id().equals(f.id()))) {
          peers.add(f);
        }
      }
    }
    List<FilingProfile> copies = copies(filings);
    Set<String> left = copies.stream().map(FilingProfile::id).collect(Collectors.toSet());
    filings.removeIf(f -> left.contains(f.id()));
    FilingFilter counted =
        copies.isEmpty()
            ? scope.subjects()
            : FilingFilter.builder().ids(filings.stream().map(FilingProfile::id).toList()).build();
    boolean read = filings.size() <= scope.mostTexts();
    Lineage lineage = read ? Lineage.of(index, scope, filings) : Lineage.none();
    Tally own =
        copies.isEmpty() && lineage.isEmpty() ? tally : Tally.of(index, counted, lineage.kept());
    filings = own.profiles(index, counted).stream().filter(FilingProfile::hasRisks).toList();
    List<FilingProfile> reference = read && !filings.isEmpty() ? reference(library) : List.of();
    Map<String, FilingTexts> texts =
        read && !filings.isEmpty()
            ? texts(index, library, lineage, filings, reference, progress)
            : Map.of();
    Profiles profiles = new Profiles(index.taxonomy(), filings, without, copies, peers, texts);
    return new ReportBuilder(index, scope, counted, own, lineage.kept(), profiles, reference)
        .build();
  }

  /** Filings that would count the content of another one for the same company and period twice. */
  private static List<FilingProfile> copies(List<FilingProfile> filings) {
    Set<String> counted = new HashSet<>();
    FilingSeries.of(filings, FilingProfile::facts)
        .forEach(s -> s.filings().forEach(f -> counted.add(f.id())));
    return filings.stream().filter(f -> !counted.contains(f.id())).toList();
  }

  /** The latest filing with risks of each company, for the companies that filed last. */
  private static List<FilingProfile> reference(RiskIndex library) throws IOException {
    List<FilingProfile> all = Tally.profilesOf(library, FilingFilter.none());
    return Profiles.latest(all.stream().filter(FilingProfile::hasRisks).toList()).stream()
        .sorted(Profiles.BY_DATE.reversed())
        .limit(MAX_REFERENCES)
        .sorted(Comparator.comparing(FilingProfile::company).thenComparing(FilingProfile::id))
        .toList();
  }

  private static Map<String, FilingTexts> texts(
      RiskIndex index,
      RiskIndex library,
      Lineage lineage,
      List<FilingProfile> filings,
      List<FilingProfile> reference,
      IntFunction<Runnable> progress)
      throws IOException {
    Runnable step = progress.apply(reference.size() + filings.size());
    Boilerplate boilerplate =
        Boilerplate.of(
            reference.parallelStream().map(f -> read(library, f, step)), reference.size());
    Map<String, FilingTexts> texts = new LinkedHashMap<>();
    filings.parallelStream()
        .map(f -> Map.entry(f.id(), texts(index, f, lineage, boilerplate, step)))
        .forEachOrdered(e -> texts.put(e.getKey(), e.getValue()));
    return texts;
  }

  private static FilingTexts texts(
      RiskIndex index,
      FilingProfile filing,
      Lineage lineage,
      Boilerplate boilerplate,
      Runnable step) {
    List<RiskFactor> risks = read(index, filing, step);
    Changes changes = lineage.changes(index, filing, risks);
    return FilingTexts.of(filing, lineage.kept().of(filing.id(), risks), boilerplate, changes);
  }

  static List<RiskFactor> read(RiskIndex index, FilingProfile filing, Runnable step) {
    try {
      List<RiskFactor> risks = index.risks(filing.id());
      step.run();
      return risks;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Report build() throws IOException {
    return new Report(
        title(), scope.date(), DoubtNotes.of(profiles), figures(), facts(), sections());
  }

  private String title() {
    List<FilingProfile> filings = profiles.filings();
    List<FilingProfile> all = filings.isEmpty() ? profiles.without() : filings;
    if (all.size() == 1) {
      return "Risk factors of " + all.getFirst().title();
    }
    List<FilingProfile> latest = Profiles.latest(all);
    TreeSet<String> years =
        all.stream().map(FilingProfile::year).collect(Collectors.toCollection(TreeSet::new));
    years.remove("");
    String when =
        years.isEmpty()
            ? ""
            : years.size() == 1
                ? ", " + years.first()
                : ", " + years.first() + " to " + years.last();
    return latest.size() == 1
        ? "Risk factors of " + latest.getFirst().company() + when
        : "Risk factors of " + latest.size() + " companies" + when;
  }

  private List<Fact> figures() {
    List<FilingProfile> filings = profiles.filings();
    Line total = profiles.sum(FilingProfile::total);
    List<Fact> figures = new ArrayList<>();
    if (filings.size() > 1) {
      figures.add(count("filings", filings.size()));
    }
    if (!filings.isEmpty()) {
      figures.add(count("risks", total.risks()));
      figures.add(count("words", total.words()));
      figures.add(
          new Fact("specifics per 100 words", DataFiles.text(total.specificity(), Type.NUMBER)));
    }
    Double boilerplate = boilerplate(total);
    if (boilerplate != null) {
      figures.add(new Fact("boilerplate", DataFiles.text(boilerplate, Type.SHARE)));
    }
    addChanges(figures);
    if (!profiles.without().isEmpty()) {
      figures.add(count("without risk factors", profiles.without().size()));
    }
    if (!profiles.copies().isEmpty()) {
      figures.add(count("copies, not counted", profiles.copies().size()));
    }
    return figures;
  }

  /** The figures on changes; those of 10-Qs are counted separately. */
  private void addChanges(List<Fact> figures) {
    List<Changes> quarterly = changes(true);
    List<Changes> others = changes(false);
    if (!others.isEmpty()) {
      figures.add(count("new risks", sum(others, Kind.ADDED)));
      figures.add(count("dropped risks", sum(others, Kind.REMOVED)));
    }
    if (!quarterly.isEmpty()) {
      figures.add(count("new in 10-Qs", sum(quarterly, Kind.ADDED)));
      figures.add(count("not repeated in 10-Qs", sum(quarterly, Kind.REMOVED)));
    }
    long far = far(profiles.changes());
    if (far > 0) {
      figures.add(count("compared with a filing more than 15 months older", (int) far));
    }
  }

  private List<Changes> changes(boolean quarterly) {
    return profiles.changes().entrySet().stream()
        .filter(e -> Profiles.isQuarterly(e.getKey()) == quarterly)
        .map(Map.Entry::getValue)
        .toList();
  }

  private static int sum(List<Changes> changes, Kind kind) {
    return changes.stream().mapToInt(c -> c.count(kind)).sum();
  }

  private static long far(Map<FilingProfile, Changes> changes) {
    return changes.entrySet().stream()
        .filter(e -> FilingSeries.isFar(e.getValue().before().facts(), e.getKey().facts()))
        .count();
  }

  private @Nullable Double boilerplate(Line total) {
    int words = 0;
    for (FilingTexts read : profiles.texts().values()) {
      if (read.boilerplate() == null) {
        return null;
      }
      words += read.boilerplate();
    }
    return profiles.texts().isEmpty() ? null : (Double) Ratio.of(words, total.words());
  }

  private static Fact count(String name, int n) {
    return new Fact(name, DataFiles.text(n, Type.COUNT));
  }

  private List<Fact> facts() {
    List<Fact> facts = new ArrayList<>(scope.sources());
    facts.add(new Fact("Taxonomy", "version " + profiles.taxonomy().version()));
    String models =
        Stream.concat(profiles.all().stream(), profiles.without().stream())
            .map(f -> f.filing().model())
            .filter(m -> !m.isEmpty())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    facts.add(new Fact("Categories tagged by", models.isEmpty() ? "no model" : "model " + models));
    facts.add(
        new Fact(
            "Specificity", "regulators, dates, amounts, percentages and laws per hundred words"));
    facts.add(
        new Fact(
            "Boilerplate",
            "share of words in sentences with a four-word phrase that most filings in the"
                + " reference use"));
    facts.add(new Fact("Boilerplate reference", referenceName()));
    return facts;
  }

  private String referenceName() {
    if (profiles.filings().isEmpty()) {
      return "not measured: no filing has risks";
    }
    if (profiles.texts().isEmpty()) {
      return "not measured: texts are read for at most "
          + scope.mostTexts()
          + (scope.mostTexts() == 1 ? " filing" : " filings")
          + " (--texts), so boilerplate, changes and single risks are left out";
    }
    String names = String.join("; ", reference.stream().map(FilingProfile::title).toList());
    boolean measured = profiles.texts().values().stream().allMatch(t -> t.boilerplate() != null);
    return measured
        ? "the latest filing of each of " + reference.size() + " companies: " + names
        : "not measured: it takes filings of at least four companies; companies available: "
            + reference.size();
  }

  private List<Section> sections() throws IOException {
    CountTables counts = new CountTables(profiles);
    SideBySide sides = new SideBySide(profiles);
    List<Section> sections = new ArrayList<>();
    if (!profiles.filings().isEmpty()) {
      sections.add(new Section("", counts.categories(), sides.bars(), Audience.ALL));
      sections.add(new Section("", counts.families()));
      Map<FilingProfile, Changes> changes = profiles.changes();
      if (!changes.isEmpty()) {
        sections.add(new Section(against(changes), Changes.table(changes)));
      }
      sides.peers().ifPresent(sections::add);
      sides.companies().ifPresent(sections::add);
      sections.addAll(sides.years());
      addTexts(sections);
      sections.add(new Section("", counts.filings()));
      sections.add(new Section("", counts.panel(), null, Audience.PROGRAMS));
    }
    if (!profiles.without().isEmpty() || !profiles.copies().isEmpty()) {
      sections.add(new Section("", counts.without()));
    }
    if (!profiles.texts().isEmpty()) {
      List<List<@Nullable Object>> rows = new ArrayList<>();
      profiles.texts().values().forEach(t -> rows.addAll(t.rows()));
      DataTable risks = new DataTable("risks", "Risks", FilingTexts.COLUMNS, rows);
      sections.add(new Section("", risks, null, Audience.PROGRAMS));
    }
    return sections;
  }

  private static String against(Map<FilingProfile, Changes> changes) {
    String rest =
        " Risks that are unchanged, or in which only dates and numbers were rolled forward, are"
            + " not listed; the table of filings has their counts.";
    boolean quarterly = changes.keySet().stream().anyMatch(Profiles::isQuarterly);
    rest +=
        quarterly
            ? " A 10-Q only has to report what changed since the annual report: a risk missing"
                + " from one was not necessarily dropped, so the figures at the top count 10-Qs"
                + " separately."
            : "";
    long far = far(changes);
    rest +=
        far == 0
            ? ""
            : " Filings compared with one more than 15 months older: "
                + far
                + "; the filings in between are not in the index.";
    return changes.size() == 1
        ? "Compared with " + changes.values().iterator().next().before().title() + "." + rest
        : "Each filing is compared with the company's previous one on the same kind of form."
            + rest;
  }

  private void addTexts(List<Section> sections) throws IOException {
    TextTables texts = new TextTables(index, profiles, kept);
    List<NameCount> names = index.names(counted, TextTables.MAX_NAMES, kept::category);
    String note =
        "In parentheses: how many risks in the category contain the name. Listed are the "
            + TextTables.MAX_NAMES
            + " most frequent names and the largest amounts, US dollars first.";
    sections.add(new Section(note, texts.naming(names), null, Audience.PEOPLE));
    sections.add(new Section(note, texts.named(names), null, Audience.PROGRAMS));
    Top<Ranked> boilerplate = new Top<>(Ranked.ORDER);
    profiles.texts().values().forEach(t -> t.mostBoilerplate().forEach(boilerplate::offer));
    sections.add(
        new Section(
            "The longest risks, the most specific ones and those with the most boilerplate. Risks under "
                + Top.MIN_WORDS
                + " words are ranked by length only.",
            texts.quotes(tally, boilerplate.list())));
  }
}
