package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {
  private static final String PROMPT = "$ caveat search '\"4310(c)(4)\"'";

  @TempDir Path folder;

  @Test
  void showsTheHitThatTheDemoPrints() throws IOException {
    String index = folder.resolve("index").toString();
    CommandRun.of("index", "--index", index, Path.of("corpora", "filings").toString());
    CommandRun run = CommandRun.of("search", "--index", index, "\"4310(c)(4)\"", "--hits", "2");
    String readme = Files.readString(Path.of("README.md"));
    int from = readme.indexOf('\n', readme.indexOf(PROMPT)) + 1;
    String shown = readme.substring(from, readme.indexOf("…\n", from));
    assertThat(run.out()).startsWith(shown);
    assertThat(shown).startsWith("  1. ");
  }
}
