package dev.caveat.api;

import dev.caveat.api.Endpoint.Page;
import dev.caveat.http.Bodies;
import dev.caveat.json.JsonInput;
import dev.caveat.library.RequestParameters;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request to an endpoint. */
final class Call {
  private final Context context;
  private final Endpoint endpoint;
  private final RequestParameters parameters;

  /**
   * Checks the names of the query.
   *
   * @throws dev.caveat.error.CaveatException if the endpoint does not have one of them
   */
  Call(Context context, Endpoint endpoint) {
    List<String> given =
        context.queryParamMap().keySet().stream().filter(n -> !n.isEmpty()).toList();
    RequestParameters.check(given, endpoint.queryNames());
    this.context = context;
    this.endpoint = endpoint;
    this.parameters = new RequestParameters(context::queryParams);
  }

  Context context() {
    return context;
  }

  /** The query. */
  RequestParameters parameters() {
    return parameters;
  }

  /** What stands in the path for a name in braces. */
  String path(String name) {
    return context.pathParam(name);
  }

  /** The object that was sent. */
  <T extends Record> T body(Class<T> type) throws IOException {
    return JsonInput.one(Bodies.read(context), type);
  }

  /** The objects that were sent. */
  <T extends Record> List<T> bodies(Class<T> type) throws IOException {
    return JsonInput.list(Bodies.read(context), type);
  }

  /** How many items are wanted. */
  int pageLength() {
    Page page = Objects.requireNonNull(endpoint.page());
    return parameters.number(page.parameter(), 1, page.most(), page.usual());
  }

  /** The text that the page begins after; null for the first page. */
  @Nullable String after() {
    String cursor = parameters.text(Cursor.NAME);
    return cursor == null ? null : Cursor.read(list(), cursor);
  }

  /** The number of items before the page. */
  int skip() {
    String after = after();
    if (after == null) {
      return 0;
    }
    if (!after.matches("\\d{1,9}")) {
      throw Cursor.wrong(after);
    }
    return Integer.parseInt(after);
  }

  /** The cursor of a page that begins after a text. */
  String next(String after) {
    return Cursor.write(list(), after);
  }

  /**
   * The cursor of the page after this one; null if there is none.
   *
   * @param total how many items there are
   */
  @Nullable String next(int total) {
    int end = skip() + pageLength();
    return end < total ? next(Integer.toString(end)) : null;
  }

  /** What the list depends on: all but the place and the length of the page. */
  private String list() {
    Map<String, List<String>> all = new TreeMap<>(context.queryParamMap());
    all.remove(Cursor.NAME);
    all.remove(Objects.requireNonNull(endpoint.page()).parameter());
    return context.path() + all;
  }
}
