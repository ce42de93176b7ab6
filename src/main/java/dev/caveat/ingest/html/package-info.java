/**
 * A lean parser for the HTML of filings, including tag soup: {@link dev.caveat.ingest.html.Tokens}
 * cuts the characters into tags and runs of text, {@link dev.caveat.ingest.html.TreeBuilder} builds
 * the tree that a browser would build, and a {@link dev.caveat.ingest.html.Node} knows where its
 * text is in the source instead of keeping a copy.
 *
 * <p>Both follow the parsing chapter of the HTML standard, without what does not affect text and
 * its look: scripts, templates, frames, foreign content, and all but a few attributes.
 */
@NullMarked
package dev.caveat.ingest.html;

import org.jspecify.annotations.NullMarked;
