package dev.caveat.cli;

import dev.caveat.classify.CategoryModel;
import dev.caveat.compare.FilingSeries;
import dev.caveat.index.FilingFilter;
import dev.caveat.index.IndexSchema;
import dev.caveat.index.IndexedFiling;
import dev.caveat.index.RiskIndex;
import dev.caveat.index.Tagging;
import dev.caveat.model.FilingFacts;
import dev.caveat.model.RiskDisclosure;
import dev.caveat.pipeline.Extraction;
import dev.caveat.pipeline.Outcome;
import dev.caveat.report.Report.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The filings of a report: those of an index, or, where files are among them, all of them together
 * in an index in memory, so that a report is always made the same way.
 */
final class ReportedFilings implements AutoCloseable {
  private static final String SAME_SIC = "sic";
  private static final String SIC = "sic:";

  /**
   * What a user asked for.
   *
   * @param filings names of filings
   * @param filter which filings of the index, where none is named
   * @param all whether every filing of the index is meant
   * @param peers names of filings and companies
   * @param before name of a filing
   */
  record Request(
      List<String> filings,
      FilingFilter filter,
      boolean all,
      List<String> peers,
      @Nullable String before) {}

  private final @Nullable RiskIndex onDisk;
  private final RiskIndex index;
  private final FilingFilter subjects;
  private final List<String> peers;
  private final @Nullable String before;
  private final List<Fact> sources;

  private ReportedFilings(
      @Nullable RiskIndex onDisk,
      RiskIndex index,
      FilingFilter subjects,
      List<String> peers,
      @Nullable String before,
      List<Fact> sources) {
    this.onDisk = onDisk;
    this.index = index;
    this.subjects = subjects;
    this.peers = peers;
    this.before = before;
    this.sources = sources;
  }

  /**
   * Finds them.
   *
   * @param path folder of the index; need not be there where only files are named
   * @param tagger tags what is read from files
   * @throws CommandException where nothing, or not all, is found
   */
  static ReportedFilings of(
      Request request, Path path, Supplier<CategoryModel> tagger, Streams streams)
      throws IOException {
    List<String> named = new ArrayList<>(request.filings);
    named.addAll(request.peers);
    if (request.before != null) {
      named.add(request.before);
    }
    boolean chosen = request.all || !request.filter.isEmpty();
    if (request.filings.isEmpty() && request.peers.isEmpty() && !chosen) {
      throw CommandException.usage(
          "name a FILING, or choose filings of the index by --company, --sic, --form, --year and"
              + " others, or --all");
    }
    if (!request.filings.isEmpty() && chosen) {
      throw CommandException.usage(
          "filters choose filings of the index where no FILING is named; --peers sic:36* and company"
              + " names choose peers");
    }
    if (request.before != null && request.filings.size() != 1) {
      throw CommandException.usage("--before goes with one FILING");
    }
    List<String> files = named.stream().filter(n -> Files.isRegularFile(Path.of(n))).toList();
    boolean needsIndex = files.size() < named.size() || request.filings.isEmpty();
    RiskIndex onDisk = needsIndex || Files.isDirectory(path) ? open(path, needsIndex) : null;
    try {
      return new Search(request, path, onDisk, streams).run(files, tagger);
    } catch (IOException | RuntimeException e) {
      if (onDisk != null) {
        onDisk.close();
      }
      throw e;
    }
  }

  /** An index that is only used where it is there may be of another version. */
  private static @Nullable RiskIndex open(Path path, boolean needed) throws IOException {
    try {
      return RiskIndex.open(path);
    } catch (IOException e) {
      if (needed) {
        throw e;
      }
      return null;
    }
  }

  /** Looks up names, and takes filings over into memory where files are among them. */
  private static final class Search {
    private final Request request;
    private final Path path;
    private final @Nullable RiskIndex onDisk;
    private final Streams streams;

    /** What was read of files, by their name. */
    private final Map<String, RiskDisclosure> read = new LinkedHashMap<>();

    private final List<Fact> sources = new ArrayList<>();

    Search(Request request, Path path, @Nullable RiskIndex onDisk, Streams streams) {
      this.request = request;
      this.path = path;
      this.onDisk = onDisk;
      this.streams = streams;
    }

