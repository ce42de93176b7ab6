package dev.caveat.library;

import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import dev.caveat.index.IndexedFiling;
import dev.caveat.index.IndexedRisk;
import dev.caveat.index.RiskIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds filings and risks by the names {@code FILING} and {@code FILING#N}. */
public final class RiskLookup {
  private static final int MAX_LISTED = 5;

  private final RiskIndex reader;
  private final Path index;

  /**
   * Creates a lookup in an index.
   *
   * @param index its folder, for messages
   */
  public RiskLookup(RiskIndex reader, Path index) {
    this.reader = reader;
    this.index = index;
  }

  /** Whether a name is that of a risk, and not that of a filing with such a path. */
  public boolean namesRisk(String name) throws IOException {
    return name.lastIndexOf('#') > 0 && reader.named(name).isEmpty();
  }

  /**
   * The filing with a name, which may be a company and a year, such as {@code AAPL 2023}.
   *
   * @throws CaveatException if none or several have it
   */
  public IndexedFiling filing(String name) throws IOException {
    return find(name)
        .orElseThrow(
            () ->
                new CaveatException(
                    ErrorCode.NOT_FOUND,
                    "no filing " + name + " in " + index,
                    Map.of("kind", "filing", "name", name, "index", index.toString())));
  }

  /**
   * The filing with a name; empty if none has it.
   *
   * @throws CaveatException if several have it
   */
  Optional<IndexedFiling> find(String name) throws IOException {
    List<IndexedFiling> named = reader.named(name);
    if (named.isEmpty()) {
      named = CompanyYear.of(name).map(this::filings).orElse(List.of());
    }
    if (named.size() > 1) {
      String all =
          named.stream().limit(MAX_LISTED).map(IndexedFiling::id).collect(Collectors.joining(", "));
      throw new CaveatException(
          ErrorCode.AMBIGUOUS,
          name
              + " matches "
              + named.size()
              + " filings; add more of the name, or use one of "
              + all
              + (named.size() > MAX_LISTED ? ", ..." : ""),
          Map.of("name", name, "candidates", all));
    }
    return named.stream().findFirst();
  }

  private List<IndexedFiling> filings(CompanyYear wanted) {
    try {
      return wanted.filings(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The risk with a name.
   *
   * @param name {@code FILING#N}
   * @throws CaveatException if there is none
   */
  public IndexedRisk risk(String name) throws IOException {
    int hash = name.lastIndexOf('#');
    if (hash < 1) {
      throw new CaveatException(
          ErrorCode.BAD_REQUEST, "expected a risk as FILING#N, not " + name, Map.of("value", name));
    }
    IndexedFiling filing = filing(name.substring(0, hash));
    String ordinal = name.substring(hash + 1);
    String id = IndexedFiling.name(filing.id());
    if (filing.risks() == 0) {
      throw new CaveatException(
          ErrorCode.NO_RISKS,
          "filing " + id + " has no risks; its status is " + filing.status().id(),
          Map.of("filing", id, "status", filing.status().id()));
    }
    Optional<Integer> document =
        ordinal.matches("\\d{1,6}")
            ? reader.document(filing.id(), Integer.parseInt(ordinal))
            : Optional.empty();
    if (document.isEmpty()) {
      throw new CaveatException(
          ErrorCode.NOT_FOUND,
          "filing " + id + " has risks #1 to #" + filing.risks() + ", but no #" + ordinal,
          Map.of("kind", "risk", "name", name, "filing", id));
    }
    return reader.read(document.get());
  }
}
