/**
 * How text becomes terms, both in the index and in queries.
 *
 * <p>{@link dev.caveat.index.analysis.RiskAnalyzers} has two analyzers: one for words by meaning
 * (stems, American spelling, closed compounds, no stop words) and one for text exactly as written,
 * which keeps numbers, section marks and currency signs. Both use the same tokenizer. A change here
 * changes what is written into an index: raise {@link dev.caveat.index.IndexSchema#VERSION} with
 * it.
 */
@NullMarked
package dev.caveat.index.analysis;

import org.jspecify.annotations.NullMarked;
