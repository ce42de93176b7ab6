package dev.caveat.taxonomy;

/**
 * One category of risks.
 *
 * @param family id of the family it belongs to
 * @param id stable, of small letters, digits and hyphens
 * @param name for people
 * @param definition what a risk of this category says; may be empty
 * @param includes what belongs to it besides; may be empty
 * @param excludes its neighbors, and what belongs to them; may be empty
 */
public record Category(
    String family, String id, String name, String definition, String includes, String excludes) {}
