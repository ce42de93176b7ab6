package dev.caveat.cli;

import dev.caveat.ingest.FilingReader;
import dev.caveat.model.Place;
import dev.caveat.model.RiskFactor;

/** Reads risks as filed, from the files that were indexed. */
final class FiledPassage {
  private FiledPassage() {}

  /**
   * A risk as it stands in its filing, markup and all.
   *
   * @throws CommandException where the file is not there any more, has changed, or does not tell
   *     where the risk stands
   */
  static String of(OneFiling filing, RiskFactor risk) {
    Place place =
        risk.places().stream()
            .reduce(Place::and)
            .orElseThrow(
                () ->
                    CommandException.nothingDone(
                        "where this risk stands in %s is not known".formatted(filing.path())));
    String text = FilingReader.text(filing.source(), place.document());
    return text.substring(place.start(), place.end());
  }
}
