/** Company names, which filings write in many ways. */
@NullMarked
package dev.caveat.company;

import org.jspecify.annotations.NullMarked;
