/**
 * What all trained models have in common: files that are reproducible byte for byte, and model
 * cards.
 */
@NullMarked
package dev.caveat.training;

import org.jspecify.annotations.NullMarked;
