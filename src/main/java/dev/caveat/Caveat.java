package dev.caveat;

import dev.caveat.classify.CategoryModel;
import dev.caveat.compare.Comparison;
import dev.caveat.library.FileReading;
import dev.caveat.model.RiskDisclosure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * The entry point: reads the risk factors of SEC filings and opens indexes of them.
 *
 * <pre>
 * RiskDisclosure filing = Caveat.extract(Path.of("10-k.htm"));
 * for (RiskFactor risk : filing.section().risks()) {
 *   System.out.println(risk.classification().category() + ": " + risk.heading());
 * }
 * </pre>
 *
 * <p>All methods are safe for use by several threads.
 */
public final class Caveat {
  private Caveat() {}

  /**
   * What a filing says about its risks, with categories, sentences and entities. A filing without
   * risk factors is also an answer: see {@link dev.caveat.model.RiskSection.Status}.
   *
   * @param file an EDGAR submission, HTML, inline XBRL or plain text, or an archive with one of
   *     these
   * @throws dev.caveat.error.CaveatException if it cannot be read as one filing
   */
  public static RiskDisclosure extract(Path file) throws IOException {
    return FileReading.one(file, CategoryModel.bundled());
  }

  /**
   * What a filing says about its risks, as from {@link #extract(Path)}.
   *
   * @param name the filing's name in messages and in {@link RiskDisclosure#path}; its extension may
   *     show what it is
   * @param in read to its end, not closed
   * @throws dev.caveat.error.CaveatException if it cannot be read as a filing
   */
  public static RiskDisclosure extract(String name, InputStream in) throws IOException {
    return FileReading.one(name, in, CategoryModel.bundled());
  }

  /**
   * What became of each risk between two filings, and every changed word.
   *
   * @throws dev.caveat.error.CaveatException if one cannot be read as a filing, or has no risks
   */
  public static Comparison compare(Path before, Path after) throws IOException {
    return FileReading.compare(before, after, CategoryModel.bundled());
  }

  /**
   * An index of filings. The folder does not have to exist until something is indexed; requests to
   * an index that does not exist fail with {@link dev.caveat.error.ErrorCode#NO_INDEX}.
   *
   * @param index its folder
   */
  public static Library open(Path index) {
    return new Library(index);
  }
}
