/**
 * Words as points in space, so that words of like meaning lie close to each other.
 *
 * <p>{@link dev.caveat.vectors.WordVectors} reads a table that was made once from a sentence
 * embedding model ({@code models/word-vectors.md} says how). Nothing of that model is needed to use
 * the table: the vector of a text is the weighted mean of the vectors of its words.
 */
@NullMarked
package dev.caveat.vectors;

import org.jspecify.annotations.NullMarked;
