package dev.caveat.segment;

import dev.caveat.model.Block;
import java.util.Arrays;
import java.util.List;

/**
 * What each block of a section is.
 *
 * @param roles one for each block
 * @param leads how much of each block is its caption; the whole text unless run in
 */
@SuppressWarnings("ArrayRecordComponent") // lives within one call
record Outline(Role[] roles, int[] leads) {
  /** All blocks body. */
  static Outline empty(List<Block> blocks) {
    Role[] roles = new Role[blocks.size()];
    Arrays.fill(roles, Role.BODY);
    int[] leads = blocks.stream().mapToInt(b -> b.text().length()).toArray();
    return new Outline(roles, leads);
  }

  int count(Role role) {
    return (int) Arrays.stream(roles).filter(r -> r == role).count();
  }
}
