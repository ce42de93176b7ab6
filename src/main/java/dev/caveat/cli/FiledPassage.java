package dev.caveat.cli;

import dev.caveat.index.IndexedFiling;
import dev.caveat.ingest.FilingReader;
import dev.caveat.ingest.Inputs;
import dev.caveat.ingest.Limits;
import dev.caveat.ingest.Source;
import dev.caveat.model.Place;
import dev.caveat.model.RiskFactor;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;

/** Reads risks as filed, from the files that were indexed. */
final class FiledPassage {
  private FiledPassage() {}

  /**
   * A risk as it stands in its filing, markup and all.
   *
   * @throws CommandException where the file is not there any more, has changed, or does not tell
   *     where the risk stands
   */
  static String of(IndexedFiling filing, RiskFactor risk) {
    Place place =
        risk.places().stream()
            .reduce(Place::and)
            .orElseThrow(
                () ->
                    CommandException.nothingDone(
                        "where this risk stands in %s is not known".formatted(filing.path())));
    String text = FilingReader.text(source(filing), place.document());
    return text.substring(place.start(), place.end());
  }

  private static Source source(IndexedFiling filing) {
    String path = filing.path();
    Source source;
    try {
      source = Inputs.reread(path, filing.sha256(), Limits.defaults());
    } catch (NoSuchFileException | InvalidPathException e) {
      throw CommandException.nothingDone(
          ("%s is not there any more; put it back, or go to the folder that you indexed from, or"
                  + " index it where it is now")
              .formatted(path));
    } catch (IOException e) {
      throw CommandException.nothingDone(path + ": " + Inputs.reason(e));
    }
    if (!source.sha256().equals(filing.sha256())) {
      throw CommandException.nothingDone(
          "%s has changed since it was indexed; run 'caveat index %s' and ask again"
              .formatted(path, path));
    }
    return source;
  }
}
