package dev.caveat.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Paths of entries in archives: the archive's path, {@code !}, and the entry's name as the archive
 * gives it. Such a name is not a path: {@code ..} in it has no effect.
 */
public final class EntryPath {
  private static final Pattern ENTRY =
      Pattern.compile(
          "(.*?\\.(?:zip|tar|tgz|tar\\.gz))(!.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private EntryPath() {}

  /**
   * The path of an entry.
   *
   * @param archive path of the archive
   * @param entry name of the entry
   */
  public static String of(String archive, String entry) {
    return archive + "!" + entry;
  }

  /** The file that a path leads to: the archive, or the path itself if it is not an entry's. */
  public static String file(String path) {
    Matcher m = ENTRY.matcher(path);
    return m.matches() ? m.group(1) : path;
  }

  /** What follows {@link #file}: {@code !} and the entry's name, or nothing. */
  public static String entry(String path) {
    return path.substring(file(path).length());
  }
}
