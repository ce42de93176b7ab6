package dev.caveat.compare;

import dev.caveat.model.Doubt;
import dev.caveat.model.Entity;
import dev.caveat.model.FilingFacts;
import dev.caveat.model.Passage;
import dev.caveat.model.RiskDisclosure;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.RiskSection;
import dev.caveat.model.Span;
import dev.caveat.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The risks of two filings compared.
 *
 * @param before the earlier side
 * @param after the later side
 * @param changes what became of each risk, in the order of the new side
 */
public record Comparison(Side before, Side after, List<Change> changes) {
  private static final String OLD_SIDE = "old";
  private static final String NEW_SIDE = "new";
  static final String BETWEEN = "\n\n";

  /**
   * One side.
   *
   * @param path the path it was read from
   * @param facts what is known about the filing
   * @param risks in order; ordinals run from 1
   * @param doubt how far the risks can be trusted
   * @param passages the text of the section outside its risks, in order
   */
  public record Side(
      String path, FilingFacts facts, List<RiskFactor> risks, Doubt doubt, List<Passage> passages) {
    /** Copies the lists. */
    public Side {
      risks = List.copyOf(risks);
      passages = List.copyOf(passages);
    }

    /** A side whose section is not known: its risks and their groups. */
    public Side(String path, FilingFacts facts, List<RiskFactor> risks, Doubt doubt) {
      this(path, facts, risks, doubt, Passage.outside("", risks));
    }

    /** As above, without doubt. */
    public Side(String path, FilingFacts facts, List<RiskFactor> risks) {
      this(path, facts, risks, Doubt.NONE);
    }

    /** The side of a filing. */
    public static Side of(RiskDisclosure filing) {
      List<RiskFactor> risks = filing.section().risks();
      String section = filing.section() instanceof RiskSection.Present p ? p.text() : "";
      return new Side(
          filing.path(), filing.facts(), risks, filing.doubt(), Passage.outside(section, risks));
    }

    private Side withRisks(List<RiskFactor> risks) {
      return new Side(path, facts, risks, doubt, passages);
    }

    /** The whole section, with a blank line between paragraphs. */
    public String section() {
      return Passage.together(passages, risks);
    }

    /** The risk with an ordinal. */
    public RiskFactor risk(int ordinal) {
      return risks.get(ordinal - 1);
    }

    /** All its risks in one text, separated by blank lines. */
    public String text() {
      return text(risks);
    }

    /** How many words its risks have. */
    public int words() {
      return risks.stream().mapToInt(r -> Words.count(r.text())).sum();
    }

    private static String text(List<RiskFactor> some) {
      return String.join(BETWEEN, some.stream().map(RiskFactor::text).toList());
    }

    private List<RiskFactor> risks(List<Integer> ordinals) {
      return ordinals.stream().map(this::risk).toList();
    }
  }

  /** Copies the list. */
  public Comparison {
    changes = List.copyOf(changes);
  }

  /**
   * Compares two sides. A risk whose words hardly changed has one category on both: see {@link
   * KeptCategories}.
   */
  public static Comparison of(Side before, Side after) {
    boolean sameCompany = FilingSeries.sameCompany(before.facts(), after.facts());
    List<Change> changes = Aligner.align(before.risks(), after.risks(), sameCompany);
    KeptCategories kept = new KeptCategories();
    kept.link(OLD_SIDE, before.risks(), NEW_SIDE, after.risks(), changes);
    return new Comparison(
        before.withRisks(kept.of(OLD_SIDE, before.risks())),
        after.withRisks(kept.of(NEW_SIDE, after.risks())),
        changes);
  }

  /**
   * The measures of all risks on one side against all on the other; computed again on each call.
   */
  public Measures measures() {
    return measures(before.risks(), after.risks());
  }

