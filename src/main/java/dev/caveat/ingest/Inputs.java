package dev.caveat.ingest;

import dev.caveat.model.EntryPath;
import dev.caveat.table.Table;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
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
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what there is to read under the given paths: files, folders with everything in them (sorted
 * by name, without hidden ones), the archives {@code .zip}, {@code .tar}, {@code .tar.gz}, {@code
 * .tgz} and {@code .gz}, and standard input as {@code -}.
 *
 * <p>Folders reached twice through links are read once; a link back to a folder above is reported
 * as a failure, and so is anything that is neither file nor folder, such as a device. An archive is
 * unpacked in memory, one entry at a time, within {@link Limits} and a {@link MemoryBudget};
 * entries with the same name are numbered.
 */
public final class Inputs {
  /** Extensions of other files in folders of filings. */
  private static final Set<String> NOT_FILINGS = notFilings();

  private final Limits limits;
  private final InputStream standardInput;
  private final MemoryBudget memory;
  private final Visitor visitor;
  private final Set<Path> seen = new HashSet<>();

  /** Receives what is found, on the thread that walks. */
  public interface Visitor {
    /** A file to read. */
    void file(String path, Path file);

    /**
     * An entry of an archive or standard input, read already.
     *
     * @param share of the budget that its bytes have; the visitor closes it
     */
    void read(Source source, MemoryBudget.Share share);

    /** Something that cannot be read. */
    void failed(String path, String reason);

    /** Something in a folder or an archive whose name shows that it is not a filing. */
    void passedOver(String path, String reason);
  }

  private Inputs(Limits limits, MemoryBudget memory, InputStream standardInput, Visitor visitor) {
    this.limits = limits;
    this.memory = memory;
    this.standardInput = standardInput;
    this.visitor = visitor;
  }

  /**
   * Visits all inputs under the paths, in their order.
   *
   * @param paths files, folders, archives or {@code -}
   * @param memory the budget for the bytes of archives and standard input
   * @param standardInput what {@code -} reads; not closed
   */
  public static void walk(
      List<String> paths,
      Limits limits,
      MemoryBudget memory,
      InputStream standardInput,
      Visitor visitor) {
    Inputs inputs = new Inputs(limits, memory, standardInput, visitor);
    for (String path : paths) {
      inputs.visit(path);
    }
  }

  /**
   * Reads one input again.
   *
   * @param path as passed to {@link Visitor}: a file, or an archive and an entry after {@code !}
   * @param sha256 of the bytes wanted, as an archive may have several entries of one name
   * @return the current input; the one with the digest, if there is one, otherwise the first with
   *     the name
   * @throws IOException if it cannot be read; {@link NoSuchFileException} if it does not exist
   */
  public static Source reread(String path, String sha256, Limits limits) throws IOException {
    Rereader found = new Rereader(path, sha256, limits);
    MemoryBudget own = new MemoryBudget(Integer.MAX_VALUE);
    walk(List.of(file(path)), limits, own, InputStream.nullInputStream(), found);
    return found.found();
  }

  /** The file that a path leads to: itself if it exists, or else the archive of an entry. */
  public static String file(String path) {
    return Files.exists(Path.of(path)) ? path : EntryPath.file(path);
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
      MemoryBudget own = new MemoryBudget(Integer.MAX_VALUE);
      try (InputStream in = Files.newInputStream(file)) {
        keep(Source.read(path, in, limits, own.growing()));
      } catch (IOException e) {
        failed(path, reason(e));
      }
    }

    @Override
    public void read(Source source, MemoryBudget.Share share) {
      share.close();
      keep(source);
    }

    private void keep(Source source) {
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
      attempt("-", () -> read("-", standardInput));
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
      visitor.failed(
          folder.toString(), "this link leads back to a folder above it and was not followed");
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
      visitor.passedOver(path.toString(), "not a filing, judging by its extension ." + ending);
    } else {
      file(path);
    }
  }

  private void file(Path file) throws IOException {
    String name = fileName(file).toLowerCase(Locale.ROOT);
    String path = file.toString();
    if (!Files.isRegularFile(file)) {
      throw new MalformedFilingException(
          "a pipe, a device or a socket, not a file; to read a pipe, pass it as standard input with -");
    }
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
        entries(path, new TarArchiveInputStream(unpacked(in)));
      } else {
        read(path, new Bounded(unpacked(in), limits.archiveBytes()));
      }
    }
  }

  private static InputStream unpacked(InputStream in) throws IOException {
    return new GzipCompressorInputStream(in, true);
  }

  private void read(String path, InputStream in) throws IOException {
    MemoryBudget.Share share = memory.growing();
    Source source;
    try {
      source = unpacking(() -> Source.read(path, in, limits, share));
    } catch (IOException e) {
      share.close();
      throw e;
    }
    share.shrink(source.length());
    visitor.read(source, share);
  }

  /** Takes something from an archive. */
  private interface Unpacking<T> {
    T take() throws IOException;
  }

  /** Damaged archives make their readers fail in many ways; each is a failure of the archive. */
  private static <T> T unpacking(Unpacking<T> step) throws IOException {
    try {
      return step.take();
    } catch (RuntimeException | Error e) {
      throw new MalformedFilingException("cannot be unpacked: " + e);
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
    Set<String> names = new HashSet<>();
    int n = 0;
    for (ArchiveEntry entry = unpacking(archive::getNextEntry);
        entry != null;
        entry = unpacking(archive::getNextEntry)) {
      if (++n > limits.archiveEntries()) {
        throw new MalformedFilingException(
            "more than %,d entries in one archive; unpack it first"
                .formatted(limits.archiveEntries()));
      }
      if (entry.isDirectory()) {
        continue;
      }
      String name = EntryPath.of(path, unique(entry.getName(), names));
      String ending = ending(entry.getName());
      if (NOT_FILINGS.contains(ending) || isArchive("." + ending)) {
        visitor.passedOver(
            name,
            isArchive("." + ending)
                ? "an archive inside an archive"
                : "not a filing, judging by its extension ." + ending);
      } else if (isSpecial(entry)) {
        visitor.failed(name, "a link, a pipe or a device in an archive, not a file");
      } else if (!archive.canReadEntryData(entry)) {
        visitor.failed(name, "this entry is encrypted or compressed in an unknown way");
      } else {
        read(name, bounded);
      }
    }
    if (n == 0) {
      throw new MalformedFilingException("no entry found; expected a .zip or .tar archive");
    }
  }

  /** Of zip archives the kinds of entries stand behind their data, where no stream tells them. */
  private static boolean isSpecial(ArchiveEntry entry) {
    return entry instanceof TarArchiveEntry tar
        && (tar.isLink()
            || tar.isSymbolicLink()
            || tar.isFIFO()
            || tar.isCharacterDevice()
            || tar.isBlockDevice());
  }

  /** The name, with a number where another entry of the archive has it already. */
  private static String unique(String name, Set<String> names) {
    String unique = name;
    for (int i = 2; !names.add(unique); i++) {
      unique = name + " (" + i + ")";
    }
    return unique;
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
    if (e instanceof EOFException) {
      return "it ends in the middle of its data; it is truncated";
    }
    String message =
        e instanceof FileSystemException f && f.getReason() != null
            ? f.getReason()
            : e.getMessage();
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

  /** Fails if an archive unpacks to more than allowed. */
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
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
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
