package dev.caveat.report;

import dev.caveat.model.VisibleText;
import java.util.regex.Pattern;

/** Text that is valid in the XML of office files. */
public final class OfficeText {
  private static final Pattern NO_CHARACTERS = Pattern.compile("[\\ufffe\\uffff]");

  private OfficeText() {}

  /**
   * The text with control characters, which XML cannot contain, made visible, and without invalid
   * characters.
   */
  public static String printable(String text) {
    return NO_CHARACTERS.matcher(VisibleText.lines(text)).replaceAll("");
  }
}
