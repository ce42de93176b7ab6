package dev.caveat.cli;

import dev.caveat.compare.Comparison;
import dev.caveat.compare.Comparison.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code caveat compare}: the risks of two filings side by side. */
@Command(
    name = "compare",
    description = {"x"},
    footerHeading = "%nExamples:%n",
    footer = {"x"})
final class CompareCommand implements Callable<Integer> {
  @ParentCommand private @Nullable RootCommand root;

  @Mixin private HelpOption help = new HelpOption();

  @Mixin private IndexOption index = new IndexOption();

  @Mixin private TaggerOption tagger = new TaggerOption();

  @Parameters(paramLabel = "OLD", index = "0")
  private Path old = Path.of("");

  @Parameters(paramLabel = "NEW", index = "1")
  private Path now = Path.of("");

  @Option(names = "--format")
  private @Nullable String format;

  @Override
  public Integer call() throws IOException {
    Streams streams = Objects.requireNonNull(root).streams();
    List<Side> sides =
        new ComparedSides(index.path(), tagger::load).of(List.of(old.toString(), now.toString()));
    Comparison comparison = Comparison.of(sides.get(0), sides.get(1));
    ComparisonJson.write(comparison, streams.out());
    return ExitCode.DONE;
  }
}
