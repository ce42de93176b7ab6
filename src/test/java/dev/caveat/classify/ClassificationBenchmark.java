package dev.caveat.classify;

import dev.caveat.model.RiskFactor;
import dev.caveat.pipeline.Extraction;
import dev.caveat.pipeline.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
 * Risks tagged a second on one thread, reasons included. The column {@code risks} is the figure.
 *
 * <pre>
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/cp.txt
 * java -cp target/test-classes:target/classes:$(cat target/cp.txt) \
 *     dev.caveat.classify.ClassificationBenchmark FOLDER-OF-FILINGS
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class ClassificationBenchmark {
  /** Folder whose risks are tagged. */
  @Param("corpora/filings")
  public String folder = "corpora/filings";

  private final List<RiskFactor> found = new ArrayList<>();

  /** Counts what was tagged. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Volume {
    /** How many risks. */
    public double risks;
  }

  /** Reads the filings. */
  @Setup
  public void load() {
    Extraction.defaults()
        .inOrder(
            List.of(folder),
            outcome -> {
              if (outcome instanceof Outcome.Extracted e) {
                found.addAll(e.disclosure().section().risks());
              }
            });
  }

  /** Tags all risks. */
  @Benchmark
  public void classify(Blackhole hole, Volume volume) {
    CategoryModel model = CategoryModel.bundled();
    for (RiskFactor risk : found) {
      hole.consume(model.classify(risk));
    }
    volume.risks += found.size();
  }

  /** Runs over the folder given. */
  public static void main(String[] args) throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options.include(ClassificationBenchmark.class.getName());
    options.param("folder", args.length > 0 ? args[0] : "corpora/filings");
    new Runner(options.build()).run();
  }
}
