package dev.caveat.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** Suggests names for a mistyped one. */
public final class Nearest {
  /** Letters to insert, delete, change or swap with the next. */
  private static final DamerauLevenshteinDistance DISTANCE = new DamerauLevenshteinDistance();

  private Nearest() {}

  /**
   * A message that there is no such name, with suggestions or, if there are none, all known names.
   *
   * @param what the kind of thing that the name is for
   */
  public static String unknown(String what, String name, List<String> known) {
    List<String> near = to(name, known);
    return "there is no "
        + what
        + " '"
        + name
        + "'; "
        + (near.isEmpty()
            ? "choose from " + String.join(", ", known)
            : "did you mean " + String.join(" or ", near) + "?");
  }

  /**
   * The names that differ least, in order; empty if all differ in more than a third of the letters.
   *
   * @param typed what was typed
   * @param names the known names
   */
  public static List<String> to(String typed, Collection<String> names) {
    int least = Math.max(1, typed.length() / 3);
    List<String> nearest = new ArrayList<>();
    for (String name : names) {
      int edits = DISTANCE.apply(typed.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (edits < least) {
        nearest.clear();
      }
      if (edits <= least) {
        least = edits;
        nearest.add(name);
      }
    }
    nearest.sort(null);
    return nearest;
  }
}
