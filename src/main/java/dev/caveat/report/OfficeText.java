package dev.caveat.report;

import dev.caveat.model.VisibleText;
import java.util.regex.Pattern;

/** Text as the XML of office files takes it. */
public final class OfficeText {
  private static final Pattern NO_CHARACTERS = Pattern.compile("[\\ufffe\\uffff]");

  private OfficeText() {}

  /** The text with controls shown, which XML cannot hold, and without what is no character. */
  public static String printable(String text) {
    return NO_CHARACTERS.matcher(VisibleText.lines(text)).replaceAll("");
  }
}
