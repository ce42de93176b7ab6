package dev.caveat.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Reads tables: UTF-8, one row per line, fields separated by tabs. Blank lines and lines that start
 * with {@code #} are ignored.
 */
public final class Table {
  private Table() {}

  /**
   * The rows of a resource of the program.
   *
   * @param beside a class in the same package as the resource
   * @param name its name, or its whole path from {@code /}
   */
  public static List<Row> resource(Class<?> beside, String name) {
    InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name);
    try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return read(reader, name);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /**
   * The rows of a file.
   *
   * @throws MalformedTableException if it is not UTF-8 text
   * @throws IOException if it cannot be read
   */
  public static List<Row> file(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      return read(reader, file.toString());
    } catch (CharacterCodingException e) {
      throw new MalformedTableException(file + ": expected text in UTF-8");
    }
  }

  /**
   * All rows.
   *
   * @param reader read to its end, not closed
   * @param source its name in messages
   */
  public static List<Row> read(Reader reader, String source) throws IOException {
    BufferedReader lines = new BufferedReader(reader);
    List<Row> rows = new ArrayList<>();
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank() && line.charAt(0) != '#') {
        rows.add(new Row(source, number, List.of(line.split("\t", -1))));
      }
    }
    return rows;
  }
}
