package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void showsHelpOnStandardOutput() {
    CommandRun run = CommandRun.of("--help");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Usage: caveat").contains("Examples:").contains("Commands:");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void givesEveryCommandItsOwnHelpWithExamples() {
    for (String line : CommandRun.of("--help").out().lines().toList()) {
      if (line.matches("  [a-z]+  .*") && !line.startsWith("  help")) {
        String name = line.strip().split(" ")[0];
        assertThat(CommandRun.of(name, "--help").out()).as(name).contains("Examples:");
      }
    }
  }

  @Test
  void showsItsVersion() {
    assertThat(CommandRun.of("--version").out()).startsWith("caveat ").contains("Java ");
  }

  @Test
  void answersAMissingCommandWithWrongUsage() {
    CommandRun run = CommandRun.of();
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).isEqualTo("caveat: Missing command (see 'caveat --help')\n");
  }

  @Test
  void answersAnUnknownOptionInOneLine() {
    CommandRun run = CommandRun.of("--verison");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("'--verison'").contains("did you mean").hasLineCount(1);
  }

  @Test
  void writesACompletionScript() {
    assertThat(CommandRun.of("generate-completion").out()).contains("complete ");
  }

  @Test
  void readsTheScreenFromTheLauncher() {
    assertThat(Terminal.NONE.colors()).isFalse();
    assertThat(new Terminal(true, true, 3).width()).isEqualTo(55);
  }
}
