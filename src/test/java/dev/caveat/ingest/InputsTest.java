package dev.caveat.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.Seeds;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class InputsTest {
  @TempDir private Path folder;

  /** Writes down each visit in a line. */
  private static final class Log implements Inputs.Visitor {
    final List<String> lines = new ArrayList<>();

    @Override
    public void file(String path, Path file) {
      lines.add("file " + file.getFileName());
    }

    @Override
    public void read(Source source, MemoryBudget.Share share) {
      String text = new String(source.bytes(), 0, source.length(), StandardCharsets.UTF_8);
      lines.add("read " + name(source.path()) + " " + text);
    }

    @Override
    public void failed(String path, String reason) {
      lines.add("failed " + name(path) + ": " + reason);
    }

    @Override
    public void passedOver(String path, String reason) {
      lines.add("passed over " + name(path));
    }

    private static String name(String path) {
      return path.substring(path.lastIndexOf('/') + 1);
    }
  }

  private List<String> walk(Limits limits, String... paths) {
    Log log = new Log();
    InputStream in = new ByteArrayInputStream("from outside".getBytes(StandardCharsets.UTF_8));
    Inputs.walk(List.of(paths), limits, new MemoryBudget(64), in, log);
    return log.lines;
  }

  private List<String> walk(String... paths) {
    return walk(Limits.defaults(), paths);
  }

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Path zip(String name, String... entries) throws IOException {
    Path file = folder.resolve(name);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String entry : entries) {
        out.putNextEntry(new ZipEntry(entry));
        out.write(("text of " + entry).getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  @Test
  void walksFoldersInOrderAndLeavesHiddenFilesOut() throws IOException {
    file("b.htm", "b");
    file("a/z.txt", "z");
    file("a/y.txt", "y");
    file(".hidden/x.txt", "x");
    assertThat(walk(folder.toString())).containsExactly("file y.txt", "file z.txt", "file b.htm");
  }

  @Test
  void passesOverWhatIsNoFilingByItsNameUnlessAskedForIt() throws IOException {
    Path csv = file("facts.csv", "1,2");
    assertThat(walk(folder.toString())).containsExactly("passed over facts.csv");
    assertThat(walk(csv.toString())).containsExactly("file facts.csv");
  }

  @Test
  void readsTheEntriesOfAZip() throws IOException {
    Path zip = zip("f.zip", "one.txt", "in/two.htm", "logo.jpg", "more.zip");
    assertThat(walk(zip.toString()))
        .containsExactly(
            "read f.zip!one.txt text of one.txt",
            "read two.htm text of in/two.htm",
            "passed over f.zip!logo.jpg",
            "passed over f.zip!more.zip");
  }

  @Test
  void readsTarballsAndGzippedFiles() throws IOException {
    Path tar = folder.resolve("f.tar.gz");
    try (TarArchiveOutputStream out =
        new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(tar)))) {
      TarArchiveEntry entry = new TarArchiveEntry("one.txt");
      entry.setSize(4);
      out.putArchiveEntry(entry);
      out.write("text".getBytes(StandardCharsets.UTF_8));
      out.closeArchiveEntry();
    }
    Path gz = folder.resolve("g.txt.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
      out.write("zipped".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(walk(tar.toString(), gz.toString()))
        .containsExactly("read f.tar.gz!one.txt text", "read g.txt.gz zipped");
  }

  @Test
  void namesLinksPipesAndDevicesOfATarball() throws IOException {
    Path tar = folder.resolve("f.tar");
    try (TarArchiveOutputStream out = new TarArchiveOutputStream(Files.newOutputStream(tar))) {
      byte[] kinds = {
        TarConstants.LF_LINK,
        TarConstants.LF_SYMLINK,
        TarConstants.LF_FIFO,
        TarConstants.LF_CHR,
        TarConstants.LF_BLK,
        TarConstants.LF_NORMAL
      };
      for (byte kind : kinds) {
        TarArchiveEntry entry = new TarArchiveEntry("kind" + (char) kind, kind);
        out.putArchiveEntry(entry);
        out.closeArchiveEntry();
      }
    }
    String reason = ": a link, a pipe or a device in an archive, not a file";
    assertThat(walk(tar.toString()))
        .containsExactly(
            "failed f.tar!kind1" + reason,
            "failed f.tar!kind2" + reason,
            "failed f.tar!kind6" + reason,
            "failed f.tar!kind3" + reason,
            "failed f.tar!kind4" + reason,
            "read f.tar!kind0 ");
  }

  @Test
  void readsStandardInput() {
    assertThat(walk("-")).containsExactly("read - from outside");
  }

  @Test
  void namesWhatIsMissingOrNoArchive() throws IOException {
    Path broken = file("broken.zip", "this is no archive");
    assertThat(walk(folder.resolve("nowhere").toString(), broken.toString()))
        .containsExactly(
            "failed nowhere: no such file or folder",
            "failed broken.zip: no entry found; expected a .zip or .tar archive");
  }

  @Test
  void doesNotFollowALinkBackToAFolderAbove() throws IOException {
    file("a/x.txt", "x");
    Files.createSymbolicLink(folder.resolve("a/up"), folder);
    assertThat(walk(folder.toString()))
        .containsExactly(
            "failed up: this link leads back to a folder above it and was not followed",
            "file x.txt");
  }

  @Test
  void stopsAnArchiveThatUnpacksToMoreThanTheLimit() throws IOException {
    Path bomb = folder.resolve("bomb.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
      out.putNextEntry(new ZipEntry("zeros.txt"));
      out.write(new byte[5 << 20]);
    }
    assertThat(walk(new Limits(1 << 20, 2 << 20, 10), bomb.toString()))
        .singleElement()
        .asString()
        .contains("failed bomb.zip", "unpacks to more than the limit");
  }

  @Test
  void stopsAnArchiveOfTooManyEntries() throws IOException {
    Path zip = zip("many.zip", "1.txt", "2.txt", "3.txt");
    assertThat(walk(new Limits(1 << 20, 1 << 20, 2), zip.toString()))
        .last()
        .asString()
        .contains("more than 2 entries");
  }

  @Test
  void keepsAllEntriesOfOneNameApart() throws IOException {
    Path zip = folder.resolve("same.zip");
    // Java's own writer refuses equal names, so equal lengths are written over each other.
    String made = new String(stored("one.txt", "two.txt", "one(2)"), StandardCharsets.ISO_8859_1);
    Files.write(zip, made.replace("two.txt", "one.txt").getBytes(StandardCharsets.ISO_8859_1));
    assertThat(walk(zip.toString()))
        .containsExactly(
            "read same.zip!one.txt of one.txt",
            "read same.zip!one.txt (2) of one.txt",
            "read same.zip!one(2) of one(2)");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  @Timeout(20)
  void namesPipesAndDevicesAndGoesOn() throws Exception {
    Path pipe = folder.resolve("a.txt");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Files.createSymbolicLink(folder.resolve("b.txt"), Path.of("/dev/zero"));
    Files.createSymbolicLink(folder.resolve("c.zip"), pipe);
    file("d.txt", "filing");
    String reason =
        ": a pipe, a device or a socket, not a file; to read a pipe, pass it as standard input with -";
    assertThat(walk(folder.toString()))
        .containsExactly(
            "failed a.txt" + reason,
            "failed b.txt" + reason,
            "failed c.zip" + reason,
            "file d.txt");
    assertThat(walk("/dev/zero")).containsExactly("failed zero" + reason);
  }

  @Test
  void saysThatAnArchiveWasCutOff() throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(whole)) {
      byte[] noise = new byte[5000];
      new Random(Seeds.or(3)).nextBytes(noise);
      out.write(noise);
    }
    Files.write(folder.resolve("a.gz"), Arrays.copyOf(whole.toByteArray(), 3000));
    assertThat(walk(folder.toString()))
        .containsExactly("failed a.gz: it ends in the middle of its data; it is truncated");
  }

  @Test
  void aDamagedArchiveFailsAloneHoweverItsReaderTakesIt() throws IOException {
    byte[] tar = new byte[2048];
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream t = new TarArchiveOutputStream(out)) {
      TarArchiveEntry entry = new TarArchiveEntry("x.txt");
      entry.setSize(3);
      t.putArchiveEntry(entry);
      t.write(new byte[] {1, 2, 3});
      t.closeArchiveEntry();
    }
    System.arraycopy(out.toByteArray(), 0, tar, 0, 2048);
    long first = Seeds.or(0);
    for (long seed = first; seed < first + 200; seed++) {
      Random random = new Random(seed);
      byte[] damaged = tar.clone();
      for (int i = 0; i < 4; i++) {
        damaged[random.nextInt(512)] = (byte) random.nextInt(256);
      }
      Files.write(folder.resolve("a.tar"), damaged);
      file("b.txt", "filing");
      assertThat(walk(folder.toString())).as("seed " + seed).last().isEqualTo("file b.txt");
    }
  }

  private static byte[] stored(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (String name : names) {
        byte[] text = ("of " + name.replace("two", "one")).getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(text);
        ZipEntry entry = new ZipEntry(name);
        entry.setSize(text.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(text);
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
