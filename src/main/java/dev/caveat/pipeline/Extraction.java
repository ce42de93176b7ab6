package dev.caveat.pipeline;

import dev.caveat.annotate.Annotator;
import dev.caveat.classify.CategoryModel;
import dev.caveat.error.ErrorCode;
import dev.caveat.ingest.FilingReader;
import dev.caveat.ingest.Inputs;
import dev.caveat.ingest.Limits;
import dev.caveat.ingest.MalformedFilingException;
import dev.caveat.ingest.MemoryBudget;
import dev.caveat.ingest.Source;
import dev.caveat.ingest.SourceText;
import dev.caveat.model.Annotation;
import dev.caveat.model.Filing;
import dev.caveat.model.FilingOutline;
import dev.caveat.model.RiskDisclosure;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.RiskSection;
import dev.caveat.model.Warning;
import dev.caveat.segment.Segmentation;
import dev.caveat.segment.Segmenter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads many filings, finds and splits their risk sections, and delivers one {@link Outcome} for
 * each input.
 *
 * <p>Memory is bounded: only a few inputs per thread are queued, and large documents wait for one
 * another before they are read, so that together they fit in the heap. Instances are immutable and
 * may be shared.
 */
public final class Extraction {
  private static final int WAITING_PER_THREAD = 8;

  /** An HTML tree needs about this many times the bytes of its source. */
  private static final int TREE_FACTOR = 16;

  private static final int MIB = 1 << 20;

  private static final int NO_DETAILS = -1;

  private final int threads;
  private final Limits limits;
  private final BiPredicate<String, String> known;
  private final InputStream standardInput;
  private final @Nullable CategoryModel tagger;
  private final Corrections corrections;
  private final int detailsOf;

  private Extraction(
      int threads,
      Limits limits,
      BiPredicate<String, String> known,
      InputStream standardInput,
      @Nullable CategoryModel tagger,
      Corrections corrections,
      int detailsOf) {
    this.tagger = tagger;
    this.threads = threads;
    this.limits = limits;
    this.known = known;
    this.standardInput = standardInput;
    this.corrections = corrections;
    this.detailsOf = detailsOf;
  }

  /** Corrected outlines; called from many threads. */
  public interface Corrections {
    /**
     * The corrected outline of a filing; null if it has none.
     *
     * @param filing key of the filing
     */
    @Nullable FilingOutline of(String filing);
  }

  /**
   * One thread per core, {@link Limits#defaults()}, no known inputs, an empty standard input, no
   * annotations or categories, no corrections, no details.
   */
  public static Extraction defaults() {
    return new Extraction(
        Runtime.getRuntime().availableProcessors(),
        Limits.defaults(),
        (path, sha256) -> false,
        InputStream.nullInputStream(),
        null,
        filing -> null,
        NO_DETAILS);
  }