    ReportedFilings run(List<String> files, Supplier<CategoryModel> tagger) throws IOException {
      sources.add(new Fact("Made by", "Caveat " + RootCommand.number()));
      Tagging tagging = Tagging.none();
      if (!files.isEmpty()) {
        CategoryModel model = tagger.get();
        tagging = new Tagging(model.taxonomy(), model.name());
        read(files, model);
        sources.add(
            new Fact(
                "Files", String.join("; ", read.keySet().stream().map(Search::name).toList())));
      }
      if (onDisk != null) {
        sources.add(
            new Fact(
                "Index",
                name(path.toString())
                    + ", "
                    + Counted.of(onDisk.filingCount(), "filing")
                    + ", schema version "
                    + IndexSchema.VERSION));
        UnknownForms.report(onDisk, request.filter, "caveat report", streams.err());
      }
      FilingFilter subjects =
          request.filings.isEmpty()
              ? request.filter
              : FilingFilter.none().withIds(ids(request.filings));
      List<IndexedFiling> known = request.filings.isEmpty() ? List.of() : known(request.filings);
      List<String> peers = new ArrayList<>();
      for (String name : request.peers) {
        peers.addAll(peer(name, subjects, known));
      }
      if (request.filings.isEmpty() && request.filter.isEmpty() && !request.all) {
        subjects = FilingFilter.none().withIds(List.copyOf(peers));
        peers.clear();
      }
      String before = request.before == null ? null : ids(List.of(request.before)).getFirst();
      if (read.isEmpty()) {
        return new ReportedFilings(
            null, Objects.requireNonNull(onDisk), subjects, peers, before, sources);
      }
      if (before == null && request.filings.size() == 1) {
        before = oneBefore(known.getFirst());
      }
      return new ReportedFilings(
          onDisk,
          together(subjects.ids(), peers, before, tagging),
          subjects,
          peers,
          before,
          sources);
    }

    private static String name(String path) {
      return path.substring(path.lastIndexOf('/') + 1);
    }

    private void read(List<String> files, CategoryModel model) {
      Extraction.defaults()
          .withTagger(model)
          .inOrder(
              files.stream().distinct().toList(),
              outcome -> {
                switch (outcome) {
                  case Outcome.Extracted e -> read.put(e.path(), e.disclosure());
                  case Outcome.Failed f ->
                      throw CommandException.nothingDone(f.path() + ": " + f.reason());
                  case Outcome.PassedOver p ->
                      throw CommandException.nothingDone(p.path() + ": " + p.reason());
                  case Outcome.Known k ->
                      throw CommandException.nothingDone(k.path() + " was passed over");
                }
              });
    }

    private List<String> ids(List<String> names) throws IOException {
      return known(names).stream().map(IndexedFiling::id).distinct().toList();
    }

    /** The filings of some names; those of files as they will stand in the index in memory. */
    private List<IndexedFiling> known(List<String> names) throws IOException {
      List<IndexedFiling> known = new ArrayList<>();
      for (String name : names) {
        List<RiskDisclosure> own =
            read.entrySet().stream()
                .filter(e -> e.getKey().equals(name) || e.getKey().startsWith(name + "!"))
                .map(Map.Entry::getValue)
                .toList();
        if (own.isEmpty()) {
          known.add(new RiskLookup(disk(name), path).filing(name));
        }
        own.forEach(d -> known.add(IndexedFiling.of(d, "")));
      }
      return known;
    }

    private RiskIndex disk(String name) {
      if (onDisk == null) {
        throw CommandException.nothingDone(
            "there is no file " + name + ", and no index in " + path + " to look it up in");
      }
      return onDisk;
    }

    /** Keys of the filings that a peer's name means. */
    private List<String> peer(String name, FilingFilter subjects, List<IndexedFiling> known)
        throws IOException {
      if (read.keySet().stream().anyMatch(p -> p.equals(name) || p.startsWith(name + "!"))) {
        return ids(List.of(name));
      }
      RiskIndex disk = disk(name);
      if (name.equals(SAME_SIC) || name.startsWith(SIC)) {
        return ofIndustry(name, subjects, known);
      }
      if (!disk.named(name).isEmpty()) {
        return ids(List.of(name));
      }
      for (FilingFilter company : companies(name)) {
        List<String> found = nearest(company, subjects, known);
        if (!found.isEmpty()) {
          return found;
        }
      }
      throw CommandException.nothingDone(
          "--peers: no filing and no company " + name + " in " + path);
    }

    private static List<FilingFilter> companies(String name) {
      List<FilingFilter> filters = new ArrayList<>();
      if (name.matches("\\d{1,10}")) {
        filters.add(FilingFilter.none().withCiks(List.of(name)));
      }
      filters.add(FilingFilter.none().withTickers(List.of(name)));
      filters.add(FilingFilter.none().withCompanies(List.of(name)));
      return filters;
    }

    private List<String> ofIndustry(String name, FilingFilter subjects, List<IndexedFiling> known)
        throws IOException {
      List<String> codes = new ArrayList<>();
      if (name.startsWith(SIC)) {
        codes.add(name.substring(SIC.length()));
      } else {
        subjects(subjects, known).stream()
            .map(f -> f.facts().sic())
            .filter(Objects::nonNull)
            .distinct()
            .forEach(codes::add);
      }
      if (codes.isEmpty()) {
        throw CommandException.nothingDone(
            "--peers sic: the filing states no industry; name one, such as sic:36*");
      }
      List<String> found = nearest(FilingFilter.none().withSics(codes), subjects, known);
      if (found.isEmpty()) {
        throw CommandException.nothingDone(
            "--peers: no other company of industry " + String.join(", ", codes) + " in " + path);
      }
      return found;
    }

    private List<IndexedFiling> subjects(FilingFilter subjects, List<IndexedFiling> known)
        throws IOException {
      if (!known.isEmpty() || subjects.isEmpty() && !request.all) {
        return known;
      }
      List<IndexedFiling> all = new ArrayList<>();
      disk("").filings(subjects, all::add);
      return all;
    }

