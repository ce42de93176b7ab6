package dev.caveat.ingest;

import dev.caveat.table.NamedNumbers;

/** Limits and steps by name, from {@code bounds.tsv}, where each has a remark on its purpose. */
final class Bounds {
  private static final NamedNumbers NAMED = NamedNumbers.read(Bounds.class, "bounds.tsv");

  private Bounds() {}

  /** A single limit. */
  static double of(String name) {
    return steps(name)[0];
  }

  /** A single limit that is a whole number. */
  static int whole(String name) {
    return (int) of(name);
  }

  /** Ascending steps; not to be changed. */
  static double[] steps(String name) {
    return NAMED.all(name);
  }
}
