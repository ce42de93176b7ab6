package dev.caveat.api;

import dev.caveat.Library;
import dev.caveat.http.Answers;
import dev.caveat.http.Gate;
import dev.caveat.http.Permission;
import dev.caveat.http.Routes;
import dev.caveat.http.ServerSettings;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All endpoints over one index. Safe for use by several threads. */
public final class Api implements Routes {
  /** Where they are. */
  static final String ROOT = "/api/v1";

  private final Library library;
  private final List<Endpoint> endpoints;
  private final Map<String, Object> document;

  /**
   * Creates the API.
   *
   * @param gate what costly requests pass
   */
  public Api(Library library, ServerSettings settings, Gate gate) {
    this.library = library;
    endpoints =
        Stream.of(
                new SearchEndpoints(library).all(),
                new FilingEndpoints(library).all(),
                new ComparisonEndpoints(library, gate).all(),
                new TextEndpoints(settings, gate).all(),
                new IndexEndpoints(library).all())
            .flatMap(List::stream)
            .toList();
    document = OpenApi.document(endpoints, settings);
  }

  /** What it answers. */
  List<Endpoint> endpoints() {
    return endpoints;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    for (Endpoint endpoint : endpoints) {
      routes.addHttpHandler(
          HandlerType.findOrCreate(endpoint.method().name()),
          ROOT + endpoint.path(),
          ctx -> answer(ctx, endpoint),
          endpoint.permissions().toArray(Permission[]::new));
    }
    routes.get(ROOT + "/openapi.json", ctx -> Answers.json(ctx, document), Permission.ANYONE);
  }

  private void answer(Context ctx, Endpoint endpoint) throws IOException {
    Call call = new Call(ctx, endpoint);
    if (!endpoint.isState()) {
      Answers.json(ctx, endpoint.handler().answer(call));
      return;
    }
    // Taken first: if the index changes now, the answer is newer than its tag, never older.
    String tag = Answers.tag(ctx, library.use(s -> s.index().state()));
    if (!Answers.isUnchanged(ctx, tag)) {
      Answers.json(ctx, endpoint.handler().answer(call), tag);
    }
  }
}
