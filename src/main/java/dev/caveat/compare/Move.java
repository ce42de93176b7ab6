package dev.caveat.compare;

/**
 * A sentence that stands elsewhere now, in the same words.
 *
 * @param text as it stands now
 * @param from where it stood
 * @param to where it stands
 */
public record Move(String text, Spot from, Spot to) {
  /** Both places, such as {@code #3 to #5} or {@code within #4}. */
  public String places() {
    return from.name().equals(to.name()) ? "within " + to.name() : from.name() + " to " + to.name();
  }
}
