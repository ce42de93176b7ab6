package dev.caveat.index;

import dev.caveat.model.Entity;

/**
 * The number of risks of a category that name one thing.
 *
 * @param category id of the risks' primary category
 * @param type what is named
 * @param value what it means, as {@code us-sec}, {@code 2003-03-31} or {@code USD 1600000}; the
 *     text in lowercase where that is not certain
 * @param text the regulator's name, or one of the ways in which it is written
 * @param risks how many name it; each counts once
 * @param distinct how many distinct things of this type the category's risks name in all
 * @param filing key of a filing that names it
 * @param ordinal number of the risk there that names it
 */
public record NameCount(
    String category,
    Entity.Type type,
    String value,
    String text,
    int risks,
    int distinct,
    String filing,
    int ordinal) {}
