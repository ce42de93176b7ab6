/**
 * The command line: one class a subcommand, all of them listed in {@link
 * dev.caveat.cli.Subcommands}.
 *
 * <p>{@link dev.caveat.cli.Main#run} is the whole program with its streams handed in; {@code
 * System.exit} and the process's own streams stand in {@code main} alone. A command answers with an
 * exit code of {@link dev.caveat.cli.ExitCode}; what goes wrong is one line on standard error that
 * says what to do, and a stack trace only with {@code --debug}.
 *
 * <p>Only the command that was asked for is loaded: command classes keep heavy types (an index, a
 * model) out of their fields, so that {@code --help} stays quick.
 */
@NullMarked
package dev.caveat.cli;

import org.jspecify.annotations.NullMarked;
