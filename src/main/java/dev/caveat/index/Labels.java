package dev.caveat.index;

import dev.caveat.file.WholeFile;
import dev.caveat.model.RiskFactor;
import dev.caveat.table.Row;
import dev.caveat.table.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The labels beside an index: a table that outlives it, one row per label. A label is matched by
 * the key of its filing and the words of its risk, so that it still holds when the filing is
 * indexed again and its risks are numbered differently. Not safe for use by several threads.
 */
public final class Labels {
  private static final int FIELDS = 6;
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private static final String HEAD =
      "# Categories set by hand with 'caveat label'. Columns: filing, ordinal, category,\n"
          + "# further categories, caption, body.\n";

  private final Path file;
  private final List<Label> labels;

  private Labels(Path file, List<Label> labels) {
    this.file = file;
    this.labels = labels;
  }

  /** The file with the labels of an index: beside its folder, so that they outlive it. */
  public static Path beside(Path index) {
    return beside(index, ".labels.tsv");
  }

  /** The file beside an index's folder with the given ending. */
  static Path beside(Path index, String ending) {
    Path folder = index.toAbsolutePath().normalize();
    return folder.resolveSibling(folder.getFileName() + ending);
  }

  /**
   * Reads the labels of an index; there are none if there is no file.
   *
   * @param index the index's folder
   * @throws dev.caveat.table.MalformedTableException if a row is wrong, naming file and line
   * @throws IOException if the file cannot be read
   */
  public static Labels of(Path index) throws IOException {
    Path file = beside(index);
    List<Label> labels = new ArrayList<>();
    if (Files.exists(file)) {
      for (Row row : Table.file(file)) {
        labels.add(label(row));
      }
    }
    return new Labels(file, labels);
  }

  private static Label label(Row row) throws IOException {
    boolean counted = row.at(1).matches("\\d{1,6}");
    if (row.size() != FIELDS || row.at(0).isBlank() || !counted || row.at(2).isBlank()) {
      throw row.malformed(
          "expected \"filing<TAB>ordinal<TAB>category<TAB>further categories<TAB>caption<TAB>body\"");
    }
    List<String> categories = new ArrayList<>(List.of(row.at(2)));
    Arrays.stream(row.at(3).split(",")).filter(c -> !c.isBlank()).forEach(categories::add);
    return new Label(row.at(0), Integer.parseInt(row.at(1)), categories, row.at(4), row.at(5));
  }

  /** The file that contains them. */
  public Path file() {
    return file;
  }

  /** All labels in the order in which they were given. */
  public List<Label> all() {
    return List.copyOf(labels);
  }

  /** Keys of the filings that have labels. */
  Set<String> filings() {
    Set<String> filings = new TreeSet<>();
    labels.forEach(l -> filings.add(l.filing()));
    return filings;
  }

  /** The labels of one filing, in a new set. */
  Set<Label> in(String filing) {
    return labels.stream()
        .filter(l -> l.filing().equals(filing))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * The label of a risk: the one given to exactly its words, or else one given to a risk with the
   * same caption in the same filing.
   *
   * @param filing key of its filing
   */
  public Optional<Label> of(String filing, RiskFactor risk) {
    String caption = caption(risk);
    String body = plain(risk.body());
    Label same = null;
    for (Label label : labels) {
      if (label.filing().equals(filing) && label.caption().equals(caption)) {
        if (label.body().equals(body)) {
          return Optional.of(label);
        }
        same = caption.isEmpty() ? null : label;
      }
    }
    return Optional.ofNullable(same);
  }

  /**
   * Labels a risk, replacing an earlier label.
   *
   * @param filing key of its filing
   * @param categories ids, the primary first; empty to remove the label
   * @return the previous label, null if there was none
   */
  public @Nullable Label put(String filing, RiskFactor risk, List<String> categories) {
    Label before = of(filing, risk).orElse(null);
    labels.remove(before);
    if (!categories.isEmpty()) {
      labels.add(new Label(filing, risk.ordinal(), categories, caption(risk), plain(risk.body())));
    }
    return before;
  }

  private static String caption(RiskFactor risk) {
    return risk.captioned() ? plain(risk.heading()) : "";
  }

  private static String plain(String text) {
    return SPACE.matcher(text.strip()).replaceAll(" ");
  }

  /** Writes them all, in one step. */
  public void save() throws IOException {
    StringBuilder out = new StringBuilder(HEAD);
    for (Label l : labels) {
      out.append(l.filing()).append('\t').append(l.ordinal()).append('\t');
      out.append(example(l)).append('\n');
    }
    WholeFile.write(file, w -> w.write(out.toString().getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * A label as training data: category, further categories, caption and body, separated by tabs.
   */
  public static String example(Label label) {
    List<String> categories = label.categories();
    String further = String.join(",", categories.subList(1, categories.size()));
    return String.join("\t", categories.getFirst(), further, label.caption(), label.body());
  }
}
