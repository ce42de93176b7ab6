package dev.caveat.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** Counts the files it visits, so that a progress bar knows its length. */
final class FileCount extends SimpleFileVisitor<Path> {
  private long files;

  private FileCount() {}

  /** How many files stand under some paths; what cannot be looked at counts as one. */
  static long under(List<String> paths) {
    FileCount count = new FileCount();
    for (String path : paths) {
      try {
        Files.walkFileTree(Path.of(path), count);
      } catch (IOException | InvalidPathException e) {
        count.files++; // named as a failure by the run itself
      }
    }
    return count.files;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    files++;
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    files++;
    return FileVisitResult.CONTINUE;
  }
}
