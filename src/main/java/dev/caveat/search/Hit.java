package dev.caveat.search;

import dev.caveat.index.IndexedRisk;
import java.util.List;

/**
 * One thing found.
 *
 * @param rank its place, from 1
 * @param score how well it fits; comparable within one search only
 * @param risk what was found
 * @param heading its caption with what matched
 * @param snippets the best snippets of its body; empty if only the caption matched, or where
 *     highlights were not asked for
 * @param similar near-identical risks of the same company that this one stands for; empty unless
 *     collapsed
 */
public record Hit(
    int rank,
    float score,
    IndexedRisk risk,
    Snippet heading,
    List<Snippet> snippets,
    List<RiskReference> similar) {
  /** Copies the lists. */
  public Hit {
    snippets = List.copyOf(snippets);
    similar = List.copyOf(similar);
  }
}
