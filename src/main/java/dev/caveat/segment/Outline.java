package dev.caveat.segment;

import dev.caveat.model.Block;
import java.util.List;

/**
 * What each block of a section is.
 *
 * @param roles one for each block
 * @param leads how much of each block is its caption; the whole text unless run in
 */
@SuppressWarnings("ArrayRecordComponent") // lives within one call
record Outline(Role[] roles, int[] leads) {
  /** What a block is. */
  enum Role {
    BODY,
    CAPTION,
    GROUP,
    /** A group within the one above, where a person says so; otherwise looks tell. */
    SUBGROUP,
    /** The beginning of a risk without a caption, where a person says so. */
    UNTITLED,
    CLOSING
  }

  static Outline empty(List<Block> blocks) {
    Role[] roles = new Role[blocks.size()];
    java.util.Arrays.fill(roles, Role.BODY);
    int[] leads = new int[blocks.size()];
    for (int i = 0; i < leads.length; i++) {
      leads[i] = blocks.get(i).text().length();
    }
    return new Outline(roles, leads);
  }

  /** Whether these captions stand, several each and from their start, under those of another. */
  boolean isBelow(Outline upper) {
    int starts = 0;
    for (int i = 0; i + 1 < roles.length; i++) {
      starts += upper.roles[i] == Role.CAPTION && roles[i + 1] == Role.CAPTION ? 1 : 0;
    }
    int all = upper.count(Role.CAPTION);
    return starts * 3 >= all * 2 && count(Role.CAPTION) >= all * 2;
  }

  /** These captions, with the captions and groups of another for groups. */
  Outline under(Outline upper) {
    for (int i = 0; i < roles.length; i++) {
      if (upper.roles[i] == Role.CAPTION || upper.roles[i] == Role.GROUP) {
        roles[i] = Role.GROUP;
      }
    }
    return this;
  }

  int count(Role role) {
    int n = 0;
    for (Role r : roles) {
      n += r == role ? 1 : 0;
    }
    return n;
  }
}
