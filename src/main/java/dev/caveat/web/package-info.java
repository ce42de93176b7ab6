/**
 * Pages for people: search, reading, comparing, reports, adding filings. They work without scripts,
 * and better with them; their addresses say everything, so that they can be shared.
 */
@NullMarked
package dev.caveat.web;

import org.jspecify.annotations.NullMarked;
