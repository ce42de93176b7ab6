package dev.caveat.json;

import dev.caveat.model.RiskFactor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph of a risk, or a part of a long one.
 *
 * @param start of its first code unit in the risk's text
 * @param text its words
 * @param source their place in the filing as filed; null if unknown
 * @param entities what it names; offsets count from the beginning of the risk's text
 */
public record PassageJson(
    int start, String text, @Nullable SourceJson source, List<EntityJson> entities) {
  /** The part of a risk's text from {@code start} to before {@code end}. */
  public static PassageJson of(RiskFactor risk, int start, int end) {
    return new PassageJson(
        start,
        risk.text().substring(start, end),
        SourceJson.of(risk.provenance().map(), start, end),
        risk.annotation().entities().stream()
            .filter(e -> e.start() >= start && e.end() <= end)
            .map(EntityJson::of)
            .toList());
  }
}
