package dev.caveat.library;

import dev.caveat.classify.CategoryModel;
import dev.caveat.index.RiskIndexWriter;
import dev.caveat.index.Tagging;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * A process that indexes as {@code caveat index} does, but commits after every few filings, so that
 * it can be killed among commits.
 *
 * <pre>java dev.caveat.library.CommittingRun INDEX FILINGS-BETWEEN-COMMITS PATH</pre>
 */
public final class CommittingRun {
  private CommittingRun() {}

  /** Runs. */
  public static void main(String[] args) throws IOException {
    CategoryModel model = CategoryModel.bundled();
    try (RiskIndexWriter writer =
        RiskIndexWriter.open(Path.of(args[0]), new Tagging(model.taxonomy(), model.name()))) {
      new IndexRun(writer, path -> {}, Integer.parseInt(args[1]))
          .over(List.of(args[2]), 2, InputStream.nullInputStream(), model);
    }
  }
}
