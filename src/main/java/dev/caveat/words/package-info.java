/** The words of risk factors: stems and stop words. */
@NullMarked
package dev.caveat.words;

import org.jspecify.annotations.NullMarked;
