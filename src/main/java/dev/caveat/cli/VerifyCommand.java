package dev.caveat.cli;

import dev.caveat.index.IndexVerification;
import dev.caveat.index.IndexVerification.Damage;
import dev.caveat.index.Labels;
import dev.caveat.words.Counted;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code caveat verify}: whether an index is as it was written. */
@Command(
    name = "verify",
    description = {
      "Reads every byte of an index, checks the checksums, and reports any damage and what to"
          + " do.",
      "",
      "Other commands read only what they need and check little of it. Exit codes: 0 intact;"
          + " 1 damaged; 3 no index."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  caveat verify", "  caveat verify --index risks"})
final class VerifyCommand implements Callable<Integer> {
  @ParentCommand private @Nullable RootCommand root;

  @Mixin private HelpOption help = new HelpOption();

  @Mixin private IndexOption index = new IndexOption();

  @Override
  public Integer call() throws IOException {
    PrintStream out = Objects.requireNonNull(root).streams().out();
    IndexVerification found = IndexVerification.of(index.path());
    String read =
        String.format(
            Locale.ROOT,
            "%s of %.1f MB read in %s",
            Counted.of(found.files(), "file"),
            found.bytes() / 1e6,
            index.path());
    if (found.damages().isEmpty()) {
      out.println(
          read
              + ": intact, "
              + Counted.of(found.filings(), "filing")
              + " and "
              + Counted.of(found.risks(), "risk")
              + " whole");
      return ExitCode.DONE;
    }
    out.println(read);
    for (Damage damage : found.damages()) {
      out.println("damaged: " + damage.place() + ": " + damage.what());
    }
    if (found.indexIsDamaged()) {
      out.println(
          "To do: delete the folder "
              + index.path()
              + " and run 'caveat index' on the same filings again. Your labels are kept in "
              + Labels.beside(index.path())
              + " and will be applied again; keep that file.");
    }
    if (found.inLabels() > 0) {
      out.println("To do: fix that line of the labels in an editor, or delete it.");
    }
    if (found.inOutlines() > 0) {
      out.println("To do: fix that line of the outlines in an editor, or delete it.");
    }
    return ExitCode.SOME_FAILED;
  }
}
