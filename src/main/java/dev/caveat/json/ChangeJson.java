package dev.caveat.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.caveat.compare.Change;
import dev.caveat.compare.Comparison;
import dev.caveat.compare.Revision;
import dev.caveat.model.Entity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one or more risks.
 *
 * @param kind unchanged, cosmetic, modified, split, merged, added or removed
 * @param old ordinals of the old filing's
 * @param now ordinals of the new filing's
 * @param similarity 0 to 1, with four decimals
 * @param moved whether the order changed
 * @param measures null if only one side has the risk
 * @param weight how much the change matters
 * @param redline empty if nothing changed
 */
public record ChangeJson(
    String kind,
    List<Integer> old,
    @JsonProperty("new") List<Integer> now,
    double similarity,
    boolean moved,
    Entities entities,
    Category category,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MeasuresJson measures,
    Weight weight,
    List<PieceJson> redline) {
  /** Entities that only one side has. */
  public record Entities(List<EntityJson> added, List<EntityJson> removed) {}

  /** The category on both sides; null if there is none. */
  public record Category(@Nullable String old, @JsonProperty("new") @Nullable String now) {}

  /**
   * How much a change matters.
   *
   * @param rank from 1, heaviest first
   * @param matter what kind of matter it is
   * @param words how many changed
   */
  public record Weight(int rank, String matter, int words) {}

  static ChangeJson of(Change change, int rank, Comparison comparison, Revision revision) {
    Revision.Weight weight = revision.weight(change);
    return new ChangeJson(
        change.kind().id(),
        change.before(),
        change.after(),
        MeasuresJson.rounded(change.similarity()),
        change.moved(),
        new Entities(
            entities(comparison.entities(change, true)),
            entities(comparison.entities(change, false))),
        new Category(comparison.category(change, false), comparison.category(change, true)),
        change.isOnBothSides() ? MeasuresJson.of(comparison.measures(change)) : null,
        new Weight(rank, weight.matter().id(), weight.words()),
        change.kind() == Change.Kind.UNCHANGED
            ? List.of()
            : PieceJson.of(revision.redline(change)));
  }

  private static List<EntityJson> entities(List<Entity> entities) {
    return entities.stream().map(EntityJson::of).toList();
  }
}
