package dev.caveat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as a stranger's program meets it: from a module of its own, beside its libraries. */
@Tag("slow")
class ModuleTest {
  private static final Path JAR = Path.of("target", "caveat.jar").toAbsolutePath();
  private static final Path LIBRARIES = Path.of("target", "lib").toAbsolutePath();
  private static final Pattern OPTIONAL =
      Pattern.compile(
          "annotations|htmx|itu|jackson-dataformat|jakarta|javalin|jetty|json-schema|kotlin|mcp"
              + "|reactive|reactor|snakeyaml");
  private static final Path FILINGS = Path.of("corpora", "filings").toAbsolutePath();

  @TempDir private Path folder;

  @Test
  void servesAProgramThatIsAModule() throws Exception {
    assumeTrue(Files.exists(JAR), "nothing is packaged yet");
    write("module-info.java", "module stranger { requires dev.caveat; }");
    write(
        "stranger/Stranger.java",
        """
        package stranger;

        import dev.caveat.Caveat;
        import dev.caveat.Library;
        import dev.caveat.error.CaveatException;
        import java.nio.file.Path;
        import java.util.List;

        public class Stranger {
          public static void main(String[] args) throws Exception {
            Path older = Path.of(args[0], "brennick-jetmark_10-K_1998.txt");
            var risk = Caveat.extract(older).section().risks().getFirst();
            System.out.println(risk.classification().category() + ": " + risk.heading());
            try (Library library = Caveat.open(Path.of("index"))) {
              System.out.println(library.index(List.of(Path.of(args[0])), p -> {}).indexed());
              System.out.println(library.search("suppliers").hits().getFirst().rank());
            }
            try (Library none = Caveat.open(Path.of("none"))) {
              none.search("suppliers");
            } catch (CaveatException e) {
              System.out.println(e.code().id());
            }
          }
        }
        """);
    String path = JAR + File.pathSeparator + libraries();
    compile("-d", "out", "-p", path, "module-info.java", "stranger/Stranger.java");

    List<String> lines =
        run(
            "-p",
            path + File.pathSeparator + folder.resolve("out"),
            // An automatic module does not say which libraries it needs.
            "--add-modules",
            "ALL-MODULE-PATH",
            "-m",
            "stranger/stranger.Stranger",
            FILINGS.toString());

    assertThat(lines).hasSize(4);
    assertThat(lines.getFirst()).matches("[a-z-]+: .+");
    assertThat(Integer.parseInt(lines.get(1))).isGreaterThan(5);
    assertThat(lines.subList(2, 4)).containsExactly("1", "no-index");
  }

  /** What comes with the library: not what the server and agents need, which is optional. */
  private static String libraries() throws IOException {
    try (Stream<Path> all = Files.list(LIBRARIES)) {
      return all.filter(jar -> !OPTIONAL.matcher(jar.getFileName().toString()).lookingAt())
          .map(Path::toString)
          .collect(Collectors.joining(File.pathSeparator));
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void compile(String... arguments) throws IOException {
    List<String> absolute = new ArrayList<>();
    for (String a : arguments) {
      boolean inFolder = a.endsWith(".java") || a.equals("out");
      absolute.add(inFolder ? folder.resolve(a).toString() : a);
    }
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
    assertThat(javac.run(out, out, absolute.toArray(String[]::new))).as(said.toString()).isZero();
  }

  private List<String> run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(folder.resolve("errors").toFile())
            .start();
    try (InputStream out = process.getInputStream()) {
      List<String> lines = new String(out.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      assertThat(process.waitFor()).as(Files.readString(folder.resolve("errors"))).isZero();
      return lines;
    }
  }
}
