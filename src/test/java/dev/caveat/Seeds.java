package dev.caveat;

/**
 * Seeds of tests that draw at random. They are the same at each run, so that a build repeats;
 * {@code -Dcaveat.seed=N} gives all of them another, and each prints what it took.
 */
public final class Seeds {
  private static final StackWalker STACK =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private Seeds() {}

  /** The seed of {@code -Dcaveat.seed}, or the usual one where none is given. */
  public static long or(long usual) {
    long seed = Long.getLong("caveat.seed", usual);
    System.out.printf("%s: -Dcaveat.seed=%d%n", STACK.getCallerClass().getSimpleName(), seed);
    return seed;
  }
}
