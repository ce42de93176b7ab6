/**
 * Searching an index of risk factors: query language, ranking, filters, facets, highlights, risks
 * like a given one, and suggestions for misspelled words.
 *
 * <pre>{@code
 * try (RiskSearcher searcher = RiskSearcher.open(directory)) {
 *   var request = SearchRequest.builder("\"sole supplier\" chips").hits(5).build();
 *   SearchResult result = searcher.search(request);
 * }
 * }</pre>
 *
 * <p>Besides words, a request may choose filings ({@link dev.caveat.index.FilingFilter}) and risks
 * by what they name ({@link dev.caveat.index.entity.EntityFilter}); all that is given must hold,
 * and of several values of one kind any will do:
 *
 * <ul>
 *   <li>Regulators, by id ({@code us-fcc}), acronym or name, as filings in the index call them. A
 *       name that stands for several ("the Commission") finds the risks of each.
 *   <li>Laws, by words of their name in order.
 *   <li>Dates: {@code 2003-09-30}, {@code 2003-09}, {@code 2003-Q3}, {@code 2003-H2}, {@code 2003}
 *       or a range {@code 2003-09..2003-12}, {@code 2003..}, {@code ..2003} finds every day and
 *       period that has a day in common. Fiscal periods are found when asked for as such, {@code
 *       FY2023} or {@code FY2023-Q2}, and then they alone, as a fiscal year may be any twelve
 *       months.
 *   <li>Amounts: {@code >= 1 million USD}, {@code < 50k}, {@code = $1.6 million}, {@code 1
 *       million..5 million EUR}. One amount must lie within, in that currency, or in any where none
 *       is given; nothing is converted.
 * </ul>
 *
 * <p>The query language is laid down in {@link dev.caveat.search.query}. Hits are found and ordered
 * by Lucene; passages are found by analyzing the hits shown anew; facets count all matches.
 */
@NullMarked
package dev.caveat.search;

import org.jspecify.annotations.NullMarked;
