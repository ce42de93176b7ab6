package dev.caveat.cli;

import dev.caveat.classify.CategoryModel;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --model}, mixed into every command that assigns categories. */
final class TaggerOption {
  @Option(
      names = "--model",
      paramLabel = "FILE",
      description =
          "Category model to use instead of the bundled one, with its own taxonomy, as written by"
              + " 'caveat train categories'.")
  private @Nullable Path model;

  /** The file named, or none. */
  List<String> files() {
    return model == null ? List.of() : List.of(model.toString());
  }

  CategoryModel load() {
    if (model == null) {
      return CategoryModel.bundled();
    }
    try {
      return CategoryModel.read(model);
    } catch (FileSystemException e) {
      throw CommandException.nothingDone("--model: cannot read " + model);
    } catch (IOException e) {
      throw CommandException.nothingDone("--model: " + e.getMessage());
    }
  }
}
