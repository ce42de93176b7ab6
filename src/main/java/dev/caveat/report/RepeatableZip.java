package dev.caveat.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Writes office files reproducibly: they are archives whose entries have the time of writing, and
 * here all entries have the same date. The archive goes through a temporary file, so that even a
 * large one needs little memory.
 */
public final class RepeatableZip {
  /** Writes an archive to a stream that it does not close. */
  public interface Archive {
    /** Writes the archive. */
    void writeTo(OutputStream out) throws IOException;
  }

  private RepeatableZip() {}

  /**
   * Writes an archive.
   *
   * @param date of all entries
   * @param out not closed
   */
  public static void write(Archive archive, LocalDate date, OutputStream out) throws IOException {
    Path file = Files.createTempFile("caveat", ".zip");
    file.toFile().deleteOnExit();
    try {
      try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file))) {
        archive.writeTo(bytes);
      }
      copy(file, date, out);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static void copy(Path file, LocalDate date, OutputStream out) throws IOException {
    ZipOutputStream copy = new ZipOutputStream(out);
    try (ZipFile archive = new ZipFile(file.toFile())) {
      for (ZipEntry entry : archive.stream().toList()) {
        ZipEntry dated = new ZipEntry(entry.getName());
        dated.setTimeLocal(date.atStartOfDay());
        copy.putNextEntry(dated);
        try (InputStream in = archive.getInputStream(entry)) {
          in.transferTo(copy);
        }
        copy.closeEntry();
      }
    }
    copy.finish();
  }
}
