package dev.caveat.pipeline;

import dev.caveat.ingest.FilingReader;
import dev.caveat.ingest.Inputs;
import dev.caveat.ingest.Limits;
import dev.caveat.ingest.MemoryBudget;
import dev.caveat.ingest.Source;
import dev.caveat.model.Filing;
import dev.caveat.segment.Segmenter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
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
 * Megabytes of raw filings a second on one thread, read into memory beforehand: plain jsoup for
 * comparison, reading alone, and reading with finding and splitting. The column {@code megabytes}
 * is the figure.
 *
 * <pre>
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/cp.txt
 * java -cp target/test-classes:target/classes:$(cat target/cp.txt) \
 *     dev.caveat.pipeline.ExtractionBenchmark FOLDER-OF-FILINGS
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 10)
@Measurement(iterations = 5, time = 10)
@Fork(1)
public class ExtractionBenchmark {
  /** Folder whose filings are read. */
  @Param("corpora/filings")
  public String folder = "corpora/filings";

  private final List<Source> sources = new ArrayList<>();
  private long bytes;

  /** Counts what was read. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Volume {
    /** Megabytes of raw input. */
    public double megabytes;
  }

  /** Reads the files. */
  @Setup
  public void load() {
    MemoryBudget memory = new MemoryBudget(Integer.MAX_VALUE);
    Inputs.walk(
        List.of(folder),
        Limits.defaults(),
        memory,
        InputStream.nullInputStream(),
        new Inputs.Visitor() {
          @Override
          public void file(String path, Path file) {
            try (InputStream in = Files.newInputStream(file)) {
              MemoryBudget.Share share = memory.growing();
              read(Source.read(path, in, Limits.defaults(), share), share);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }

          @Override
          public void read(Source source, MemoryBudget.Share share) {
            sources.add(source);
            bytes += source.size();
          }

          @Override
          public void failed(String path, String reason) {
            throw new IllegalStateException(path + ": " + reason);
          }

          @Override
          public void passedOver(String path, String reason) {}
        });
  }

  /** What jsoup takes for the tree alone, of the same bytes. */
  @Benchmark
  public void jsoup(Blackhole hole, Volume volume) throws IOException {
    for (Source source : sources) {
      InputStream in = new ByteArrayInputStream(source.bytes(), 0, source.length());
      hole.consume(Jsoup.parse(in, null, ""));
    }
    volume.megabytes += bytes / 1e6;
  }

  /** Reading alone. */
  @Benchmark
  public void read(Blackhole hole, Volume volume) throws IOException {
    for (Source source : sources) {
      hole.consume(parse(source));
    }
    volume.megabytes += bytes / 1e6;
  }

  /** Reading, finding and splitting. */
  @Benchmark
  public void readAndSegment(Blackhole hole, Volume volume) throws IOException {
    for (Source source : sources) {
      hole.consume(Segmenter.segment(parse(source)));
    }
    volume.megabytes += bytes / 1e6;
  }

  private static Filing parse(Source source) throws IOException {
    InputStream in = new ByteArrayInputStream(source.bytes(), 0, source.length());
    return FilingReader.read(source.path(), in, Limits.defaults());
  }

  /** Runs over the folder given. */
  public static void main(String[] args) throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options.include(ExtractionBenchmark.class.getName());
    options.param("folder", args.length > 0 ? args[0] : "corpora/filings");
    new Runner(options.build()).run();
  }
}
