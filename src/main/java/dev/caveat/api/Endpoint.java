package dev.caveat.api;

import dev.caveat.http.Permission;
import dev.caveat.library.RequestParameters.Parameter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something the API answers: enough to route requests to it and to describe it.
 *
 * @param path below the API's own, with names in braces
 * @param summary one line for people
 * @param parameters of the query; names that are not among them are refused
 * @param page how long its pages are; null if the answer has no pages
 * @param body what must be sent; null for nothing
 * @param answer the record that it answers with
 * @param isState whether the same state of the index always gives the same answer
 * @param permissions what it needs
 * @param handler makes the answer
 */
record Endpoint(
    Method method,
    String path,
    String summary,
    List<Parameter> parameters,
    @Nullable Page page,
    @Nullable Body body,
    Class<? extends Record> answer,
    boolean isState,
    Set<Permission> permissions,
    Handler handler) {
  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

  /** Methods of HTTP. */
  enum Method {
    GET,
    POST,
    PUT,
    DELETE
  }

  /** Makes the answer to a request. */
  @FunctionalInterface
  interface Handler {
    Record answer(Call call) throws IOException;
  }

  /**
   * How many items are on a page.
   *
   * @param parameter its name
   * @param most the largest number
   * @param usual the number if none is given
   */
  record Page(String parameter, int most, int usual) {}

  /** What must be sent. */
  sealed interface Body {
    /**
     * JSON.
     *
     * @param type of the object
     * @param many whether it may be an array of them
     */
    record Json(Class<? extends Record> type, boolean many) implements Body {}

    /** A file, alone or as the one file of a form. */
    record File() implements Body {}
  }

  /** Answers from the index. */
  static Endpoint get(
      String path, Class<? extends Record> answer, String summary, Handler handler) {
    return of(Method.GET, path, answer, summary, handler).withState(true);
  }

  /** Answers a request with a method. */
  static Endpoint of(
      Method method, String path, Class<? extends Record> answer, String summary, Handler handler) {
    return new Endpoint(
        method, path, summary, List.of(), null, null, answer, false, Set.of(), handler);
  }

  /** The same with parameters, after those it has. */
  Endpoint with(List<Parameter> more) {
    List<Parameter> all = new ArrayList<>(parameters);
    all.addAll(more);
    return new Endpoint(
        method, path, summary, all, page, body, answer, isState, permissions, handler);
  }

  /** The same with pages. */
  Endpoint with(Page pages) {
    return new Endpoint(
        method, path, summary, parameters, pages, body, answer, isState, permissions, handler);
  }

  /** The same with a body. */
  Endpoint with(Body sent) {
    return new Endpoint(
        method, path, summary, parameters, page, sent, answer, isState, permissions, handler);
  }

  /** The same, needing a permission. */
  Endpoint with(Permission needed) {
    return new Endpoint(
        method, path, summary, parameters, page, body, answer, isState, Set.of(needed), handler);
  }

  /** The same; whether the state of the index is all that the answer depends on. */
  Endpoint withState(boolean state) {
    return new Endpoint(
        method, path, summary, parameters, page, body, answer, state, permissions, handler);
  }

  /** The names in its path, in order. */
  List<String> pathNames() {
    List<String> names = new ArrayList<>();
    Matcher name = NAME.matcher(path);
    while (name.find()) {
      names.add(name.group(1));
    }
    return names;
  }

  /** The names that its query may have. */
  List<String> queryNames() {
    List<String> names = new ArrayList<>(parameters.stream().map(Parameter::name).toList());
    if (page != null) {
      names.add(page.parameter);
      names.add(Cursor.NAME);
    }
    return names;
  }
}
