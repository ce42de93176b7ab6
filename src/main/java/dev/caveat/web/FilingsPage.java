package dev.caveat.web;

import dev.caveat.http.Answers;
import dev.caveat.http.Routes;
import dev.caveat.index.FilingFilter;
import dev.caveat.index.IndexedFiling;
import dev.caveat.library.RequestParameters;
import dev.caveat.library.RequestParameters.Parameter;
import dev.caveat.report.Templates;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The filings of the index, doubtful ones first where they are asked for. */
final class FilingsPage implements Routes {
  private static final int PAGE = 50;

  private static final Set<String> NAMES =
      Stream.concat(RequestParameters.FILINGS.stream().map(Parameter::name), Stream.of("page"))
          .collect(Collectors.toSet());

  private final Site site;

  FilingsPage(Site site) {
    this.site = site;
  }

  /**
   * What {@code web/filings.jte} prints.
   *
   * @param filings those of the page
   * @param total how many match
   * @param previous the page before; null if this is the first
   * @param next the page after; null if this is the last
   */
  public record View(
      Frame frame,
      Address address,
      List<IndexedFiling> filings,
      int total,
      @Nullable Address previous,
      @Nullable Address next) {
    /** What a filing is called. */
    public String company(IndexedFiling filing) {
      return Titles.company(filing.facts(), filing.path());
    }

    /** When it was filed. */
    public String date(IndexedFiling filing) {
      return Titles.date(filing.facts());
    }

    /** The address of a filing. */
    public String link(IndexedFiling filing) {
      return Address.filing(filing.id()).toString();
    }
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/filings", this::show);
  }

  private void show(Context ctx) throws IOException {
    Address address = Address.of(ctx);
    RequestParameters.check(address.parameters().keySet(), NAMES);
    RequestParameters parameters = new RequestParameters(address::values);
    int page = parameters.number("page", 1, Integer.MAX_VALUE / PAGE, 1);
    FilingFilter filter = parameters.filings();
    List<IndexedFiling> filings = new ArrayList<>();
    int total =
        site.library()
            .use(
                s -> {
                  s.index().newest(filter, (page - 1) * PAGE, PAGE, filings::add);
                  return s.index().filingCount(filter);
                });
    Answers.html(
        ctx,
        Templates.render(
            "web/filings.jte",
            new View(
                site.frame("Filings", "filings"),
                address,
                filings,
                total,
                page > 1 ? address.with("page", Integer.toString(page - 1)) : null,
                page * PAGE < total ? address.with("page", Integer.toString(page + 1)) : null)));
  }
}
