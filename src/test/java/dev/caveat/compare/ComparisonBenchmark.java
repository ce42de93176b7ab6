package dev.caveat.compare;

import dev.caveat.compare.Comparison.Side;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Milliseconds for one comparison on one thread, redlines of all changes included: of the pair of
 * consecutive filings in a folder whose texts come nearest to a length.
 *
 * <pre>
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/cp.txt
 * java -cp target/test-classes:target/classes:$(cat target/cp.txt) \
 *     dev.caveat.compare.ComparisonBenchmark FOLDER-OF-FILINGS
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class ComparisonBenchmark {
  private static final Side NONE = new Side("", dev.caveat.model.FilingFacts.UNKNOWN, List.of());

  /** Folder with filings. */
  @Param("corpora/filings")
  public String folder = "corpora/filings";

  /** Characters on each side that are looked for. */
  @Param({"60000", "100000"})
  public int characters;

  private Side old = NONE;
  private Side now = NONE;

  /** Reads the filings and chooses two. */
  @Setup
  public void choose() {
    FilingSeries.of(ReadFilings.in(Path.of(folder)), Side::facts).stream()
        .flatMap(s -> s.pairs().stream())
        .min(Comparator.comparingInt(p -> distance(p.before()) + distance(p.after())))
        .ifPresent(
            pair -> {
              old = pair.before();
              now = pair.after();
            });
    System.out.printf("%s, %s: %d, %d characters%n", old.path(), now.path(), size(old), size(now));
  }

  private int distance(Side side) {
    return Math.abs(size(side) - characters);
  }

  private static int size(Side side) {
    return side.text().length();
  }

  /** Compares them. */
  @Benchmark
  public void compare(Blackhole sink) {
    Comparison comparison = Comparison.of(old, now);
    sink.consume(comparison);
    comparison.changes().forEach(c -> sink.consume(comparison.redline(c)));
  }

  /** Runs the benchmark on the folder named. */
  public static void main(String[] args) throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(ComparisonBenchmark.class.getName())
                .param("folder", args)
                .build())
        .run();
  }
}
