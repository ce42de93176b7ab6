package dev.caveat.search;

import dev.caveat.index.Companies;
import dev.caveat.index.IndexedRisk;
import dev.caveat.model.RiskFactor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * Groups near-identical risks of one company. Each group is ranked by its best hit and shown as its
 * newest. For a single search in a single thread.
 */
final class Collapse {
  private final int most;
  private final Companies companies;
  private final List<Group> groups = new ArrayList<>();

  /** The same risk in several filings. */
  static final class Group {
    private ScoreDoc hit;
    private IndexedRisk shown;
    private final List<RiskReference> others = new ArrayList<>();
    private @Nullable Likeness likeness;

    private Group(ScoreDoc hit, IndexedRisk risk) {
      this.hit = hit;
      this.shown = risk;
    }

    ScoreDoc hit() {
      return hit;
    }

    IndexedRisk shown() {
      return shown;
    }

    List<RiskReference> others() {
      return others;
    }

    private Likeness likeness(RiskFactor risk) {
      if (likeness == null) {
        likeness = new Likeness(risk);
      }
      return likeness;
    }

    private void join(ScoreDoc other, IndexedRisk risk) {
      if (date(risk).isAfter(date(shown))) {
        others.add(reference(shown));
        hit = new ScoreDoc(other.doc, hit.score);
        shown = risk;
      } else {
        others.add(reference(risk));
      }
    }
  }

  /**
   * Creates a collapse that keeps a number of groups.
   *
   * @param most at least 1
   * @param companies identifies filings of the same company
   */
  Collapse(int most, Companies companies) {
    this.most = most;
    this.companies = companies;
  }

  /** Adds the next best hit. */
  void add(ScoreDoc hit, IndexedRisk risk) {
    RiskFactor factor = risk.risk();
    Likeness own = null;
    for (Group g : groups) {
      RiskFactor kept = g.shown.risk();
      if (factor != null && kept != null && sameCompany(g.shown, risk)) {
        own = own == null ? new Likeness(factor) : own;
        if (g.likeness(kept).nearIdentical(own)) {
          g.join(hit, risk);
          return;
        }
      }
    }
    if (!full()) {
      groups.add(new Group(hit, risk));
    }
  }

  boolean full() {
    return groups.size() >= most;
  }

  List<Group> groups() {
    return groups;
  }

  private boolean sameCompany(IndexedRisk a, IndexedRisk b) {
    String key = companies.key(a.facts().cik(), a.facts().company());
    return key != null && key.equals(companies.key(b.facts().cik(), b.facts().company()));
  }

  private static LocalDate date(IndexedRisk risk) {
    LocalDate filed = risk.facts().filed();
    LocalDate period = risk.facts().period();
    return filed != null ? filed : period != null ? period : LocalDate.MIN;
  }

  private static RiskReference reference(IndexedRisk risk) {
    return new RiskReference(risk.id(), risk.ordinal());
  }
}
