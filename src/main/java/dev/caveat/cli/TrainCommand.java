package dev.caveat.cli;

import dev.caveat.annotate.NameTrainer;
import dev.caveat.annotate.SentenceTrainer;
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
      "Trains a model from annotated text, measures it by cross-validation, and writes it with a card"
          + " that says what it is made of. The same corpus gives the same model, byte for byte.",
      "",
      "WHAT is sentences or entities. Corpora are folders of .txt files: a sentence a line, a blank"
          + " line between paragraphs, entities as <START:regulator> ... <END>."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  caveat train sentences",
      "  caveat train sentences --figure 'F1 on our filings=0.99'",
      "  caveat train entities --corpus my-corpus --models /tmp/models"
    })
final class TrainCommand implements Callable<Integer> {
  @ParentCommand private @Nullable RootCommand root;

  @Mixin private HelpOption help = new HelpOption();

  @Parameters(
      paramLabel = "WHAT",
      completionCandidates = Kinds.class,
      description = "sentences or entities.")
  private String what = "";

  @Option(names = "--corpus", paramLabel = "DIR", description = "Folder of training text.")
  private List<Path> corpora = List.of();

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Where the model goes. Default: models")
  private Path models = Path.of("models");

  @Option(names = "--date", paramLabel = "DATE", description = "Date for the card. Default: today.")
  private LocalDate date = LocalDate.now();

  /** What there is to train, for completion. */
  static final class Kinds extends Completions {
    Kinds() {
      super("sentences", "entities");
    }
  }

  @Option(
      names = "--figure",
      paramLabel = "NAME=VALUE",
      description = "A further figure for the card, measured on other text.")
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
          default ->
              throw CommandException.usage("train takes sentences or entities, not '" + what + "'");
        };
    figures.forEach((k, v) -> Objects.requireNonNull(root).streams().out().println(k + ": " + v));
    return ExitCode.DONE;
  }
}
