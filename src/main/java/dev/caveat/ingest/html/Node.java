package dev.caveat.ingest.html;

import org.jspecify.annotations.Nullable;

/** An element or a run of text in the tree of a document. Not safe for use by several threads. */
public final class Node {
  private final @Nullable StartTag start;
  private final int from;
  private final int to;
  private final boolean plain;
  @Nullable Node parent;
  @Nullable Node first;
  @Nullable Node last;
  @Nullable Node before;
  @Nullable Node next;

  /** Whether the parser has it open. */
  boolean open;

  private Node(@Nullable StartTag start, int from, int to, boolean plain) {
    this.start = start;
    this.from = from;
    this.to = to;
    this.plain = plain;
  }

  static Node element(StartTag start) {
    return new Node(start, 0, 0, false);
  }

  static Node text(int from, int to, boolean plain) {
    return new Node(null, from, to, plain);
  }

  /** The tag that began it, null for text. */
  public @Nullable StartTag start() {
    return start;
  }

  /** Where a text starts in the source. */
  public int from() {
    return from;
  }

  /** Where a text ends in the source. */
  public int to() {
    return to;
  }

  /** Whether a text stands in the source as it is, without character references. */
  public boolean isPlain() {
    return plain;
  }

  /** The first node inside, null if it is empty. */
  public @Nullable Node first() {
    return first;
  }

  /** The node behind it inside the same element, null for the last. */
  public @Nullable Node next() {
    return next;
  }

  /** The element around it, null for the body and for what was taken away. */
  public @Nullable Node parent() {
    return parent;
  }

  Tag tag() {
    return start == null ? Tag.HTML : start.tag();
  }

  void append(Node child) {
    child.parent = this;
    child.before = last;
    if (last == null) {
      first = child;
    } else {
      last.next = child;
    }
    last = child;
  }

  void insertBefore(Node child, Node sibling) {
    child.parent = this;
    child.before = sibling.before;
    child.next = sibling;
    if (sibling.before == null) {
      first = child;
    } else {
      sibling.before.next = child;
    }
    sibling.before = child;
  }

  void remove() {
    if (parent != null) {
      if (before == null) {
        parent.first = next;
      } else {
        before.next = next;
      }
      if (next == null) {
        parent.last = before;
      } else {
        next.before = before;
      }
    }
    parent = null;
    before = null;
    next = null;
  }

  /** Gives all children to another element, which has none. */
  void giveChildren(Node heir) {
    heir.first = first;
    heir.last = last;
    for (Node child = first; child != null; child = child.next) {
      child.parent = heir;
    }
    first = null;
    last = null;
  }
}
