package dev.caveat.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.Seeds;
import dev.caveat.ingest.FilingReader;
import dev.caveat.ingest.Limits;
import dev.caveat.ingest.MalformedFilingException;
import dev.caveat.model.Block;
import dev.caveat.model.Exhibit;
import dev.caveat.model.Filing;
import dev.caveat.model.FilingFacts;
import dev.caveat.model.FilingOutline;
import dev.caveat.model.FilingOutline.Line;
import dev.caveat.model.FilingOutline.Role;
import dev.caveat.model.RiskSection;
import dev.caveat.model.Style;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Outlines written from what was found, and taken back. */
class FilingOutlineTest {
  private static final Path REAL = Path.of("../shared/filings");

  /** Of real sections, those that no outline tells wholly, such as a summary within a risk. */
  private static final double MAX_OTHERS = 0.05;

  static boolean realFilingsAreThere() {
    return Files.isDirectory(REAL);
  }

  @Test
  void whatWasFoundComesBackTheSameFromItsOutline() throws IOException {
    assertThat(otherwise(Path.of("corpora/filings"), 1)).containsExactly(0, 13);
  }

  @Test
  @EnabledIf("realFilingsAreThere")
  void whatWasFoundInRealFilingsComesBackTheSameFromItsOutline() throws IOException {
    int[] counts = otherwise(REAL, 4);
    assertThat((double) counts[0] / counts[1]).isLessThan(MAX_OTHERS);
  }

  /** How many sections come back otherwise, of how many; of every so many filings one. */
  private static int[] otherwise(Path folder, int every) throws IOException {
    int other = 0;
    int all = 0;
    try (Stream<Path> walk = Files.walk(folder)) {
      List<Path> files =
          walk.filter(f -> Files.isRegularFile(f) && !f.toString().endsWith(".json"))
              .sorted()
              .toList();
      for (int i = 0; i < files.size(); i += every) {
        Filing filing = read(files.get(i));
        if (filing == null) {
          continue;
        }
        Segmentation told = Segmenter.segment(filing);
        if (told.section() instanceof RiskSection.Present present) {
          FilingOutline outline = Segmenter.outline(filing, told, 0).section(3);
          Segmentation again = Segmenter.segment(filing, outline);
          all++;
          other += told(again.section()).equals(told(present)) ? 0 : 1;
        }
      }
    }
    return new int[] {other, all};
  }

