/**
 * The risk profile of filings: counts, measures and comparisons, as the tables and charts of a
 * report.
 *
 * <p>{@code ReportBuilder} is the entry point. Counts come from columns of the index, so that an
 * index of any size can be reported on; texts are read one filing at a time, if there are not too
 * many.
 */
@NullMarked
package dev.caveat.profile;

import org.jspecify.annotations.NullMarked;
