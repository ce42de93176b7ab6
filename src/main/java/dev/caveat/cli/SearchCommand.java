package dev.caveat.cli;

import dev.caveat.index.entity.EntityFilter;
import dev.caveat.json.Json;
import dev.caveat.json.SearchJson;
import dev.caveat.library.UnknownForms;
import dev.caveat.search.RiskReference;
import dev.caveat.search.RiskSearcher;
import dev.caveat.search.SearchRequest;
import dev.caveat.search.SearchResult;
import dev.caveat.search.query.QuerySyntaxException;
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

/** {@code caveat search}: finds risks. */
@Command(
    name = "search",
    description = {
      "Searches the risks in an index.",
      "",
      "QUERY can contain:",
      "  supply shortage          any of these words or their synonyms, best match first",
      "  \"sole supplier\"          this exact phrase; required",
      "  \"supplier failure\"~8     these words, at most about 8 other words apart",
      "  tariffs AND china        both sides",
      "  tariffs OR duties        either side",
      "  NOT apple, -apple        excluded;  +apple: required",
      "  (a OR b) AND c           grouping",
      "  cyber*  licen?e          any ending, any one letter",
      "  semiconducter~           similar spelling;  taiwn~1: off by one letter",
      "  heading:tariffs          in the caption; likewise body: and group:",
      "A word in a company's name matches all of its risks.",
      "Numbers and signs match as written: \"$41.90 billion\", \"66 2/3%%\", 4310(c)(4).",
      "",
      "Options narrow the search: a risk must match all of them. If one is repeated, any value"
          + " matches."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  caveat search tariffs on chips",
      "  caveat search '\"going concern\"' --form '10-K*' --year 2019-2023",
      "  caveat search tariffs --latest --form '10-K*'     each company's newest annual report",
      "  caveat search 'heading:cyber*' --latest --collapse",
      "  caveat search --more-like 0000320193-23-000106#4 --company apple",
      "  caveat search license --regulator fcc --money '>= 1 million USD'",
      "  caveat search china --category supply-chain,international --year 2019-2025",
      "  caveat search --law 'sarbanes-oxley act' --date 2003-09..2003-12",
      "  caveat search --status no-material-changes --form 10-Q",
      "  caveat search --topics topics.tsv --hits 100 --format trec"
    })
final class SearchCommand implements Callable<Integer> {
  @ParentCommand private @Nullable RootCommand root;

  @Mixin private HelpOption help = new HelpOption();

  @Mixin private IndexOption index = new IndexOption();

  @Mixin private FilterOptions filings = new FilterOptions();

  @Mixin private EntityOptions entities = new EntityOptions();

  @Mixin private CategoryOptions categories = new CategoryOptions();

  @Parameters(paramLabel = "QUERY", arity = "0..*", description = "What to search for; see above.")
  private List<String> query = List.of();

  @Option(
      names = "--more-like",
      paramLabel = "FILING#N",
      description = "Find risks similar to a filing's Nth risk, instead of a query.")
  private @Nullable String like;

  @Option(
      names = "--latest",
      description =
          "Only each company's newest filing among those that match --form and the other options.")
  private boolean latest;

  @Option(
      names = "--collapse",
      description = "Show only the newest of a company's near-identical risks.")
  private boolean collapse;

  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      completionCandidates = Orders.class,
      description = "relevance (default) or date.")
  private String sort = "relevance";

  @Option(names = "--hits", paramLabel = "N", description = "Number of hits to show. Default: 10.")
  private int hits = 10;

  @Option(
      names = "--facets",
      description = "Also count categories, forms, companies, years and regulators in the table.")
  private boolean facets;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = OutputFormat.All.class,
      description = "table (default), json or trec.")
  private @Nullable String format;

  @Option(
      names = "--topics",
      paramLabel = "FILE",
      description = "Run each query in a file of id<TAB>query lines; - for standard input.")
  private @Nullable Path topics;

  /** What {@code --sort} takes, for completion. */
  static final class Orders extends Completions {
    Orders() {
      super("relevance", "date");
    }
  }

  @Override
  public Integer call() throws IOException {
    Streams streams = Objects.requireNonNull(root).streams();
    boolean many = topics != null;
    OutputFormat written = OutputFormat.of(format, many ? OutputFormat.JSON : OutputFormat.TABLE);
    SearchRequest plain = request(written);
    if (many && !query.isEmpty()) {
      throw CommandException.usage("use a QUERY or --topics, not both");
    }
    if (many && written == OutputFormat.TABLE) {
      throw CommandException.usage("--topics needs --format json or trec");
    }
    try (RiskSearcher searcher = RiskSearcher.open(index.path())) {
      SearchRequest request =
          plain.toBuilder().categories(categories.filter(searcher.index().taxonomy())).build();
      UnknownForms.of(searcher.index(), request.filter())
          .forEach(l -> streams.err().println("caveat search: " + l));
      return topics != null
          ? new TopicRun(searcher, request, written, streams).run(topics.toString())
          : one(searcher, request, written, streams);
    } catch (QuerySyntaxException e) {
      throw CommandException.usage(String.valueOf(e.getMessage()));
    }
  }

  private int one(
      RiskSearcher searcher, SearchRequest request, OutputFormat written, Streams streams)
      throws IOException {
    SearchResult result = searcher.search(request);
    switch (written) {
      case TABLE -> new HitTable(streams).write(request, result);
      case JSON -> Json.write(streams.out(), SearchJson.of(result));
      case TREC -> TopicRun.writeTrec("1", result, streams.out());
    }
    return ExitCode.DONE;
  }

  private SearchRequest request(OutputFormat written) {
    RiskReference reference = like == null ? null : reference(like);
    String words = String.join(" ", query);
    EntityFilter named = entities.filter();
    boolean filtered = !filings.filter().isEmpty() || !named.isEmpty() || !categories.isEmpty();
    if (words.isBlank() && reference == null && topics == null && !filtered) {
      throw CommandException.usage("give a QUERY, or an option such as --company or --category");
    }
    if (hits < 1 || hits > SearchRequest.MAX_HITS) {
      throw CommandException.usage(
          "--hits must be between 1 and " + SearchRequest.MAX_HITS + ", not " + hits);
    }
    boolean bare = topics != null || written == OutputFormat.TREC;
    return SearchRequest.builder(words)
        .like(reference)
        .filter(filings.filter())
        .entities(named)
        .latest(latest)
        .collapse(collapse)
        .sort(order())
        .hits(hits)
        .facets(!bare && (facets || written == OutputFormat.JSON))
        .highlights(!bare)
        .build();
  }

  private static RiskReference reference(String text) {
    try {
      return RiskReference.parse(text);
    } catch (QuerySyntaxException e) {
      throw CommandException.usage(String.valueOf(e.getMessage()));
    }
  }

  private SearchRequest.Sort order() {
    return switch (sort) {
      case "relevance" -> SearchRequest.Sort.RELEVANCE;
      case "date" -> SearchRequest.Sort.DATE;
      default -> throw CommandException.usage("--sort takes relevance or date, not " + sort);
    };
  }
}
