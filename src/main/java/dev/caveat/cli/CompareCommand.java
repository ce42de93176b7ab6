package dev.caveat.cli;

import dev.caveat.compare.Comparison;
import dev.caveat.compare.Comparison.Side;
import dev.caveat.json.ComparisonJson;
import dev.caveat.json.Json;
import dev.caveat.library.CompanyYear;
import dev.caveat.library.ComparedSides;
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
      "Compares the risk factors of two filings: what was added, removed, split, merged, moved or"
          + " reworded, with every changed word marked.",
      "",
      "OLD and NEW are files, or indexed filings named by accession number, path, the first digits"
          + " of their SHA-256, or a company and a fiscal year, such as \"AAPL 2023\". Each risk on"
          + " either side appears in exactly one change: unchanged, cosmetic (dates, numbers, wording"
          + " that adds nothing), modified, split, merged, added or removed. Without --output, prints"
          + " a table; html is a single page you can forward, docx a Word document with tracked"
          + " changes."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  caveat compare 10-k-2022.htm 10-k-2023.htm",
      "  caveat compare AAPL 2023 2024 --output redline.docx --author \"A. Counsel\"",
      "  caveat compare 0000320193-22-000108 0000320193-23-000106 --output redline.html",
      "  caveat compare old.htm new.htm --full | less -R",
      "  caveat compare old.htm new.htm --format json | jq '.changes[] | select(.kind == \"added\")'"
    })
final class CompareCommand implements Callable<Integer> {
  @ParentCommand private @Nullable RootCommand root;

  @Mixin private HelpOption help = new HelpOption();

  @Mixin private IndexOption index = new IndexOption();

  @Mixin private TaggerOption tagger = new TaggerOption();

  @Parameters(
      paramLabel = "FILING",
      arity = "2..3",
      description =
          "OLD and NEW: files, - for standard input, or indexed filings; or a company and two"
              + " fiscal years.")
  private List<Path> filings = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = Formats.class,
      description =
          "table, json, markdown, html or docx. Default: from the extension of --output, or table.")
  private @Nullable String format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write to a file: .html, .md, .json, .docx or .txt.")
  private @Nullable Path output;

  @Option(
      names = "--full",
      description = "Show full texts in the table, not just the changed passages.")
  private boolean full;

  @Option(
      names = "--by-weight",
      description =
          "In the table, show the most important changes first: new topics, then risks that have"
              + " materialized, then by number of words changed.")
  private boolean byWeight;

  @Option(
      names = "--author",
      paramLabel = "NAME",
      description = "Author of the tracked changes in a Word document. Default: Caveat")
  private String author = RedlineDocument.AUTHOR;

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
    List<String> names = names();
    List<String> inputs = new ArrayList<>(names);
    inputs.addAll(tagger.files());
    OutputFile file = OutputFile.of(output, inputs, index.path());
    Format written = WrittenFormat.choose(List.of(Format.values()), Format.TABLE, format, file);
    if (written == Format.DOCX && file == null) {
      throw CommandException.usage("docx needs an output file: --output redline.docx");
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

  /** OLD and NEW; of a company and two years what each of its reports is called. */
  private List<String> names() {
    List<String> given = filings.stream().map(Path::toString).toList();
    if (given.size() == 2) {
      return given;
    }
    List<String> years = given.subList(1, given.size());
    if (!years.stream().allMatch(CompanyYear::isYear)) {
      throw CommandException.usage(
          "compare takes OLD and NEW, or a company and two years: caveat compare AAPL 2023 2024");
    }
    return years.stream().map(y -> given.getFirst() + " " + y).toList();
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
      Json.write(out, ComparisonJson.of(comparison));
      return;
    }
    ComparisonSummary summary = ComparisonSummary.of(comparison, taxonomy);
    switch (written) {
      case JSON -> throw new IllegalStateException("handled above");
      case TABLE -> {
        PrintStream lines = GuardedOutput.over(out);
        Terminal screen = output == null ? streams.terminal() : Terminal.NONE;
        new ComparisonTable(lines, screen, full, byWeight).write(summary);
        lines.flush();
      }
      case MARKDOWN -> out.write(RedlineMarkdown.of(summary).getBytes(StandardCharsets.UTF_8));
      case HTML -> out.write(RedlinePage.of(summary).getBytes(StandardCharsets.UTF_8));
      case DOCX -> RedlineDocument.write(summary, day, author, out);
    }
  }
}
