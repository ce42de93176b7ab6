package dev.caveat.api;

import dev.caveat.Library;
import dev.caveat.api.Endpoint.Method;
import dev.caveat.api.Endpoint.Page;
import dev.caveat.http.Permission;
import dev.caveat.index.Label;
import dev.caveat.json.HealthJson;
import dev.caveat.json.IndexStatusJson;
import dev.caveat.json.LabelPageJson;
import dev.caveat.json.TaxonomyJson;
import dev.caveat.library.RequestParameters;
import java.io.IOException;
import java.util.List;

/** The index as a whole. */
final class IndexEndpoints {
  private static final Page LABELS = new Page("limit", 1000, 100);

  /** More are in the list of filings. */
  private static final int MOST_WITHOUT_RISKS = 100;

  private final Library library;

  IndexEndpoints(Library library) {
    this.library = library;
  }

  List<Endpoint> all() {
    return List.of(
        Endpoint.get(
                "/status",
                IndexStatusJson.class,
                "Counts what the index contains; lists the first "
                    + MOST_WITHOUT_RISKS
                    + " filings without risks.",
                call ->
                    IndexStatusJson.of(
                        library.path(),
                        library.status(call.parameters().filings()),
                        MOST_WITHOUT_RISKS))
            .with(RequestParameters.FILINGS),
        Endpoint.get(
            "/taxonomy",
            TaxonomyJson.class,
            "The categories that risks are tagged with.",
            call -> TaxonomyJson.of(library.use(s -> s.index().taxonomy()))),
        Endpoint.of(
                Method.GET,
                "/labels",
                LabelPageJson.class,
                "The categories that people set, by filing and risk.",
                this::labels)
            .with(LABELS),
        Endpoint.of(
                Method.GET,
                "/health",
                HealthJson.class,
                "Whether the server answers.",
                call -> HealthJson.OK)
            .with(Permission.ANYONE));
  }

  private LabelPageJson labels(Call call) throws IOException {
    List<Label> all = library.labels();
    return LabelPageJson.of(
        all.size(),
        all.stream().skip(call.skip()).limit(call.pageLength()).toList(),
        call.next(all.size()));
  }
}
