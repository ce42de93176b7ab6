package dev.caveat.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.caveat.Seeds;
import dev.caveat.annotate.Annotator;
import dev.caveat.ingest.FilingReader;
import dev.caveat.ingest.Limits;
import dev.caveat.ingest.MemoryBudget;
import dev.caveat.ingest.Source;
import dev.caveat.model.Annotation;
import dev.caveat.model.Place;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.RiskSection;
import dev.caveat.model.SourceMap;
import dev.caveat.pipeline.Extraction;
import dev.caveat.pipeline.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What stands at a place as filed, stripped of markup, has the same words as the text. */
class PlacesTest {
  private static final Path FILINGS = Path.of("..", "shared", "filings");
  private static final int DRAWN = 1000;
  private static final int RISKS_OF_ONE = 4;
  private static final int PARTS_OF_ONE = 4;
  private static final int LAYOUTS = 24;

  private static final Pattern UNREAD =
      Pattern.compile(
          "(?is)<!--.*?-->|<(script|style|title)\\b.*?</\\1\\s*>|<ix:header.*?</ix:header>");
  private static final Pattern INLINE =
      Pattern.compile(
          "(?is)</?(?:a|b|i|u|em|strong|font|span|sup|sub|small|big|ins|del|ix:\\w+|img|nobr|s|tt)\\b"
              + "[^>]*>");
  private static final Pattern BLOCK = Pattern.compile("(?s)</?[A-Za-z!?][^>]*>");

  /** A part of a text: where it lies in the text, and what it is. */
  private record Part(String kind, String text, int start, int end, SourceMap map) {
    String words() {
      return text.substring(start, end);
    }
  }

  @Test
  void inInventedFilingsOfAnyLayout() {
    long seed = Seeds.or(20261128);
    for (LayoutTrial trial : LayoutTrial.random(LAYOUTS, seed)) {
      String document = FilingRenderer.render(trial).document();
      Source source =
          source("invented", new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
      if (section(source) instanceof RiskSection.Present present) {
        List<Part> parts = new ArrayList<>(List.of(whole(present)));
        present.risks().forEach(r -> parts.addAll(parts(r)));
        IntFunction<String> filed = filed(source);
        for (Part part : parts) {
          assertThat(wrong(filed, part)).as("%s of %s", part.kind, trial).isNull();
        }
      }
    }
  }

  @Test
  void inRealFilings() throws IOException {
    assumeTrue(Files.isDirectory(FILINGS), "no real filings here");
    long seed = Seeds.or(20261128);
    Random random = new Random(seed);
    List<Path> files;
    try (Stream<Path> all = Files.list(FILINGS)) {
      files = new ArrayList<>(all.filter(f -> !f.toString().endsWith(".tsv")).sorted().toList());
    }
    Collections.shuffle(files, random);
    List<String> wrong = new ArrayList<>();
    int drawn = 0;
    for (Path file : files) {
      if (drawn >= DRAWN) {
        break;
      }
      Source source;
      try (InputStream in = Files.newInputStream(file)) {
        source = source(file.toString(), in);
      }
      if (!(section(source) instanceof RiskSection.Present present) || present.risks().isEmpty()) {
        continue;
      }
      List<Part> parts = new ArrayList<>(List.of(whole(present)));
      for (int n = 0; n < RISKS_OF_ONE; n++) {
        List<Part> all = parts(present.risks().get(random.nextInt(present.risks().size())));
        for (int m = 0; m < PARTS_OF_ONE; m++) {
          parts.add(all.get(m == 0 ? 0 : random.nextInt(all.size())));
        }
      }
      IntFunction<String> filed = filed(source);
      for (Part part : parts.subList(0, Math.min(parts.size(), DRAWN - drawn))) {
        drawn++;
        String fault = wrong(filed, part);
        if (fault != null) {
          wrong.add(file.getFileName() + " " + part.kind + ": " + fault);
        }
      }
    }
    System.out.printf("%,d places drawn with seed %d, %d wrong%n", drawn, seed, wrong.size());
    assertThat(wrong).as("seed %d", seed).isEmpty();
  }

  private static Source source(String path, InputStream in) {
    try {
      return Source.read(
          path, in, Limits.defaults(), new MemoryBudget(Integer.MAX_VALUE).growing());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RiskSection section(Source source) {
    List<RiskSection> found = new ArrayList<>();
    InputStream in = new ByteArrayInputStream(source.bytes(), 0, source.length());
    Extraction.defaults()
        .withThreads(1)
        .withStandardInput(in)
        .inOrder(
            List.of("-"),
            outcome -> {
              if (outcome instanceof Outcome.Extracted e) {
                found.add(e.disclosure().section());
              }
            });
    return found.isEmpty() ? new RiskSection.Absent("unreadable", "none") : found.getFirst();
  }

  private static Part whole(RiskSection.Present section) {
    return part("section", section.text(), 0, section.text().length(), section.map());
  }

  /** A risk, its sentences and entities. */
  private static List<Part> parts(RiskFactor risk) {
    List<Part> parts = new ArrayList<>();
    String text = risk.text();
    SourceMap map = risk.provenance().map();
    parts.add(part("risk", text, 0, text.length(), map));
    Annotation marks = Annotator.bundled().annotateAll(List.of(text)).getFirst();
    marks.sentences().forEach(s -> parts.add(part("sentence", text, s.start(), s.end(), map)));
    marks.entities().forEach(e -> parts.add(part("entity", text, e.start(), e.end(), map)));
    return parts;
  }

  private static Part part(String kind, String text, int start, int end, SourceMap map) {
    return new Part(kind, text, start, end, map);
  }

  /** The documents of a submission as decoded, each decoded once. */
  private static IntFunction<String> filed(Source source) {
    Map<Integer, String> known = new HashMap<>();
    return n -> known.computeIfAbsent(n, document -> FilingReader.text(source, document));
  }

  /** What is wrong about a part's place; null where nothing is. */
  private static @Nullable String wrong(IntFunction<String> filed, Part part) {
    List<Place> places = part.map.parts(part.start, part.end);
    if (places.isEmpty()) {
      return "no place of “" + shortened(part.words()) + "”";
    }
    String document = filed.apply(places.getFirst().document());
    StringBuilder slices = new StringBuilder();
    for (Place place : places) {
      slices.append(document, place.start(), place.end()).append(' ');
    }
    String found = words(stripped(slices.toString()));
    String expected = words(part.words());
    return found.equals(expected)
        ? null
        : "“%s” is filed as “%s”".formatted(shortened(expected), shortened(found));
  }

  private static String stripped(String slice) {
    String text = UNREAD.matcher(slice).replaceAll("");
    text = INLINE.matcher(text).replaceAll("");
    text = BLOCK.matcher(text).replaceAll(" ");
    return Parser.unescapeEntities(text, false);
  }

  /** The words; one cut by a hyphen at a line's end reads as one, and no sign is escaped. */
  private static String words(String text) {
    return text.replaceAll("[\\u00AD\\u200B-\\u200F\\u2060\\uFEFF]", "")
        .replaceAll("[\\s\\u00A0\\u2000-\\u200A\\u202F\\u3000]+", " ")
        .replace("- ", "-")
        .replaceAll("\\\\(?=[$*_#~`\\[\\]()-])", "")
        .strip();
  }

  private static String shortened(String text) {
    return text.length() < 300
        ? text
        : text.substring(0, 150) + " … " + text.substring(text.length() - 150);
  }
}
