package dev.caveat.compare;

/** Part of a comparison of two sections: a change of risks, or of text that belongs to none. */
public sealed interface Part permits Change, PassageChange {
  /** Whether it is on both sides, neither added nor removed. */
  boolean isOnBothSides();
}
