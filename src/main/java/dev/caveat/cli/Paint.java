package dev.caveat.cli;

import dev.caveat.model.Entity;

/**
 * Colors for a terminal, or none.
 *
 * @param on whether colors are wanted
 */
record Paint(boolean on) {
  private static final String ESCAPE = GuardedOutput.ESCAPE + "[";
  private static final String RESET = ESCAPE + "0m";

  String bold(String text) {
    return paint("1m", text);
  }

  String dim(String text) {
    return paint("2m", text);
  }

  String cyan(String text) {
    return paint("36m", text);
  }

  String red(String text) {
    return paint("31m", text);
  }

  String green(String text) {
    return paint("32m", text);
  }

  /** What is gone: red and struck through. */
  String struck(String text) {
    return paint("9;31m", text);
  }

  /** What is new: green and underlined. */
  String underlined(String text) {
    return paint("4;32m", text);
  }

  /** What is named, in the color of its type. */
  String entity(Entity.Type type, String text) {
    return paint(
        switch (type) {
          case REGULATOR -> "1;35m";
          case DATE -> "1;36m";
          case MONEY -> "1;32m";
          case PERCENT -> "1;33m";
          case LAW -> "1;34m";
        },
        text);
  }

  /** What stands before a match. */
  String markStart() {
    return on ? ESCAPE + "1;33m" : "";
  }

  /** What stands after a match. */
  String markEnd() {
    return on ? RESET : "";
  }

  /** What stands after a match in bold text. */
  String markEndInBold() {
    return on ? RESET + ESCAPE + "1m" : "";
  }

  private String paint(String code, String text) {
    return on ? ESCAPE + code + text + RESET : text;
  }
}
