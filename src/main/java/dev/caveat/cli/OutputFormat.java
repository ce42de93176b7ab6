package dev.caveat.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How results are written. */
enum OutputFormat {
  /** For people. */
  TABLE,
  /** For programs. */
  JSON,
  /** Runs of a retrieval experiment. */
  TREC;

  /** The format of a name as users write it. */
  static OutputFormat of(@Nullable String name, OutputFormat otherwise) {
    if (name == null) {
      return otherwise;
    }
    for (OutputFormat f : values()) {
      if (f.name().toLowerCase(Locale.ROOT).equals(name)) {
        return f;
      }
    }
    throw CommandException.usage("--format takes table, json or trec, not " + name);
  }
}
