/**
 * The toolkit's data as JSON: one record per shape, and the one mapper that writes them. Every
 * interface writes these, so that a filing looks the same everywhere.
 *
 * <p>A record lists its fields in the order in which they are written. An unknown field is null; a
 * field that is sometimes left out has {@code JsonInclude}. Offsets count UTF-16 code units, with
 * an exclusive end.
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
