package dev.caveat.http;

/** Shows problems to people. */
@FunctionalInterface
public interface ProblemPage {
  /**
   * A page of HTML.
   *
   * @param problem whose texts may come from the client or from a filing, and must be escaped
   * @param requestId of the request, for questions about it
   */
  String of(Problem problem, String requestId);
}