  /**
   * What a reader should know before trusting the changes, one sentence each: that both sides are
   * the same filing, that they are from two companies, on two kinds of form, or in the wrong order,
   * or that one is doubtful. May be empty.
   */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (isOneFiling()) {
      notes.add("Both sides are the same filing.");
    } else if (!before.risks().isEmpty() && before.section().equals(after.section())) {
      notes.add("Both sides have the same text, word for word.");
    }
    if (!FilingSeries.sameCompany(before.facts(), after.facts())) {
      notes.add(
          "Two companies: only risks in much the same words are linked; all others are listed as"
              + " removed and added.");
    }
    String formBefore = form(before);
    String formAfter = form(after);
    if (!formBefore.isEmpty() && !formAfter.isEmpty() && !formBefore.equals(formAfter)) {
      notes.add(
          formAfter.equals("10-Q")
              ? "A 10-Q only has to report what changed since the annual report: a risk missing from"
                  + " it was not necessarily dropped."
              : "A "
                  + formBefore
                  + " and a "
                  + formAfter
                  + ": these forms need not cover the same risks.");
    }
    if (FilingSeries.days(before.facts(), after.facts()) < 0) {
      notes.add("The filing on the old side is the later one.");
    }
    addDoubt(notes, "old", before.doubt());
    addDoubt(notes, "new", after.doubt());
    return notes;
  }

  private boolean isOneFiling() {
    String accession = before.facts().accession();
    return accession != null && after.facts().accession() != null
        ? accession.equals(after.facts().accession())
        : before.path().equals(after.path()) && before.section().equals(after.section());
  }

  private static void addDoubt(List<String> notes, String side, Doubt doubt) {
    if (doubt.isDoubtful()) {
      notes.add(
          "The "
              + side
              + " side is doubtful, so check it before you rely on this comparison: "
              + doubt.reasons()
              + ".");
    }
  }

  private static String form(Side side) {
    return side.facts().form() == null ? "" : FilingSeries.family(side.facts().form());
  }

  /** The change of wording; if a side has several risks, of all of them in order. */
  public Redline redline(Change change) {
    return redline(before.risks(change.before()), after.risks(change.after()));
  }

  /** The measures of one change alone. */
  public Measures measures(Change change) {
    return measures(before.risks(change.before()), after.risks(change.after()));
  }

  private static Measures measures(List<RiskFactor> before, List<RiskFactor> after) {
    return Measures.of(Side.text(before), Side.text(after), redline(before, after));
  }

  private static Redline redline(List<RiskFactor> before, List<RiskFactor> after) {
    return Redline.of(Side.text(before), sentences(before), Side.text(after), sentences(after));
  }

  private static List<Span> sentences(List<RiskFactor> risks) {
    List<Span> sentences = new ArrayList<>();
    int offset = 0;
    for (RiskFactor risk : risks) {
      for (Span s : risk.annotation().sentences()) {
        sentences.add(new Span(offset + s.start(), offset + s.end()));
      }
      offset += risk.text().length() + BETWEEN.length();
    }
    return sentences;
  }

  /**
   * Entities that are named on one side of a change and not, or less often, on the other.
   *
   * @param change of this comparison
   * @param added true for added entities, false for removed ones
   */
  public List<Entity> entities(Change change, boolean added) {
    List<RiskFactor> from = added ? before.risks(change.before()) : after.risks(change.after());
    List<RiskFactor> to = added ? after.risks(change.after()) : before.risks(change.before());
    return surplus(from, to);
  }

  private static List<Entity> surplus(List<RiskFactor> from, List<RiskFactor> to) {
    Map<String, Integer> there = new LinkedHashMap<>();
    entities(from).forEach(e -> there.merge(key(e), 1, Integer::sum));
    List<Entity> surplus = new ArrayList<>();
    for (Entity e : entities(to)) {
      Integer left = there.get(key(e));
      if (left == null || left == 0) {
        surplus.add(e);
      } else {
        there.put(key(e), left - 1);
      }
    }
    return surplus;
  }

  private static List<Entity> entities(List<RiskFactor> risks) {
    return risks.stream().flatMap(r -> r.annotation().entities().stream()).toList();
  }

  /** The value of an entity or, if that is not certain, its text. Equal for the same thing. */
  public static String key(Entity entity) {
    Entity.Value value = entity.value();
    String meaning = value instanceof Entity.Value.Body b ? b.id() : String.valueOf(value);
    meaning = value instanceof Entity.Value.Law l ? l.id() : meaning;
    return entity.type() + " " + (value == null ? PlainText.of(entity.text()) : meaning);
  }

  /**
   * Id of the primary category on one side of a change: that of the risk with the most words; null
   * if there is none.
   *
   * @param change of this comparison
   * @param isAfter true for the new side
   */
  public @Nullable String category(Change change, boolean isAfter) {
    List<RiskFactor> risks = isAfter ? after.risks(change.after()) : before.risks(change.before());
    RiskFactor longest = null;
    int most = -1;
    for (RiskFactor risk : risks) {
      int words = risks.size() == 1 ? 0 : Words.count(risk.text());
      if (words > most) {
        longest = risk;
        most = words;
      }
    }
    return longest == null || longest.classification().isEmpty()
        ? null
        : longest.classification().category();
  }

  /** The caption of a change: from the new side, or from the old one if the risk was removed. */
  public String caption(Change change) {
    return change.after().isEmpty()
        ? before.risk(change.before().getFirst()).heading()
        : after.risk(change.after().getFirst()).heading();
  }

  /** The number of changes of each kind; all kinds, in the order of the constants. */
  public Map<Change.Kind, Integer> counts() {
    Map<Change.Kind, Integer> counts = new LinkedHashMap<>();
    for (Change.Kind kind : Change.Kind.values()) {
      counts.put(kind, 0);
    }
    changes.forEach(c -> counts.merge(c.kind(), 1, Integer::sum));
    return counts;
  }
}
