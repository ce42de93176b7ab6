/**
 * What risks name (regulators, laws, dates, amounts) as values that an index can hold and compare.
 *
 * <p>Dates lie on one of two axes that never meet, days and fiscal quarters, as a fiscal year may
 * begin in any month: {@code 2023} finds "June 2023" and not "fiscal 2023", {@code FY2023} finds
 * "fiscal 2023" and its quarters and nothing else. Amounts are compared within one currency unless
 * any will do. Knows neither fields nor queries.
 */
@NullMarked
package dev.caveat.index.entity;

import org.jspecify.annotations.NullMarked;
