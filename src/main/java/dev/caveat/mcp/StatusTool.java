package dev.caveat.mcp;

import dev.caveat.Library;
import dev.caveat.index.FilingFilter;
import dev.caveat.index.IndexedFiling;
import dev.caveat.json.ContentsJson;
import dev.caveat.json.ListedFilingJson;
import dev.caveat.library.IndexCounts;
import dev.caveat.library.RequestParameters;
import dev.caveat.mcp.Answer.Checked;
import dev.caveat.mcp.Answer.Item;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the index contains. */
final class StatusTool {
  private final Library library;

  private StatusTool(Library library) {
    this.library = library;
  }

  static Tool over(Library library) {
    return new Tool(
        "status",
        "What the index contains",
        "Counts of filings and risks, and the list of filings with their ids, by company and date."
            + " Filters choose filings: with doubtful true, those that a person should check, and"
            + " why; with status, those without risk factors.",
        RequestParameters.FILINGS,
        List.of(),
        new StatusTool(library)::answer);
  }

  Answer answer(Arguments arguments) throws IOException {
    FilingFilter filter = arguments.parameters().filings();
    return library.use(
        s -> {
          IndexCounts counts = IndexCounts.of(s.index(), filter);
          List<IndexedFiling> filings = new ArrayList<>();
          s.index().filings(filter, filings::add);
          filings.sort(Filings.BY_COMPANY_AND_TIME);
          return Answer.of(
              arguments,
              ContentsJson.of(counts),
              text(counts),
              List.of(),
              arguments.first(),
              filings.size(),
              false,
              i -> item(filings.get(i)));
        });
  }

  private static String text(IndexCounts counts) {
    return "%d filings, %d risks; a person should check %d filings\n"
            .formatted(counts.filings(), counts.risks(), counts.doubtful())
        + "by form: %s\nby year: %s\nby status: %s\nby category: %s\n\n"
            .formatted(
                listed(counts.byForm()),
                listed(counts.byYear()),
                listed(counts.byStatus()),
                listed(counts.byCategory()));
  }

  private static String listed(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(e -> Words.line(e.getKey()) + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  private static Item item(IndexedFiling f) {
    return new Item(
        ListedFilingJson.of(f),
        "- %s: %s, %d risks%s\n"
            .formatted(
                Words.filing(f.id(), f.facts()),
                f.status().id(),
                f.risks(),
                f.doubt().isDoubtful() ? "; check: " + Words.line(f.doubt().reasons()) : ""),
        new Checked(f.id(), f.facts(), f.doubt()));
  }
}
