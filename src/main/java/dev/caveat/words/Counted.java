package dev.caveat.words;

/** Numbers of things, with singular or plural nouns. */
public final class Counted {
  private Counted() {}

  /** "1 filing", "2 filings". */
  public static String of(long n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }
}
