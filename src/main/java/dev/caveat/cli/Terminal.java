package dev.caveat.cli;

import java.io.Console;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the screen.
 *
 * @param colors whether standard output takes colors
 * @param progress whether standard error is a terminal, on which a progress bar may be drawn
 * @param width columns, at least 55
 */
record Terminal(boolean colors, boolean progress, int width) {
  /** No screen: a file or a pipe. */
  static final Terminal NONE = new Terminal(false, false, 100);

  /** Longer lines are hard to read. */
  private static final int MAX_TEXT = 110;

  private static final int MIN_WIDTH = 55;
  private static final int MAX_WIDTH = 200;

  /** Keeps the width within bounds. */
  Terminal {
    width = Math.clamp(width, MIN_WIDTH, MAX_WIDTH);
  }

  /**
   * The screen of this process. The launcher tells which of its streams are terminals in the system
   * property {@code caveat.terminals} ("12" for output and errors) and the width in {@code
   * caveat.columns}; without it the JDK is asked. {@code NO_COLOR} turns colors off.
   *
   * @param environment the process's environment
   */
  static Terminal detect(Map<String, String> environment) {
    String streams = System.getProperty("caveat.terminals");
    boolean both = streams == null && consoleIsTerminal();
    boolean out = streams == null ? both : streams.contains("1");
    boolean err = streams == null ? both : streams.contains("2");
    boolean colors = out && allowsColors(environment);
    String told = System.getProperty("caveat.columns");
    return new Terminal(colors, err, columns(told != null ? told : environment.get("COLUMNS")));
  }

  /** Columns for running text. */
  int textWidth() {
    return Math.min(width, MAX_TEXT);
  }

  private static boolean allowsColors(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }

  /** Only the JDK's own console answers null if a stream is redirected. */
  private static boolean consoleIsTerminal() {
    if (System.getProperty("jdk.console") == null) {
      System.setProperty("jdk.console", "java.base");
    }
    Console console = System.console();
    return console != null;
  }

  private static int columns(@Nullable String told) {
    if (told == null || told.isEmpty() || told.length() > 5 || !digits(told)) {
      return NONE.width();
    }
    return Integer.parseInt(told);
  }

  private static boolean digits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
