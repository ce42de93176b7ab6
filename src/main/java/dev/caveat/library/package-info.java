/**
 * What every interface needs: finding filings, risks and peers by the names people use, the sides
 * of a comparison, the filings of a report, indexing runs, and counts. Nothing here knows about
 * commands, pages or tools; errors are {@link dev.caveat.error.CaveatException}s.
 */
@NullMarked
package dev.caveat.library;

import org.jspecify.annotations.NullMarked;
