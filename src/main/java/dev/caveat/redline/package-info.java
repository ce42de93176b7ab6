/**
 * Renders comparisons as a page, as Markdown, as a Word document with tracked changes, or as rows
 * of a panel.
 */
@NullMarked
package dev.caveat.redline;

import org.jspecify.annotations.NullMarked;
