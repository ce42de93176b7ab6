package dev.caveat.json;

import dev.caveat.index.IndexedRisk;
import dev.caveat.model.Classification;
import dev.caveat.model.RiskFactor;
import dev.caveat.search.Hit;
import dev.caveat.search.RiskReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A search hit whose words can be checked in the filing: a risk, or a filing without risks.
 *
 * @param rank from 1
 * @param score only comparable within one search
 * @param ordinal of the risk; 0 for a filing without risks
 * @param caption of the risk; for a filing without risks, the words its status rests on
 * @param passages the sentences that match best; empty if only the caption does
 * @param similar near-identical risks that this one stands for, as {@code FILING#N}
 */
public record QuotedHitJson(
    int rank,
    float score,
    FoundFilingJson filing,
    int ordinal,
    List<String> group,
    QuoteJson caption,
    @Nullable String category,
    List<QuoteJson> passages,
    List<String> similar) {
  private static final String CUT = "…";

  /** Of a hit. */
  public static QuotedHitJson of(Hit hit) {
    IndexedRisk found = hit.risk();
    RiskFactor risk = found.risk();
    return new QuotedHitJson(
        hit.rank(),
        hit.score(),
        FoundFilingJson.of(found),
        found.ordinal(),
        risk == null ? List.of() : risk.group(),
        quote(found, found.heading()),
        ClassificationJson.category(risk == null ? Classification.NONE : risk.classification()),
        passages(hit),
        hit.similar().stream().map(RiskReference::toString).toList());
  }

  private static List<QuoteJson> passages(Hit hit) {
    List<QuoteJson> passages = new ArrayList<>();
    hit.snippets().forEach(s -> passages.add(quote(hit.risk(), uncut(s.text()))));
    return passages;
  }

  private static String uncut(String snippet) {
    String text = snippet.startsWith(CUT) ? snippet.substring(CUT.length()) : snippet;
    return (text.endsWith(CUT) ? text.substring(0, text.length() - CUT.length()) : text).strip();
  }

  private static QuoteJson quote(IndexedRisk found, String words) {
    RiskFactor risk = found.risk();
    int start = risk == null ? -1 : risk.text().indexOf(words);
    return risk == null || start < 0
        ? new QuoteJson(found.id(), found.ordinal(), words, null)
        : QuoteJson.of(found.id(), risk, start, start + words.length());
  }
}
