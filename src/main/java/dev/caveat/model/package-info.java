/**
 * The domain: filings, their text blocks, risk sections and single risk factors.
 *
 * <p>Everything here is an immutable value, knows only the JDK, and may be shared between threads.
 * Text offsets count UTF-16 code units from the start of the text they belong to and are half-open,
 * {@code [start, end)}.
 */
@NullMarked
package dev.caveat.model;

import org.jspecify.annotations.NullMarked;
