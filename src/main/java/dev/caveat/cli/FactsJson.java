package dev.caveat.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.caveat.model.FilingFacts;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The facts of a filing as members of a JSON object. */
final class FactsJson {
  private FactsJson() {}

  /** Writes path and facts; null where a fact is not known. */
  static void write(JsonGenerator json, String path, FilingFacts facts) throws IOException {
    json.writeStringField("path", path);
    json.writeStringField("accession", facts.accession());
    json.writeStringField("cik", facts.cik());
    json.writeStringField("company", facts.company());
    json.writeStringField("ticker", facts.ticker());
    json.writeStringField("form", facts.form());
    json.writeStringField("filed", text(facts.filed()));
    json.writeStringField("period", text(facts.period()));
    json.writeStringField("sic", facts.sic());
    if (facts.fiscalYear() == null) {
      json.writeNullField("fiscalYear");
    } else {
      json.writeNumberField("fiscalYear", facts.fiscalYear());
    }
    json.writeStringField("fiscalYearEnd", text(facts.fiscalYearEnd()));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
