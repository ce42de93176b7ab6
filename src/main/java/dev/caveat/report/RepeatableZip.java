package dev.caveat.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Office files are archives whose entries carry the time of writing: here all carry one date. */
public final class RepeatableZip {
  private RepeatableZip() {}

  /**
   * Copies an archive.
   *
   * @param date of all entries
   * @param out not closed
   */
  public static void copy(byte[] archive, LocalDate date, OutputStream out) throws IOException {
    ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
    ZipOutputStream zip = new ZipOutputStream(out);
    for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
      ZipEntry dated = new ZipEntry(entry.getName());
      dated.setTimeLocal(date.atStartOfDay());
      zip.putNextEntry(dated);
      in.transferTo(zip);
      zip.closeEntry();
    }
    zip.finish();
  }
}
