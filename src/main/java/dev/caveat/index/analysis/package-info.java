/**
 * How text becomes terms, in the index and in queries alike.
 *
 * <p>{@link dev.caveat.index.analysis.RiskAnalyzers} has two ways: words by what they mean (stems,
 * American spelling, closed compounds, no stop words) and text exactly as written, with numbers,
 * section marks and signs of currency kept. Both stand on one tokenizer. A change here changes what
 * is written into an index: raise {@link dev.caveat.index.IndexSchema#VERSION} with it.
 */
@NullMarked
package dev.caveat.index.analysis;

import org.jspecify.annotations.NullMarked;
