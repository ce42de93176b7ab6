/**
 * The risk profile of filings: what is counted, measured and compared over them, as the tables and
 * charts of a report.
 *
 * <p>{@code ReportBuilder} is the way in. Counts come from columns of the index, so that an index
 * of any size can be reported on; texts are read where they are not too many, one filing at a time.
 */
@NullMarked
package dev.caveat.profile;

import org.jspecify.annotations.NullMarked;
