package dev.caveat.ingest;

import dev.caveat.table.Table;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what there is to read under paths that a person gives: files, folders with all that is in
 * them (sorted by name, hidden ones left out), the archives {@code .zip}, {@code .tar}, {@code
 * .tar.gz}, {@code .tgz} and {@code .gz}, and standard input as {@code -}.
 *
 * <p>Folders reached twice through links are read once; a link back to a folder above is named as a
 * failure. An archive is unpacked in memory, an entry at a time, within {@link Limits}.
 */
public final class Inputs {
  /** Endings of files that folders hold beside filings. */
  private static final Set<String> NOT_FILINGS = notFilings();

  private final Limits limits;
  private final InputStream standardInput;
  private final Visitor visitor;
  private final Set<Path> seen = new HashSet<>();

  /** Takes what is found, on the thread that walks. */
  public interface Visitor {
    /** A file to read. */
    void file(String path, Path file);

    /** An entry of an archive or standard input, read already. */
    void read(Source source);

    /** Something that cannot be read. */
    void failed(String path, String reason);

    /** Something in a folder or an archive that is no filing by its name. */
    void passedOver(String path, String reason);
  }

  private Inputs(Limits limits, InputStream standardInput, Visitor visitor) {
    this.limits = limits;
    this.standardInput = standardInput;
    this.visitor = visitor;
  }

  /**
   * Visits all inputs under the paths, in their order.
   *
   * @param paths files, folders, archives or {@code -}
   * @param standardInput what {@code -} reads; not closed
   */
  public static void walk(
      List<String> paths, Limits limits, InputStream standardInput, Visitor visitor) {
    Inputs inputs = new Inputs(limits, standardInput, visitor);
    for (String path : paths) {
      inputs.visit(path);
    }
  }

  /**
   * Reads one input again.
   *
   * @param path as {@link Visitor} was told it: a file, or an archive and an entry behind {@code !}
   * @param sha256 of the bytes wanted, as an archive may have several entries of one name
   * @return what is there now; that which has the digest, if any has, else the first of the name
   * @throws IOException if it cannot be read; {@link NoSuchFileException} if it is not there
   */
  public static Source reread(String path, String sha256, Limits limits) throws IOException {
    Rereader found = new Rereader(path, sha256, limits);
    walk(List.of(fileOf(path)), limits, InputStream.nullInputStream(), found);
    return found.found();
  }

  /** The file of an input: the path, or as much of it as names an archive. */
  private static String fileOf(String path) throws NoSuchFileException {
    String file = path;
    while (!Files.isRegularFile(Path.of(file))) {
      int mark = file.lastIndexOf('!');
      if (mark < 0) {
        throw new NoSuchFileException(path);
      }
      file = file.substring(0, mark);
    }
    return file;
  }

  /** Keeps the input of one path. */
  private static final class Rereader implements Visitor {
    private final String wanted;
    private final String sha256;
    private final Limits limits;
    private @Nullable Source found;
    private @Nullable String failure;

    Rereader(String path, String sha256, Limits limits) {
      this.wanted = path;
      this.sha256 = sha256;
      this.limits = limits;
    }

    Source found() throws IOException {
      if (found != null) {
        return found;
      }
      throw failure == null ? new NoSuchFileException(wanted) : new IOException(failure);
    }

    @Override
    public void file(String path, Path file) {
      try (InputStream in = Files.newInputStream(file)) {
        read(Source.read(path, in, limits));
      } catch (IOException e) {
        failed(path, reason(e));
      }
    }

    @Override
    public void read(Source source) {
      if (source.path().equals(wanted) && (found == null || source.sha256().equals(sha256))) {
        found = source;
      }
    }

    @Override
    public void failed(String path, String reason) {
      failure = reason;
    }

    @Override
    public void passedOver(String path, String reason) {}
  }

  private void visit(String path) {
    if (path.equals("-")) {
      attempt("-", () -> visitor.read(Source.read("-", standardInput, limits)));
      return;
    }
    attempt(
        path,
        () -> {
          Path file = Path.of(path);
          if (Files.isDirectory(file)) {
            folder(file);
          } else if (!Files.exists(file)) {
            throw new NoSuchFileException(path);
          } else {
            file(file);
          }
        });
  }

