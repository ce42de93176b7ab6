package dev.caveat.classify;

import dev.caveat.table.MalformedTableException;
import dev.caveat.table.Row;
import dev.caveat.table.Table;
import dev.caveat.taxonomy.Taxonomy;
import dev.caveat.training.ModelCard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads labeled risks: tables with one row per risk, of primary category, further categories
 * separated by commas (or nothing), caption, and body. Each file is a batch.
 */
public final class CategoryCorpus {
  private static final int FIELDS = 4;

  /**
   * The fewest examples of a category, so that some can be used for training and others for
   * testing.
   */
  private static final int MIN_COUNT = 2;

  private CategoryCorpus() {}

  /**
   * Reads a corpus to train on: every category of the taxonomy must occur in it.
   *
   * @param corpus a file, or a folder of {@code .tsv} files
   * @param taxonomy the categories that may occur in it
   * @throws MalformedTableException if a row is wrong, naming file and line, or a category has too
   *     few examples
   * @throws IOException if it cannot be read
   */
  public static List<Example> read(Path corpus, Taxonomy taxonomy) throws IOException {
    List<Example> examples = readAny(corpus, taxonomy);
    Map<String, Integer> counts = new LinkedHashMap<>();
    taxonomy.categories().forEach(c -> counts.put(c.id(), 0));
    examples.forEach(e -> counts.merge(e.category(), 1, Integer::sum));
    List<String> thin =
        counts.entrySet().stream()
            .filter(e -> e.getValue() < MIN_COUNT)
            .map(Map.Entry::getKey)
            .toList();
    if (!thin.isEmpty()) {
      throw new MalformedTableException(
          corpus
              + ": expected at least "
              + MIN_COUNT
              + " examples of every category, found fewer of "
              + String.join(", ", thin));
    }
    return examples;
  }

  /**
   * Reads labeled risks that need not cover every category, such as test data.
   *
   * @param corpus a file, or a folder of {@code .tsv} files
   * @param taxonomy the categories that may occur in it
   * @throws MalformedTableException if a row is wrong or there are none
   * @throws IOException if it cannot be read
   */
  public static List<Example> readAny(Path corpus, Taxonomy taxonomy) throws IOException {
    List<Example> examples = new ArrayList<>();
    for (Path file : ModelCard.files(corpus)) {
      String batch = file.getFileName().toString().replaceFirst("\\.tsv$", "");
      for (Row row : Table.file(file)) {
        examples.add(example(row, batch, taxonomy));
      }
    }
    if (examples.isEmpty()) {
      throw new MalformedTableException(
          corpus + ": expected rows \"category<TAB>further categories<TAB>caption<TAB>body\"");
    }
    return examples;
  }

  private static Example example(Row row, String batch, Taxonomy taxonomy)
      throws MalformedTableException {
    if (row.size() != FIELDS) {
      throw row.malformed(
          "expected \"category<TAB>further categories<TAB>caption<TAB>body\", found "
              + (row.size() == 1 ? "one field" : row.size() + " fields"));
    }
    if (row.at(2).isBlank() && row.at(3).isBlank()) {
      throw row.malformed("expected a caption or a body, found neither");
    }
    List<String> also =
        Arrays.stream(row.at(1).split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
    check(row, row.at(0), taxonomy);
    for (String id : also) {
      check(row, id, taxonomy);
    }
    return new Example(batch, row.at(0), also, row.at(2), row.at(3));
  }

  private static void check(Row row, String id, Taxonomy taxonomy) throws MalformedTableException {
    if (!taxonomy.holds(id)) {
      throw row.malformed(
          "\""
              + id
              + "\" is not a category of the taxonomy; expected one of "
              + String.join(", ", taxonomy.ids()));
    }
  }
}
