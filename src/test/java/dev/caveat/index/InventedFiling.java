package dev.caveat.index;

import dev.caveat.model.Annotation;
import dev.caveat.model.Doubt;
import dev.caveat.model.Entity;
import dev.caveat.model.Entity.Value;
import dev.caveat.model.FilingFacts;
import dev.caveat.model.RiskDisclosure;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.RiskSection;
import dev.caveat.model.Span;
import dev.caveat.model.Warning;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A filing made up for a test, built step by step. */
public final class InventedFiling {
  private final List<RiskFactor> risks = new ArrayList<>();
  private final String accession;
  private String path;
  private String sha256;
  private String company = "Brennick Jetmark Inc";
  private @Nullable String cik = "7001";
  private String form = "10-K";
  private @Nullable LocalDate filed = LocalDate.of(2023, 3, 1);
  private @Nullable RiskSection other;
  private @Nullable String exhibit;
  private Doubt doubt = Doubt.NONE;

  private InventedFiling(int number) {
    accession = String.format("0000007001-23-%06d", number);
    path = "filings/" + number + ".htm";
    sha256 = String.format("%064x", number);
  }

  public static InventedFiling number(int number) {
    return new InventedFiling(number);
  }

  public InventedFiling at(String path) {
    this.path = path;
    return this;
  }

  public InventedFiling bytes(int content) {
    this.sha256 = String.format("%064x", content);
    return this;
  }

  public InventedFiling of(String company, @Nullable String cik) {
    this.company = company;
    this.cik = cik;
    return this;
  }

  public InventedFiling form(String form) {
    this.form = form;
    return this;
  }

  public InventedFiling filed(String date) {
    this.filed = LocalDate.parse(date);
    return this;
  }

  public InventedFiling risk(String heading, String... paragraphs) {
    return risk(List.of("Risks of Our Business"), heading, paragraphs);
  }

  public InventedFiling risk(List<String> group, String heading, String... paragraphs) {
    risks.add(new RiskFactor(risks.size() + 1, group, heading, List.of(paragraphs), true));
    return this;
  }

  /** Marks sentences in the last risk. */
  public InventedFiling sentences(String... sentences) {
    RiskFactor risk = risks.removeLast();
    List<Span> spans = new ArrayList<>();
    for (String sentence : sentences) {
      int start = risk.text().indexOf(sentence);
      spans.add(new Span(start, start + sentence.length()));
    }
    risks.add(risk.withAnnotation(new Annotation(spans, List.of())));
    return this;
  }

  /** Marks a regulator in the last risk. */
  public InventedFiling regulator(String text, String id, String name) {
    return names(Entity.Type.REGULATOR, text, new Value.Body(id, name));
  }

  /** Marks a date in the last risk. */
  public InventedFiling date(String text, String iso) {
    return names(Entity.Type.DATE, text, new Value.Period(iso));
  }

  /** Marks an amount in the last risk. */
  public InventedFiling money(String text, String amount, String currency) {
    return names(Entity.Type.MONEY, text, new Value.Amount(new BigDecimal(amount), currency));
  }

  /** Marks a law in the last risk. */
  public InventedFiling law(String text) {
    return names(Entity.Type.LAW, text, null);
  }

  /** Marks a law whose meaning is known in the last risk. */
  public InventedFiling law(String text, String id, String name, String citation) {
    return names(Entity.Type.LAW, text, new Value.Law(id, name, citation));
  }

  /** Marks the last occurrence of a text in the last risk; each paragraph becomes one sentence. */
  public InventedFiling names(Entity.Type type, String text, @Nullable Value value) {
    RiskFactor risk = risks.removeLast();
    int start = risk.text().lastIndexOf(text);
    if (start < 0) {
      throw new IllegalArgumentException("not in the risk: " + text);
    }
    List<Entity> entities = new ArrayList<>(risk.annotation().entities());
    entities.add(new Entity(type, start, start + text.length(), text, value));
    entities.sort(Comparator.comparingInt(Entity::start));
    risks.add(risk.withAnnotation(new Annotation(paragraphs(risk.text()), entities)));
    return this;
  }

  private static List<Span> paragraphs(String text) {
    List<Span> spans = new ArrayList<>();
    int start = 0;
    for (String p : text.split("\n\n", -1)) {
      spans.add(new Span(start, start + p.length()));
      start += p.length() + 2;
    }
    return spans;
  }

  public InventedFiling without(RiskSection section) {
    this.other = section;
    return this;
  }

  /** What a person should look at it for. */
  public InventedFiling doubt(double confidence, Warning... warnings) {
    this.doubt = new Doubt(confidence, List.of(warnings));
    return this;
  }

  /** Its section stands in an exhibit. */
  public InventedFiling in(String exhibit) {
    this.exhibit = exhibit;
    return this;
  }

  public RiskDisclosure build() {
    RiskSection section =
        other != null
            ? other
            : new RiskSection.Present("Item 1A", "item", "Item 1A", "text", risks, null);
    LocalDate period = filed == null ? null : filed.minusMonths(2);
    FilingFacts facts =
        new FilingFacts(
            accession,
            cik,
            company,
            "TICK" + cik,
            form,
            filed,
            period,
            "3571",
            2023,
            MonthDay.of(9, 30));
    return new RiskDisclosure(
        path, sha256, facts, section, exhibit, doubt.confidence(), doubt.warnings());
  }
}
