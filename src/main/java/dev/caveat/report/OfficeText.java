package dev.caveat.report;

import java.util.regex.Pattern;

/** Text as the XML of office files takes it. */
public final class OfficeText {
  /** XML has no control characters. */
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]");

  private OfficeText() {}

  /** The text without what XML cannot hold. */
  public static String printable(String text) {
    return UNPRINTABLE.matcher(text).replaceAll("");
  }
}
