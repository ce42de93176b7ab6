package dev.caveat.example;

import dev.caveat.Caveat;
import dev.caveat.Library;
import dev.caveat.compare.Comparison;
import dev.caveat.error.CaveatException;
import dev.caveat.model.RiskDisclosure;
import dev.caveat.search.Hit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The example of README.md, word for word. */
final class ReadmeExample {
  public static void main(String[] args) throws IOException {
    RiskDisclosure filing = Caveat.extract(Path.of("10-k.htm"));
    filing.section().risks().forEach(r -> System.out.println(r.ordinal() + " " + r.heading()));

    try (Library library = Caveat.open(Path.of(".caveat"))) {
      library.index(List.of(Path.of("filings")), input -> {});
      for (Hit hit : library.search("tariffs on chips").hits()) {
        System.out.println(hit.risk().facts().company() + ": " + hit.risk().heading());
      }
      Comparison changes = library.compare("AAPL 2023", "AAPL 2024");
      changes.changes().forEach(c -> System.out.println(c.kind() + " " + c.after()));
    } catch (CaveatException e) {
      System.err.println(e.code().id() + ": " + e.getMessage());
    }
  }

  private ReadmeExample() {}
}
