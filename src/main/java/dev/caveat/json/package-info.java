/**
 * What the toolkit knows, as JSON: records, one a shape, and the one mapper that writes them. Every
 * face of the toolkit writes these, so that a filing looks the same wherever it is asked for.
 *
 * <p>A record lists its fields in the order in which they are written. A field that is not known is
 * null; one that stands there only at times says so by {@code JsonInclude}. Offsets count UTF-16
 * code units, the end not included.
 *
 * <pre>{@code
 * try (Json.Lines lines = Json.lines(System.out)) {
 *   lines.write(FilingJson.of(disclosure, true, null));
 * }
 * Json.write(System.out, SearchJson.of(searcher.search(SearchRequest.of("supply chain"))));
 * }</pre>
 */
@NullMarked
package dev.caveat.json;

import org.jspecify.annotations.NullMarked;
