package dev.caveat.cli;

import dev.caveat.index.IndexedFiling;
import dev.caveat.index.IndexedRisk;
import dev.caveat.index.RiskIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what users name by {@code FILING} and {@code FILING#N}. */
final class RiskLookup {
  private static final int MOST_LISTED = 5;

  private final RiskIndex reader;
  private final Path index;

  /**
   * Looks in an index.
   *
   * @param index its folder, for messages
   */
  RiskLookup(RiskIndex reader, Path index) {
    this.reader = reader;
    this.index = index;
  }

  /** Whether a name is one of a risk, and not of a filing with such a path. */
  boolean namesRisk(String name) throws IOException {
    return name.lastIndexOf('#') > 0 && reader.named(name).isEmpty();
  }

  /**
   * The filing of a name, which may be a company and a year, such as {@code AAPL 2023}.
   *
   * @throws CommandException where none or several have it
   */
  IndexedFiling filing(String name) throws IOException {
    List<IndexedFiling> named = reader.named(name);
    if (named.isEmpty()) {
      named = CompanyYear.of(name).map(this::filings).orElse(List.of());
    }
    if (named.isEmpty()) {
      throw CommandException.nothingDone(
          "no filing " + name + " in " + index + "; 'caveat status --filings' lists their names");
    }
    if (named.size() > 1) {
      String all =
          named.stream()
              .limit(MOST_LISTED)
              .map(IndexedFiling::id)
              .collect(Collectors.joining(", "));
      throw CommandException.nothingDone(
          name
              + " names "
              + named.size()
              + " filings; write more of one: "
              + all
              + (named.size() > MOST_LISTED ? ", ..." : ""));
    }
    return named.getFirst();
  }

  private List<IndexedFiling> filings(CompanyYear wanted) {
    try {
      return wanted.filings(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The risk of a name.
   *
   * @param name {@code FILING#N}
   * @throws CommandException where there is none
   */
  IndexedRisk risk(String name) throws IOException {
    int hash = name.lastIndexOf('#');
    IndexedFiling filing = filing(name.substring(0, hash));
    String ordinal = name.substring(hash + 1);
    String id = IndexedFiling.name(filing.id());
    if (filing.risks() == 0) {
      throw CommandException.nothingDone(
          "filing "
              + id
              + " has no risks, it is "
              + filing.status().id()
              + "; see 'caveat show "
              + id
              + "'");
    }
    Optional<Integer> document =
        ordinal.matches("\\d{1,6}")
            ? reader.document(filing.id(), Integer.parseInt(ordinal))
            : Optional.empty();
    if (document.isEmpty()) {
      throw CommandException.nothingDone(
          "filing "
              + id
              + " has risks #1 to #"
              + filing.risks()
              + ", no #"
              + ordinal
              + "; 'caveat show "
              + id
              + "' lists them");
    }
    return reader.read(document.get());
  }
}
