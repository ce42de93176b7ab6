package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RehearseCommandTest {
  @Test
  void playsCommandsThatAllWorkAndSaysNothing() {
    CommandRun run = CommandRun.of("rehearse");
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEmpty();
  }

  @Test
  void staysOutOfTheHelp() {
    assertThat(CommandRun.of("--help").out()).doesNotContain("rehearse");
    assertThat(CommandRun.of("generate-completion").out()).doesNotContain("rehearse");
  }
}
