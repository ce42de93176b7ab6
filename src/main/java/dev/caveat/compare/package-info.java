/**
 * Compares the risks of two filings: which risk became which, what changed in the wording, and by
 * how much.
 *
 * <p>{@link dev.caveat.compare.Comparison#of} is the entry point. {@code Aligner} links the risks
 * of both sides: equal texts first, then an assignment over scores of caption, body and category
 * with a cost for unmatched risks, then shared word runs between the rest, for splits and merges.
 * {@code Wording} decides whether a change says anything new. {@link dev.caveat.compare.Redline} is
 * the change itself, word by word, from which both texts can be restored exactly. {@link
 * dev.caveat.compare.Measures} are the standard measures of text similarity.
 */
@NullMarked
package dev.caveat.compare;

import org.jspecify.annotations.NullMarked;
