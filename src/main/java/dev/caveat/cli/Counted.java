package dev.caveat.cli;

/** Numbers of things, in words that fit. */
final class Counted {
  private Counted() {}

  /** "1 filing", "2 filings". */
  static String of(long n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }
}
