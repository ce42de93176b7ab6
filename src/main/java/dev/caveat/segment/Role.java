package dev.caveat.segment;

import java.util.List;

/** The role of a block in a section. */
enum Role {
  /** Text of the risk above it; before the first caption, introduction. */
  BODY,
  /** Opens a risk. */
  CAPTION,
  /** Continues the caption before it. */
  MORE,
  /** A heading over several risks. */
  GROUP,
  /** Ends the risks: a general statement that is not a risk. */
  CLOSING,
  /** A group within the one above, if a person says so; otherwise looks decide. */
  SUBGROUP,
  /** The start of a risk without a caption, if a person says so. */
  UNTITLED;

  /** The roles that the model predicts. */
  static List<Role> told() {
    return List.of(BODY, CAPTION, MORE, GROUP, CLOSING);
  }
}
