package dev.caveat.taxonomy;

/**
 * One category of risks.
 *
 * @param family id of the family it belongs to
 * @param id stable; lowercase letters, digits and hyphens
 * @param name for people
 * @param definition what a risk of this category says; may be empty
 * @param includes what else it includes; may be empty
 * @param excludes its neighbors, and what they include; may be empty
 */
public record Category(
    String family, String id, String name, String definition, String includes, String excludes) {}
