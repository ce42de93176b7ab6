package dev.caveat.cli;

import dev.caveat.compare.Comparison;
import dev.caveat.compare.Comparison.Side;
import dev.caveat.redline.ComparisonSummary;
import dev.caveat.redline.RedlineDocument;
import dev.caveat.redline.RedlineMarkdown;
import dev.caveat.redline.RedlinePage;
import dev.caveat.taxonomy.Taxonomy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
    description = {
      "Compares the risk factors of two filings: which became which, what was added, removed, split,"
          + " merged or moved, and every changed word.",
      "",
      "OLD and NEW are files, or filings of an index by accession number, path or the first digits"
          + " of their SHA-256. Each risk of both stands in one change: unchanged, cosmetic (dates,"
          + " numbers, wording that adds nothing), modified, split, merged, added or removed."
          + " Without --output a table is printed; html is one page to send on, docx a Word document"
          + " with tracked changes."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  caveat compare 10-k-2022.htm 10-k-2023.htm",
      "  caveat compare 0000320193-22-000108 0000320193-23-000106 --output redline.html",
      "  caveat compare old.htm new.htm --output redline.docx",
      "  caveat compare old.htm new.htm --full | less -R",
      "  caveat compare old.htm new.htm --format json | jq '.changes[] | select(.kind == \"added\")'"
    })
final class CompareCommand implements Callable<Integer> {
  @ParentCommand private @Nullable RootCommand root;

  @Mixin private HelpOption help = new HelpOption();

  @Mixin private IndexOption index = new IndexOption();

  @Mixin private TaggerOption tagger = new TaggerOption();

  @Parameters(
      paramLabel = "OLD",
      index = "0",
      description = "The earlier filing: a file, - for standard input, or a name in the index.")
  private Path old = Path.of("");

  @Parameters(paramLabel = "NEW", index = "1", description = "The later one.")
  private Path now = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = Formats.class,
      description =
          "table, json, markdown, html or docx. Default: by the ending of --output, or table.")
  private @Nullable String format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write to a file: .html, .md, .json, .docx or .txt.")
  private @Nullable Path output;

  @Option(
      names = "--full",
      description = "Whole texts in the table, not the changed passages alone.")
  private boolean full;

  @Mixin private DateOption date = new DateOption();

  private enum Format implements WrittenFormat {
    TABLE("txt"),
    JSON("json"),
    MARKDOWN("md"),
    HTML("html"),
    DOCX("docx");

    private final String ending;

    Format(String ending) {
      this.ending = ending;
    }

    @Override
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String ending() {
      return ending;
    }
  }

  /** What {@code --format} takes, for completion. */
  static final class Formats extends Completions {
    Formats() {
      super(Arrays.stream(Format.values()).map(Format::id).toArray(String[]::new));
    }
  }

  @Override
  public Integer call() throws IOException {
    Streams streams = Objects.requireNonNull(root).streams();
    List<String> names = List.of(old.toString(), now.toString());
    List<String> inputs = new ArrayList<>(names);
    inputs.addAll(tagger.files());
    OutputFile file = OutputFile.of(output, inputs, index.path());
    Format written = WrittenFormat.choose(List.of(Format.values()), Format.TABLE, format, file);
    if (written == Format.DOCX && file == null) {
      throw CommandException.usage("docx needs a file: --output redline.docx");
    }
    LocalDate day = date.date();
    ComparedSides compared = new ComparedSides(index.path(), tagger::load, streams.in());
    List<Side> sides = compared.of(names);
    Comparison comparison = Comparison.of(sides.get(0), sides.get(1));
    Taxonomy taxonomy = compared.taxonomy();
    if (file == null) {
      write(written, comparison, taxonomy, day, streams, streams.out());
    } else {
      file.write(out -> write(written, comparison, taxonomy, day, streams, out), streams);
    }
    return ExitCode.DONE;
  }

  private void write(
      Format written,
      Comparison comparison,
      Taxonomy taxonomy,
      LocalDate day,
      Streams streams,
      OutputStream out)
      throws IOException {
    if (written == Format.JSON) {
      ComparisonJson.write(comparison, out);
      return;
    }
    ComparisonSummary summary = ComparisonSummary.of(comparison, taxonomy);
    switch (written) {
      case JSON -> throw new IllegalStateException("written above");
      case TABLE -> {
        PrintStream lines = GuardedOutput.over(out);
        Terminal screen = output == null ? streams.terminal() : Terminal.NONE;
        new ComparisonTable(lines, screen, full).write(summary);
        lines.flush();
      }
      case MARKDOWN -> out.write(RedlineMarkdown.of(summary).getBytes(StandardCharsets.UTF_8));
      case HTML -> out.write(RedlinePage.of(summary).getBytes(StandardCharsets.UTF_8));
      case DOCX -> RedlineDocument.write(summary, day, out);
    }
  }
}
