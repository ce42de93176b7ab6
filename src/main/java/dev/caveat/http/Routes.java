package dev.caveat.http;

import io.javalin.config.RoutesConfig;

/** Adds what the server answers. */
@FunctionalInterface
public interface Routes {
  /**
   * Adds handlers. They may be called on many threads at once, and may throw {@link
   * dev.caveat.error.CaveatException}s, which become {@link Problem}s.
   */
  void addTo(RoutesConfig routes);
}
