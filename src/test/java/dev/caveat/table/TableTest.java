package dev.caveat.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TableTest {
  @TempDir Path folder;

  @Test
  void keepsEmptyFieldsAndPassesOverRemarksAndBlankLines() throws IOException {
    List<Row> rows = read("# remark\n\na\t\tc\t\n  \n b\r\n");
    assertThat(rows)
        .extracting(Row::fields)
        .containsExactly(List.of("a", "", "c", ""), List.of(" b"));
    assertThat(rows).extracting(Row::line).containsExactly(3, 5);
  }

  @Test
  void aRowIsEmptyBehindItsEnd() throws IOException {
    Row row = read("a\tb").getFirst();
    assertThat(row.size()).isEqualTo(2);
    assertThat(row.at(1)).isEqualTo("b");
    assertThat(row.at(2)).isEmpty();
  }

  @Test
  void namesFileAndLineOfWhatIsWrong() throws IOException {
    assertThat(read("# remark\na\tb").getFirst().malformed("expected a number, not b"))
        .hasMessage("rows.tsv:2: expected a number, not b");
  }

  @Test
  void refusesAFileThatIsNotUtf8() throws IOException {
    Path file = Files.write(folder.resolve("latin.tsv"), new byte[] {'a', (byte) 0xe9, '\n'});
    assertThatThrownBy(() -> Table.file(file))
        .isInstanceOf(MalformedTableException.class)
        .hasMessage(file + ": expected text in UTF-8");
  }

  private static List<Row> read(String text) throws IOException {
    return Table.read(new StringReader(text), "rows.tsv");
  }
}
