package dev.caveat.index;

import dev.caveat.file.Sha256;
import dev.caveat.file.WholeFile;
import dev.caveat.model.FilingOutline;
import dev.caveat.model.FilingOutline.Line;
import dev.caveat.model.FilingOutline.Role;
import dev.caveat.table.Row;
import dev.caveat.table.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The corrected outlines beside an index: a table that outlives it, one row per block. Indexing
 * never writes to it. Safe for use by many threads.
 */
public final class Outlines {
  private static final String ENDING = ".outlines.tsv";
  private static final int FIELDS = 5;

  /** This many digits of a digest distinguish two outlines. */
  private static final int DIGEST = 16;

  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,5}");

  private static final String HEAD =
      "# Outlines corrected by hand with 'caveat outline'. Columns: filing, document,\n"
          + "# role, words of a run-in caption, first words of the block.\n";

  private final Path file;
  private final Map<String, FilingOutline> outlines;

  private Outlines(Path file, Map<String, FilingOutline> outlines) {
    this.file = file;
    this.outlines = outlines;
  }

  /** Where the corrected outlines of an index stand: beside its folder, as its labels do. */
  public static Path beside(Path index) {
    return Labels.beside(index, ENDING);
  }

  /**
   * Reads the corrected outlines of an index; there are none if there is no file.
   *
   * @param index the index's folder; does not have to exist
   * @throws dev.caveat.table.MalformedTableException if a row is wrong, naming file and line
   * @throws IOException if the file cannot be read
   */
  public static Outlines of(Path index) throws IOException {
    Path file = beside(index);
    Map<String, List<Line>> lines = new LinkedHashMap<>();
    Map<String, Integer> documents = new LinkedHashMap<>();
    if (Files.exists(file)) {
      for (Row row : Table.file(file)) {
        lines.computeIfAbsent(row.at(0), f -> new ArrayList<>()).add(line(row));
        documents.putIfAbsent(row.at(0), Integer.valueOf(row.at(1)));
      }
    }
    Map<String, FilingOutline> outlines = new LinkedHashMap<>();
    documents.forEach(
        (filing, n) ->
            outlines.put(filing, new FilingOutline(n, lines.getOrDefault(filing, List.of()))));
    return new Outlines(file, outlines);
  }

  private static Line line(Row row) throws IOException {
    Role role = Role.of(row.at(2)).orElse(null);
    boolean runIn = NUMBER.matcher(row.at(3)).matches();
    if (row.size() != FIELDS
        || row.at(0).isBlank()
        || !NUMBER.matcher(row.at(1)).matches()
        || role == null
        || runIn != (role == Role.RUN_IN)
        || row.at(4).isBlank()) {
      throw row.malformed(
          "expected \"filing<TAB>document<TAB>role<TAB>words of a run-in caption<TAB>first words\"");
    }
    return new Line(role, runIn ? Integer.parseInt(row.at(3)) : 0, row.at(4));
  }

  /** The file that contains them. */
  public Path file() {
    return file;
  }

  /** All of them by the key of their filing, in the order in which they were given. */
  public synchronized Map<String, FilingOutline> all() {
    return new LinkedHashMap<>(outlines);
  }

  /**
   * The outline that a person gave a filing; null if nobody did.
   *
   * @param filing key of the filing
   */
  public synchronized @Nullable FilingOutline of(String filing) {
    return outlines.get(filing);
  }

  /** The name of a filing's outline, derived from its content and stable; empty if it has none. */
  synchronized String digest(String filing) {
    FilingOutline outline = outlines.get(filing);
    if (outline == null) {
      return "";
    }
    byte[] rows = rows(filing, outline).getBytes(StandardCharsets.UTF_8);
    return Sha256.hex(rows).substring(0, DIGEST);
  }

  /**
   * Stores or removes an outline, and writes them all in one step.
   *
   * @param filing key of the filing
   * @param outline null to remove the existing one
   */
  public synchronized void put(String filing, @Nullable FilingOutline outline) throws IOException {
    outlines.remove(filing);
    if (outline != null) {
      outlines.put(filing, outline);
    }
    String table = table();
    WholeFile.write(file, w -> w.write(table.getBytes(StandardCharsets.UTF_8)));
  }

  /** All of them as the text of their table. */
  public synchronized String table() {
    StringBuilder out = new StringBuilder(HEAD);
    outlines.forEach((filing, outline) -> out.append(rows(filing, outline)));
    return out.toString();
  }

  private static String rows(String filing, FilingOutline outline) {
    StringBuilder out = new StringBuilder();
    for (Line line : outline.lines()) {
      out.append(filing).append('\t').append(outline.document()).append('\t');
      out.append(line.role().id()).append('\t').append(line.caption() == 0 ? "" : line.caption());
      out.append('\t').append(line.words()).append('\n');
    }
    return out.toString();
  }
}
