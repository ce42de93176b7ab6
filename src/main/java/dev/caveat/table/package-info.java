/** Tables in plain text: the rules and word lists of this project, and those that users bring. */
@NullMarked
package dev.caveat.table;

import org.jspecify.annotations.NullMarked;
