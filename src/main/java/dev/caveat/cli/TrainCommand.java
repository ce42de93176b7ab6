package dev.caveat.cli;

import dev.caveat.annotate.NameTrainer;
import dev.caveat.annotate.SentenceTrainer;
import dev.caveat.classify.CategoryTrainer;
import dev.caveat.segment.OutlineTrainer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code caveat train}: trains a model from the bundled corpora and writes its card. */
@Command(
    name = "train",
    description = {
      "Trains a model on annotated text, measures it by cross-validation, and writes it with a model"
          + " card. The same corpus gives the same model, byte for byte.",
      "",
      "WHAT is sentences, entities, categories or outline. For sentences and entities, a corpus is a"
          + " folder of .txt files: one sentence per line, a blank line between paragraphs, entities"
          + " marked as <START:regulator> ... <END>. For categories, it is a .tsv file or a folder of"
          + " them: one risk per line, with tab-separated category, secondary categories (separated by"
          + " commas, or empty), caption and body. Keep each author's examples in one file: files are"
          + " the folds of the cross-validation. See docs/categories.md. For outline, it is a folder of"
          + " features of labeled sections; see corpora/outline/README.md."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  caveat train sentences",
      "  caveat train sentences --figure 'F1 on our filings=0.99'",
      "  caveat train entities --corpus my-corpus --models /tmp/models",
      "  caveat train categories --corpus my-labels.tsv --taxonomy my-taxonomy.tsv --models mine"
    })
final class TrainCommand implements Callable<Integer> {
  @ParentCommand private @Nullable RootCommand root;

  @Mixin private HelpOption help = new HelpOption();

  @Parameters(
      paramLabel = "WHAT",
      completionCandidates = Kinds.class,
      description = "sentences, entities, categories or outline.")
  private String what = "";

  @Option(
      names = "--corpus",
      paramLabel = "DIR",
      description = "Training data. Default: the bundled corpora.")
  private List<Path> corpora = List.of();

  @Mixin private TaxonomyOption taxonomy = new TaxonomyOption();

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Folder to write the model to. Default: models")
  private Path models = Path.of("models");

  @Option(names = "--date", paramLabel = "DATE", description = "Date on the card. Default: today.")
  private LocalDate date = LocalDate.now();

  /** What there is to train, for completion. */
  static final class Kinds extends Completions {
    Kinds() {
      super("sentences", "entities", "categories", "outline");
    }
  }

  @Option(
      names = "--figure",
      paramLabel = "NAME=VALUE",
      description = "Another figure for the card, measured on other text.")
  private Map<String, String> measured = new LinkedHashMap<>();

  @Override
  public Integer call() throws IOException {
    Map<String, String> figures =
        switch (what) {
          case "sentences" ->
              SentenceTrainer.train(
                  corpora.isEmpty()
                      ? List.of(Path.of("corpora", "entities"), Path.of("corpora", "sentences"))
                      : corpora,
                  models,
                  date,
                  measured);
          case "entities" ->
              NameTrainer.train(
                  corpora.isEmpty() ? Path.of("corpora", "entities") : corpora.get(0),
                  models,
                  date,
                  measured);
          case "categories" ->
              new CategoryTrainer(taxonomy.load())
                  .train(
                      corpora.isEmpty() ? Path.of("corpora", "categories") : corpora.getFirst(),
                      models,
                      date,
                      measured);
          case "outline" ->
              OutlineTrainer.train(
                  corpora.isEmpty() ? Path.of("corpora", "outline") : corpora.getFirst(),
                  models,
                  date,
                  measured);
          default ->
              throw CommandException.usage(
                  "train takes sentences, entities, categories or outline, not '" + what + "'");
        };
    figures.forEach((k, v) -> Objects.requireNonNull(root).streams().out().println(k + ": " + v));
    return ExitCode.DONE;
  }
}
