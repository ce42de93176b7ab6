package dev.caveat.web;

import dev.caveat.index.IndexedFiling;
import dev.caveat.model.Entity;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.Warning;
import dev.caveat.taxonomy.Taxonomy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code web/filing.jte} prints.
 *
 * @param outline all risks of the filing
 * @param risks those on this page
 * @param types of entities that can be marked
 * @param compare the comparison with the filing before; null if there is none
 * @param page from 1
 */
public record FilingView(
    Frame frame,
    IndexedFiling filing,
    String title,
    List<Outlined> outline,
    List<RiskView> risks,
    List<Entity.Type> types,
    Taxonomy taxonomy,
    @Nullable Address compare,
    int page) {
  /**
   * A line of the outline.
   *
   * @param color of its category
   */
  public record Outlined(
      int ordinal, List<String> group, String heading, String color, String link) {}

  /**
   * A risk as shown.
   *
   * @param name {@code FILING#N}
   * @param category null if it has none
   * @param paragraphs below the caption
   */
  public record RiskView(
      String filing,
      RiskFactor risk,
      String name,
      @Nullable CategoryView category,
      List<List<MarkedText.Run>> paragraphs) {
    static RiskView of(String filing, RiskFactor risk, Taxonomy taxonomy) {
      return new RiskView(
          filing,
          risk,
          filing + "#" + risk.ordinal(),
          risk.classification().isEmpty() ? null : CategoryView.of(risk.classification(), taxonomy),
          MarkedText.of(risk));
    }

    /** Where its category is corrected. */
    public String labelPath() {
      return Address.label(filing, risk.ordinal());
    }

    /** The search for risks like it. */
    public Address similar() {
      return Address.of("/search").with("like", name);
    }

    /** Where it stands in the filing as filed. */
    public Address filed() {
      return Address.of(Address.filing(filing) + "/filed")
          .with("risk", Integer.toString(risk.ordinal()));
    }
  }

  /** What {@code web/tags.jte} prints: the categories of a risk, with what corrects them. */
  public record Tags(RiskView risk, Taxonomy taxonomy, boolean readOnly) {}

  /** The categories of a risk. */
  public Tags tags(RiskView risk) {
    return new Tags(risk, taxonomy, frame.readOnly());
  }

  /** The address of the filing. */
  public Address address() {
    return Address.filing(filing.id());
  }

  /** The report on the filing. */
  public Address report() {
    return Address.of("/report").with("filing", filing.id());
  }

  /** The company's page; null if the company is not known. */
  public @Nullable Address company() {
    return CompanyPage.address(filing.facts());
  }

  /** The headings above a risk that are not above the one before it. */
  public List<String> newGroups(int index) {
    List<String> own = outline.get(index).group();
    List<String> before = index == 0 ? List.of() : outline.get(index - 1).group();
    int same = 0;
    while (same < own.size() && same < before.size() && own.get(same).equals(before.get(same))) {
      same++;
    }
    return own.subList(same, own.size());
  }

  /** The facts below the title, as name and value. */
  public List<List<String>> facts() {
    List<List<String>> facts = new ArrayList<>();
    add(facts, "Form", filing.facts().form());
    add(facts, "Filed", filing.facts().filed());
    add(facts, "Period", filing.facts().period());
    add(facts, "Fiscal year", filing.facts().fiscalYear());
    add(facts, "CIK", filing.facts().cik());
    add(facts, "Ticker", filing.facts().ticker());
    add(facts, "Industry", filing.facts().sic());
    boolean accession = filing.id().equals(filing.facts().accession());
    add(facts, accession ? "Accession number" : "SHA-256", filing.name());
    add(facts, "Risks", filing.risks());
    BigDecimal confidence = filing.doubt().confidence(2);
    add(facts, "Confidence in the outline", confidence);
    add(facts, "Exhibit", filing.document());
    return facts;
  }

  private static void add(List<List<String>> facts, String name, @Nullable Object value) {
    if (value != null) {
      facts.add(List.of(name, value.toString()));
    }
  }

  /** What looks odd. */
  public List<Warning> warnings() {
    return filing.doubt().warnings();
  }

  /** The pages of a filing with very many risks; empty if there is only one. */
  public List<Address> pages() {
    List<Address> pages = new ArrayList<>();
    int last = (outline.size() + FilingPage.PAGE - 1) / FilingPage.PAGE;
    for (int i = 1; last > 1 && i <= last; i++) {
      pages.add(address().with("page", Integer.toString(i)));
    }
    return pages;
  }
}