  /**
   * With a number of threads.
   *
   * @param threads at least 1
   */
  public Extraction withThreads(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1: " + threads);
    }
    return new Extraction(threads, limits, known, standardInput, tagger, corrections, detailsOf);
  }

  /** With other limits. */
  public Extraction withLimits(Limits limits) {
    return new Extraction(threads, limits, known, standardInput, tagger, corrections, detailsOf);
  }

  /**
   * With inputs that are already known and skipped.
   *
   * @param known receives the path and the SHA-256 of an input; called from many threads
   */
  public Extraction withKnown(BiPredicate<String, String> known) {
    return new Extraction(threads, limits, known, standardInput, tagger, corrections, detailsOf);
  }

  /**
   * With another standard input for the path {@code -}.
   *
   * @param standardInput read to its end, not closed
   */
  public Extraction withStandardInput(InputStream standardInput) {
    return new Extraction(threads, limits, known, standardInput, tagger, corrections, detailsOf);
  }

  /**
   * With sentences, entities and categories for each risk.
   *
   * @param tagger assigns the categories; null to leave all of these out, which is faster
   */
  public Extraction withTagger(@Nullable CategoryModel tagger) {
    return new Extraction(threads, limits, known, standardInput, tagger, corrections, detailsOf);
  }

  /**
   * With corrected outlines, which replace what would be found.
   *
   * @param corrections asked for each filing
   */
  public Extraction withCorrections(Corrections corrections) {
    return new Extraction(threads, limits, known, standardInput, tagger, corrections, detailsOf);
  }

  /**
   * With {@link Outcome.Details} of each filing.
   *
   * @param document number of the document to outline; 0 for the one with the section
   */
  public Extraction withDetails(int document) {
    return new Extraction(threads, limits, known, standardInput, tagger, corrections, document);
  }

  /**
   * Runs over all inputs; outcomes arrive in input order, on the calling thread.
   *
   * @param paths files, folders, archives, or {@code -} for standard input
   * @param sink receives each outcome; an exception from it ends the run
   */
  public void inOrder(List<String> paths, Consumer<Outcome> sink) {
    run(paths, task -> task, sink);
  }

  /**
   * Runs over all inputs; outcomes arrive as they are ready, on many threads at once.
   *
   * @param paths files, folders, archives, or {@code -} for standard input
   * @param sink receives each outcome; must be safe for use by several threads; an exception from
   *     it ends the run
   */
  public void asReady(List<String> paths, Consumer<Outcome> sink) {
    UnaryOperator<Callable<Outcome>> delivering =
        task ->
            () -> {
              Outcome outcome = task.call();
              sink.accept(outcome);
              return outcome;
            };
    run(paths, delivering, outcome -> {});
  }

  /**
   * Reads one filing from a stream, on the calling thread.
   *
   * @param path its name
   * @param in read to its end, not closed
   * @throws IOException if the stream fails
   */
  public Outcome one(String path, InputStream in) throws IOException {
    try (MemoryBudget.Share share = budget().fixed(limits.documentBytes())) {
      return extract(Source.read(path, in, limits, share));
    }
  }

  /**
   * Runs over all inputs.
   *
   * @param onWorker wraps each task on its way to a worker thread
   * @param inOrder receives each outcome in input order on this thread
   */
  private void run(
      List<String> paths, UnaryOperator<Callable<Outcome>> onWorker, Consumer<Outcome> inOrder) {
    Deque<Future<Outcome>> waiting = new ArrayDeque<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      try {
        walk(
            paths,
            task -> {
              waiting.add(pool.submit(onWorker.apply(task)));
              while (waiting.size() > threads * WAITING_PER_THREAD) {
                inOrder.accept(result(waiting.remove()));
              }
            });
        while (!waiting.isEmpty()) {
          inOrder.accept(result(waiting.remove()));
        }
      } catch (RuntimeException e) {
        pool.shutdownNow();
        throw e;
      }
    }
  }

  private void walk(List<String> paths, Consumer<Callable<Outcome>> submit) {
    MemoryBudget memory = budget();
    Inputs.walk(
        paths,
        limits,
        memory,
        standardInput,
        new Inputs.Visitor() {
          @Override
          public void file(String path, Path file) {
            submit.accept(() -> extract(path, file, memory));
          }

          @Override
          public void read(Source source, MemoryBudget.Share share) {
            submit.accept(
                () -> {
                  try (share) {
                    return extract(source);
                  }
                });
          }

          @Override
          public void failed(String path, String reason) {
            submit.accept(() -> new Outcome.Failed(path, ErrorCode.UNREADABLE, reason, 0));
          }

          @Override
          public void passedOver(String path, String reason) {
            submit.accept(() -> new Outcome.PassedOver(path, reason));
          }
        });
  }

  private static MemoryBudget budget() {
    return new MemoryBudget(
        (int) Math.max(1, Runtime.getRuntime().maxMemory() / MIB / TREE_FACTOR));
  }

  private Outcome extract(String path, Path file, MemoryBudget memory) {
    try (InputStream in = Files.newInputStream(file);
        MemoryBudget.Share share =
            memory.fixed(Math.min(Files.size(file), limits.documentBytes()))) {
      return extract(Source.read(path, in, limits, share));
    } catch (IOException e) {
      return new Outcome.Failed(path, ErrorCode.UNREADABLE, Inputs.reason(e), 0);
    } catch (RuntimeException | Error e) {
      return Outcome.Failed.unexpected(path, e, 0);
    }
  }

  private Outcome extract(Source source) {
    try {
      if (known.test(source.path(), source.sha256())) {
        return new Outcome.Known(source.path(), source.sha256(), source.size());
      }
      return extracted(FilingReader.read(source), source);
    } catch (MalformedFilingException e) {
      return new Outcome.Failed(source.path(), e.code(), Inputs.reason(e), source.size());
    } catch (UncheckedIOException e) {
      return new Outcome.Failed(
          source.path(),
          ErrorCode.UNREADABLE,
          Inputs.reason(Objects.requireNonNull(e.getCause())),
          source.size());
    } catch (RuntimeException | Error e) {
      return Outcome.Failed.unexpected(source.path(), e, source.size());
    }
  }

  private Outcome extracted(Filing filing, Source source) {
    FilingOutline correction = corrections.of(RiskDisclosure.id(filing.facts(), filing.sha256()));
    Segmentation found =
        correction == null ? Segmenter.segment(filing) : Segmenter.segment(filing, correction);
    List<Warning> warnings = new ArrayList<>(correction == null ? filing.warnings() : List.of());
    warnings.addAll(found.doubts());
    RiskSection section = asFiled(found.section(), source);
    RiskDisclosure disclosure =
        new RiskDisclosure(
            filing.path(),
            filing.sha256(),
            filing.facts(),
            tagger == null ? section : tagged(section, tagger),
            found.exhibit(),
            found.confidence(),
            warnings);
    return new Outcome.Extracted(
        disclosure,
        source.size(),
        detailsOf == NO_DETAILS
            ? null
            : new Outcome.Details(
                found.explanation().get(),
                Segmenter.outline(filing, found, detailsOf),
                correction == null ? List.of() : Segmenter.unmatched(filing, correction)));
  }

  /** The section with the places of its words in the source, which is only available here. */
  private static RiskSection asFiled(RiskSection section, Source source) {
    if (!(section instanceof RiskSection.Present present) || present.place() == null) {
      return section;
    }
    int document = present.place().document();
    SourceText text = new SourceText(document, FilingReader.text(source, document));
    List<RiskFactor> risks =
        present.risks().stream().map(r -> r.withProvenance(text.provenance(r))).toList();
    return present.withRisks(risks).withMap(text.map(present.text(), present.place()));
  }

  private static RiskSection tagged(RiskSection section, CategoryModel tagger) {
    if (!(section instanceof RiskSection.Present present)) {
      return section;
    }
    List<String> texts = present.risks().stream().map(RiskFactor::text).toList();
    List<Annotation> annotations = Annotator.bundled().annotateAll(texts);
    List<RiskFactor> risks = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      RiskFactor risk = present.risks().get(i);
      risks.add(risk.withAnnotation(annotations.get(i)).withClassification(tagger.classify(risk)));
    }
    return present.withRisks(risks);
  }

  private static Outcome result(Future<Outcome> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
