/**
 * Marks sentences and entities: regulators, dates, amounts, percentages and laws, with what they
 * mean.
 *
 * <p>{@link dev.caveat.annotate.Annotator} is the way in. For each text, {@code SentenceFinder}
 * runs OpenNLP's sentence detector with a model trained on this trade's language; then finders run
 * in concert, each an {@link opennlp.tools.namefind.TokenNameFinder} or one over the string:
 *
 * <ul>
 *   <li>{@code PatternFinder} for what is regular (amounts, percentages, dates, section marks); the
 *       patterns are data.
 *   <li>{@code ActFinder} for named acts and codes.
 *   <li>{@code GazetteerFinder} for known regulators, and {@code Aliases} for the short names that
 *       a text defines for its regulators and laws.
 *   <li>{@code RegulatorModel}, a maximum-entropy name finder, for bodies that nobody listed; it
 *       runs only on sentences that may hold one.
 * </ul>
 *
 * <p>Overlaps are settled in {@code OverlapResolver}: the longer span wins, between equals the
 * surer finder.
 */
@NullMarked
package dev.caveat.annotate;

import org.jspecify.annotations.NullMarked;
