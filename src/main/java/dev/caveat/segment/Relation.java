package dev.caveat.segment;

/** The relation of a block to the captions that a {@link Hypothesis} supposes. */
enum Relation {
  /** Looks like the captions, or has their shape if only wording marks them. */
  SAME,
  /** Differs slightly from the captions, such as by a step in size. */
  KIN,
  /** Marked like the captions, but run in while these are on lines of their own, or vice versa. */
  TWIN,
  /** Marked, and louder than the captions. */
  ABOVE,
  /** Marked, louder, and run in. */
  ABOVE_RUN_IN,
  /** Marked, and quieter than the captions. */
  BELOW,
  /** Marked, quieter, and run in. */
  BELOW_RUN_IN,
  /** Unmarked text. */
  PLAIN,
  /** Item of a list, unmarked. */
  ITEM,
  /** Row of a table. */
  ROW
}
