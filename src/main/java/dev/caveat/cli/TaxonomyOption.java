package dev.caveat.cli;

import dev.caveat.taxonomy.Taxonomy;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --taxonomy}, mixed into the commands that make models of categories. */
final class TaxonomyOption {
  @Option(
      names = "--taxonomy",
      paramLabel = "FILE",
      description =
          "Categories to use instead of the bundled ones: a table with a row \"version<TAB>...\" and"
              + " one row \"family<TAB>id<TAB>name<TAB>definition\" for each.")
  private @Nullable Path taxonomy;

  Taxonomy load() throws IOException {
    return taxonomy == null ? Taxonomy.bundled() : Taxonomy.read(taxonomy);
  }
}
