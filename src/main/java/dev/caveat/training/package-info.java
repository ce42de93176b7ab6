/** What all trained models have in common: files that repeat byte for byte, and cards. */
@NullMarked
package dev.caveat.training;

import org.jspecify.annotations.NullMarked;
