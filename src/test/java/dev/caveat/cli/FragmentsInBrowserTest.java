package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.caveat.Chromium;
import dev.caveat.Seeds;
import dev.caveat.ingest.FilingReader;
import dev.caveat.ingest.Inputs;
import dev.caveat.ingest.Limits;
import dev.caveat.ingest.Source;
import dev.caveat.model.Place;
import dev.caveat.model.RiskFactor;
import dev.caveat.pipeline.Extraction;
import dev.caveat.pipeline.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Text fragments lead Chromium to the risk. Scripts cannot see what a browser marks, but they see
 * where it scrolled: marks put into the document at the risk's place must come into the window.
 */
@Tag("slow")
final class FragmentsInBrowserTest {
  private static final Path REAL = Path.of("..", "shared", "filings");
  private static final Path INVENTED = Path.of("corpora", "filings");

  private static final int FROM_ONE = 4;

  private static final Pattern HTML = Pattern.compile("(?i)<(html|body|div|p|font)\\b[^<]*>");

  /** Whether some of the passage stands in the window, and the window has moved to it. */
  private static final String IN_WINDOW =
      """
      const tops = [];
      for (const id of ['caveat-start', 'caveat-end']) {
        const mark = document.getElementById(id);
        tops.push(mark ? mark.getBoundingClientRect().top : NaN);
      }
      return tops[0] <= window.innerHeight && tops[1] >= -40;
      """;

  private static final String TEXT_IN_WINDOW =
      """
      const tops = [];
      for (let at of arguments) {
        let text = document.body.firstChild.firstChild;
        while (at >= text.length) {
          at -= text.length;
          text = text.nextSibling;
        }
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        tops.push(range.getBoundingClientRect().top);
      }
      return tops[0] <= window.innerHeight && tops[1] >= -40;
      """;

  @TempDir static Path folder;
  private static @Nullable ChromeDriver browser;

  @BeforeAll
  static void open() {
    browser = Chromium.start(folder);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.quit();
    }
  }

  @Test
  void leadToRisksOfInventedFilings() throws IOException {
    check(INVENTED, 12, Seeds.or(1));
  }

  @Test
  void leadToRisksOfRealFilings() throws IOException {
    assumeTrue(Files.isDirectory(REAL), "no real filings here");
    check(REAL, Integer.getInteger("caveat.fragments", 8), Seeds.or(20261128));
  }

  private static void check(Path filings, int sample, long seed) throws IOException {
    Random random = new Random(seed);
    List<Path> files;
    try (Stream<Path> all = Files.list(filings)) {
      files =
          new ArrayList<>(
              all.filter(f -> f.toString().matches(".*\\.(html?|txt)")).sorted().toList());
    }
    Collections.shuffle(files, random);
    List<String> astray = new ArrayList<>();
    int tried = 0;
    int without = 0;
    for (Path file : files) {
      List<RiskFactor> risks = new ArrayList<>(risks(file));
      Collections.shuffle(risks, random);
      for (RiskFactor risk : risks.subList(0, Math.min(FROM_ONE, risks.size()))) {
        if (tried == sample) {
          break;
        }
        tried++;
        if (risk.provenance().fragment() == null) {
          without++;
          astray.add(file.getFileName() + "#" + risk.ordinal() + " has no fragment");
        } else if (!leadsTo(file, risk)) {
          astray.add(
              file.getFileName() + "#" + risk.ordinal() + " " + risk.provenance().fragment());
        }
      }
    }
    System.out.printf(
        "%d fragments with seed %d, %d astray, %d missing%n",
        tried, seed, astray.size() - without, without);
    assertThat(astray).as("seed %d", seed).isEmpty();
  }

  private static List<RiskFactor> risks(Path file) {
    List<RiskFactor> risks = new ArrayList<>();
    Extraction.defaults()
        .withThreads(1)
        .inOrder(
            List.of(file.toString()),
            outcome -> {
              if (outcome instanceof Outcome.Extracted e) {
                risks.addAll(e.disclosure().section().risks());
              }
            });
    return risks;
  }

  private static boolean leadsTo(Path file, RiskFactor risk) throws IOException {
    Source source = Inputs.reread(file.toString(), "", Limits.defaults());
    Place place = risk.places().stream().reduce(Place::and).orElseThrow();
    String text = FilingReader.text(source, place.document());
    boolean html = HTML.matcher(text.substring(0, Math.min(100_000, text.length()))).find();
    Path page = folder.resolve("page" + (html ? ".htm" : ".txt"));
    String marked =
        html
            ? "\uFEFF"
                + text.substring(0, place.start())
                + "<a id='caveat-start'></a>"
                + text.substring(place.start(), place.end())
                + "<a id='caveat-end'></a>"
                + text.substring(place.end())
            : "\uFEFF" + text;
    Files.writeString(page, marked);
    ChromeDriver chrome = java.util.Objects.requireNonNull(browser);
    // The address before must be another, or the page would not be opened anew.
    chrome.get("about:blank");
    chrome.get(page.toUri() + "#" + risk.provenance().fragment());
    for (int attempt = 0; attempt < 40; attempt++) {
      Object there =
          html
              ? chrome.executeScript(IN_WINDOW)
              : chrome.executeScript(
                  TEXT_IN_WINDOW, shown(text, place.start()), shown(text, place.end()));
      if (Boolean.TRUE.equals(there)) {
        return true;
      }
      pause();
    }
    return false;
  }

  /** A place in the text as a browser shows it, a line end a character. */
  private static int shown(String text, int place) {
    return (int) (place - text.substring(0, place).chars().filter(c -> c == '\r').count());
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
