package dev.caveat.training;

import dev.caveat.file.Sha256;
import dev.caveat.file.WholeFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import opennlp.tools.util.model.BaseModel;

/**
 * Writes models so that the same training gives the same bytes, although OpenNLP puts the time into
 * them.
 */
public final class ModelFile {
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final String MANIFEST = "manifest.properties";

  private static final int NAME_DIGITS = 12;

  private ModelFile() {}

  /**
   * A unique name for a model.
   *
   * @param bytes of its file
   * @return the first twelve digits of their SHA-256
   */
  public static String name(byte[] bytes) {
    return Sha256.hex(bytes).substring(0, NAME_DIGITS);
  }

  /** Writes a model; creates the folder if it is missing. */
  public static void write(BaseModel model, Path file) throws IOException {
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    model.serialize(raw);
    Map<String, byte[]> entries = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(raw.toByteArray()))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        byte[] bytes = in.readAllBytes();
        entries.put(e.getName(), e.getName().equals(MANIFEST) ? timeless(bytes) : bytes);
      }
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    WholeFile.write(file, out -> write(entries, out));
  }

  private static void write(Map<String, byte[]> entries, OutputStream to) throws IOException {
    ZipOutputStream out = new ZipOutputStream(to);
    for (Map.Entry<String, byte[]> e : entries.entrySet()) {
      ZipEntry entry = new ZipEntry(e.getKey());
      entry.setTimeLocal(NO_TIME);
      out.putNextEntry(entry);
      out.write(e.getValue());
    }
    out.finish();
  }

  private static byte[] timeless(byte[] manifest) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(new String(manifest, StandardCharsets.UTF_8)));
    properties.setProperty("Timestamp", "0");
    StringBuilder out = new StringBuilder();
    for (String name : new java.util.TreeSet<>(properties.stringPropertyNames())) {
      out.append(name).append('=').append(properties.getProperty(name)).append('\n');
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }
}
