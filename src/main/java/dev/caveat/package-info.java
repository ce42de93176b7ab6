/**
 * The entry point of the library. Ten lines read a filing, index a folder, search and compare:
 *
 * <pre>
 * RiskDisclosure filing = Caveat.extract(Path.of("10-k.htm"));
 * filing.section().risks().forEach(r -&gt; System.out.println(r.ordinal() + " " + r.heading()));
 *
 * try (Library library = Caveat.open(Path.of(".caveat"))) {
 *   library.index(List.of(Path.of("filings")), done -&gt; {});
 *   for (Hit hit : library.search("tariffs on chips").hits()) {
 *     System.out.println(hit.risk().facts().company() + ": " + hit.risk().heading());
 *   }
 *   Comparison changes = library.compare("AAPL 2023", "AAPL 2024");
 *   changes.changes().forEach(c -&gt; System.out.println(c.kind() + " " + c.after()));
 * } catch (CaveatException e) {
 *   System.err.println(e.code().id() + ": " + e.getMessage());
 * }
 * </pre>
 *
 * <p>They return records from {@link dev.caveat.model}, {@link dev.caveat.search}, {@link
 * dev.caveat.compare} and {@link dev.caveat.report}.
 */
@NullMarked
package dev.caveat;

import org.jspecify.annotations.NullMarked;
