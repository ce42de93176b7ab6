package dev.caveat.library;

import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import dev.caveat.ingest.FilingReader;
import dev.caveat.model.Place;
import dev.caveat.model.RiskFactor;
import java.util.Map;

/** Reads risks as filed, from the files that were indexed. */
public final class FiledPassage {
  private FiledPassage() {}

  /**
   * A risk as filed, markup and all.
   *
   * @throws CaveatException if the file is gone or has changed, or the place of the risk is unknown
   */
  public static String of(OneFiling filing, RiskFactor risk) {
    Place place =
        risk.places().stream()
            .reduce(Place::and)
            .orElseThrow(
                () ->
                    new CaveatException(
                        ErrorCode.NOT_FOUND,
                        "the location of this risk in %s is unknown".formatted(filing.path()),
                        Map.of("kind", "place", "path", filing.path())));
    String text = FilingReader.text(filing.source(), place.document());
    return text.substring(place.start(), place.end());
  }
}
