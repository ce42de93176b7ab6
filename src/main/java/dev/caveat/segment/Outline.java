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

  int count(Role role) {
    int n = 0;
    for (Role r : roles) {
      n += r == role ? 1 : 0;
    }
    return n;
  }
}
