package dev.caveat.search;

import dev.caveat.index.IndexedRisk;
import java.util.List;

/**
 * A search hit.
 *
 * @param rank its place, from 1
 * @param score its relevance; only comparable within one search
 * @param risk the risk that was found, or the filing without risks
 * @param heading its caption with matches
 * @param snippets the best snippets of its body; empty if only the caption matched, or if
 *     highlights were not requested
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
