package dev.caveat.cli;

import dev.caveat.classify.CategoryCorpus;
import dev.caveat.classify.CategoryEvaluation;
import dev.caveat.classify.CategoryModel;
import dev.caveat.classify.CategoryTrainer;
import dev.caveat.classify.CategoryTrainer.Algorithm;
import dev.caveat.classify.EvaluationMarkdown;
import dev.caveat.classify.Example;
import dev.caveat.taxonomy.Taxonomy;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code caveat evaluate}: how well a model does. */
@Command(
    name = "evaluate",
    description = {
      "Measures how well categories are predicted: by cross-validation over the files of a corpus"
          + " (each file is scored by a model trained on the others) or, with --test, on labeled risks"
          + " the model has not seen.",
      "",
      "Prints accuracy, scores by category, the most confused pairs, and how well the scores are"
          + " calibrated."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  caveat evaluate categories",
      "  caveat evaluate categories --trainer naive-bayes",
      "  caveat evaluate categories --curve                   the gain from more examples",
      "  caveat label --export mine.tsv && caveat evaluate categories --test mine.tsv"
    })
final class EvaluateCommand implements Callable<Integer> {
  @ParentCommand private @Nullable RootCommand root;

  @Mixin private HelpOption help = new HelpOption();

  @Mixin private TaxonomyOption taxonomy = new TaxonomyOption();

  @Mixin private TaggerOption tagger = new TaggerOption();

  @Parameters(paramLabel = "WHAT", completionCandidates = Kinds.class, description = "categories.")
  private String what = "";

  @Option(
      names = "--corpus",
      paramLabel = "PATH",
      description = "Labeled risks. Default: corpora/categories")
  private Path corpus = Path.of("corpora", "categories");

  @Option(
      names = "--trainer",
      paramLabel = "NAME",
      completionCandidates = Trainers.class,
      description = "qn (default), gis, naive-bayes or perceptron.")
  private String trainer = Algorithm.QN.id();

  @Option(
      names = "--curve",
      description = "Show the learning curve: models trained on one, two, four ... files.")
  private boolean curve;

  @Option(
      names = "--test",
      paramLabel = "FILE",
      description = "Score the --model, or the bundled one, on these labeled risks.")
  private @Nullable Path test;

  /** What there is to evaluate, for completion. */
  static final class Kinds extends Completions {
    Kinds() {
      super("categories");
    }
  }

  /** What {@code --trainer} takes, for completion. */
  static final class Trainers extends Completions {
    Trainers() {
      super(Arrays.stream(Algorithm.values()).map(Algorithm::id).toArray(String[]::new));
    }
  }

  @Override
  public Integer call() throws IOException {
    if (!what.equals("categories")) {
      throw CommandException.usage("evaluate takes categories, not '" + what + "'");
    }
    PrintStream out = Objects.requireNonNull(root).streams().out();
    if (test != null) {
      CategoryModel model = tagger.load();
      List<Example> examples = CategoryCorpus.readAny(test, model.taxonomy());
      write(out, CategoryTrainer.judge(model, examples));
      return ExitCode.DONE;
    }
    Taxonomy categories = taxonomy.load();
    List<Example> examples = CategoryCorpus.read(corpus, categories);
    CategoryTrainer own = new CategoryTrainer(categories, algorithm());
    if (curve) {
      writeCurve(out, own, examples);
    } else {
      write(out, own.train(examples).evaluation());
    }
    return ExitCode.DONE;
  }

  private Algorithm algorithm() {
    return Arrays.stream(Algorithm.values())
        .filter(a -> a.id().equals(trainer))
        .findFirst()
        .orElseThrow(
            () ->
                CommandException.usage(
                    "--trainer takes "
                        + Arrays.stream(Algorithm.values())
                            .map(Algorithm::id)
                            .collect(Collectors.joining(", "))
                        + ", not "
                        + trainer));
  }

  private static void write(PrintStream out, CategoryEvaluation evaluation) {
    EvaluationMarkdown.figures(evaluation)
        .forEach((name, value) -> out.println(name + ": " + value));
    out.println();
    out.print(EvaluationMarkdown.tables(evaluation));
  }

  private static void writeCurve(PrintStream out, CategoryTrainer trainer, List<Example> examples)
      throws IOException {
    List<CategoryTrainer.Step> steps = trainer.curve(examples);
    out.println("examples  accuracy  macro F1");
    for (CategoryTrainer.Step s : steps) {
      out.printf(
          Locale.ROOT,
          "%8d  %8s  %8s%n",
          s.examples(),
          EvaluationMarkdown.number(s.accuracy()),
          EvaluationMarkdown.number(s.macroF1()));
    }
  }
}
