package dev.caveat.cli;

import java.util.function.LongSupplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar on standard error, where that is a terminal. Safe for use by many threads. */
class StepProgress implements AutoCloseable {
  private static final int MILLIS = 200;

  private final @Nullable ProgressBar bar;

  private StepProgress(@Nullable ProgressBar bar) {
    this.bar = bar;
  }

  /** A bar over so many steps; nothing if standard error is not a terminal. */
  static StepProgress of(Streams streams, String task, long steps) {
    return of(streams, task, () -> steps);
  }

  /**
   * A bar; nothing if standard error is not a terminal.
   *
   * @param task what is done
   * @param steps counts how many there will be; asked only where there is a bar
   */
  static StepProgress of(Streams streams, String task, LongSupplier steps) {
    if (!streams.terminal().progress()) {
      return new StepProgress(null);
    }
    return new StepProgress(
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(steps.getAsLong())
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(MILLIS)
            .setConsumer(
                new ConsoleProgressBarConsumer(
                    GuardedOutput.raw(streams.err()), streams.terminal().width() - 1))
            .showSpeed()
            .build());
  }

  /** One step is done; a bar with more steps than were announced becomes longer. */
  void step() {
    if (bar != null) {
      bar.step();
      if (bar.getCurrent() > bar.getMax()) {
        bar.maxHint(bar.getCurrent());
      }
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
