/**
 * The index of risk factors on disk, and the only room that knows its fields.
 *
 * <p>Each filing is one document with its facts, its status and the evidence for it, and each of
 * its risks is one more document that carries the same facts, so that a risk can be found, filtered
 * and counted alone. All documents of a filing share its key, which is the accession number or,
 * where there is none, the SHA-256 of its bytes; they are written and replaced in one step.
 *
 * <pre>{@code
 * try (RiskIndexWriter writer = RiskIndexWriter.open(directory)) {
 *   Addition addition = writer.add(disclosure);
 * }
 * try (RiskIndex index = RiskIndex.open(directory)) {
 *   index.filings(FilingFilter.builder().forms(List.of("10-K")).build(), filing -> …);
 * }
 * }</pre>
 *
 * <p>{@link dev.caveat.index.IndexSchema} names the fields, their analysis and the schema's
 * version. The version stands in the index's commit data; an index of another version is refused
 * with a message that names both. Text is indexed twice: once for words ({@code body}: stemmed,
 * spelling folded, stop words dropped), once as written ({@code body.exact}: only case and accents
 * folded, currency, percent and section signs kept as words).
 *
 * <p>What a risk names is indexed beside its words: regulators by id (facet and term) with all that
 * they are called, laws in words, dates as ranges of days or of fiscal quarters, amounts as points
 * of currency and value. Its sentences and entities are stored in some bytes each, so that they can
 * be shown without running the models again. {@link dev.caveat.index.entity} knows the values.
 *
 * <p>What it costs: about 13 MB of text a second on two cores, a little more disk than text;
 * sentences and entities are 2 % of it. A writer holds the key, path and hash of every filing in
 * memory (some 300 bytes each) and Lucene's buffer of 64 MB.
 */
@NullMarked
package dev.caveat.index;

import org.jspecify.annotations.NullMarked;
