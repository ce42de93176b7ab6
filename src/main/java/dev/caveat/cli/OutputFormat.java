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

  /** All of them, for completion. */
  static final class All extends Completions {
    All() {
      super("table", "json", "trec");
    }
  }

  /** Those of commands that do not rank anything, for completion. */
  static final class Single extends Completions {
    Single() {
      super("table", "json");
    }
  }

  /** The format of a command that does not rank anything: a table unless it is named. */
  static OutputFormat single(@Nullable String name) {
    OutputFormat format = of(name, TABLE);
    if (format == TREC) {
      throw CommandException.usage("--format takes table or json here, not trec");
    }
    return format;
  }

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
