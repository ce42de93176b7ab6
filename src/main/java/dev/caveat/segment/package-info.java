/**
 * Finds the risk-factor section of a filing and splits it into single risks. A tour:
 *
 * <ol>
 *   <li>{@code PageCleaner} removes what belongs to the page.
 *   <li>{@code SectionFinder} lists every place where the section might be: each heading that could
 *       open it, with each place where it could end. It decides nothing.
 *   <li>{@code SectionEvidence} reads each candidate as an answer (a section, or a statement in its
 *       place) and collects named evidence for and against it. One weighted sum chooses.
 *   <li>{@code Hypotheses} guesses how the section sets its captions: one guess for each look, and
 *       a few by wording only. Under each guess, {@code RoleModel} predicts the role of every block
 *       from its {@code Signal}s, its {@code Relation} to the supposed captions and the previous
 *       role; {@code OutlineEvidence} weighs the result over the whole section, and the best guess
 *       wins.
 *   <li>{@code Assembler} builds risks from blocks and roles.
 *   <li>{@code ConfidenceEstimator} estimates the confidence in the result, and says what looks odd
 *       if it is low.
 * </ol>
 *
 * <p>{@code caveat extract --explain FILING} shows all of it:
 *
 * <pre>
 * section  8.64  Item 1A. Risk Factors   present, blocks 116 to 225     chosen
 *          +1.9 present/ending=item   +1.2 present/item/length=9   -0.4 present/next-inside=3
 *          8.54  Item 1A. Risk Factors   present, blocks 116 to 205
 * outline  6.12  standing bold italic 10pt   31 captions                chosen
 *          0.84  sentences                   12 captions
 * </pre>
 *
 * <p>To add evidence, name it: a {@code Signal} of one block ({@code SectionSignals} says when it
 * is present), a level in {@code OutlineEvidence}, {@code SectionEvidence} or {@code
 * ConfidenceEstimator}. Its weight is fitted; see {@code corpora/outline/README.md}. Words and
 * titles are tables beside this package.
 */
@NullMarked
package dev.caveat.segment;

import org.jspecify.annotations.NullMarked;
