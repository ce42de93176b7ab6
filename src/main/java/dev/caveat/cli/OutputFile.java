package dev.caveat.cli;

import dev.caveat.file.WholeFile;
import dev.caveat.index.Labels;
import dev.caveat.index.Outlines;
import dev.caveat.index.RiskIndex;
import dev.caveat.ingest.Inputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A file that a command writes its result to: whole, or not at all. */
record OutputFile(Path path) {
  /**
   * The file of {@code --output}; null if none is named.
   *
   * @param inputs what the command reads, which it must not overwrite
   * @param index folder of the index; neither that, nor the tables beside it, nor a file that a
   *     filing in it was read from is overwritten
   * @throws CommandException if it can't be written to, before any work is done
   */
  static @Nullable OutputFile of(@Nullable Path path, Collection<String> inputs, Path index) {
    return path == null ? null : of("--output", path, inputs, index);
  }

  /** As above, for another option. */
  static OutputFile of(String option, Path path, Collection<String> inputs, Path index) {
    Path folder = path.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw CommandException.nothingDone(
          option + ": folder " + folder + " does not exist; create it first");
    }
    if (Files.isDirectory(path)) {
      throw CommandException.usage(option + ": " + path + " is a folder; give a file in it");
    }
    String taken = taken(path, inputs, index);
    if (taken != null) {
      throw CommandException.usage(option + ": " + path + " " + taken + "; choose another file");
    }
    return new OutputFile(path);
  }

  /** What a path is that must not be overwritten; null if it may be. */
  private static @Nullable String taken(Path path, Collection<String> inputs, Path index) {
    if (inputs.stream().anyMatch(input -> isSame(path, Path.of(input)))) {
      return "is an input of this command";
    }
    Path real = real(path);
    if (real.equals(real(Labels.beside(index)))) {
      return "holds the labels of the index";
    }
    if (real.equals(real(Outlines.beside(index)))) {
      return "holds the corrected outlines of the index";
    }
    if (real.startsWith(real(index))) {
      return "is inside the index folder";
    }
    Path given = path.toAbsolutePath().normalize();
    return isIndexed(real, index) || isIndexed(given, index) ? "is an indexed filing" : null;
  }

  private static boolean isIndexed(Path path, Path index) {
    if (!Files.exists(path) || !Files.isDirectory(index)) {
      return false;
    }
    try (RiskIndex held = RiskIndex.open(index)) {
      return held.holdsFrom(path);
    } catch (IOException e) {
      return false; // the command itself says what is wrong with its index
    }
  }

  /** The path without links, as far as it is there. */
  private static Path real(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    for (Path known = absolute; known != null; known = known.getParent()) {
      try {
        return known.toRealPath().resolve(known.relativize(absolute)).normalize();
      } catch (IOException e) {
        continue; // its folder may be there
      }
    }
    return absolute;
  }

  private static boolean isSame(Path output, Path input) {
    try {
      return Files.exists(output) && Files.exists(input) && Files.isSameFile(output, input);
    } catch (IOException e) {
      return false;
    }
  }

  /** What stands behind the last point of its name, in lowercase; {@code htm} counts as html. */
  String ending() {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return switch (ending) {
      case "htm" -> "html";
      case "markdown" -> "md";
      default -> ending;
    };
  }

  /** Writes it whole, so that what was there before is only replaced by a whole result. */
  void write(WholeFile.Content content, Streams streams) throws IOException {
    boolean regular = !Files.exists(path) || Files.isRegularFile(path);
    try {
      WholeFile.write(path, content);
    } catch (IOException e) {
      throw CommandException.nothingDone("cannot write " + path + ": " + Inputs.reason(e));
    }
    if (regular) {
      streams.err().println("written to " + path);
      for (Path part : WholeFile.leftovers(path)) {
        streams.err().println("left by an interrupted run, or still being written: " + part);
      }
    }
  }
}
