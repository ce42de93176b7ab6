package dev.caveat.http;

import io.javalin.security.RouteRole;

/** What a route needs the server to allow. */
public enum Permission implements RouteRole {
  /** It changes the index or what is kept beside it; refused by a read-only server. */
  WRITE,
  /**
   * It can be asked without a token: whether the server is alive, and what the sign-in page needs.
   */
  ANYONE
}