  private void folder(Path root) {
    Deque<Path> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      Path path = open.pop();
      attempt(
          path.toString(),
          () -> {
            if (!Files.isDirectory(path)) {
              member(path);
            } else if (isNew(path)) {
              children(path).reversed().forEach(open::push);
            }
          });
    }
  }

  private boolean isNew(Path folder) throws IOException {
    Path real = folder.toRealPath();
    if (Files.isSymbolicLink(folder) && folder.toAbsolutePath().normalize().startsWith(real)) {
      visitor.failed(folder.toString(), "this link leads back to a folder above it; not followed");
      return false;
    }
    return seen.add(real);
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(p -> !fileName(p).startsWith(".")).sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void member(Path path) throws IOException {
    String ending = ending(fileName(path));
    if (NOT_FILINGS.contains(ending)) {
      visitor.passedOver(path.toString(), "no filing by its ending ." + ending);
    } else {
      file(path);
    }
  }

  private void file(Path file) throws IOException {
    String name = fileName(file).toLowerCase(Locale.ROOT);
    String path = file.toString();
    if (!isArchive(name)) {
      visitor.file(path, file);
      return;
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      if (name.endsWith(".zip")) {
        entries(path, new ZipArchiveInputStream(in, "UTF-8", true, true));
      } else if (name.endsWith(".tar")) {
        entries(path, new TarArchiveInputStream(in));
      } else if (name.endsWith(".tar.gz") || name.endsWith(".tgz")) {
        entries(path, new TarArchiveInputStream(new GzipCompressorInputStream(in, true)));
      } else {
        InputStream unpacked =
            new Bounded(new GzipCompressorInputStream(in, true), limits.archiveBytes());
        visitor.read(Source.read(path, unpacked, limits));
      }
    }
  }

  private static boolean isArchive(String name) {
    return name.endsWith(".zip")
        || name.endsWith(".tar")
        || name.endsWith(".gz")
        || name.endsWith(".tgz");
  }

  private void entries(String path, ArchiveInputStream<? extends ArchiveEntry> archive)
      throws IOException {
    InputStream bounded = new Bounded(archive, limits.archiveBytes());
    int n = 0;
    for (ArchiveEntry entry = archive.getNextEntry();
        entry != null;
        entry = archive.getNextEntry()) {
      if (++n > limits.archiveEntries()) {
        throw new MalformedFilingException(
            "more than %,d entries in one archive; unpack it first"
                .formatted(limits.archiveEntries()));
      }
      String name = path + "!" + entry.getName();
      if (entry.isDirectory()) {
        continue;
      }
      String ending = ending(entry.getName());
      if (NOT_FILINGS.contains(ending) || isArchive("." + ending)) {
        visitor.passedOver(
            name,
            isArchive("." + ending)
                ? "an archive inside an archive"
                : "no filing by its ending ." + ending);
      } else if (!archive.canReadEntryData(entry)) {
        visitor.failed(name, "this entry is encrypted or packed in an unknown way");
      } else {
        visitor.read(Source.read(name, bounded, limits));
      }
    }
    if (n == 0) {
      throw new MalformedFilingException("no entry found; expected a .zip or .tar archive");
    }
  }

  /** A step that may fail without ending the walk. */
  private interface Step {
    void run() throws IOException;
  }

  private void attempt(String path, Step step) {
    try {
      step.run();
    } catch (IOException | java.nio.file.InvalidPathException e) {
      visitor.failed(path, reason(e));
    }
  }

  /**
   * One line that says why reading failed.
   *
   * @param e what was thrown
   */
  public static String reason(Exception e) {
    if (e instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (e instanceof java.nio.file.AccessDeniedException) {
      return "permission denied";
    }
    String message = e.getMessage();
    String text = message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    return text.replaceAll("\\s+", " ");
  }

  private static String fileName(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private static Set<String> notFilings() {
    return Table.resource(Inputs.class, "not-filings.txt").stream()
        .map(r -> r.at(0).strip())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Ends with a failure where an archive unpacks to more than it may. */
  private static final class Bounded extends InputStream {
    private final InputStream in;
    private long left;

    Bounded(InputStream in, long limit) {
      this.in = in;
      this.left = limit;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int n = in.read(into, from, length);
      left -= Math.max(n, 0);
      if (left < 0) {
        throw new MalformedFilingException(
            "the archive unpacks to more than the limit; unpack it first");
      }
      return n;
    }
  }
}
