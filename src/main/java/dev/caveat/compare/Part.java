package dev.caveat.compare;

/** What a comparison of two sections is made of: changes of risks, and of what belongs to none. */
public sealed interface Part permits Change, PassageChange {
  /** Whether it stands on both sides, and neither came nor went. */
  boolean isOnBothSides();
}
