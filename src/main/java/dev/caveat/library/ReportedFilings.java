package dev.caveat.library;

import dev.caveat.classify.CategoryModel;
import dev.caveat.compare.FilingSeries;
import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import dev.caveat.index.FilingFilter;
import dev.caveat.index.IndexSchema;
import dev.caveat.index.IndexedFiling;
import dev.caveat.index.Outlines;
import dev.caveat.index.RiskIndex;
import dev.caveat.index.Tagging;
import dev.caveat.model.RiskDisclosure;
import dev.caveat.pipeline.Extraction;
import dev.caveat.pipeline.Outcome;
import dev.caveat.profile.ReportBuilder;
import dev.caveat.profile.ReportScope;
import dev.caveat.report.Report;
import dev.caveat.report.Report.Fact;
import dev.caveat.words.Counted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The filings of a report: those of an index, or, if they include files, all of them in an
 * in-memory index, so that a report is always built the same way.
 */
public final class ReportedFilings implements AutoCloseable {
  private final @Nullable RiskIndex onDisk;
  private final RiskIndex index;
  private final FilingFilter subjects;
  private final List<String> peers;
  private final @Nullable String before;
  private final List<Fact> sources;
  private final List<String> missing;
  private final ReportRequest request;

  private ReportedFilings(
      ReportRequest request,
      @Nullable RiskIndex onDisk,
      RiskIndex index,
      FilingFilter subjects,
      List<String> peers,
      @Nullable String before,
      List<Fact> sources,
      List<String> missing) {
    this.request = request;
    this.missing = missing;
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
   * @param path folder of the index; does not have to exist if only files are named
   * @param tagger tags what is read from files
   * @param notes receives a line for everything that differs from the request
   * @throws CaveatException if nothing, or not everything, is found
   */
  public static ReportedFilings of(
      ReportRequest request, Path path, Supplier<CategoryModel> tagger, Consumer<String> notes)
      throws IOException {
    List<String> named = new ArrayList<>(request.filings());
    named.addAll(request.peers());
    if (request.before() != null) {
      named.add(request.before());
    }
    boolean chosen = request.all() || !request.filter().isEmpty();
    if (request.filings().isEmpty() && request.peers().isEmpty() && !chosen) {
      throw badRequest("no-subject", "name a filing, or choose filings from the index");
    }
    if (!request.filings().isEmpty() && chosen) {
      throw badRequest(
          "two-subjects",
          "filters choose filings from the index, so they cannot be combined with named filings");
    }
    if (request.before() != null && request.filings().size() != 1) {
      throw badRequest(
          "before-several",
          "an earlier filing to compare with can be given for a single filing only");
    }
    List<String> files =
        request.indexOnly()
            ? List.of()
            : named.stream().filter(n -> Files.isRegularFile(Path.of(n))).toList();
    boolean needsIndex = files.size() < named.size() || chosen;
    RiskIndex onDisk = needsIndex || Files.isDirectory(path) ? open(path, needsIndex, notes) : null;
    try {
      return new Search(request, path, onDisk, notes).run(files, tagger);
    } catch (IOException | RuntimeException e) {
      if (onDisk != null) {
        onDisk.close();
      }
      throw e;
    }
  }

  /** An index that is not required may have another version. */
  private static @Nullable RiskIndex open(Path path, boolean needed, Consumer<String> notes)
      throws IOException {
    try {
      return RiskIndex.open(path);
    } catch (IOException | CaveatException e) {
      if (needed) {
        throw e;
      }
      notes.accept("continuing without an index: " + e.getMessage());
      return null;
    }
  }

  private static CaveatException badRequest(String kind, String message) {
    return new CaveatException(ErrorCode.BAD_REQUEST, message, Map.of("kind", kind));
  }

  /** Looks up names, and copies filings into memory if they include files. */
  private static final class Search {
    private final ReportRequest request;
    private final Path path;
    private final @Nullable RiskIndex onDisk;
    private final Consumer<String> notes;

    /** What was read from files, by their name. */
    private final Map<String, RiskDisclosure> read = new LinkedHashMap<>();

    private final List<Fact> sources = new ArrayList<>();

    /** Peers that were not found. */
    private final List<String> missing = new ArrayList<>();

    Search(ReportRequest request, Path path, @Nullable RiskIndex onDisk, Consumer<String> notes) {
      this.request = request;
      this.path = path;
      this.onDisk = onDisk;
      this.notes = notes;
    }

    ReportedFilings run(List<String> files, Supplier<CategoryModel> tagger) throws IOException {
      sources.add(new Fact("Made by", "Caveat " + Version.number()));
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
        UnknownForms.of(onDisk, request.filter()).forEach(notes);
      }
      List<IndexedFiling> known = known(request.filings());
      FilingFilter subjects =
          known.isEmpty() ? request.filter() : FilingFilter.builder().ids(ids(known)).build();
      List<String> peers = peers(subjects, known);
      if (request.filings().isEmpty() && request.filter().isEmpty() && !request.all()) {
        subjects = FilingFilter.builder().ids(peers).build();
        peers = List.of();
      }
      String before =
          request.before() == null ? null : ids(known(List.of(request.before()))).getFirst();
      if (read.isEmpty()) {
        return new ReportedFilings(
            request,
            null,
            Objects.requireNonNull(onDisk),
            subjects,
            peers,
            before,
            sources,
            missing);
      }
      if (before == null && request.filings().size() == 1) {
        before = oneBefore(known.getFirst());
      }
      return new ReportedFilings(
          request,
          onDisk,
          together(subjects.ids(), peers, before, tagging),
          subjects,
          peers,
          before,
          sources,
          missing);
    }

    private static String name(String path) {
      return path.substring(path.lastIndexOf('/') + 1);
    }

    private void read(List<String> files, CategoryModel model) throws IOException {
      Extraction.defaults()
          .withTagger(model)
          .withCorrections(Outlines.of(path)::of)
          .inOrder(
              files.stream().distinct().toList(),
              outcome -> read.put(outcome.path(), OneFiling.extracted(outcome).disclosure()));
    }

    private static List<String> ids(List<IndexedFiling> filings) {
      return filings.stream().map(IndexedFiling::id).distinct().toList();
    }

    /** The filings with some names; those from files as they will be in the in-memory index. */
    private List<IndexedFiling> known(List<String> names) throws IOException {
      List<IndexedFiling> known = new ArrayList<>();
      for (String name : names) {
        List<RiskDisclosure> own =
            read.entrySet().stream()
                .filter(e -> Outcome.isFrom(e.getKey(), name))
                .map(Map.Entry::getValue)
                .toList();
        if (own.isEmpty()) {
          known.add(
              new RiskLookup(disk(name), path)
                  .find(name)
                  .orElseThrow(
                      () ->
                          new CaveatException(
                              ErrorCode.NOT_FOUND,
                              "there is no file %s, and no filing %s in %s"
                                  .formatted(name, name, path),
                              Map.of("kind", "filing", "name", name, "index", path.toString()))));
        }
        own.forEach(d -> known.add(IndexedFiling.of(d, "")));
      }
      return known;
    }

    private RiskIndex disk(String name) {
      if (onDisk == null) {
        throw new CaveatException(
            ErrorCode.NOT_FOUND,
            OneFiling.nowhere(name, path),
            Map.of("kind", "file", "name", name, "index", path.toString()));
      }
      return onDisk;
    }

    private List<IndexedFiling> subjects(FilingFilter subjects, List<IndexedFiling> known)
        throws IOException {
      if (!known.isEmpty() || onDisk == null || subjects.isEmpty() && !request.all()) {
        return known;
      }
      List<IndexedFiling> all = new ArrayList<>();
      onDisk.filings(subjects, all::add);
      return all;
    }

    /** Keys of the filings that the peers' names stand for. */
    private List<String> peers(FilingFilter subjects, List<IndexedFiling> known)
        throws IOException {
      List<String> peers = new ArrayList<>();
      List<IndexedFiling> own = request.peers().isEmpty() ? List.of() : subjects(subjects, known);
      for (String name : request.peers()) {
        boolean isFiling = isRead(name) || onDisk != null && !onDisk.named(name).isEmpty();
        try {
          peers.addAll(
              isFiling
                  ? ids(known(List.of(name)))
                  : new PeerLookup(disk(name), path, own).filings(name));
        } catch (PeerLookup.NoPeerException e) {
          missing.add(name);
          notes.accept("peer " + name + ": " + e.getMessage());
        }
      }
      if (!missing.isEmpty()) {
        sources.add(new Fact("Peers not found", String.join("; ", missing)));
      }
      if (peers.isEmpty()
          && request.filings().isEmpty()
          && request.filter().isEmpty()
          && !request.all()) {
        throw new CaveatException(
            ErrorCode.NOT_FOUND,
            "none of the companies is in " + path,
            Map.of("kind", "company", "index", path.toString()));
      }
      return peers;
    }

    private boolean isRead(String name) {
      return read.keySet().stream().anyMatch(p -> Outcome.isFrom(p, name));
    }

    /** Key of the filing in the index on disk that precedes one that was read, or null. */
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
                && PeerLookup.isSameCompany(f.facts(), filing.facts())) {
              own.add(f);
            }
          });
      for (FilingSeries.Pair<IndexedFiling> pair : FilingSeries.pairs(own, IndexedFiling::facts)) {
        if (pair.after().id().equals(filing.id())) {
          return pair.before().id();
        }
      }
      return null;
    }

    /**
     * An in-memory index with everything that was read and what is needed from the index on disk.
     */
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
            throw new CaveatException(
                ErrorCode.OTHER_TAXONOMY,
                "the index in "
                    + path
                    + " is tagged with "
                    + disk.taxonomy()
                    + ", but the files with "
                    + tagging.taxonomy(),
                Map.of("index", path.toString()));
          }
          all.put(id, disk.disclosure(id));
        }
      }
      return RiskIndex.inMemory(List.copyOf(all.values()), tagging);
    }
  }

  /**
   * Builds the report.
   *
   * @param progress receives the number of texts to read; what it returns is run for each text, on
   *     many threads
   * @throws CaveatException if no filing matches
   */
  public Report report(IntFunction<Runnable> progress) throws IOException {
    ReportScope scope =
        new ReportScope(subjects, peers, before, request.mostTexts(), request.date(), sources);
    RiskIndex reference = onDisk != null ? onDisk : index; // companies boilerplate is measured by
    Report report = ReportBuilder.of(index, reference, scope, progress);
    if (report.sections().isEmpty()) {
      throw new CaveatException(
          ErrorCode.NOT_FOUND, "no filing in the index matches", Map.of("kind", "filing"));
    }
    return report;
  }

  /** Peers that were not found; each was reported in a note. */
  public List<String> missing() {
    return missing;
  }

  @Override
  public void close() throws IOException {
    index.close();
    if (onDisk != null) {
      onDisk.close();
    }
  }
}
