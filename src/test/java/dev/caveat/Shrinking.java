package dev.caveat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes what fails a random test small: parts are left out, first halves, then ever smaller ones,
 * as long as the check still fails.
 *
 * @see <a href="https://doi.org/10.1109/32.988498">Zeller and Hildebrandt, Simplifying and
 *     Isolating Failure-Inducing Input (2002)</a>
 */
public final class Shrinking {
  private Shrinking() {}

  /**
   * Checks a text, by its characters.
   *
   * @throws AssertionError that tells of the smallest text found to fail
   */
  public static void text(String text, Consumer<String> check) {
    List<String> characters =
        text.codePoints().mapToObj(Character::toString).collect(Collectors.toList());
    list(characters, parts -> check.accept(String.join("", parts)));
  }

  /**
   * Checks a list.
   *
   * @throws AssertionError that tells of the smallest list found to fail
   */
  public static <T> void list(List<T> list, Consumer<List<T>> check) {
    Throwable failure = failure(list, check);
    if (failure == null) {
      return;
    }
    List<T> smallest = list;
    for (int size = list.size() / 2; size > 0; size /= 2) {
      for (int from = 0; from < smallest.size(); ) {
        List<T> rest = new ArrayList<>(smallest.subList(0, from));
        rest.addAll(smallest.subList(Math.min(from + size, smallest.size()), smallest.size()));
        Throwable again = failure(rest, check);
        if (again == null) {
          from += size;
        } else {
          smallest = rest;
          failure = again;
        }
      }
    }
    String parts = smallest.stream().map(Object::toString).collect(Collectors.joining(", "));
    throw new AssertionError("fails down to [" + parts + "]: " + failure.getMessage(), failure);
  }

  private static <T> @Nullable Throwable failure(List<T> list, Consumer<List<T>> check) {
    try {
      check.accept(list);
      return null;
    } catch (AssertionError | RuntimeException e) {
      return e;
    }
  }
}
