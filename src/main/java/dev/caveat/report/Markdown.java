package dev.caveat.report;

import dev.caveat.model.VisibleText;
import java.util.regex.Pattern;

/** Text of filings in Markdown, where it must not be taken for markup. */
public final class Markdown {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]<>|~#$&!]");

  private Markdown() {}

  /** Text as it is to be read, its lines kept. */
  public static String escaped(String text) {
    return SPECIAL.matcher(VisibleText.lines(text)).replaceAll("\\\\$0");
  }

  /** Text as it is to be read, in one line, for a cell or a title. */
  public static String line(String text) {
    return SPECIAL
        .matcher(VisibleText.line(text.replaceAll("\\s+", " ").strip()))
        .replaceAll("\\\\$0");
  }
}
