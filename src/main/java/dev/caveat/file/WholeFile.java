package dev.caveat.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Replaces a file with a new one in one step: readers see either the old or the new one, even after
 * a crash.
 *
 * <p>The new file is first written next to the old one under an unused name, so no other file is
 * touched and no link is followed. A file reached through a link is replaced in its place and keeps
 * its permissions. A process that ends, even by a signal, removes its temporary file; one that is
 * killed leaves it as {@code .NAME.xxxxxxxx.part}, see {@link #leftovers}.
 */
public final class WholeFile {
  private static final String PART = ".part";

  /** File systems allow names of 255 bytes. */
  private static final int MAX_NAME_LENGTH = 60;

  private WholeFile() {}

  /** Writes content to a stream that it does not close. */
  public interface Content {
    /** Writes all of it. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file. A pipe or a device is written to directly.
   *
   * @throws IOException if it cannot be written; the old file is then unchanged
   */
  public static void write(Path file, Content content) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        content.writeTo(out);
      }
      return;
    }
    Path target = target(file);
    Set<PosixFilePermission> permissions = permissions(target);
    Path part = begin(target, permissions);
    try {
      fill(part, content);
      if (permissions != null) {
        Files.setPosixFilePermissions(part, permissions);
      }
      move(part, target);
    } catch (IOException | RuntimeException | Error e) {
      Files.deleteIfExists(part);
      throw e;
    }
  }

  /** The target of a link, even if it does not exist yet. */
  private static Path target(Path file) throws IOException {
    if (Files.exists(file)) {
      return file.toRealPath();
    }
    Path target = file.toAbsolutePath();
    for (int links = 0; links < 40 && Files.isSymbolicLink(target); links++) {
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return target;
  }

  /**
   * The permissions of an existing file; null if there is none, or on a system without POSIX
   * permissions.
   */
  private static @Nullable Set<PosixFilePermission> permissions(Path file) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    return view == null || !Files.exists(file) ? null : view.readAttributes().permissions();
  }

  private static Path begin(Path target, @Nullable Set<PosixFilePermission> permissions)
      throws IOException {
    while (true) {
      String fresh = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
      Path part = target.resolveSibling(prefix(target) + fresh + PART);
      try {
        if (permissions == null) {
          Files.createFile(part);
        } else {
          Files.createFile(part, PosixFilePermissions.asFileAttribute(permissions));
        }
        part.toFile().deleteOnExit();
        return part;
      } catch (FileAlreadyExistsException e) {
        continue; // another name is
      }
    }
  }

  private static String prefix(Path target) {
    String name = String.valueOf(target.getFileName());
    return "." + name.substring(0, Math.min(MAX_NAME_LENGTH, name.length())) + ".";
  }

  private static void fill(Path part, Content content) throws IOException {
    try (FileChannel channel =
            FileChannel.open(part, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
      content.writeTo(out);
      out.flush();
      channel.force(true);
    }
  }

  private static void move(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Temporary files of a file, left behind by killed processes or being written now; in order. */
  public static List<Path> leftovers(Path file) throws IOException {
    Path target = target(file);
    String prefix = prefix(target);
    try (Stream<Path> beside = Files.list(target.toAbsolutePath().getParent())) {
      return beside
          .filter(
              p -> {
                String name = String.valueOf(p.getFileName());
                return name.startsWith(prefix)
                    && name.substring(prefix.length()).matches("[0-9a-f]{8}\\" + PART);
              })
          .sorted()
          .toList();
    }
  }
}
