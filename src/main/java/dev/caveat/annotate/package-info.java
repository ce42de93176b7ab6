/**
 * Marks sentences and entities: regulators, dates, amounts, percentages and laws, with their
 * values.
 *
 * <p>{@link dev.caveat.annotate.Annotator} is the entry point. For each text, {@code
 * SentenceFinder} runs OpenNLP's sentence detector with a model trained on the language of filings;
 * then several finders run, each an {@link opennlp.tools.namefind.TokenNameFinder} or one over the
 * string:
 *
 * <ul>
 *   <li>{@code PatternFinder} for regular entities (amounts, percentages, dates, section marks);
 *       the patterns are data.
 *   <li>{@code ActFinder} for named acts and codes.
 *   <li>{@code GazetteerFinder} for known regulators, and {@code Aliases} for the short names that
 *       a text defines for its regulators and laws.
 *   <li>{@code RegulatorModel}, a maximum-entropy name finder, for unlisted bodies; it only runs on
 *       sentences that may contain one.
 * </ul>
 *
 * <p>{@code OverlapResolver} settles overlaps: the longer span wins; among equal ones, the more
 * reliable finder.
 */
@NullMarked
package dev.caveat.annotate;

import org.jspecify.annotations.NullMarked;
