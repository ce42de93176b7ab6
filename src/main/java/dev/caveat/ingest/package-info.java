/**
 * Reads filings: from files, folders, archives and standard input to a {@link
 * dev.caveat.model.Filing} with facts and text blocks.
 *
 * <p>The flow of data: {@link dev.caveat.ingest.Inputs} finds what there is to read; {@link
 * dev.caveat.ingest.FilingReader} reads one input, finds the main document of an EDGAR submission
 * ({@code Submission}), decodes it ({@code Decoder}), and turns HTML ({@code HtmlBlocks}) or plain
 * text ({@code TextBlocks}) into blocks with their layout cues. Facts come from the strongest
 * source that states them: the submission's header, then inline XBRL, then the cover page.
 *
 * <p>All classes here are safe for use by several threads, with one call per thread.
 */
@NullMarked
package dev.caveat.ingest;

import org.jspecify.annotations.NullMarked;
