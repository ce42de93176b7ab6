package dev.caveat.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class MemoryBudgetTest {
  private static final long MIB = 1 << 20;

  @Test
  void makesAShareWaitUntilThereIsRoom() throws Exception {
    MemoryBudget budget = new MemoryBudget(4);
    MemoryBudget.Share first = budget.fixed(3 * MIB - 1);
    CompletableFuture<Void> second = CompletableFuture.runAsync(() -> budget.fixed(2 * MIB - 1));
    assertThat(waits(second)).isTrue();
    first.close();
    second.get(10, TimeUnit.SECONDS);
  }

  @Test
  void givesAnInputLargerThanAllOfItTheWhole() {
    MemoryBudget budget = new MemoryBudget(2);
    try (MemoryBudget.Share all = budget.growing()) {
      all.grow(100 * MIB);
      all.grow(200 * MIB);
    }
    budget.fixed(2 * MIB - 1).close();
  }

  @Test
  void givesBackWhatAnInputDidNotNeed() {
    MemoryBudget budget = new MemoryBudget(4);
    MemoryBudget.Share share = budget.growing();
    share.grow(4 * MIB - 1);
    share.shrink(10);
    budget.fixed(3 * MIB - 1).close();
    share.close();
    budget.fixed(4 * MIB - 1).close();
  }

  private static boolean waits(CompletableFuture<Void> future) throws Exception {
    try {
      future.get(200, TimeUnit.MILLISECONDS);
      return false;
    } catch (TimeoutException e) {
      return true;
    }
  }
}
