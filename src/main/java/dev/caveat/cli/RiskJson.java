package dev.caveat.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.caveat.model.Place;
import dev.caveat.model.Provenance;
import dev.caveat.model.RiskFactor;
import java.io.IOException;

/** One risk as members of a JSON object. */
final class RiskJson {
  private RiskJson() {}

  /** Writes ordinal, group and caption. */
  static void writeCaption(JsonGenerator json, RiskFactor risk) throws IOException {
    json.writeNumberField("ordinal", risk.ordinal());
    JsonArrays.writeStrings(json, "group", risk.group());
    json.writeStringField("heading", risk.heading());
  }

  /**
   * Writes all of a risk.
   *
   * @param annotated whether categories, sentences and entities are written too
   */
  static void write(JsonGenerator json, RiskFactor risk, boolean annotated) throws IOException {
    writeCaption(json, risk);
    String text = risk.text();
    json.writeStringField("text", text);
    Provenance found = risk.provenance();
    Place hull = risk.places().stream().reduce(Place::and).orElse(null);
    SourceJson.write(json, found.map(), text.length(), hull, found.fragment());
    if (annotated) {
      ClassificationJson.write(json, risk.classification());
      AnnotationJson.write(json, risk.annotation(), found.map());
    }
  }
}
