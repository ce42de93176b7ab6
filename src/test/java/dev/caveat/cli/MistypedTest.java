package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is mistyped is told apart from what is not there. */
class MistypedTest {
  @TempDir Path folder;
  private String index = "";

  @BeforeEach
  void index() throws IOException {
    index = folder.resolve("index").toString();
    Path filing =
        InventedSubmission.number(1)
            .risk("Frost may spoil our crops.", "A frost in May would leave us little to sell.")
            .write(folder.resolve("one.txt"));
    assertThat(CommandRun.of("index", "--index", index, filing.toString()).code()).isZero();
  }

  @Test
  void saysThatACikIsMadeOfDigits() {
    refuses("--cik: expected digits such as 320193, not abc", "frost", "--cik", "abc");
  }

  @Test
  void namesTheFormThatWasMeantOrThoseThatThereAre() {
    CommandRun meant = search("frost", "--form", "10K");
    assertThat(meant.code()).isZero();
    assertThat(meant.err())
        .isEqualTo("caveat search: no filing of form 10K is indexed; did you mean 10-K?\n");
    assertThat(search("frost", "--form", "20-F").err())
        .isEqualTo("caveat search: no filing of form 20-F is indexed; the index has 10-K\n");
    assertThat(search("frost", "--form", "10k*").err()).contains("did you mean 10-K*?");
    assertThat(search("frost", "--form", "10-k*").err()).isEmpty();
    assertThat(CommandRun.of("status", "--index", index, "--form", "10K").err())
        .contains("did you mean 10-K?");
  }

  @Test
  void refusesAFieldThatThereIsNot() {
    refuses("there is no field foo; the fields are heading:, body: and group:", "foo:frost");
    assertThat(search("https://example.org").code()).isZero();
    assertThat(search("Note:frost").code()).isZero();
    assertThat(search("\"foo:frost\"").code()).isZero();
  }

  @Test
  void refusesAFieldWithNothingToLookFor() {
    refuses("heading: needs a word right after it", "heading:");
    refuses("heading: needs a word right after it", "heading:", "frost");
    refuses("body: needs a word right after it", "frost (body:)");
    assertThat(search("the heads of our group: frost and hail").code()).isZero();
  }

  @Test
  void tellsHowToLeaveAWordOut() {
    refuses("to exclude a word, write 'NOT apple', or -- before the query", "-apple");
    assertThat(search("--", "frost", "-apple").out()).contains("1 of 1 match");
  }

  @Test
  void suggestsOnlyCommandsAndOptionsThatAreNear() {
    assertThat(CommandRun.of("serch").err())
        .contains("did you mean search?")
        .doesNotContain(" or ", "rehearse");
    assertThat(CommandRun.of("idnex").err()).contains("did you mean index?");
    assertThat(CommandRun.of("frobnicate").err()).doesNotContain("did you mean");
    assertThat(CommandRun.of("search", "x", "--fromat", "json").err())
        .contains("did you mean --format?");
  }

  private void refuses(String message, String... words) {
    CommandRun run = search(words);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).startsWith("caveat search: ").contains(message).hasLineCount(1);
  }

  private CommandRun search(String... words) {
    String[] args = new String[words.length + 3];
    args[0] = "search";
    args[1] = "--index";
    args[2] = index;
    System.arraycopy(words, 0, args, 3, words.length);
    return CommandRun.of(args);
  }
}
