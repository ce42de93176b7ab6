package dev.caveat.segment;

/** What a block is in a section. */
enum Role {
  /** Text of the risk above it; in front of the first caption, introduction. */
  BODY,
  /** Opens a risk. */
  CAPTION,
  /** Goes on with the caption in front of it. */
  MORE,
  /** Stands over several risks. */
  GROUP,
  /** Ends the risks: a general statement that is none. */
  CLOSING
}
