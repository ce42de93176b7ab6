package dev.caveat.segment;

/** How a block stands to the captions that a {@link Hypothesis} supposes. */
enum Relation {
  /** Looks like the captions, or has the shape of those that only sense tells. */
  SAME,
  /** Differs from the captions by a trifle, such as a step in size. */
  KIN,
  /** Marked like the captions, but run in where these stand alone, or the reverse. */
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
