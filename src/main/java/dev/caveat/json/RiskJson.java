package dev.caveat.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.caveat.model.Place;
import dev.caveat.model.RiskFactor;
import org.jspecify.annotations.Nullable;

/**
 * One risk.
 *
 * @param text caption, blank line, body
 * @param source the place of the text in the filing as filed; null if unknown
 * @param fragment its text fragment, to append to an address; null for none
 * @param classification null if tags were not requested
 * @param annotation null if tags were not requested
 */
public record RiskJson(
    @JsonUnwrapped CaptionJson caption,
    String text,
    @Nullable SourceJson source,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String fragment,
    @JsonUnwrapped @Nullable ClassificationJson classification,
    @JsonUnwrapped @Nullable FiledAnnotationJson annotation) {
  /**
   * Of a risk.
   *
   * @param tagged whether categories, sentences and entities are written too
   */
  public static RiskJson of(RiskFactor risk, boolean tagged) {
    String text = risk.text();
    Place hull = risk.places().stream().reduce(Place::and).orElse(null);
    return new RiskJson(
        CaptionJson.of(risk),
        text,
        SourceJson.of(risk.provenance().map(), text, hull),
        risk.provenance().fragment(),
        tagged ? ClassificationJson.of(risk.classification()) : null,
        tagged ? FiledAnnotationJson.of(risk.annotation(), risk.provenance().map()) : null);
  }
}
