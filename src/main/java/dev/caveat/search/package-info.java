/**
 * Searching an index of risk factors: query language, ranking, filters, facets, highlights, risks
 * like a given one, and suggestions for misspelt words.
 *
 * <pre>{@code
 * try (RiskSearcher searcher = RiskSearcher.open(directory)) {
 *   SearchResult result = searcher.search(SearchRequest.of("\"sole supplier\" chips").withHits(5));
 * }
 * }</pre>
 *
 * <p>The query language is laid down in {@link dev.caveat.search.query}. Hits are found and ordered
 * by Lucene; passages are found by analysing the hits shown anew; facets count all matches.
 */
@NullMarked
package dev.caveat.search;

import org.jspecify.annotations.NullMarked;
