package dev.caveat.report;

import dev.caveat.model.VisibleText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.commons.text.StringEscapeUtils;

/** Self-contained pages. */
public final class Html {
  private Html() {}

  /**
   * The start of a page up to its body. The page may load nothing and run only its own script.
   *
   * @param title plain text
   * @param style the contents of its style element
   */
  public static String head(String title, String style) {
    return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
        + " 'unsafe-inline'; script-src 'unsafe-inline'\">\n<title>"
        + escaped(title)
        + "</title>\n<style>\n"
        + style
        + "</style></head>";
  }

  /** Escaped for text and attributes. */
  public static String escaped(String text) {
    return StringEscapeUtils.escapeHtml4(VisibleText.lines(text)).replace("'", "&#39;");
  }

  /** A resource in the same package as a class. */
  public static String resource(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
