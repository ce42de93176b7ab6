package dev.caveat.library;

import dev.caveat.classify.CategoryModel;
import dev.caveat.compare.Comparison;
import dev.caveat.compare.Comparison.Side;
import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import dev.caveat.model.RiskDisclosure;
import dev.caveat.pipeline.Extraction;
import dev.caveat.pipeline.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads single filings from files and streams, without an index. */
public final class FileReading {
  private FileReading() {}

  /**
   * Reads a file.
   *
   * @param tagger assigns categories
   * @throws CaveatException if it cannot be read as one filing
   */
  public static RiskDisclosure one(Path file, CategoryModel tagger) throws IOException {
    if (Files.notExists(file)) {
      throw new CaveatException(
          ErrorCode.NOT_FOUND,
          "there is no file " + file,
          Map.of("kind", "file", "name", file.toString()),
          new NoSuchFileException(file.toString()));
    }
    return one(file, file.toString(), tagger);
  }

  /**
   * Reads a file that has another name for others, such as one that was sent here.
   *
   * @param file must exist
   * @param name its name in the result and in messages
   * @param tagger assigns categories
   * @throws CaveatException if it cannot be read as one filing
   */
  public static RiskDisclosure one(Path file, String name, CategoryModel tagger) {
    List<RiskDisclosure> read = new ArrayList<>();
    Extraction.defaults()
        .withTagger(tagger)
        .inOrder(
            List.of(file.toString()),
            outcome -> {
              Outcome named =
                  outcome.under(name + outcome.path().substring(file.toString().length()));
              if (!(named instanceof Outcome.PassedOver)) {
                read.add(OneFiling.extracted(named).disclosure());
              }
            });
    if (read.isEmpty()) {
      throw OneFiling.noFiling(name);
    }
    if (read.size() > 1) {
      throw new CaveatException(
          ErrorCode.AMBIGUOUS,
          name + " contains " + read.size() + " filings",
          Map.of("kind", "file", "name", name));
    }
    return read.getFirst();
  }

  /**
   * Reads a stream.
   *
   * @param name name of the filing
   * @param in read to its end, not closed
   * @param tagger assigns categories
   * @throws CaveatException if it cannot be read as a filing
   */
  public static RiskDisclosure one(String name, InputStream in, CategoryModel tagger)
      throws IOException {
    return OneFiling.extracted(Extraction.defaults().withTagger(tagger).one(name, in)).disclosure();
  }

  /**
   * Compares two files.
   *
   * @throws CaveatException if one cannot be read as one filing, or has no risks
   */
  public static Comparison compare(Path before, Path after, CategoryModel tagger)
      throws IOException {
    return Comparison.of(side(before, tagger), side(after, tagger));
  }

  private static Side side(Path file, CategoryModel tagger) throws IOException {
    return ComparedSides.side(one(file, tagger));
  }
}
