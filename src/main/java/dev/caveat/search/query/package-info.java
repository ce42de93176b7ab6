/**
 * The query language: read, and turned into what Lucene runs.
 *
 * <table>
 * <caption>All of the query language</caption>
 * <tr><th>write</th><th>finds</th></tr>
 * <tr><td>{@code supply shortage}</td><td>risks with any of the words; more of them, rarer ones,
 *   closer together, and in the caption rank first. Endings, accents, British spelling and words
 *   that mean the same are seen through ({@code lay-offs} finds workforce reductions)</td></tr>
 * <tr><td>{@code "sole supplier"}</td><td>the words exactly as written, in this order; only case
 *   and accents are ignored. Must occur. Signs and numbers count: {@code "$41.90 billion"},
 *   {@code "66 2/3%"}, {@code "4310(c)(4)"}</td></tr>
 * <tr><td>{@code "supplier bankruptcy"~8}</td><td>the words as written, in any order, with at most
 *   about so many others between them</td></tr>
 * <tr><td>{@code tariffs AND china}</td><td>every word of both sides</td></tr>
 * <tr><td>{@code tariffs OR duties}</td><td>either side; AND binds tighter than OR</td></tr>
 * <tr><td>{@code NOT apple}, {@code -apple}</td><td>risks without it</td></tr>
 * <tr><td>{@code +apple}</td><td>risks with it</td></tr>
 * <tr><td>{@code (a OR b) AND c}</td><td>parentheses group</td></tr>
 * <tr><td>{@code cyber*}, {@code licen?e}</td><td>any ending, any one letter; not at the start of a
 *   word</td></tr>
 * <tr><td>{@code semiconducter~}, {@code taiwn~1}</td><td>words spelled nearly so: up to two letters
 *   wrong, or one</td></tr>
 * <tr><td>{@code heading:tariffs}, {@code body:"E15"}, {@code group:(legal OR tax)}</td><td>only in
 *   the caption, the body, or the headings above the risk</td></tr>
 * </table>
 *
 * <p>A word of a company's name counts as found in all of its risks, so that {@code tariffs AND
 * apple} finds what Apple writes of itself as "the Company". AND, OR and NOT are written in
 * capitals. Punctuation that is none of the above separates words, so that a title or a sentence
 * may be pasted as it is.
 *
 * <p>Words that mean the same stand in {@code thesaurus.txt}, which is data: a line of it is a
 * group of words or phrases.
 */
@NullMarked
package dev.caveat.search.query;

import org.jspecify.annotations.NullMarked;
