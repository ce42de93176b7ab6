/** The command line: one class a subcommand. */
@NullMarked
package dev.caveat.cli;

import org.jspecify.annotations.NullMarked;
