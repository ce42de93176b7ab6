package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.model.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that a filing, or the name of its file, says is obeyed where it is shown. */
@DisabledOnOs(OS.WINDOWS) // its files cannot have such names
class HostileNamesTest {
  private static final String EVIL = "\u001b[31mred\u001b]0;pwned\u0007\u009b32m\u202egnp.exe";
  private static final Pattern OWN_COLOURS = Pattern.compile("\u001b\\[[0-9;]*m");

  @TempDir Path folder;
  private final List<String> files = new ArrayList<>();

  @BeforeEach
  void write() throws IOException {
    for (int i = 0; i < 3; i++) {
      Path file = folder.resolve("filings/" + i + "a\nfaked: line" + EVIL + ".txt");
      InventedSubmission.number(i)
          .year(2020 + i)
          .of("EVIL " + EVIL + " CORP")
          .form("10-K" + (i == 2 ? "\u001b[8m" : ""))
          .risk(
              "Frost " + i + " &#27;[2J may " + EVIL + " spoil our crop.",
              "It &#27;]0;x&#7; may \u2067.")
          .write(file);
      files.add(file.toString());
    }
    Files.writeString(folder.resolve("filings/empty\nforged: ok" + EVIL + ".htm"), "");
    Files.writeString(folder.resolve("filings/zip\u001b[1m.zip"), "none");
  }

  @Test
  void noCommandPassesControlsOn() throws IOException {
    String index = folder.resolve("index").toString();
    List<List<String>> commands =
        List.of(
            List.of("index", folder.resolve("filings").toString()),
            List.of("status"),
            List.of("status", "--all"),
            List.of("status", "--filings"),
            List.of("status", "--format", "json"),
            List.of("search", "frost"),
            List.of("search", "frost", "--facets", "--collapse"),
            List.of("search", "frost", "--format", "json"),
            List.of("search", "frost", "--format", "trec"),
            List.of("search", "x\u001b[2J:" + EVIL),
            List.of("search", "frost", "--form", EVIL),
            List.of("search", "frost", "--regulator", EVIL),
            List.of("show", files.getFirst() + "#1"),
            List.of("show", files.getFirst(), "--format", "json"),
            List.of("show", "none" + EVIL),
            List.of("compare", files.get(0), files.get(1)),
            List.of("compare", files.get(0), files.get(1), "--full"),
            List.of("compare", files.get(0), files.get(1), "--format", "markdown"),
            List.of("compare", files.get(0), files.get(1), "--format", "html"),
            List.of("compare", files.get(0), files.get(1), "--format", "json"),
            List.of("measures"),
            List.of("measures", "--risks", "--format", "table"),
            List.of("report", "--all"),
            List.of("report", "--all", "--format", "csv"),
            List.of("report", "--all", "--format", "csv", "--table", "changes"),
            List.of("report", "--all", "--format", "markdown"),
            List.of("report", "--all", "--format", "html"),
            List.of("report", "--all", "--format", "json"),
            List.of("report", files.getFirst(), "--peers", "no" + EVIL),
            List.of("label", files.getFirst() + "#1", "tax"),
            List.of("label", "--list"),
            List.of("remove", files.getFirst(), "nothing" + EVIL),
            List.of("no\u001b[31msuch"),
            List.of("verify"));
    for (List<String> command : commands) {
      List<String> all = new ArrayList<>(command);
      all.add("--index");
      all.add(index);
      Terminal screen = new Terminal(true, false, 100);
      CommandRun run = CommandRun.on(screen, "", all.toArray(String[]::new));
      assertHarmless(command, run);
    }
    for (String option : List.of("--outline", "--no-annotate")) {
      CommandRun run = CommandRun.of("extract", option, folder.resolve("filings").toString());
      assertHarmless(List.of("extract", option), run);
    }
  }

  private static void assertHarmless(List<String> command, CommandRun run) {
    String shown = OWN_COLOURS.matcher(run.out() + run.err()).replaceAll("");
    String when = VisibleText.line(command.toString()) + ": ";
    assertThat(run.out() + run.err()).as(when).isNotEmpty().doesNotContain("unexpected error");
    List<String> bad =
        shown
            .lines()
            .filter(
                l ->
                    l.chars().anyMatch(c -> VisibleText.isControl((char) c))
                        || l.startsWith("faked:")
                        || l.startsWith("forged:"))
            .map(VisibleText::line)
            .toList();
    assertThat(bad).as(when).isEmpty();
  }

  @Test
  void whatATextTakesForAColourIsNone() {
    CommandRun run = CommandRun.on(new Terminal(true, false, 100), "", "show", "\ufdd0[31mx");
    assertThat(run.err()).doesNotContain("\u001b");
  }
}
