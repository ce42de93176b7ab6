package dev.caveat.web;

import dev.caveat.http.Problem;

/** What {@code web/problem.jte} prints. */
public record ProblemView(Frame frame, Problem problem, String requestId) {
  /** Whether signing in helps. */
  public boolean needsToken() {
    return problem.status() == 401;
  }
}
