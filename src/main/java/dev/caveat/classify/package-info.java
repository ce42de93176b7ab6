/**
 * Tags risks with their categories, and says why.
 *
 * <p>{@link dev.caveat.classify.CategoryModel} is the way in: it tags one risk by its caption and
 * body. Data flows one way:
 *
 * <pre>
 * caption, body ─ ContentWords ─▶ stems ─ RiskFeatures ─▶ weighted features ─ FeatureSpace ─▶ vector
 *                                      ─ OpenNLP's maximum entropy ─▶ probabilities
 *                                      ─ Calibration ─▶ scores, secondary categories
 * </pre>
 *
 * <p>{@link dev.caveat.classify.CategoryTrainer} makes a model of a {@link
 * dev.caveat.classify.CategoryCorpus} and measures it by cross-validation, a batch of the corpus at
 * a time, so that no hand has written both what was learned and what is measured. A model is one
 * file: OpenNLP's document categorizer with the taxonomy, the feature weights and the calibration
 * inside it.
 */
@NullMarked
package dev.caveat.classify;

import org.jspecify.annotations.NullMarked;
