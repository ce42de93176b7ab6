package dev.caveat.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.caveat.compare.PassageChange;
import dev.caveat.compare.Revision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of text that belongs to no risk.
 *
 * @param kind introduction, group, between or closing
 * @param old null if it did not exist
 * @param now null if it is no longer there
 * @param redline empty if nothing changed
 */
public record PassageChangeJson(
    String kind,
    @Nullable Passage old,
    @JsonProperty("new") @Nullable Passage now,
    List<PieceJson> redline) {
  /**
   * A text.
   *
   * @param before the ordinal of the risk after it
   */
  public record Passage(int before, String text) {}

  static PassageChangeJson of(PassageChange change, Revision revision) {
    return new PassageChangeJson(
        change.kind().id(),
        of(change.before()),
        of(change.after()),
        change.isUnchanged() ? List.of() : PieceJson.of(revision.redline(change)));
  }

  private static @Nullable Passage of(dev.caveat.model.@Nullable Passage passage) {
    return passage == null ? null : new Passage(passage.before(), passage.text());
  }
}
