package dev.caveat.annotate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a trained model is made of: written beside it, for people.
 *
 * @param name the model's file
 * @param corpora the folders it was trained on
 * @param parameters how
 * @param figures what was measured
 */
record ModelCard(
    String name, List<Path> corpora, Map<String, String> parameters, Map<String, String> figures) {

  /** SHA-256 over the names and bytes of all training files, in order. */
  static String hash(List<Path> folders) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    for (Path folder : folders) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
          digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
          digest.update(Files.readAllBytes(file));
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Writes the card. */
  void write(Path file, LocalDate date) throws IOException {
    StringBuilder out = new StringBuilder("# " + name + "\n\n");
    out.append("Trained ").append(date).append(" on ");
    out.append(
        String.join(
            ", ", corpora.stream().map(p -> "`" + p.toString().replace('\\', '/') + "`").toList()));
    out.append(", whose files hash to `").append(hash(corpora)).append("` (SHA-256).\n");
    table(out, "Parameter", parameters);
    table(out, "Figure", figures);
    Files.writeString(file, out.toString(), StandardCharsets.UTF_8);
  }

  private static void table(StringBuilder out, String head, Map<String, String> rows) {
    out.append("\n| ").append(head).append(" | Value |\n| --- | --- |\n");
    new TreeMap<>(rows)
        .forEach((k, v) -> out.append("| ").append(k).append(" | ").append(v).append(" |\n"));
  }
}
