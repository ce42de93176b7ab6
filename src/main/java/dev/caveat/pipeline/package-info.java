/** Reading, finding and splitting in one pass over many filings: parallel, failures collected. */
@NullMarked
package dev.caveat.pipeline;

import org.jspecify.annotations.NullMarked;
