/**
 * The query language: parsing, and translation to Lucene queries.
 *
 * <table>
 * <caption>The whole query language</caption>
 * <tr><th>write</th><th>finds</th></tr>
 * <tr><td>{@code supply shortage}</td><td>risks with any of the words; more of them, rarer ones,
 *   closer together, and in the caption rank first. Endings, accents and British spelling do not matter, and synonyms match too ({@code lay-offs} finds workforce reductions)</td></tr>
 * <tr><td>{@code "sole supplier"}</td><td>the words exactly as written, in this order; only case
 *   and accents are ignored. They must occur. Signs and numbers count: {@code "$41.90 billion"},
 *   {@code "66 2/3%"}, {@code "4310(c)(4)"}</td></tr>
 * <tr><td>{@code "supplier bankruptcy"~8}</td><td>the words as written, in any order, with at most about this many other words between them</td></tr>
 * <tr><td>{@code tariffs AND china}</td><td>all words on both sides</td></tr>
 * <tr><td>{@code tariffs OR duties}</td><td>either side; AND binds tighter than OR</td></tr>
 * <tr><td>{@code NOT apple}, {@code -apple}</td><td>risks without it</td></tr>
 * <tr><td>{@code +apple}</td><td>risks with it</td></tr>
 * <tr><td>{@code (a OR b) AND c}</td><td>parentheses group</td></tr>
 * <tr><td>{@code cyber*}, {@code licen?e}</td><td>any ending, any one letter; not at the start of a
 *   word</td></tr>
 * <tr><td>{@code semiconducter~}, {@code taiwn~1}</td><td>words with similar spelling: up to two letters wrong, or one</td></tr>
 * <tr><td>{@code heading:tariffs}, {@code body:"E15"}, {@code group:(legal OR tax)}</td><td>only in
 *   the caption, the body, or the headings above the risk</td></tr>
 * </table>
 *
 * <p>A word of a company's name counts as found in all of its risks, so that {@code tariffs AND
 * apple} finds what Apple writes about itself as "the Company". AND, OR and NOT must be uppercase.
 * Any other punctuation separates words, so that a title or a sentence can be pasted as it is.
 *
 * <p>Synonyms are in {@code thesaurus.txt}, which is data: each line is a group of words or
 * phrases.
 */
@NullMarked
package dev.caveat.search.query;

import org.jspecify.annotations.NullMarked;
