package dev.caveat.web;

import dev.caveat.model.Classification;
import dev.caveat.model.Classification.Reason;
import dev.caveat.taxonomy.Taxonomy;
import java.util.List;
import java.util.Locale;

/**
 * The categories of a risk as shown.
 *
 * @param id of the primary one
 * @param color class of its family
 * @param score of the primary one, in percent
 * @param further the others, in words
 * @param decided whether a person decided
 * @param because what spoke for the model's choice
 */
public record CategoryView(
    String id,
    String name,
    String color,
    String score,
    List<String> further,
    boolean decided,
    List<Reason> because) {
  static CategoryView of(Classification tags, Taxonomy taxonomy) {
    Classification.Score primary = tags.categories().getFirst();
    return new CategoryView(
        primary.category(),
        taxonomy.name(primary.category()),
        Colors.of(primary.category(), taxonomy),
        String.format(Locale.ROOT, "%.0f%%", Math.floor(primary.score() * 100)),
        tags.categories().stream().skip(1).map(c -> taxonomy.name(c.category())).toList(),
        !tags.decided().isEmpty(),
        tags.because());
  }
}
