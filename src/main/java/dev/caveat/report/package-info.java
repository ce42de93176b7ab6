/**
 * Reports: what is counted and measured over filings, and its renderings. Tables are one record
 * whatever they are written as.
 */
@NullMarked
package dev.caveat.report;

import org.jspecify.annotations.NullMarked;
