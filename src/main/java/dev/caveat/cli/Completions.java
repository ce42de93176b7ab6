package dev.caveat.cli;

import java.util.Iterator;
import java.util.List;

/** The words that an option takes, offered when the user presses the tab key. */
abstract class Completions implements Iterable<String> {
  private final List<String> words;

  Completions(String... words) {
    this.words = List.of(words);
  }

  @Override
  public final Iterator<String> iterator() {
    return words.iterator();
  }
}
