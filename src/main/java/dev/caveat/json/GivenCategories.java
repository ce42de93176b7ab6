package dev.caveat.json;

import java.util.List;

/**
 * The categories that a client set for a risk.
 *
 * @param categories ids or names, the primary first
 */
public record GivenCategories(List<String> categories) {}
