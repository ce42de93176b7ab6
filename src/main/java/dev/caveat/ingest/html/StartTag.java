package dev.caveat.ingest.html;

import org.jspecify.annotations.Nullable;

/**
 * A start tag with the attributes that affect the look or meaning of text. Tags written the same
 * way are, within bounds, the same object, so that what follows from one has to be computed only
 * once.
 */
public final class StartTag {
  /** The attributes that are kept. */
  private static final String[] KEPT = {"style", "class", "align", "href", "size", "color", "name"};

  private static final String[] NONE = new String[0];

  private final Tag tag;
  private final int number;
  private String[] values = NONE;

  StartTag(Tag tag, int number) {
    this.tag = tag;
    this.number = number;
  }

  /** Of what kind its element is. */
  public Tag tag() {
    return tag;
  }

  /** Number among the document's different start tags, from 0; -1 if it has none. */
  public int number() {
    return number;
  }

  /**
   * The value of an attribute, empty if it has none.
   *
   * @param name in lowercase, one of those that are kept
   */
  public String attribute(String name) {
    String value = find(name);
    return value == null ? "" : value;
  }

  /** Whether it has an attribute, be it without a value. */
  public boolean has(String name) {
    return find(name) != null;
  }

  private @Nullable String find(String name) {
    for (int i = 0; i < values.length; i += 2) {
      if (values[i].equals(name)) {
        return values[i + 1];
      }
    }
    return null;
  }

  /** The attribute's name if it is one that is kept, else null. */
  static @Nullable String kept(char[] source, int from, int to) {
    for (String name : KEPT) {
      if (name.length() == to - from && Tokens.matches(source, from, name)) {
        return name;
      }
    }
    return null;
  }

  /** Adds an attribute; of several with one name the first counts. */
  void add(String name, String value) {
    if (find(name) == null) {
      String[] more = java.util.Arrays.copyOf(values, values.length + 2);
      more[values.length] = name;
      more[values.length + 1] = value;
      values = more;
    }
  }

  /** A tag with the attributes of both; where both have one, this one's counts. */
  StartTag and(StartTag other) {
    StartTag both = new StartTag(tag, -1);
    both.values = values;
    for (int i = 0; i < other.values.length; i += 2) {
      both.add(other.values[i], other.values[i + 1]);
    }
    return both;
  }

  /** Whether both make elements of one kind that look alike. */
  boolean isLike(StartTag other) {
    if (this == other) {
      return true;
    }
    if (tag != other.tag || values.length != other.values.length) {
      return false;
    }
    for (int i = 0; i < values.length; i += 2) {
      if (!values[i + 1].equals(other.find(values[i]))) {
        return false;
      }
    }
    return true;
  }
}
