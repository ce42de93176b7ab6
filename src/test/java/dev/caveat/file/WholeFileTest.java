package dev.caveat.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class WholeFileTest {
  @TempDir Path folder;

  @Test
  void leavesOtherFilesAlone() throws IOException {
    Files.writeString(folder.resolve("a.csv.part"), "precious");
    write(folder.resolve("a.csv"), "new");
    assertThat(names()).containsExactly("a.csv", "a.csv.part");
    assertThat(folder.resolve("a.csv.part")).hasContent("precious");
    assertThat(folder.resolve("a.csv")).hasContent("new");
  }

  @Test
  void replacesWhatALinkLeadsToAndKeepsItsPermissions() throws IOException {
    Path target = Files.writeString(folder.resolve("target"), "old");
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-rw-rw-"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("target"));
    write(link, "new");
    assertThat(link).isSymbolicLink();
    assertThat(target).hasContent("new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
        .isEqualTo("rw-rw-rw-");
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
    write(link, "newer");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
        .isEqualTo("rw-------");
    assertThat(names()).containsExactly("link", "target");
  }

  @Test
  void makesWhatALinkLeadsToWhereNothingIsThere() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("target"));
    write(link, "new");
    assertThat(link).isSymbolicLink();
    assertThat(folder.resolve("target")).hasContent("new");
  }

  @Test
  void keepsTheOldFileWhereTheNewOneFails() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "old");
    assertThatThrownBy(
            () ->
                WholeFile.write(
                    file,
                    out -> {
                      out.write(1);
                      throw new IOException("no more");
                    }))
        .hasMessage("no more");
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("a");
  }

  @Test
  void namesWhatAKilledProcessLeft() throws IOException {
    Path left = Files.createFile(folder.resolve(".a.csv.0badcafe.part"));
    Files.createFile(folder.resolve(".b.csv.0badcafe.part"));
    Files.createFile(folder.resolve(".a.csv.notes.part"));
    assertThat(WholeFile.leftovers(folder.resolve("a.csv"))).containsExactly(left.toRealPath());
  }

  private static void write(Path file, String text) throws IOException {
    WholeFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
