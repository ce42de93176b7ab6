/**
 * Compares the risks of two filings: which became which, what changed in their wording, and by how
 * much.
 *
 * <p>{@link dev.caveat.compare.Comparison#of} is the way in. {@code Aligner} links the risks of
 * both sides: equal texts first, then an assignment over scores of caption, body and category with
 * a price for no match, then the flow of word runs between what is left, for splits and merges.
 * {@code Wording} tells whether a change says anything new. {@link dev.caveat.compare.Redline} is
 * the change itself, word by word, from which both texts can be had again exactly. {@link
 * dev.caveat.compare.Measures} are the field's measures of how alike two texts are.
 */
@NullMarked
package dev.caveat.compare;

import org.jspecify.annotations.NullMarked;
