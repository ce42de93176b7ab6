package dev.caveat.index;

import dev.caveat.error.CaveatException;
import dev.caveat.table.MalformedTableException;
import dev.caveat.taxonomy.Taxonomy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.jspecify.annotations.Nullable;

/**
 * The result of checking every byte of an index. Other commands read no more than they need and
 * check little of that, so a damaged index may silently give wrong answers.
 *
 * @param files how many files were read
 * @param bytes how many bytes
 * @param filings how many filings are whole
 * @param risks how many risks they have
 * @param damages what is wrong, the index's files first; empty if nothing is
 * @param inLabels how many of them are in the table of labels
 * @param inOutlines how many of them are in the table of corrected outlines
 */
public record IndexVerification(
    int files,
    long bytes,
    int filings,
    int risks,
    List<Damage> damages,
    int inLabels,
    int inOutlines) {
  /**
   * Something that differs from what was written.
   *
   * @param place the file, or the filing
   * @param what a few words about the damage
   */
  public record Damage(String place, String what) {}

  /** Copies the list. */
  public IndexVerification {
    damages = List.copyOf(damages);
  }

  /** Whether the index itself is damaged, not only the tables beside it. */
  public boolean indexIsDamaged() {
    return damages.size() > inLabels + inOutlines;
  }

  /**
   * Reads all of an index and the tables beside it.
   *
   * @param path its folder
   * @throws CaveatException if there is no index
   */
  public static IndexVerification of(Path path) throws IOException {
    return new Reading(path).run();
  }

  /** One look at an index. */
  private static final class Reading {
    private final Path path;
    private final List<Damage> damages = new ArrayList<>();
    private int files;
    private long bytes;
    private int filings;
    private int risks;
    private @Nullable Taxonomy taxonomy;

    Reading(Path path) {
      this.path = path;
    }

    IndexVerification run() throws IOException {
      if (!Files.isDirectory(path)) {
        throw RiskIndex.missing(path);
      }
      try (Directory directory = RiskIndex.directory(path)) {
        if (!IndexSchema.exists(directory)) {
          throw RiskIndex.missing(path);
        }
        readFiles(directory);
      }
      if (damages.isEmpty()) {
        readFilings();
      }
      int ofIndex = damages.size();
      readLabels();
      int inLabels = damages.size() - ofIndex;
      readOutlines();
      int inOutlines = damages.size() - ofIndex - inLabels;
      return new IndexVerification(files, bytes, filings, risks, damages, inLabels, inOutlines);
    }

    private void readFiles(Directory directory) throws IOException {
      SegmentInfos commit;
      try {
        commit = SegmentInfos.readLatestCommit(directory);
      } catch (IOException | RuntimeException e) {
        damages.add(new Damage("the list of segments", reason(e)));
        return;
      }
      for (String file : new TreeSet<>(commit.files(true))) {
        try (IndexInput in = directory.openInput(file, IOContext.READONCE)) {
          files++;
          bytes += in.length();
          CodecUtil.checksumEntireFile(in);
        } catch (IOException | RuntimeException e) {
          damages.add(new Damage(file, reason(e)));
        }
      }
    }

    private static String reason(Exception e) {
      return switch (e) {
        case CorruptIndexException c -> "its checksum is wrong, or it is truncated";
        case NoSuchFileException m -> "is missing";
        default -> "cannot be read: " + e.toString().lines().findFirst().orElse("");
      };
    }

    /** Bytes may be as written and still be inconsistent. */
    private void readFilings() throws IOException {
      try (RiskIndex index = RiskIndex.open(path)) {
        taxonomy = index.taxonomy();
        index.filings(
            FilingFilter.none(),
            filing -> {
              try {
                int held = index.disclosure(filing.id()).section().risks().size();
                if (held == filing.risks()) {
                  filings++;
                  risks += held;
                } else {
                  String counts = held + " of its " + filing.risks() + " risks are present";
                  damages.add(new Damage(filing.id(), counts));
                }
              } catch (IOException | RuntimeException e) {
                damages.add(new Damage(filing.id(), reason(e)));
              }
            });
      }
    }

    private void readLabels() throws IOException {
      String place = Labels.beside(path).toString();
      try {
        for (Label label : Labels.of(path).all()) {
          for (String category : label.categories()) {
            if (taxonomy != null && !taxonomy.holds(category)) {
              String risk = IndexedFiling.name(label.filing()) + "#" + label.ordinal();
              damages.add(new Damage(place, risk + ": no category " + category));
            }
          }
        }
      } catch (MalformedTableException e) {
        damages.add(new Damage(place, String.valueOf(e.getMessage())));
      }
    }

    private void readOutlines() throws IOException {
      try {
        Outlines.of(path);
      } catch (MalformedTableException e) {
        String place = Outlines.beside(path).toString();
        damages.add(new Damage(place, String.valueOf(e.getMessage())));
      }
    }
  }
}
