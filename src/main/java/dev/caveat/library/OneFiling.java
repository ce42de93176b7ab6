package dev.caveat.library;

import dev.caveat.classify.CategoryModel;
import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import dev.caveat.index.IndexedFiling;
import dev.caveat.index.RiskIndex;
import dev.caveat.ingest.Inputs;
import dev.caveat.ingest.Limits;
import dev.caveat.ingest.Source;
import dev.caveat.pipeline.Extraction;
import dev.caveat.pipeline.Extraction.Corrections;
import dev.caveat.pipeline.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one filing that a user names, to be read from its file again.
 *
 * @param path what to read: a file, an entry of an archive behind {@code !}, or {@code -}
 * @param held the indexed filing; null if it is not indexed
 */
public record OneFiling(String path, @Nullable IndexedFiling held) {
  /**
   * Finds a filing, in the index first.
   *
   * @param index folder of the index; does not have to exist
   * @param name the name of an indexed filing, or a file
   * @throws CaveatException if there is none, or its file is gone
   */
  public static OneFiling of(Path index, String name) throws IOException {
    boolean isFile = name.equals("-") || Files.exists(Path.of(name));
    if (!Files.isDirectory(index)) {
      if (!isFile) {
        throw new CaveatException(
            ErrorCode.NOT_FOUND,
            nowhere(name, index),
            Map.of("kind", "file", "name", name, "index", index.toString()));
      }
      return new OneFiling(name, null);
    }
    try (RiskIndex reader = RiskIndex.open(index)) {
      if (isFile && reader.named(name).isEmpty()) {
        return new OneFiling(name, null);
      }
      IndexedFiling held = new RiskLookup(reader, index).filing(name);
      return of(reader, held);
    }
  }

  /** The indexed filing, if the index has the same filing from another file; otherwise this one. */
  public OneFiling inIndex(Path index, String id) throws IOException {
    if (held != null || !Files.isDirectory(index)) {
      return this;
    }
    try (RiskIndex reader = RiskIndex.open(index)) {
      List<IndexedFiling> named = reader.named(id);
      return named.isEmpty() ? this : of(reader, named.getFirst());
    }
  }

  /**
   * An indexed filing, at the current location of its file.
   *
   * @throws CaveatException if it is gone
   */
  public static OneFiling of(RiskIndex reader, IndexedFiling held) throws IOException {
    String location = reader.location(held.id());
    boolean here = Path.of(held.path()).toAbsolutePath().normalize().toString().equals(location);
    String path = here ? held.path() : location;
    if (!Files.exists(Path.of(Inputs.file(path)))) {
      throw new CaveatException(
          ErrorCode.STALE,
          "the file "
              + location
              + ", from which "
              + held.name()
              + " was indexed, is gone; restore it, or index the filing from its new location, and"
              + " try again",
          Map.of("path", location));
    }
    return new OneFiling(path, held);
  }

  /**
   * Its current bytes.
   *
   * @throws CaveatException if they cannot be read, or are not those that were indexed
   */
  public Source source() {
    String sha256 = held == null ? "" : held.sha256();
    Source source;
    try {
      source = Inputs.reread(path, sha256, Limits.defaults());
    } catch (IOException e) {
      throw unreadable(path, Inputs.reason(e));
    }
    if (held != null && !source.sha256().equals(sha256)) {
      throw new CaveatException(
          ErrorCode.STALE,
          path + " has changed since it was indexed",
          Map.of("path", path, "filing", path));
    }
    return source;
  }

  /**
   * Reads it.
   *
   * @param corrections what people corrected
   * @param document number of the document to outline; 0 for the one with the section
   * @param tagger assigns categories; null for none
   * @throws CaveatException if it cannot be read, or the file contains several filings
   */
  public Outcome.Extracted read(
      Corrections corrections,
      int document,
      @Nullable CategoryModel tagger,
      InputStream standardInput) {
    List<Outcome.Extracted> read = new ArrayList<>();
    String file = Inputs.file(path);
    boolean entry = !file.equals(path);
    Extraction.defaults()
        .withKnown((p, sha256) -> entry && !p.equals(path))
        .withTagger(tagger)
        .withStandardInput(standardInput)
        .withCorrections(corrections)
        .withDetails(document)
        .inOrder(
            List.of(file),
            outcome -> {
              switch (outcome) {
                case Outcome.Extracted e -> read.add(e);
                case Outcome.Known k -> {}
                case Outcome.Failed f -> fail(failed(f), f.path(), entry);
                case Outcome.PassedOver p ->
                    fail(unreadable(p.path(), p.reason()), p.path(), entry);
              }
            });
    if (read.isEmpty()) {
      throw noFiling(path);
    }
    if (read.size() > 1) {
      throw new CaveatException(
          ErrorCode.AMBIGUOUS,
          path + " contains " + read.size() + " filings; give the name of one as it is indexed",
          Map.of("name", path));
    }
    return read.getFirst();
  }

  /** Problems with other entries of the same archive do not matter here. */
  private void fail(CaveatException failure, String failed, boolean entry) {
    if (!entry || failed.equals(path)) {
      throw failure;
    }
  }

  /**
   * What was read.
   *
   * @throws CaveatException if it was not
   */
  static Outcome.Extracted extracted(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Extracted e -> e;
      case Outcome.Failed f -> throw failed(f);
      case Outcome.Known k -> throw unreadable(k.path(), "already known");
      case Outcome.PassedOver p -> throw unreadable(p.path(), p.reason());
    };
  }

  /** Says that a name is neither a file nor can be looked up. */
  static String nowhere(String name, Path index) {
    return "there is no file " + name + ", and no index in " + index + " to look it up in";
  }

  /** The error for a file without a filing. */
  static CaveatException noFiling(String path) {
    return new CaveatException(
        ErrorCode.NOT_FOUND, path + " contains no filing", Map.of("kind", "file", "name", path));
  }

  private static CaveatException unreadable(String path, String reason) {
    return new CaveatException(ErrorCode.UNREADABLE, path + ": " + reason, Map.of("path", path));
  }

  private static CaveatException failed(Outcome.Failed failure) {
    return new CaveatException(
        failure.code(), failure.path() + ": " + failure.reason(), Map.of("path", failure.path()));
  }
}
