/**
 * Searching an index of risk factors: query language, ranking, filters, facets, highlights, risks
 * similar to a given one, and suggestions for misspelled words.
 *
 * <pre>{@code
 * try (RiskSearcher searcher = RiskSearcher.open(directory)) {
 *   var request = SearchRequest.builder("\"sole supplier\" chips").hits(5).build();
 *   SearchResult result = searcher.search(request);
 * }
 * }</pre>
 *
 * <p>Besides words, a request may choose filings ({@link dev.caveat.index.FilingFilter}) and risks
 * by what they name ({@link dev.caveat.index.entity.EntityFilter}). All conditions must match; of
 * several values of one kind, any may match:
 *
 * <ul>
 *   <li>Regulators, by id ({@code us-fcc}), acronym or name, as filings in the index call them. A
 *       name of several regulators ("the Commission") finds the risks of all of them.
 *   <li>Laws, by words of their name in order.
 *   <li>Dates: {@code 2003-09-30}, {@code 2003-09}, {@code 2003-Q3}, {@code 2003-H2}, {@code 2003}
 *       or a range {@code 2003-09..2003-12}, {@code 2003..}, {@code ..2003} finds every day and
 *       period that overlaps it. Fiscal periods are only found as such, with {@code FY2023} or
 *       {@code FY2023-Q2}, which find nothing else, because a fiscal year may be any twelve months.
 *   <li>Amounts: {@code >= 1 million USD}, {@code < 50k}, {@code = $1.6 million}, {@code 1
 *       million..5 million EUR}. One amount must be within the range, in that currency, or in any
 *       if none is given; nothing is converted.
 * </ul>
 *
 * <p>The query language is defined in {@link dev.caveat.search.query}. Lucene finds and orders the
 * hits; snippets come from analyzing the displayed hits again; facets count all matches.
 */
@NullMarked
package dev.caveat.search;

import org.jspecify.annotations.NullMarked;
