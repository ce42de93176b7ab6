package dev.caveat;

import dev.caveat.classify.CategoryModel;
import dev.caveat.compare.Comparison;
import dev.caveat.library.FileReading;
import dev.caveat.model.RiskDisclosure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * The front door: reads the risk factors of SEC filings, and opens indexes of them.
 *
 * <pre>
 * RiskDisclosure filing = Caveat.extract(Path.of("10-k.htm"));
 * for (RiskFactor risk : filing.section().risks()) {
 *   System.out.println(risk.classification().category() + ": " + risk.heading());
 * }
 * </pre>
 *
 * <p>All methods may be called from several threads.
 */
public final class Caveat {
  private Caveat() {}

  /**
   * What a filing says about its risks, with categories, sentences and entities. A filing without
   * risk factors is an answer too: see {@link dev.caveat.model.RiskSection.Status}.
   *
   * @param file an EDGAR submission, HTML, inline XBRL or plain text; or an archive with one in it
   * @throws dev.caveat.error.CaveatException where it cannot be read as one filing
   */
  public static RiskDisclosure extract(Path file) throws IOException {
    return FileReading.one(file, CategoryModel.bundled());
  }

  /**
   * What a filing says about its risks, as {@link #extract(Path)} tells it.
   *
   * @param name what the filing is called in messages and in {@link RiskDisclosure#path}; its
   *     ending may tell what it is
   * @param in read to its end, not closed
   * @throws dev.caveat.error.CaveatException where it cannot be read as a filing
   */
  public static RiskDisclosure extract(String name, InputStream in) throws IOException {
    return FileReading.one(name, in, CategoryModel.bundled());
  }

  /**
   * What became of each risk between two filings, and every changed word.
   *
   * @throws dev.caveat.error.CaveatException where one cannot be read as a filing, or has no risks
   */
  public static Comparison compare(Path before, Path after) throws IOException {
    return FileReading.compare(before, after, CategoryModel.bundled());
  }

  /**
   * An index of filings. The folder need not be there until something is indexed; what asks an
   * index that is not there ends as {@link dev.caveat.error.ErrorCode#NO_INDEX}.
   *
   * @param index its folder
   */
  public static Library open(Path index) {
    return new Library(index);
  }
}
