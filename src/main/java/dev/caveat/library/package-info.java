/**
 * What every face needs of an index and of files: finding filings, risks and peers by the names
 * that people use, the sides of a comparison, the filings of a report, a run of filings into an
 * index, counts. Nothing here knows of commands, pages or tools; errors are {@link
 * dev.caveat.error.CaveatException}s.
 */
@NullMarked
package dev.caveat.library;

import org.jspecify.annotations.NullMarked;
