package dev.caveat.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on standard error, where that is a terminal. Safe for use by many threads. */
interface IndexProgress extends AutoCloseable {
  /** One input is done. */
  void step();

  @Override
  void close();

  /** A bar over all files under the paths, or nothing where nobody looks. */
  static IndexProgress of(Streams streams, List<String> paths) {
    return streams.terminal().progress() ? new Bar(streams, paths) : new Silent();
  }

  /** Shows nothing. */
  final class Silent implements IndexProgress {
    @Override
    public void step() {}

    @Override
    public void close() {}
  }

  /** Counts files first; entries of archives widen the bar as they come. */
  final class Bar implements IndexProgress {
    private static final int MILLIS = 200;

    private final ProgressBar bar;

    private Bar(Streams streams, List<String> paths) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("Indexing")
              .setInitialMax(files(paths))
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(MILLIS)
              .setConsumer(
                  new ConsoleProgressBarConsumer(
                      GuardedOutput.raw(streams.err()), streams.terminal().width() - 1))
              .showSpeed()
              .build();
    }

    @Override
    public void step() {
      bar.step();
      if (bar.getCurrent() > bar.getMax()) {
        bar.maxHint(bar.getCurrent());
      }
    }

    @Override
    public void close() {
      bar.close();
    }

    private static long files(List<String> paths) {
      AtomicLong files = new AtomicLong();
      for (String path : paths) {
        try {
          Files.walkFileTree(Path.of(path), new Counter(files));
        } catch (IOException | InvalidPathException e) {
          files.incrementAndGet(); // named as a failure by the run itself
        }
      }
      return files.get();
    }
  }

  /** Counts the files it visits. */
  final class Counter extends SimpleFileVisitor<Path> {
    private final AtomicLong files;

    private Counter(AtomicLong files) {
      this.files = files;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      files.incrementAndGet();
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      files.incrementAndGet();
      return FileVisitResult.CONTINUE;
    }
  }
}
