/**
 * Errors in a form that programs can act on: a code, data and a message for people. Every package
 * below the entry point throws them; each interface maps them once, to exit codes, HTTP statuses or
 * tool results.
 */
@NullMarked
package dev.caveat.error;

import org.jspecify.annotations.NullMarked;
