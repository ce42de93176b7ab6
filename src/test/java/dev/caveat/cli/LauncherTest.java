package dev.caveat.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the real launcher script over a home folder of its own, whose jar holds {@link Echo} alone,
 * with a PATH on which there is no java, and a Maven that only puts that jar in place.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final Path SCRIPT = Path.of("caveat").toAbsolutePath();

  /** What the script calls, and nothing else: a new one in it shows here. */
  private static final List<String> TOOLS =
      List.of(
          "cat",
          "cp",
          "find",
          "ln",
          "mkdir",
          "mv",
          "nice",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "stat",
          "tail",
          "touch");

  @TempDir private Path folder;
  private Path home;
  private Path bin;
  private final Map<String, String> environment = new TreeMap<>();

  /** Stands in for the toolkit: tells what it was given, and ends as it is told. */
  static final class Echo {
    private Echo() {}

    public static void main(String[] args) {
      System.out.println(String.join("|", args));
      System.out.println(ManagementFactory.getRuntimeMXBean().getInputArguments());
      System.exit(args.length > 1 && args[0].equals("exit") ? Integer.parseInt(args[1]) : 0);
    }
  }

  private record Result(int code, String out, String err) {}

  @BeforeEach
  void layOutHome() throws IOException {
    home = Files.createDirectories(folder.resolve("the home"));
    bin = Files.createDirectories(folder.resolve("bin"));
    for (String tool : TOOLS) {
      writeScript(bin.resolve(tool), "exec " + find(tool) + " \"$@\"");
    }
    writeJar(home.resolve("stub.jar"));
    installJar();
    environment.put("PATH", bin.toString());
    environment.put("HOME", folder.toString());
    environment.put("CAVEAT_HOME", home.toString());
    environment.put("CAVEAT_CACHE", "off");
    environment.put("CAVEAT_JDK_SEARCH", folder.resolve("jdks").toString());
    environment.put("CAVEAT_JAVA_HOME", System.getProperty("java.home"));
  }

  @Test
  void saysHowToGetAJdkWhereThereIsNone() throws Exception {
    environment.remove("CAVEAT_JAVA_HOME");
    Result result = launch("search", "tariffs");
    assertThat(result.code()).isEqualTo(ExitCode.NOTHING_DONE);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .startsWith("caveat: needs a JDK of version 21 or newer; none was found.")
        .contains("apt install", "brew install", "WSL", "adoptium.net", "CAVEAT_JAVA_HOME");
  }

  @Test
  void saysWhichJdkIsTooOld() throws Exception {
    environment.remove("CAVEAT_JAVA_HOME");
    Path old = writeJdk("seventeen", "17.0.15");
    Result result = launch("--help");
    assertThat(result.code()).isEqualTo(ExitCode.NOTHING_DONE);
    assertThat(result.err()).contains("the newest found is Java 17.0.15 in " + old);
  }

  @Test
  void refusesAnOldJdkThatWasAskedFor() throws Exception {
    environment.put("CAVEAT_JAVA_HOME", writeJdk("eight", "1.8.0_402").toString());
    writeJdk("twenty-five", "25.0.3");
    Result result = launch("--help");
    assertThat(result.code()).isEqualTo(ExitCode.NOTHING_DONE);
    assertThat(result.err()).contains("CAVEAT_JAVA_HOME is", "with Java 1.8.0_402");
  }

  @Test
  void takesTheNewestJdk() throws Exception {
    environment.remove("CAVEAT_JAVA_HOME");
    writeJdk("a", "21.0.7");
    writeJdk("b/Contents/Home", "26-ea");
    writeJdk("c", "25.0.3");
    assertThat(launch("--help").out()).startsWith("b/Contents/Home ");
  }

  @Test
  void staysWithTheJdkOfTheUser() throws Exception {
    environment.remove("CAVEAT_JAVA_HOME");
    environment.put("JAVA_HOME", writeJdk("mine", "21.0.7").toString());
    writeJdk("newer", "25.0.3");
    assertThat(launch("--help").out()).startsWith("mine ");
  }

  @Test
  void passesArgumentsAndExitCodeThroughALinkInAFolderWithBlanks() throws Exception {
    environment.remove("CAVEAT_HOME");
    Path script = Files.copy(SCRIPT, home.resolve("caveat"));
    Path link = Files.createDirectories(folder.resolve("my links")).resolve("the link");
    Files.createSymbolicLink(link, script);
    Result result = launch(link, List.of("exit", "7", "two words", "", "*", "$HOME"));
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isEqualTo(7);
    assertThat(result.out()).startsWith("exit|7|two words||*|$HOME\n");
  }

  @Test
  void compilesFullyForLongCommandsOnly() throws Exception {
    environment.put("CAVEAT_JAVA_HOME", writeJdk("jdk", "25.0.3").toString());
    assertThat(launch("index", "filings").out()).contains("UseParallelGC");
    assertThat(launch("report", "--all").out()).contains("UseParallelGC");
    assertThat(launch("report", "apple").out()).contains("UseSerialGC");
    assertThat(launch("search", "index").out()).contains("UseSerialGC");
    assertThat(launch("index", "--help").out()).contains("UseSerialGC");
    assertThat(launch().out()).contains("UseSerialGC");
  }

  @Test
  void leavesTheCollectorToTheUser() throws Exception {
    environment.put("CAVEAT_JAVA_OPTS", "-XX:+UseG1GC -Dpattern=*");
    assertThat(launch("search").out())
        .contains("-XX:+UseG1GC", "-Dpattern=*")
        .doesNotContain("UseSerialGC");
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    Files.delete(home.resolve("target/caveat.jar"));
    assertThat(launch("--help").err()).contains("caveat.jar is missing");
    makeCheckout();
    Result result = launch("--help");
    assertThat(result.code()).isEqualTo(ExitCode.NOTHING_DONE);
    assertThat(result.err()).contains("has to be built first, but Maven", "apt install maven");
  }

  @Test
  void buildsOnceForTwoStartsAndAgainWhenASourceIsNewer() throws Exception {
    makeCheckout();
    Files.delete(home.resolve("target/caveat.jar"));
    writeMaven("sleep 1; cp \"$CAVEAT_HOME/stub.jar\" \"$CAVEAT_HOME/target/caveat.jar\"");
    Process first = start(SCRIPT, List.of("one"));
    Process second = start(SCRIPT, List.of("two"));
    assertThat(finish(first).out()).startsWith("one\n");
    assertThat(finish(second).out()).startsWith("two\n");
    assertThat(builds()).hasSize(1);

    age("src/main/Source.java", Duration.ofMinutes(-1));
    assertThat(launch("three").err()).contains("the sources have changed", "built");
    assertThat(builds()).hasSize(2);
  }

  @Test
  void showsWhyTheBuildFailed() throws Exception {
    makeCheckout();
    Files.delete(home.resolve("target/caveat.jar"));
    writeMaven("echo '[ERROR] no such symbol'; exit 1");
    Result result = launch("--help");
    assertThat(result.code()).isEqualTo(ExitCode.NOTHING_DONE);
    assertThat(result.err()).contains("[ERROR] no such symbol", "the build failed", "build.log");
    assertThat(home.resolve("target/build.lock")).doesNotExist();
  }

  @Test
  void breaksTheLockOfADeadProcess() throws Exception {
    makeCheckout();
    Process dead = new ProcessBuilder(bin.resolve("sleep").toString(), "0").start();
    dead.waitFor();
    Files.createSymbolicLink(home.resolve("target/build.lock"), Path.of("" + dead.pid()));
    writeMaven("exit 1");
    assertThat(launch("here").out()).startsWith("here\n");
    assertThat(home.resolve("builds")).doesNotExist();
  }

  @Test
  void usesAnOldJarWhereNothingCanBuild() throws Exception {
    makeCheckout();
    age("src/main/Source.java", Duration.ofMinutes(-1));
    Result result = launch("here");
    assertThat(result.out()).startsWith("here\n");
    assertThat(result.err()).contains("the sources are newer than the build");
  }

  @Test
  void startsFromACacheThatAnEarlierStartHasRecorded() throws Exception {
    environment.remove("CAVEAT_CACHE");
    assertThat(launch("first").out()).startsWith("first\n");
    Path cache = awaitCache();
    assertThat(cache).isNotEmptyFile();
    Result second = launch("second");
    assertThat(second.out()).startsWith("second\n").contains(cache.toString());
    assertThat(second.err()).isEmpty();
  }

  private Path awaitCache() throws Exception {
    Instant end = Instant.now().plusSeconds(60);
    while (Instant.now().isBefore(end)) {
      try (Stream<Path> files = Files.list(home.resolve("target/start"))) {
        List<Path> names = files.toList();
        if (names.size() == 1 && names.getFirst().toString().matches(".*\\.(aot|jsa)")) {
          return names.getFirst();
        }
      }
      Thread.sleep(50);
    }
    throw new AssertionError("no cache was recorded within a minute");
  }

  private void makeCheckout() throws IOException {
    Files.createDirectories(home.resolve("src/main"));
    age("src/main/Source.java", Duration.ofMinutes(1));
    age("pom.xml", Duration.ofMinutes(1));
  }

  private void age(String name, Duration age) throws IOException {
    Path file = Files.writeString(home.resolve(name), "");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
  }

  private void writeMaven(String commands) throws IOException {
    writeScript(bin.resolve("mvn"), "echo \"$*\" >>\"$CAVEAT_HOME/builds\"\n" + commands);
  }

  private List<String> builds() throws IOException {
    return Files.readAllLines(home.resolve("builds"));
  }

  /** A JDK in a search folder whose java only prints its own name and what it is given. */
  private Path writeJdk(String name, String version) throws IOException {
    Path jdk = Files.createDirectories(folder.resolve("jdks").resolve(name));
    Files.createDirectories(jdk.resolve("bin"));
    writeScript(jdk.resolve("bin/java"), "echo \"" + name + " $*\"");
    Files.writeString(
        jdk.resolve("release"), "IMPLEMENTOR=\"Any\"\nJAVA_VERSION=\"" + version + "\"\n");
    return jdk;
  }

  private static void writeScript(Path file, String commands) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + commands + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private void installJar() throws IOException {
    Files.createDirectories(home.resolve("target/lib"));
    Files.copy(home.resolve("stub.jar"), home.resolve("target/caveat.jar"));
  }

  private static void writeJar(Path file) throws IOException {
    String name = Echo.class.getName().replace('.', '/') + ".class";
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Echo.class.getName());
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest);
        InputStream bytes =
            Objects.requireNonNull(Echo.class.getResourceAsStream("/" + name), name)) {
      jar.putNextEntry(new JarEntry(name));
      bytes.transferTo(jar);
    }
  }

  private static Path find(String tool) {
    return Stream.of("/usr/bin", "/bin")
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + tool + " on this machine"));
  }

  private Result launch(String... args) throws Exception {
    return launch(SCRIPT, List.of(args));
  }

  private Result launch(Path script, List<String> args) throws Exception {
    return finish(start(script, args));
  }

  private Process start(Path script, List<String> args) throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", script.toString()));
    command.addAll(args);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Output and errors are short enough for the pipes to hold them. */
  private static Result finish(Process process) throws Exception {
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    return new Result(process.waitFor(), out, err);
  }
}
