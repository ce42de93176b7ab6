package dev.caveat.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.caveat.model.Doubt;
import dev.caveat.model.Explanation;
import dev.caveat.model.FilingFacts;
import dev.caveat.model.RiskDisclosure;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.RiskSection;
import dev.caveat.report.SafeJson;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes filings as JSON Lines, one object a filing. Not safe for use by several threads. */
final class FilingJson implements Closeable {
  private final JsonGenerator json;
  private final boolean annotated;

  /**
   * Writes to {@code out}, which is flushed at the end of each line and never closed.
   *
   * @param annotated whether sentences and entities are written too
   */
  FilingJson(OutputStream out, boolean annotated) throws IOException {
    this.annotated = annotated;
    json = SafeJson.generator(out);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.setRootValueSeparator(null);
  }

  /**
   * A filing that was read.
   *
   * @param explanation why it got its answer; null to leave that out
   */
  void extracted(RiskDisclosure filing, @Nullable Explanation explanation) throws IOException {
    json.writeStartObject();
    FactsJson.write(json, filing.path(), filing.facts());
    RiskSection section = filing.section();
    json.writeStringField("status", section.status().id());
    json.writeStringField("evidence", section.evidence());
    json.writeStringField("method", section.method());
    json.writeStringField("document", filing.document());
    section(section);
    json.writeArrayFieldStart("risks");
    for (RiskFactor risk : section.risks()) {
      risk(risk);
    }
    json.writeEndArray();
    end(filing.doubt(), explanation, null);
  }

  /** One that could not be read. */
  void failed(String path, String reason) throws IOException {
    json.writeStartObject();
    FactsJson.write(json, path, FilingFacts.UNKNOWN);
    json.writeNullField("status");
    json.writeNullField("evidence");
    json.writeNullField("method");
    json.writeNullField("document");
    json.writeNullField("section");
    json.writeArrayFieldStart("risks");
    json.writeEndArray();
    end(Doubt.NONE, null, reason);
  }

  private void section(RiskSection section) throws IOException {
    if (!(section instanceof RiskSection.Present present)) {
      json.writeNullField("section");
      return;
    }
    json.writeObjectFieldStart("section");
    json.writeStringField("heading", present.heading());
    json.writeStringField("text", present.text());
    SourceJson.write(json, present.map(), present.text().length(), present.place(), null);
    json.writeEndObject();
  }

  private void risk(RiskFactor risk) throws IOException {
    json.writeStartObject();
    RiskJson.write(json, risk, annotated);
    json.writeEndObject();
  }

  private void end(Doubt doubt, @Nullable Explanation explanation, @Nullable String error)
      throws IOException {
    DoubtJson.write(json, doubt);
    if (explanation != null) {
      ExplanationJson.write(json, explanation);
    }
    json.writeStringField("error", error);
    json.writeEndObject();
    json.writeRaw('\n');
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
