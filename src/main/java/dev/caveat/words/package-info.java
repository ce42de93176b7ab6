/** The words of risk factors: stems, and which words say nothing. */
@NullMarked
package dev.caveat.words;

import org.jspecify.annotations.NullMarked;
