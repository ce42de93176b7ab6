/**
 * What risks name (regulators, laws, dates, amounts) as values that an index can store and compare.
 *
 * <p>Dates are on one of two separate axes, days and fiscal quarters, because a fiscal year may
 * start in any month: {@code 2023} finds "June 2023" and not "fiscal 2023", {@code FY2023} finds
 * "fiscal 2023" and its quarters and nothing else. Amounts are compared within one currency, or in
 * any. This package knows neither fields nor queries.
 */
@NullMarked
package dev.caveat.index.entity;

import org.jspecify.annotations.NullMarked;
