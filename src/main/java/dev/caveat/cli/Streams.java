package dev.caveat.cli;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * Where a command reads and writes, and what is known about the screen.
 *
 * @param in standard input
 * @param out results, in UTF-8
 * @param err progress, warnings and errors, in UTF-8
 * @param terminal the screen, or {@link Terminal#NONE}
 */
record Streams(InputStream in, PrintStream out, PrintStream err, Terminal terminal) {}
