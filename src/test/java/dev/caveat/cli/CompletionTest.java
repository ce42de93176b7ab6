package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks a real bash what it offers after the tab key. */
class CompletionTest {
  private static final Path BASH = Path.of("/bin/bash");

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    assumeTrue(Files.isExecutable(BASH), "bash is not here");
    Files.writeString(folder.resolve("completion.sh"), CommandRun.of("generate-completion").out());
    Path here = Files.createDirectory(folder.resolve("here"));
    Files.createDirectory(here.resolve("filings"));
    Files.writeString(here.resolve("filings").resolve("first.htm"), "x");
    Files.writeString(here.resolve("final report.txt"), "x");
    Files.writeString(here.resolve("topics.tsv"), "x");
  }

  @Test
  void completesFileNamesWhereFilesAreMeant() throws Exception {
    Map.of(
            "caveat extract fi", List.of("filings", "final report.txt"),
            "caveat extract --outline filings/", List.of("filings/first.htm"),
            "caveat extract filings fin", List.of("final report.txt"),
            "caveat index to", List.of("topics.tsv"),
            "caveat index --index fil", List.of("filings"),
            "caveat search --topics to", List.of("topics.tsv"),
            "caveat remove filings/f", List.of("filings/first.htm"),
            "./caveat extract to", List.of("topics.tsv"))
        .forEach((line, offered) -> assertThat(offers(line)).as(line).hasSameElementsAs(offered));
  }

  @Test
  void completesTheWordsThatAnOptionTakes() throws Exception {
    Map.of(
            "caveat search --format ", List.of("table", "json", "trec"),
            "caveat status --format ", List.of("table", "json"),
            "caveat search --sort d", List.of("date"),
            "caveat status --status no", List.of("no-material-changes", "not-required"),
            "caveat train s", List.of("sentences"),
            "caveat ext", List.of("extract"))
        .forEach((line, offered) -> assertThat(offers(line)).as(line).hasSameElementsAs(offered));
  }

  @Test
  void stillTakesStandardInputAndArchivesAsPaths() {
    CommandRun run = CommandRun.on(Terminal.NONE, "A memo.\n", "extract", "-");
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("{\"path\":\"-\"");
  }

  /** Presses tab at the end of a line. */
  private List<String> offers(String line) {
    String script =
        """
        source ../completion.sh
        IFS=' ' read -r -a COMP_WORDS <<<"$1"
        [[ $1 != *' ' ]] || COMP_WORDS+=('')
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMP_LINE=$1 COMP_POINT=${#1}
        _complete_caveat "${COMP_WORDS[0]}" "${COMP_WORDS[COMP_CWORD]}" ''
        printf '%s\\n' "${COMPREPLY[@]}"
        """;
    try {
      Process bash =
          new ProcessBuilder(BASH.toString(), "--norc", "-c", script, "bash", line)
              .directory(folder.resolve("here").toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(bash.waitFor(1, TimeUnit.MINUTES)).isTrue();
      return out.lines().toList();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
