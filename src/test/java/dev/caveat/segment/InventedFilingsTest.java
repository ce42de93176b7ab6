package dev.caveat.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caveat.ingest.FilingReader;
import dev.caveat.ingest.Limits;
import dev.caveat.model.Filing;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.RiskSection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bundled filings against what was written beside each of them by hand. */
final class InventedFilingsTest {
  private static final Path FOLDER = Path.of("corpora", "filings");
  private static final String EXPECTED = ".expected.json";

  static List<Path> filings() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(f -> !f.toString().endsWith(EXPECTED)).sorted().toList();
    }
  }

  private static Path expectation(Path filing) {
    return Path.of(filing + EXPECTED);
  }

  private static Filing read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return FilingReader.read(file.toString(), in, Limits.defaults());
    }
  }

  /** Letters and digits alone: quotation marks and blanks are written in many ways. */
  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "");
  }

  @Test
  void everyFilingHasItsExpectationAndEveryExpectationItsFiling() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      Set<String> expected = new TreeSet<>();
      files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(EXPECTED))
          .forEach(f -> expected.add(f.substring(0, f.length() - EXPECTED.length())));
      assertThat(filings().stream().map(f -> f.getFileName().toString()))
          .containsExactlyElementsOf(expected)
          .hasSizeGreaterThanOrEqualTo(12);
    }
  }

  @ParameterizedTest
  @MethodSource("filings")
  void hasTheStatusTheEndsAndTheCaptionsExpected(Path file) throws IOException {
    JsonNode expected = new ObjectMapper().readTree(expectation(file).toFile());
    RiskSection section = Segmenter.segment(read(file)).section();
    assertThat(section.status().id()).isEqualTo(expected.get("status").asText());
    if (section instanceof RiskSection.Present present) {
      assertThat(plain(present.text())).startsWith(plain(expected.get("first").asText()));
      assertThat(plain(present.text())).endsWith(plain(expected.get("last").asText()));
    }
    List<String> wanted = new ArrayList<>();
    for (JsonNode risk : expected.withArray("risks")) {
      wanted.add(line(strings(risk.withArray("group")), risk.get("heading").asText()));
    }
    assertThat(section.risks().stream().map(r -> line(r.group(), r.heading()))).isEqualTo(wanted);
  }

  private static String line(List<String> group, String heading) {
    return plain(String.join(" ", group)) + " " + plain(heading);
  }

  private static List<String> strings(JsonNode array) {
    List<String> out = new ArrayList<>();
    array.forEach(n -> out.add(n.asText()));
    return out;
  }

  @ParameterizedTest
  @MethodSource("filings")
  void findsTheFactsExpected(Path file) throws IOException {
    JsonNode expected = new ObjectMapper().readTree(expectation(file).toFile());
    var facts = read(file).facts();
    assertThat(String.valueOf(facts.cik()))
        .isEqualTo(expected.get("cik").asText("null").replaceFirst("^0+", ""));
    assertThat(plain(String.valueOf(facts.company())))
        .isEqualTo(plain(expected.get("company").asText()));
  }

  @ParameterizedTest
  @MethodSource("filings")
  void risksLieInTheSectionInOrderWithoutOverlap(Path file) throws IOException {
    if (!(Segmenter.segment(read(file)).section() instanceof RiskSection.Present section)) {
      return;
    }
    String text = section.text().replaceAll("\\s+", " ");
    int from = 0;
    for (RiskFactor risk : section.risks()) {
      for (String part :
          Stream.concat(Stream.of(risk.heading()), risk.paragraphs().stream()).toList()) {
        String words = part.replaceAll("\\s+", " ");
        int at = text.indexOf(words, from);
        assertThat(at).as("%s in the section behind the text before", words).isNotNegative();
        from = at + words.length();
      }
    }
  }
}
