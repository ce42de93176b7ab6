package dev.caveat.cli;

import dev.caveat.index.IndexedFiling;
import dev.caveat.index.IndexedRisk;
import dev.caveat.index.Label;
import dev.caveat.index.Labels;
import dev.caveat.index.RiskIndex;
import dev.caveat.index.RiskIndexWriter;
import dev.caveat.library.RiskLookup;
import dev.caveat.model.RiskFactor;
import dev.caveat.taxonomy.Taxonomy;
import dev.caveat.words.Counted;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code caveat label}: a person's word on the category of a risk. */
@Command(
    name = "label",
    description = {
      "Sets the category of risks, overriding the model.",
      "",
      "Labels are kept in a table next to the index (INDEX.labels.tsv). They override the model,"
          + " survive reindexing, even after the index is deleted, and can be exported to train a"
          + " model. A risk is recognized by its filing and its words."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  caveat label 0000320193-23-000106#4 supply-chain",
      "  caveat label 0000320193-23-000106#4 supply-chain --also international",
      "  caveat label 0000320193-23-000106#4 0000320193-23-000106#5 tax",
      "  caveat label 0000320193-23-000106#4 --remove",
      "  caveat label --list",
      "  caveat label --export my-labels.tsv        for 'caveat train categories'"
    })
final class LabelCommand implements Callable<Integer> {
  @ParentCommand private @Nullable RootCommand root;

  @Mixin private HelpOption help = new HelpOption();

  @Mixin private IndexOption index = new IndexOption();

  @Parameters(
      paramLabel = "FILING#N... CATEGORY",
      arity = "0..*",
      description = "Risks, then the id or name of their category.")
  private List<String> words = List.of();

  @Option(
      names = "--also",
      paramLabel = "CATEGORY",
      split = ",",
      completionCandidates = CategoryOptions.Categories.class,
      description = "A secondary category for these risks. May be repeated.")
  private List<String> also = new ArrayList<>();

  @Option(names = "--remove", description = "Remove the labels of these risks.")
  private boolean remove;

  @Option(names = "--list", description = "List all labels.")
  private boolean list;

  @Option(
      names = "--export",
      paramLabel = "FILE",
      description = "Write the labels as training data; - for standard output.")
  private @Nullable Path export;

  @Override
  public Integer call() throws IOException {
    Streams streams = Objects.requireNonNull(root).streams();
    if (list || export != null) {
      if (!words.isEmpty() || remove || !also.isEmpty() || (list && export != null)) {
        throw CommandException.usage("--list and --export take no other arguments");
      }
      return export == null ? list(streams) : export(export.toString(), streams);
    }
    return decide(streams);
  }

  private int decide(Streams streams) throws IOException {
    int risks = remove ? words.size() : words.size() - 1;
    if (risks < 1) {
      throw CommandException.usage(
          remove
              ? "--remove takes one or more risks, each as FILING#N"
              : "label takes one or more risks, each as FILING#N, then a category");
    }
    List<IndexedRisk> meant = new ArrayList<>();
    List<String> categories = new ArrayList<>();
    try (RiskIndex reader = RiskIndex.open(index.path())) {
      if (!remove) {
        categories.addAll(categories(reader.taxonomy()));
      } else if (!also.isEmpty()) {
        throw CommandException.usage("--also cannot be used with --remove");
      }
      RiskLookup lookup = new RiskLookup(reader, index.path());
      for (String name : words.subList(0, risks)) {
        if (!lookup.namesRisk(name)) {
          throw CommandException.usage("expected a risk as FILING#N, not " + name);
        }
        meant.add(lookup.risk(name));
      }
    }
    try (RiskIndexWriter writer = RiskIndexWriter.open(index.path())) {
      writer.followLabels(); // of a run that was killed between the table and the index
      for (IndexedRisk risk : meant) {
        RiskFactor now = writer.label(risk.id(), risk.ordinal(), categories).orElseThrow();
        streams.out().println(told(risk, now));
      }
    }
    return ExitCode.DONE;
  }

  private List<String> categories(Taxonomy taxonomy) {
    List<String> ids = new ArrayList<>();
    ids.add(CategoryOptions.id("", words.getLast(), taxonomy));
    also.forEach(c -> ids.add(CategoryOptions.id("--also", c, taxonomy)));
    return ids.stream().distinct().toList();
  }

  private static String told(IndexedRisk before, RiskFactor now) {
    String name = IndexedFiling.name(before.id()) + "#" + now.ordinal();
    RiskFactor risk = Objects.requireNonNull(before.risk());
    return name
        + ": "
        + (now.classification().isEmpty() ? "no category" : now.classification().category())
        + (now.classification().decided().isEmpty() ? " by the model" : " by your label")
        + (risk.classification().isEmpty() ? "" : ", was " + risk.classification().category())
        + "  "
        + now.heading();
  }

  private int list(Streams streams) throws IOException {
    Labels labels = Labels.of(index.path());
    PrintStream out = streams.out();
    int width = streams.terminal().textWidth();
    for (Label l : labels.all()) {
      String head =
          IndexedFiling.name(l.filing())
              + "#"
              + l.ordinal()
              + "  "
              + String.join(", ", l.categories());
      String caption = l.caption().isEmpty() ? l.body() : l.caption();
      out.println(TextWrap.wrap("", head + "  " + caption, width, 4));
    }
    streams.err().println(Counted.of(labels.all().size(), "label") + " in " + labels.file());
    return ExitCode.DONE;
  }

  private int export(String file, Streams streams) throws IOException {
    Labels labels = Labels.of(index.path());
    if (labels.all().isEmpty()) {
      throw CommandException.nothingDone(
          "there are no labels in "
              + labels.file()
              + "; 'caveat label FILING#N CATEGORY' adds one");
    }
    StringBuilder table = new StringBuilder();
    labels.all().forEach(l -> table.append(Labels.example(l)).append('\n'));
    if (file.equals("-")) {
      streams.out().print(table);
    } else {
      OutputFile.of("--export", Path.of(file), List.of(), index.path())
          .write(out -> out.write(table.toString().getBytes(StandardCharsets.UTF_8)), streams);
    }
    return ExitCode.DONE;
  }
}
