package dev.caveat.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.caveat.report.Report.Audience;
import dev.caveat.report.Report.Fact;
import dev.caveat.report.Report.Section;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A report as one JSON object: {@code title}, {@code date}, {@code notes}, {@code figures}, {@code
 * sources}, then its tables, each an array of objects under its id.
 */
public final class ReportJson {
  private ReportJson() {}

  /**
   * Writes a report.
   *
   * @param out not closed
   */
  public static void write(Report report, OutputStream out) throws IOException {
    try (JsonGenerator json = SafeJson.generator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writeStartObject();
      json.writeStringField("title", report.title());
      json.writeStringField("date", report.date().toString());
      json.writeArrayFieldStart("notes");
      for (String note : report.notes()) {
        json.writeString(note);
      }
      json.writeEndArray();
      write("figures", report.figures(), json);
      write("sources", report.facts(), json);
      for (Section s : report.sections(Audience.PROGRAMS)) {
        json.writeArrayFieldStart(s.table().id());
        DataFiles.writeJson(s.table(), json);
        json.writeEndArray();
      }
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void write(String name, List<Fact> facts, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart(name);
    for (Fact f : facts) {
      json.writeStartObject();
      json.writeStringField("name", f.name());
      json.writeStringField("value", f.value());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
