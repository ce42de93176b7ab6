package dev.caveat.compare;

/**
 * A sentence that moved to another place with the same words.
 *
 * @param text in its new place
 * @param from its old place
 * @param to its new place
 */
public record Move(String text, Spot from, Spot to) {
  /** Both places, such as {@code #3 to #5} or {@code within #4}. */
  public String places() {
    return from.name().equals(to.name()) ? "within " + to.name() : from.name() + " to " + to.name();
  }
}
