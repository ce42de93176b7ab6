package dev.caveat.cli;

import dev.caveat.classify.CategoryModel;
import dev.caveat.compare.Comparison.Side;
import dev.caveat.index.IndexedFiling;
import dev.caveat.index.RiskIndex;
import dev.caveat.model.RiskDisclosure;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.RiskSection.Status;
import dev.caveat.pipeline.Extraction;
import dev.caveat.pipeline.Outcome;
import dev.caveat.taxonomy.Taxonomy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds the two sides of a comparison: files, or filings of an index. */
final class ComparedSides {
  private final Path index;
  private final Supplier<CategoryModel> tagger;
  private Taxonomy taxonomy = Taxonomy.bundled();

  /**
   * Looks in files and in an index.
   *
   * @param index its folder; need not be there where both sides are files
   * @param tagger tags what is read from files
   */
  ComparedSides(Path index, Supplier<CategoryModel> tagger) {
    this.index = index;
    this.tagger = tagger;
  }

  /**
   * The sides of some names, in order; files are read side by side.
   *
   * @throws CommandException where one is not there or has no risks
   */
  List<Side> of(List<String> names) throws IOException {
    List<String> files = names.stream().filter(n -> Files.exists(Path.of(n))).distinct().toList();
    for (String file : files) {
      if (Files.isDirectory(Path.of(file))) {
        throw CommandException.nothingDone(file + " is a folder; name one filing in it");
      }
    }
    Map<String, Side> sides = new HashMap<>();
    if (!files.isEmpty()) {
      CategoryModel model = tagger.get();
      taxonomy = model.taxonomy();
      Extraction.defaults()
          .withTagger(model)
          .inOrder(
              files, outcome -> sides.merge(outcome.path(), side(outcome), ComparedSides::one));
    }
    for (String file : files) {
      if (!sides.containsKey(file)) {
        throw CommandException.nothingDone(file + " holds no filing");
      }
    }
    if (files.size() < Stream.of(names.toArray()).distinct().count()) {
      try (RiskIndex reader = RiskIndex.open(index)) {
        taxonomy = reader.taxonomy();
        for (String name : names) {
          if (!sides.containsKey(name)) {
            sides.put(name, side(reader, name));
          }
        }
      }
    }
    return names.stream().map(sides::get).toList();
  }

  /** The taxonomy of the sides found: of the index, where one is from there. */
  Taxonomy taxonomy() {
    return taxonomy;
  }

  private static Side one(Side first, Side second) {
    throw CommandException.nothingDone(first.path() + " holds several filings; name one");
  }

  private static Side side(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Extracted e -> side(e.disclosure());
      case Outcome.Failed f -> throw CommandException.nothingDone(f.path() + ": " + f.reason());
      case Outcome.Known k -> throw CommandException.nothingDone(k.path() + " was passed over");
      case Outcome.PassedOver p -> throw CommandException.nothingDone(p.path() + ": " + p.reason());
    };
  }

  private static Side side(RiskDisclosure filing) {
    List<RiskFactor> risks = filing.section().risks();
    check(filing.path(), risks, filing.section().status(), filing.section().evidence());
    return new Side(filing.path(), filing.facts(), risks);
  }

  private Side side(RiskIndex reader, String name) throws IOException {
    IndexedFiling filing = new RiskLookup(reader, index).filing(name);
    List<RiskFactor> risks = reader.risks(filing.id());
    check(name, risks, filing.status(), filing.evidence());
    return new Side(filing.path(), filing.facts(), risks);
  }

  private static void check(String name, List<RiskFactor> risks, Status status, String evidence) {
    if (risks.isEmpty()) {
      throw CommandException.nothingDone(
          name + " has no risks to compare, it is " + status.id() + ": " + evidence);
    }
  }
}