    /**
     * Of each company that a filter lets through, and that is none of the subjects', the filing
     * with risks nearest in time to the latest subject, of the same kind of form where it has one.
     */
    private List<String> nearest(
        FilingFilter filter, FilingFilter subjects, List<IndexedFiling> known) throws IOException {
      List<IndexedFiling> own = subjects(subjects, known);
      IndexedFiling latest = null;
      for (IndexedFiling f : own) {
        if (latest == null || FilingSeries.days(latest.facts(), f.facts()) > 0) {
          latest = f;
        }
      }
      FilingFacts to = latest == null ? FilingFacts.UNKNOWN : latest.facts();
      Map<String, List<IndexedFiling>> byCompany = new TreeMap<>();
      disk("")
          .filings(
              filter,
              f -> {
                boolean same =
                    own.stream()
                        .anyMatch(
                            s -> s.id().equals(f.id()) || isSameCompany(s.facts(), f.facts()));
                if (f.risks() > 0 && !same) {
                  String company = Objects.requireNonNullElse(f.facts().cik(), f.id());
                  byCompany.computeIfAbsent(company, c -> new ArrayList<>()).add(f);
                }
              });
      List<String> ids = new ArrayList<>();
      byCompany.values().forEach(some -> ids.add(nearest(some, to).id()));
      return ids;
    }

    private static boolean isSameCompany(FilingFacts a, FilingFacts b) {
      boolean known =
          (a.cik() != null || a.company() != null) && (b.cik() != null || b.company() != null);
      return known && FilingSeries.sameCompany(a, b);
    }

    private static IndexedFiling nearest(List<IndexedFiling> some, FilingFacts to) {
      List<IndexedFiling> sameForm =
          some.stream().filter(f -> form(f.facts()).equals(form(to))).toList();
      IndexedFiling nearest = null;
      for (IndexedFiling f : sameForm.isEmpty() ? some : sameForm) {
        nearest = nearest == null || isNearer(f, nearest, to) ? f : nearest;
      }
      return Objects.requireNonNull(nearest);
    }

    private static String form(FilingFacts facts) {
      return facts.form() == null ? "" : FilingSeries.family(facts.form());
    }

    /** Where the time is not known, the later is nearer. */
    private static boolean isNearer(IndexedFiling a, IndexedFiling b, FilingFacts to) {
      if (to.period() == null && to.filed() == null) {
        return FilingSeries.days(b.facts(), a.facts()) > 0;
      }
      return Math.abs(FilingSeries.days(a.facts(), to))
          < Math.abs(FilingSeries.days(b.facts(), to));
    }

    /** Key of the filing of the index on disk that comes before one that was read; or null. */
    private @Nullable String oneBefore(IndexedFiling filing) throws IOException {
      if (onDisk == null || filing.facts().company() == null && filing.facts().cik() == null) {
        return null;
      }
      List<IndexedFiling> own = new ArrayList<>();
      own.add(filing);
      onDisk.filings(
          FilingFilter.none(),
          f -> {
            if (f.risks() > 0
                && !f.id().equals(filing.id())
                && isSameCompany(f.facts(), filing.facts())) {
              own.add(f);
            }
          });
      for (FilingSeries<IndexedFiling> series : FilingSeries.of(own, IndexedFiling::facts)) {
        for (FilingSeries.Pair<IndexedFiling> pair : series.pairs()) {
          if (pair.now().id().equals(filing.id())) {
            return pair.old().id();
          }
        }
      }
      return null;
    }

    /** An index in memory with all that was read, and what is needed of the index on disk. */
    private RiskIndex together(
        List<String> subjects, List<String> peers, @Nullable String before, Tagging tagging)
        throws IOException {
      Map<String, RiskDisclosure> all = new LinkedHashMap<>();
      read.values().forEach(d -> all.putIfAbsent(d.id(), d));
      List<String> wanted = new ArrayList<>(subjects);
      wanted.addAll(peers);
      if (before != null) {
        wanted.add(before);
      }
      for (String id : wanted) {
        if (!all.containsKey(id)) {
          RiskIndex disk = disk(id);
          if (!disk.taxonomy().equals(tagging.taxonomy())) {
            throw CommandException.nothingDone(
                "the index in "
                    + path
                    + " is tagged by "
                    + disk.taxonomy()
                    + ", the files are by "
                    + tagging.taxonomy()
                    + "; give --model, or files alone with another --index");
          }
          all.put(id, disk.disclosure(id));
        }
      }
      return RiskIndex.inMemory(List.copyOf(all.values()), tagging);
    }
  }

  /** Holds all filings of the report. */
  RiskIndex index() {
    return index;
  }

  /** Whose companies boilerplate is measured by. */
  RiskIndex library() {
    return onDisk != null ? onDisk : index;
  }

  FilingFilter subjects() {
    return subjects;
  }

  List<String> peers() {
    return peers;
  }

  @Nullable String before() {
    return before;
  }

  List<Fact> sources() {
    return sources;
  }

  @Override
  public void close() throws IOException {
    index.close();
    if (onDisk != null) {
      onDisk.close();
    }
  }
}
