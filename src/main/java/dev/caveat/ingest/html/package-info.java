/**
 * A lean parser for the HTML of filings, tag soup that it is: {@link dev.caveat.ingest.html.Tokens}
 * cuts the characters into tags and runs of text, {@link dev.caveat.ingest.html.TreeBuilder} makes
 * the tree of them that a browser would make, and a {@link dev.caveat.ingest.html.Node} knows where
 * its text stands in the source instead of holding a copy.
 *
 * <p>Both follow the parsing chapter of the HTML standard, without what says nothing about text and
 * its look: scripts, templates, frames, foreign content, and all but a few attributes.
 */
@NullMarked
package dev.caveat.ingest.html;

import org.jspecify.annotations.NullMarked;
