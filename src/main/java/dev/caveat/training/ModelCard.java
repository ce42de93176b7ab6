package dev.caveat.training;

import dev.caveat.file.Sha256;
import dev.caveat.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A description of a trained model for people, written next to it.
 *
 * @param name the model's file
 * @param corpora the files, or folders of files, it was trained on
 * @param parameters of the training
 * @param figures the measured figures
 * @param details further details in Markdown; may be empty
 */
public record ModelCard(
    String name,
    List<Path> corpora,
    Map<String, String> parameters,
    Map<String, String> figures,
    String details) {

  /** SHA-256 over the names and bytes of all training files, in order. */
  public static String hash(List<Path> corpora) throws IOException {
    MessageDigest digest = Sha256.digest();
    for (Path corpus : corpora) {
      for (Path file : files(corpus)) {
        digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
    }
    return Sha256.hex(digest);
  }

  /**
   * The training files of a corpus in the order of their names: those of a folder that end in
   * {@code .txt}, {@code .tsv} or {@code .gz}, or the file itself.
   *
   * @param corpus a file or a folder
   */
  public static List<Path> files(Path corpus) throws IOException {
    if (!Files.isDirectory(corpus)) {
      return List.of(corpus);
    }
    try (Stream<Path> files = Files.list(corpus)) {
      return files.filter(f -> f.toString().matches(".*\\.(txt|tsv|gz)")).sorted().toList();
    }
  }

  /** Writes the card. */
  public void write(Path file, LocalDate date) throws IOException {
    StringBuilder out = new StringBuilder("# " + name + "\n\n");
    out.append("Trained ").append(date).append(" on ");
    out.append(
        String.join(
            ", ", corpora.stream().map(p -> "`" + p.toString().replace('\\', '/') + "`").toList()));
    out.append(", whose files hash to `").append(hash(corpora)).append("` (SHA-256).\n");
    table(out, "Parameter", parameters);
    table(out, "Figure", figures);
    if (!details.isEmpty()) {
      out.append('\n').append(details);
    }
    WholeFile.write(file, to -> to.write(out.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static void table(StringBuilder out, String head, Map<String, String> rows) {
    out.append("\n| ").append(head).append(" | Value |\n| --- | --- |\n");
    new TreeMap<>(rows)
        .forEach((k, v) -> out.append("| ").append(k).append(" | ").append(v).append(" |\n"));
  }
}
