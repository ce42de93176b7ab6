package dev.caveat.web;

import dev.caveat.index.IndexedFiling;
import dev.caveat.index.IndexedRisk;
import dev.caveat.model.Classification;
import dev.caveat.model.RiskFactor;
import dev.caveat.search.Hit;
import dev.caveat.taxonomy.Taxonomy;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A hit as shown.
 *
 * @param name {@code FILING#N}
 * @param link to the risk in its filing
 * @param company to which it belongs
 * @param facts form, year and date
 * @param group the headings above it
 * @param category its primary category; null if it has none
 * @param doubt why its filing is doubtful; empty if it is not
 */
public record HitView(
    Hit hit,
    String name,
    String link,
    String company,
    List<String> facts,
    List<String> group,
    @Nullable CategoryView category,
    String doubt) {
  static HitView of(Hit hit, Taxonomy taxonomy) {
    IndexedRisk found = hit.risk();
    RiskFactor risk = found.risk();
    Classification tags = risk == null ? Classification.NONE : risk.classification();
    return new HitView(
        hit,
        found.id() + "#" + found.ordinal(),
        Address.risk(found.id(), found.ordinal()),
        Titles.company(found.facts(), found.path()),
        Stream.of(
                found.facts().form() == null ? "" : found.facts().form(),
                found.year() == null ? "" : found.year().toString(),
                Titles.date(found.facts()),
                found.ordinal() == 0
                    ? found.status().id()
                    : IndexedFiling.name(found.id()) + " #" + found.ordinal())
            .filter(f -> !f.isEmpty())
            .toList(),
        risk == null ? List.of() : risk.group(),
        tags.isEmpty() ? null : CategoryView.of(tags, taxonomy),
        found.doubt().reasons());
  }

  /** Whether it is a risk, and not a filing without any. */
  public boolean isRisk() {
    return hit.risk().ordinal() > 0;
  }
}
