package dev.caveat.report;

import dev.caveat.model.VisibleText;
import java.util.regex.Pattern;

/** Escapes text from filings so that it is not taken for Markdown. */
public final class Markdown {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]<>|~#$&!]");

  private Markdown() {}

  /** Escapes text, keeping its lines. */
  public static String escaped(String text) {
    return SPECIAL.matcher(VisibleText.lines(text)).replaceAll("\\\\$0");
  }

  /** Escapes text as one line, for a cell or a title. */
  public static String line(String text) {
    return SPECIAL
        .matcher(VisibleText.line(text.replaceAll("\\s+", " ").strip()))
        .replaceAll("\\\\$0");
  }
}
