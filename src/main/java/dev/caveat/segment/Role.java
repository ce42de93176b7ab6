package dev.caveat.segment;

import java.util.List;

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
  CLOSING,
  /** A group within the one above, where a person says so; otherwise looks tell. */
  SUBGROUP,
  /** The beginning of a risk without a caption, where a person says so. */
  UNTITLED;

  /** The roles that the model tells. */
  static List<Role> told() {
    return List.of(BODY, CAPTION, MORE, GROUP, CLOSING);
  }
}
