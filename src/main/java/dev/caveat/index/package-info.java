/**
 * The index of risk factors on disk, and the only package that knows its fields.
 *
 * <p>Each filing is one document with its facts, its status and the evidence for it, and each of
 * its risks is a further document with the same facts, so that a risk can be found, filtered and
 * counted by itself. All documents of a filing share its key, which is the accession number or, if
 * there is none, the SHA-256 of its bytes; they are written and replaced in one step.
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
 * version. The version is in the index's commit data; an index with another version is refused with
 * a message that names both. Text is indexed twice: once for words ({@code body}: stemmed, spelling
 * folded, stop words dropped), once as written ({@code body.exact}: case and accents folded, and
 * currency, percent and section signs kept as words).
 *
 * <p>What a risk names is indexed next to its words: regulators by id (facet and term) with all
 * their names, laws as words, dates as ranges of days or fiscal quarters, and amounts as points of
 * currency and value. Sentences and entities are stored in a few bytes each, so that they can be
 * shown without running the models again. {@link dev.caveat.index.entity} knows the values.
 *
 * <p>Costs: about 13 MB of text per second on two cores, and a little more disk space than the
 * text; sentences and entities are 2% of that. A writer keeps the key, path and hash of every
 * filing in memory (about 300 bytes each) and Lucene's buffer of 64 MB.
 */
@NullMarked
package dev.caveat.index;

import org.jspecify.annotations.NullMarked;
