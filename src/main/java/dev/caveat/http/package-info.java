/**
 * What every page and every answer of the server has in common: listening on a port, limits, who
 * may ask for what, errors, files of the jar, the access log and metrics. It knows nothing of
 * filings; the rooms that do add their routes.
 *
 * <pre>{@code
 * ProblemPage page = (problem, id) -> problem.title(); // escaped, in a real one
 * try (Server server =
 *     Server.start(ServerSettings.defaults(), page, System.err, List.of(routes))) {
 *   System.out.println(server.address());
 *   server.join();
 * }
 * }</pre>
 */
@NullMarked
package dev.caveat.http;

import org.jspecify.annotations.NullMarked;
