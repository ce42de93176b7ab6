package dev.caveat.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A format that a command writes. */
interface WrittenFormat {
  /** What {@code --format} calls it. */
  String id();

  /** How names of its files end, without the point. */
  String ending();

  /**
   * Chooses one: by name, by the ending of the file, or else the usual one.
   *
   * @param formats of the command, in the order in which messages list them
   * @param usual where nothing is said
   * @param name value of {@code --format}
   * @param file of {@code --output}
   * @throws CommandException if a name or an ending is none of theirs
   */
  static <F extends WrittenFormat> F choose(
      List<F> formats, F usual, @Nullable String name, @Nullable OutputFile file) {
    if (name == null && file == null) {
      return usual;
    }
    for (F format : formats) {
      boolean named = name != null && format.id().equalsIgnoreCase(name);
      if (named || name == null && file != null && format.ending().equals(file.ending())) {
        return format;
      }
    }
    if (name != null || file == null) {
      String ids = listed(formats.stream().map(WrittenFormat::id).toList());
      throw CommandException.usage("--format takes " + ids + ", not " + name);
    }
    String endings = listed(formats.stream().map(f -> "." + f.ending()).toList());
    throw CommandException.usage(
        "--output must end in " + endings + ", not " + file.path() + "; or use --format");
  }

  private static String listed(List<String> words) {
    int last = words.size() - 1;
    return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }
}
