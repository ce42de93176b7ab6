package dev.caveat.json;

import org.jspecify.annotations.Nullable;

/**
 * Whether a risk contains words that someone quotes.
 *
 * @param asked the words
 * @param found whether they are there, disregarding the shape of quotation marks, dashes and spaces
 * @param verbatim whether they are there to the letter
 * @param quote the words that are there; null if there are none
 * @param asFiled the same stretch of the document as filed, with its markup; null if there is none
 *     or the document cannot be read
 */
public record QuoteCheckJson(
    String asked,
    boolean found,
    boolean verbatim,
    @Nullable QuoteJson quote,
    @Nullable String asFiled) {}
