/**
 * What people read of a comparison: a page, Markdown, and a Word document with tracked changes.
 *
 * <p>{@code ComparisonSummary} holds what stands at their heads, so that all of them say the same.
 * All text of filings is escaped for the format it goes into.
 */
@NullMarked
package dev.caveat.report;

import org.jspecify.annotations.NullMarked;
