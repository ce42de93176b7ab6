package dev.caveat.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one or more risks, with words that can be checked in the filings.
 *
 * @param rank by weight, from 1
 * @param kind unchanged, cosmetic, modified, split, merged, added or removed
 * @param matter what kind of matter the change is
 * @param words how many changed
 * @param similarity 0 to 1, with four decimals
 * @param category of the new risk, or of the removed one; null if there is none
 * @param old captions in the old filing; empty if it has none of them
 * @param now captions in the new filing; empty if it has none of them
 * @param edits deleted and inserted words, in order
 * @param cut how many edits are left out here; read both risks for all of them
 */
public record RevisedRiskJson(
    int rank,
    String kind,
    String matter,
    int words,
    double similarity,
    boolean moved,
    @Nullable String category,
    List<QuoteJson> old,
    @JsonProperty("new") List<QuoteJson> now,
    List<EditJson> edits,
    int cut) {
  /**
   * Words that were deleted from the old filing or inserted into the new one.
   *
   * @param mark deleted or inserted
   */
  public record EditJson(String mark, QuoteJson quote) {}

  /** A similarity with four decimals. */
  public static double rounded(double similarity) {
    return MeasuresJson.rounded(similarity);
  }
}
