package dev.caveat.cli;

import dev.caveat.http.ServerSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code caveat demo}: the main jobs on the bundled filings, with the commands that do them. */
@Command(
    name = "demo",
    description = {
      "Runs Caveat on the bundled filings of fictional companies: indexes them, shows what they"
          + " hold, searches them, prints one risk in full, compares two filings and writes a report."
          + " Prints each command so you can rerun it with changes."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  caveat demo",
      "  caveat demo --serve",
      "  caveat search tariffs --index target/demo/index"
    })
final class DemoCommand implements Callable<Integer> {
  @ParentCommand private @Nullable RootCommand root;

  @Mixin private HelpOption help = new HelpOption();

  @Option(
      names = "--serve",
      description = "Then open the demo's index in the browser, until you press Ctrl-C.")
  private boolean serve;

  @Option(names = "--port", paramLabel = "N", description = "With --serve: the port. Default: 8080")
  private int port = ServerSettings.defaults().port();

  @Override
  public Integer call() throws IOException {
    Streams streams = Objects.requireNonNull(root).streams();
    Path corpus = Checkout.filings();
    if (corpus == null) {
      throw CommandException.nothingDone(
          "the bundled filings are not here; run the demo from a checkout");
    }
    Path results = Checkout.home().resolve("target").resolve("demo");
    Path index = results.resolve("index");
    delete(index);
    String filings = shown(corpus);
    Paint paint = new Paint(streams.terminal().colors());
    int worst = ExitCode.DONE;
    for (Step step : steps(filings, shown(index), shown(results))) {
      streams.out().println(paint.dim("# " + step.why));
      streams.out().println(paint.bold("$ caveat " + quoted(step.command)));
      worst = Math.max(worst, Main.run(step.command.toArray(String[]::new), streams));
      streams.out().println();
    }
    next(streams.out(), filings, shown(index), shown(results));
    return serve ? Math.max(worst, serve(index, streams)) : worst;
  }

  private int serve(Path index, Streams streams) {
    streams.out().println();
    return Main.run(
        new String[] {"serve", "--index", shown(index), "--port", Integer.toString(port), "--open"},
        streams);
  }

  /**
   * The demo begins anew each time: an earlier version may have left an index of another schema.
   */
  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private record Step(String why, List<String> command) {}

  private static List<Step> steps(String filings, String index, String results) {
    return List.of(
        new Step(
            "Read all filings, find their risk factor sections, split them and index every risk.",
            List.of("index", filings, "--index", index)),
        new Step(
            "What was found. For filings without risk factors, the reason is given.",
            List.of("status", "--index", index)),
        new Step(
            "Search for an exact rule number.",
            List.of("search", "\"4310(c)(4)\"", "--index", index, "--hits", "2")),
        new Step(
            "A search for a phrase that also finds its synonyms.",
            List.of(
                "search",
                "single source of supply",
                "--index",
                index,
                "--hits",
                "3",
                "--collapse")),
        new Step(
            "Search by what risks name, here a regulator and an amount.",
            List.of(
                "search",
                "--regulator",
                "fcc",
                "--money",
                ">= 100 thousand USD",
                "--index",
                index,
                "--hits",
                "2")),
        new Step(
            "Search by category, predicted by a model that gives its reasons (see 'show').",
            List.of(
                "search",
                "customers",
                "--category",
                "customer-concentration",
                "--index",
                index,
                "--hits",
                "2",
                "--facets")),
        new Step(
            "One risk with its sentences, the entities they name, its category and why.",
            List.of("show", "0009900102-04-000034#16", "--index", index)),
        new Step(
            "Search captions only, for one form type and a range of years.",
            List.of(
                "search",
                "heading:(cyber* OR breach OR privacy)",
                "--index",
                index,
                "--form",
                "10-K*",
                "--year",
                "2022-2024",
                "--hits",
                "2")),
        new Step(
            "What happened to each risk a year later, with every changed word marked.",
            List.of(
                "compare",
                filings + "/ostrellan-imaging_10-K_2023.txt",
                filings + "/ostrellan-imaging_10-K_2024.htm",
                "--output",
                results + "/redline.html")),
        new Step(
            "A report on all filings: categories by company and year, new and dropped risks.",
            List.of("report", "--all", "--index", index, "--output", results + "/report.html")));
  }

  private static void next(PrintStream out, String filings, String index, String results) {
    out.println("Open these in a browser:");
    out.println("  " + results + "/report.html    categories, charts, tables");
    out.println("  " + results + "/redline.html   the comparison, ready to forward");
    out.println("The index is in " + index + ". Next, try:");
    out.println("  caveat serve --index " + index + " --open");
    out.println("  caveat extract " + filings + " --outline | less");
    out.println("  caveat search 'going concern' --index " + index);
    out.println("  caveat index YOUR-FILINGS/ && caveat search tariffs");
    out.println("  caveat help search");
  }

  /** Relative to the folder the user stands in, where that is shorter. */
  private static String shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path).toString() : path.toString();
  }

  private static String quoted(List<String> command) {
    List<String> out = new ArrayList<>();
    for (String word : command) {
      out.add(word.matches("[\\w./:*=-]+") && !word.contains("*") ? word : "'" + word + "'");
    }
    return String.join(" ", out);
  }
}
