/**
 * Reads filings and finds and splits their sections, in one parallel pass that collects failures.
 */
@NullMarked
package dev.caveat.pipeline;

import org.jspecify.annotations.NullMarked;
