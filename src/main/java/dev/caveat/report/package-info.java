/**
 * Reports: counts and measures over filings, and their renderings. Tables are one record for all
 * formats.
 */
@NullMarked
package dev.caveat.report;

import org.jspecify.annotations.NullMarked;
