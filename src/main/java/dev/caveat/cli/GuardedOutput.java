package dev.caveat.cli;

import dev.caveat.model.VisibleText;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * A stream for people that obeys no control character but line breaks, tabs and the colors of
 * {@link Paint}: names and texts of filings, file names and arguments cannot speak to a terminal.
 * What is written as bytes passes: JSON and files see to that themselves.
 */
final class GuardedOutput extends PrintStream {
  /** The first of {@link #ESCAPE}, which no terminal shows. */
  static final char MARK = '\ufdd0';

  /**
   * Stands for the beginning of an escape sequence of our own. No text can hold it: half of it is
   * no character, the other half is chosen anew for each process.
   */
  static final String ESCAPE =
      MARK + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());

  private static final Pattern OWN = Pattern.compile(ESCAPE + "\\[([0-9;]*)m");

  private final PrintStream raw;
  private final boolean lines;

  private GuardedOutput(OutputStream out, PrintStream raw, boolean lines) {
    super(out, false, StandardCharsets.UTF_8);
    this.raw = raw;
    this.lines = lines;
  }

  /** For results: what is printed may have several lines. */
  static PrintStream over(PrintStream out) {
    return out instanceof GuardedOutput ? out : new GuardedOutput(out, out, true);
  }

  /** For results written to a stream of bytes, in UTF-8. */
  static PrintStream over(OutputStream out) {
    return over(new PrintStream(out, false, StandardCharsets.UTF_8));
  }

  /** For messages: what is printed at once is one line, whatever stands in it. */
  static PrintStream ofMessages(PrintStream err) {
    return err instanceof GuardedOutput ? err : new GuardedOutput(err, err, false);
  }

  /** The stream below, for a bar that draws itself anew. */
  static PrintStream raw(PrintStream stream) {
    return stream instanceof GuardedOutput own ? own.raw : stream;
  }

  private String shown(String text) {
    String safe = lines ? VisibleText.lines(text) : VisibleText.line(text);
    return safe.indexOf(MARK) < 0 ? safe : OWN.matcher(safe).replaceAll("\u001b[$1m");
  }

  @Override
  public void print(String text) {
    super.print(shown(String.valueOf(text)));
  }

  @Override
  public void print(Object object) {
    print(String.valueOf(object));
  }

  @Override
  public void print(char c) {
    print(String.valueOf(c));
  }

  @Override
  public void print(char[] text) {
    print(String.valueOf(text));
  }
}
