/**
 * Words as points in space, so that words with similar meanings are close to each other.
 *
 * <p>{@link dev.caveat.vectors.WordVectors} reads a table that was built once from a sentence
 * embedding model (see {@code models/word-vectors.md}). The model is not needed to use the table:
 * the vector of a text is the weighted mean of the vectors of its words.
 */
@NullMarked
package dev.caveat.vectors;

import org.jspecify.annotations.NullMarked;
