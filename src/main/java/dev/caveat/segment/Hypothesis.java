package dev.caveat.segment;

import org.jspecify.annotations.Nullable;

/**
 * A guess how a section sets its captions, to be tried on the whole section.
 *
 * @param kind what distinguishes captions from the rest
 * @param look the look that captions have; null if type does not distinguish them
 */
record Hypothesis(Kind kind, @Nullable Typography look) {

  /** What distinguishes captions from the rest. */
  enum Kind {
    /** A look of their own, on a line of their own. */
    STANDING,
    /** A look of their own, at the start of the paragraph. */
    RUN_IN,
    /** Wording only: a sentence on a line of its own. */
    SENTENCES,
    /** Wording only: a short title on a line of its own. */
    TITLES,
    /** Wording only: a short title with a period at the start of the paragraph. */
    RUN_IN_TITLES,
    /** Nothing: each paragraph is a risk. */
    PARAGRAPHS
  }

  boolean byLook() {
    return look != null;
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')
        + (look == null ? "" : " " + look.describe());
  }
}