  private static @Nullable Filing read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return FilingReader.read(file.toString(), in, Limits.defaults());
    } catch (MalformedFilingException e) {
      return null;
    }
  }

  private static String told(RiskSection section) {
    if (!(section instanceof RiskSection.Present present)) {
      return section.status().id();
    }
    StringBuilder out = new StringBuilder(present.heading()).append(present.text());
    present
        .risks()
        .forEach(
            r -> out.append(r.group()).append(r.captioned()).append(r.heading()).append(r.body()));
    return out.toString().replaceAll("\\s+", " ");
  }

  private static Block block(String text) {
    return new Block(
        text, Block.Kind.PARAGRAPH, Style.PLAIN, text.length(), false, 0, false, false, -1, -1);
  }

  private static List<Block> blocks(String... texts) {
    return Arrays.stream(texts).map(FilingOutlineTest::block).toList();
  }

  private static List<Line> lines(List<Block> blocks) {
    return blocks.stream().map(b -> new Line(Role.BODY, 0, FirstWords.of(b, 0))).toList();
  }

  @Test
  void blocksThatStandSeveralTimesAreKnownByThoseAround() {
    List<Block> then = blocks("None.", "Kilns crack.", "None.", "Rents rise.", "None.");
    List<Block> now =
        blocks("None.", "None.", "Kilns crack.", "New text.", "None.", "Rents rise.", "None.");
    assertThat(BlockMatch.of(lines(then), now)).containsExactly(1, 2, 4, 5, 6);
  }

  @Test
  void aBlockThatWasCutOrWentOnIsKnownByItsBeginning() {
    List<Block> then = blocks("A long caption of a risk", "First.", "Second half of it all.");
    List<Block> now = blocks("A long caption of a risk that went on", "First.", "Second half");
    assertThat(BlockMatch.of(lines(then), now)).containsExactly(0, 1, 2);
    assertThat(BlockMatch.of(lines(blocks("Gone.", "First.")), now)).containsExactly(-1, 1);
  }

  @Test
  void linesOfRandomDocumentsAreFoundInOrderAgain() {
    long seed = Seeds.or(20261128);
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<Block> then = new ArrayList<>();
      int different = 1 + random.nextInt(40);
      for (int i = 0; i < 60; i++) {
        then.add(block("Paragraph " + random.nextInt(different) + " of it."));
      }
      int from = random.nextInt(30);
      List<Line> own = lines(then).subList(from, from + 20);
      int[] found = BlockMatch.of(own, then);
      assertThat(found).as("seed %d, round %d", seed, round).doesNotContain(-1).isSorted();
      for (int i = 0; i < found.length; i++) {
        assertThat(FirstWords.key(then.get(found[i])))
            .as("seed %d, round %d", seed, round)
            .isEqualTo(FirstWords.key(own.get(i)));
      }
    }
  }

  @Test
  void anOutlineMaySetTheSectionInAnExhibit() {
    List<Block> exhibit = blocks("Market risks", "Prices may fall.", "They did last year.");
    Filing filing =
        new Filing(
            "path",
            "0".repeat(64),
            FilingFacts.UNKNOWN,
            1,
            blocks("See our annual report."),
            List.of(new Exhibit(3, "EX-13", "annual.htm", () -> exhibit)),
            List.of());
    FilingOutline written = Segmenter.outline(filing, Segmenter.segment(filing), 3);
    assertThat(written.lines()).extracting(Line::role).containsOnly(Role.OUTSIDE);
    FilingOutline edited =
        new FilingOutline(
            3,
            List.of(
                written.lines().get(0).as(Role.HEADING),
                written.lines().get(1).as(Role.CAPTION),
                written.lines().get(2).as(Role.BODY)));
    Segmentation corrected = Segmenter.segment(filing, edited);
    assertThat(corrected.exhibit()).isEqualTo("EX-13 (annual.htm)");
    assertThat(corrected.section().risks().getFirst().heading()).isEqualTo("Prices may fall.");
    assertThat(Segmenter.outline(filing, corrected, 0).document()).isEqualTo(3);
    assertThat(Segmenter.outline(filing, corrected, 4).lines()).isEmpty();
  }

  @Test
  void everyRoleIsTakenAtItsWord() {
    List<Block> text =
        blocks(
            "Risks",
            "What follows may harm us.",
            "Risks of our stores",
            "Stores by the sea",
            "Storms may come.",
            "Other risks may harm us.",
            "First.",
            "Second.",
            "Third.",
            "Stores in the hills",
            "Snow may fall. It melts.",
            "Until then roads are closed.",
            "That is all.",
            "A page",
            "Item 2");
    List<Role> roles =
        List.of(
            Role.HEADING,
            Role.BODY,
            Role.GROUP,
            Role.SUBGROUP,
            Role.CAPTION,
            Role.CAPTION,
            Role.BODY,
            Role.BODY,
            Role.BODY,
            Role.SUBGROUP,
            Role.RUN_IN,
            Role.BODY,
            Role.CLOSING,
            Role.BODY,
            Role.OUTSIDE);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < roles.size(); i++) {
      lines.add(new Line(roles.get(i), roles.get(i) == Role.RUN_IN ? 3 : 0, text.get(i).text()));
    }
    Filing filing =
        new Filing(
            "path",
            "0".repeat(64),
            FilingFacts.UNKNOWN,
            1,
            text,
            List.of(),
            Collections.emptyList());
    Segmentation told = Segmenter.segment(filing, new FilingOutline(1, lines));
    assertThat(told.section().risks())
        .extracting(r -> r.group() + " " + r.heading() + " " + r.paragraphs())
        .containsExactly(
            "[Risks of our stores, Stores by the sea] Storms may come. []",
            "[Risks of our stores, Stores by the sea] Other risks may harm us. [First., Second., Third.]",
            "[Risks of our stores, Stores in the hills] Snow may fall. [It melts., Until then roads are"
                + " closed.]");
    assertThat(told.section().method()).isEqualTo("corrected");
    assertThat(told.confidence()).isEqualTo(1);
    assertThat(told.doubts()).isEmpty();
  }
}
