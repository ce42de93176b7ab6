/**
 * The JSON API at {@code /api/v1}: what the library can do, for programs in any language. One table
 * of endpoints ({@link dev.caveat.api.Api}) is both what the server answers and what the OpenAPI
 * document says; answers are the records of {@link dev.caveat.json}. A name that a client sends can
 * mean an indexed filing and nothing else; every list, text and upload is bounded.
 *
 * <pre>{@code
 * try (Library library = Caveat.open(Path.of("risks"));
 *     Server server = Server.start(settings, page, System.err, List.of(new Api(library, settings)))) {
 *   server.join();
 * }
 * }</pre>
 */
@NullMarked
package dev.caveat.api;

import org.jspecify.annotations.NullMarked;
