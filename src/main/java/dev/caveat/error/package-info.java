/**
 * What can go wrong, in a form that programs can act on: a code, data and words for a person. Every
 * room below the front door throws it; each face maps it once, to exit codes, HTTP statuses or tool
 * results.
 */
@NullMarked
package dev.caveat.error;

import org.jspecify.annotations.NullMarked;
