package dev.caveat.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * A process that changes an index: it adds, replaces, removes and labels filings, commits after
 * every few of these, and says when it begins and ends a commit, so that it can be killed there.
 * The same seed makes the same index.
 *
 * <pre>java dev.caveat.index.ChangingProcess INDEX SEED FIRST-ROUND</pre>
 */
public final class ChangingProcess {
  /** Commits of a run. */
  static final int ROUNDS = 12;

  private static final int STEPS = 12;
  private static final int FILINGS = 40;

  private ChangingProcess() {}

  /** Runs. */
  public static void main(String[] args) throws IOException {
    run(Path.of(args[0]), Long.parseLong(args[1]), Integer.parseInt(args[2]), System.out::println);
  }

  /** Told of each commit, before and after. */
  interface Told {
    void of(String what) throws IOException;
  }

  /** Makes the changes of the rounds from one on. */
  static void run(Path index, long seed, int first, Told told) throws IOException {
    try (RiskIndexWriter writer = RiskIndexWriter.open(index)) {
      writer.followLabels();
      for (int round = first; round < ROUNDS; round++) {
        change(writer, new Random(seed * ROUNDS + round));
        told.of("begin " + round);
        writer.commit();
        told.of("end " + round);
      }
      told.of("close");
    }
  }

  private static void change(RiskIndexWriter writer, Random random) throws IOException {
    for (int i = 0; i < STEPS; i++) {
      int number = random.nextInt(FILINGS);
      switch (random.nextInt(6)) {
        case 0 -> writer.remove(id(number));
        case 1 -> writer.label(id(number), 1, List.of("tax"));
        default -> writer.add(filing(number, random).build());
      }
    }
  }

  private static String id(int number) {
    return InventedFiling.number(number).build().id();
  }

  private static InventedFiling filing(int number, Random random) {
    int bytes = random.nextInt(1, 1000);
    InventedFiling filing = InventedFiling.number(number).bytes(bytes);
    for (int r = 0; r < 1 + bytes % 4; r++) {
      filing.risk("Frost " + r, "It may spoil crop " + bytes + " of field " + r + ".");
    }
    return filing;
  }
}
