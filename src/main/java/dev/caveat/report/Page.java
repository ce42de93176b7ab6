package dev.caveat.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What stands around the content of a page that needs nothing but itself: the parameter of {@code
 * report/layout.jte}. Style and script go into the page as they are and must not come from a
 * filing.
 *
 * @param title plain text
 * @param style CSS
 * @param script JavaScript
 */
public record Page(String title, String style, String script) {
  /**
   * A page with the style that all share, and with a style and a script of its own.
   *
   * @param beside the class that the own files stand beside
   * @param name what they are called without {@code .css} and {@code .js}
   */
  public static Page of(String title, Class<?> beside, String name) {
    return new Page(
        title,
        resource(Page.class, "page.css") + resource(beside, name + ".css"),
        resource(beside, name + ".js"));
  }

  /** The text of a file that stands beside a class. */
  private static String resource(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
