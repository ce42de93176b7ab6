/** Finds the risk-factor section of a filing and splits it into single risks. */
@NullMarked
package dev.caveat.segment;

import org.jspecify.annotations.NullMarked;
