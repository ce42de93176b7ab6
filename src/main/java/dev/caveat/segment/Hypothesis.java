package dev.caveat.segment;

import org.jspecify.annotations.Nullable;

/**
 * A guess at how a section sets its captions, to be tried on the whole section.
 *
 * @param kind what tells captions from the rest
 * @param look the look that captions have; null if type does not tell them
 */
record Hypothesis(Kind kind, @Nullable Typography look) {

  /** What tells captions from the rest. */
  enum Kind {
    /** A look of their own, on a line of their own. */
    STANDING,
    /** A look of their own, at the head of the paragraph. */
    RUN_IN,
    /** Sense alone: a sentence on a line of its own. */
    SENTENCES,
    /** Sense alone: a short title on a line of its own. */
    TITLES,
    /** Sense alone: a short title with a period at the head of the paragraph. */
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
