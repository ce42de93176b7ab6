package dev.caveat.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.caveat.index.IndexedFiling;
import dev.caveat.index.IndexedRisk;
import dev.caveat.model.Annotation;
import dev.caveat.model.FilingFacts;
import dev.caveat.model.RiskFactor;
import dev.caveat.report.SafeJson;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes single risks and the captions of filings as JSON Lines. Not safe for use by several
 * threads.
 */
final class ShowJson implements Closeable {
  private final JsonGenerator json;

  /** Writes to {@code out}, which is never closed. */
  ShowJson(OutputStream out) throws IOException {
    json = SafeJson.generator(out);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.setRootValueSeparator(null);
  }

  /** A risk as {@code extract} writes it, behind the facts of its filing. */
  void write(IndexedRisk found, RiskFactor risk) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("filing");
    writeFacts(found.id(), found.path(), found.facts(), found.status().id());
    DoubtJson.write(json, found.doubt());
    json.writeEndObject();
    RiskJson.write(json, risk, !risk.annotation().equals(Annotation.NONE));
    end();
  }

  /** A filing with its captions. */
  void write(IndexedFiling filing, List<RiskFactor> risks) throws IOException {
    json.writeStartObject();
    writeFacts(filing.id(), filing.path(), filing.facts(), filing.status().id());
    json.writeStringField("evidence", filing.evidence());
    json.writeStringField("document", filing.document());
    DoubtJson.write(json, filing.doubt());
    json.writeArrayFieldStart("risks");
    for (RiskFactor risk : risks) {
      json.writeStartObject();
      RiskJson.writeCaption(json, risk);
      json.writeEndObject();
    }
    json.writeEndArray();
    end();
  }

  private void writeFacts(String id, String path, FilingFacts facts, String status)
      throws IOException {
    json.writeStringField("id", id);
    FactsJson.write(json, path, facts);
    json.writeStringField("status", status);
  }

  private void end() throws IOException {
    json.writeEndObject();
    json.writeRaw('\n');
    json.flush();
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
