/**
 * Tags risks with their categories, and says why.
 *
 * <p>{@link dev.caveat.classify.CategoryModel} is the entry point: it tags one risk by its caption
 * and body. Data flows one way:
 *
 * <pre>
 * caption, body ─ ContentWords ─▶ stems ─ RiskFeatures ─▶ weighted features ─ FeatureSpace ─▶ vector
 *                                      ─ OpenNLP's maximum entropy ─▶ probabilities
 *                                      ─ Calibration ─▶ scores, secondary categories
 * </pre>
 *
 * <p>{@link dev.caveat.classify.CategoryTrainer} trains a model on a {@link
 * dev.caveat.classify.CategoryCorpus} and evaluates it by cross-validation, one batch of the corpus
 * at a time, so that no author has written both training and test examples. A model is one file:
 * OpenNLP's document categorizer with the taxonomy, the feature weights and the calibration inside
 * it.
 */
@NullMarked
package dev.caveat.classify;

import org.jspecify.annotations.NullMarked;
