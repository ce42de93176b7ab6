package dev.caveat.model;

/**
 * A self-contained piece of a filing's text: a paragraph, a heading, a list item or a table row.
 *
 * @param text the text, with whitespace collapsed; never blank
 * @param kind what it is
 * @param style the style of its first run
 * @param lead length of the first run in code units: {@code text.length()} if the whole block has
 *     one style, less if a run-in caption differs from what follows
 * @param centered centered on the page
 * @param indent left indentation in points or, in plain text, columns
 * @param pageBreak whether there is a page break between this block and the previous one
 * @param link whether the whole text is a link, as in contents pages and "Table of Contents" lines
 * @param start where it starts in the main document's source, in code units; -1 if unknown
 * @param end where it ends in the source; -1 if unknown
 */
public record Block(
    String text,
    Kind kind,
    Style style,
    int lead,
    boolean centered,
    int indent,
    boolean pageBreak,
    boolean link,
    int start,
    int end) {

  /** What a block is. */
  public enum Kind {
    /** A paragraph or a heading. */
    PARAGRAPH,
    /** An item of a bulleted or numbered list. */
    LIST_ITEM,
    /** A row of a table with several filled cells, the cells separated by tabs. */
    TABLE_ROW
  }

  /** Checks that the text is not blank and the lead is within it. */
  public Block {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a block's text must not be blank");
    }
    if (lead < 0 || lead > text.length()) {
      throw new IllegalArgumentException("the lead must be within the text: " + lead);
    }
  }

  /** The rest of a paragraph after its caption: this text, in one style, at the same place. */
  public Block withText(String rest) {
    return new Block(
        rest, Kind.PARAGRAPH, style, rest.length(), false, indent, false, false, start, end);
  }

  /** Whether all of the text has one style. */
  public boolean uniform() {
    return lead == text.length();
  }
}
