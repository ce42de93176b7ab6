package dev.caveat.library;

import dev.caveat.classify.CategoryModel;
import dev.caveat.compare.Comparison.Side;
import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import dev.caveat.index.Outlines;
import dev.caveat.index.RiskIndex;
import dev.caveat.model.RiskDisclosure;
import dev.caveat.model.RiskSection;
import dev.caveat.pipeline.Extraction;
import dev.caveat.pipeline.Outcome;
import dev.caveat.taxonomy.Taxonomy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Finds the two sides of a comparison: files, or filings of an index. */
public final class ComparedSides {
  private final Path index;
  private final Supplier<CategoryModel> tagger;
  private final InputStream standardInput;
  private Taxonomy taxonomy = Taxonomy.bundled();

  /**
   * Creates a lookup in files and in an index.
   *
   * @param index its folder; does not have to exist if both sides are files
   * @param tagger tags what is read from files
   * @param standardInput is read for the name {@code -}
   */
  public ComparedSides(Path index, Supplier<CategoryModel> tagger, InputStream standardInput) {
    this.standardInput = standardInput;
    this.index = index;
    this.tagger = tagger;
  }

  /**
   * The sides with the given names, in order; files are read in parallel.
   *
   * @throws CaveatException if one is not found or has no risks
   */
  public List<Side> of(List<String> names) throws IOException {
    List<String> files = names.stream().filter(ComparedSides::isFile).distinct().toList();
    for (String file : files) {
      if (Files.isDirectory(Path.of(file))) {
        throw new CaveatException(
            ErrorCode.AMBIGUOUS,
            (file.isEmpty() ? "\"\"" : file) + " is a folder; name one filing in it",
            Map.of("name", file));
      }
    }
    Map<String, Side> sides = new HashMap<>();
    if (!files.isEmpty()) {
      CategoryModel model = tagger.get();
      taxonomy = model.taxonomy();
      Extraction.defaults()
          .withTagger(model)
          .withStandardInput(standardInput)
          .withCorrections(Outlines.of(index)::of)
          .inOrder(
              files,
              outcome -> {
                if (!(outcome instanceof Outcome.PassedOver)) {
                  sides.merge(file(outcome.path(), files), side(outcome), ComparedSides::one);
                }
              });
    }
    for (String file : files) {
      if (!sides.containsKey(file)) {
        throw OneFiling.noFiling(file);
      }
    }
    List<String> indexed = names.stream().filter(n -> !sides.containsKey(n)).distinct().toList();
    if (!indexed.isEmpty()) {
      if (!Files.isDirectory(index)) {
        throw new CaveatException(
            ErrorCode.NO_INDEX,
            OneFiling.nowhere(indexed.getFirst(), index),
            Map.of("name", indexed.getFirst(), "index", index.toString()));
      }
      try (RiskIndex reader = RiskIndex.open(index)) {
        taxonomy = reader.taxonomy();
        for (String name : indexed) {
          sides.put(name, indexed(reader, index, name));
        }
      }
    }
    return names.stream().map(sides::get).toList();
  }

  private static boolean isFile(String name) {
    return name.equals("-") || Files.exists(Path.of(name));
  }

  /** The file that an outcome comes from: its own, or the archive that contains it. */
  private static String file(String path, List<String> files) {
    return files.stream().filter(f -> Outcome.isFrom(path, f)).findFirst().orElse(path);
  }

  /** The taxonomy of the sides: the index's if a side comes from the index. */
  public Taxonomy taxonomy() {
    return taxonomy;
  }

  private static Side one(Side first, Side second) {
    throw new CaveatException(
        ErrorCode.AMBIGUOUS,
        first.path() + " contains several filings; name one",
        Map.of("name", first.path()));
  }

  private static Side side(Outcome outcome) {
    return side(OneFiling.extracted(outcome).disclosure());
  }

  static Side side(RiskDisclosure filing) {
    check(filing.path(), filing.section());
    return Side.of(filing);
  }

  /**
   * A filing of an index as a side; files are never looked at.
   *
   * @param index its folder, for messages
   * @param name the name of an indexed filing
   * @throws CaveatException if it is not found or has no risks
   */
  public static Side indexed(RiskIndex reader, Path index, String name) throws IOException {
    RiskDisclosure filing = reader.disclosure(new RiskLookup(reader, index).filing(name).id());
    check(name, filing.section());
    return Side.of(filing);
  }

  private static void check(String name, RiskSection section) {
    if (section.risks().isEmpty()) {
      throw new CaveatException(
          ErrorCode.NO_RISKS,
          name
              + " has no risks to compare; its status is "
              + section.status().id()
              + ": "
              + section.evidence(),
          Map.of("name", name, "status", section.status().id()));
    }
  }
}
