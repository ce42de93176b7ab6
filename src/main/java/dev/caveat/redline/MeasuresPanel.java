package dev.caveat.redline;

import dev.caveat.compare.Change;
import dev.caveat.compare.Change.Kind;
import dev.caveat.compare.Comparison;
import dev.caveat.compare.Comparison.Side;
import dev.caveat.compare.FilingSeries;
import dev.caveat.compare.Measures;
import dev.caveat.compare.Redline;
import dev.caveat.compare.Redline.Mark;
import dev.caveat.model.FilingFacts;
import dev.caveat.report.DataTable.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Comparisons as rows of a panel for research: one per pair of filings, or one per change. */
public final class MeasuresPanel {
  private static final List<Column> PAIR =
      List.of(
          Column.text("cik", "CIK"),
          Column.text("company", "Company"),
          Column.text("form", "Form"),
          Column.text("oldAccession", "Old accession"),
          Column.text("newAccession", "New accession"),
          Column.text("oldPath", "Old path"),
          Column.text("newPath", "New path"),
          Column.date("oldPeriod", "Old period"),
          Column.date("newPeriod", "New period"),
          Column.date("oldFiled", "Old filed"),
          Column.date("newFiled", "New filed"),
          Column.count("daysApart", "Days apart"));

  private static final List<Column> MEASURES =
      List.of(
          Column.number("cosine", "Cosine"),
          Column.number("jaccard", "Jaccard"),
          Column.number("minEdit", "Min. edit"),
          Column.number("simple", "Simple"),
          Column.count("oldWords", "Old words"),
          Column.count("newWords", "New words"),
          Column.count("wordsAdded", "Words added"),
          Column.count("wordsRemoved", "Words removed"));

  private static final List<Column> CHANGE =
      List.of(
          Column.text("kind", "Kind"),
          Column.text("moved", "Moved"),
          Column.text("old", "Old"),
          Column.text("new", "New"),
          Column.text("oldCategory", "Old category"),
          Column.text("newCategory", "New category"),
          Column.text("heading", "Caption"));

  private MeasuresPanel() {}

  /** The columns of a panel of pairs of filings; rows come from {@link #pairRow}. */
  public static List<Column> pairColumns() {
    List<Column> columns = new ArrayList<>(PAIR);
    columns.add(Column.count("oldRisks", "Risks before"));
    columns.add(Column.count("newRisks", "Risks"));
    for (Kind kind : Kind.values()) {
      columns.add(Column.count(kind.id(), kind.title()));
    }
    columns.addAll(MEASURES);
    return columns;
  }

  /** The columns of a panel of changes; rows come from {@link #changeRows}. */
  public static List<Column> changeColumns() {
    List<Column> columns = new ArrayList<>(PAIR);
    columns.addAll(CHANGE);
    columns.addAll(MEASURES);
    return columns;
  }

  /** The row of a pair of filings. */
  public static List<@Nullable Object> pairRow(Comparison comparison) {
    List<@Nullable Object> row = pair(comparison);
    row.add(comparison.before().risks().size());
    row.add(comparison.after().risks().size());
    Map<Kind, Integer> counts = comparison.counts();
    row.addAll(counts.values());
    int added = 0;
    int removed = 0;
    for (Change change : comparison.changes()) {
      Redline redline = comparison.redline(change);
      added += redline.words(Mark.INSERTED);
      removed += redline.words(Mark.DELETED);
    }
    int oldWords = comparison.before().words();
    int newWords = comparison.after().words();
    addMeasures(row, comparison.measures(), oldWords, newWords, added, removed);
    return row;
  }

  /** A row for each change of a comparison. */
  public static List<List<@Nullable Object>> changeRows(Comparison comparison) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Change change : comparison.changes()) {
      List<@Nullable Object> row = pair(comparison);
      row.add(change.kind().id());
      row.add(change.moved() ? "true" : "false");
      row.add(numbers(change.before()));
      row.add(numbers(change.after()));
      row.add(comparison.category(change, false));
      row.add(comparison.category(change, true));
      row.add(comparison.caption(change));
      Redline redline = comparison.redline(change);
      int equal = redline.words(Mark.EQUAL);
      int added = redline.words(Mark.INSERTED);
      int removed = redline.words(Mark.DELETED);
      boolean oneSided = !change.isOnBothSides();
      Measures measures = oneSided ? null : comparison.measures(change);
      addMeasures(row, measures, equal + removed, equal + added, added, removed);
      rows.add(row);
    }
    return rows;
  }

  /** Added and removed risks have no similarity. */
  private static void addMeasures(
      List<@Nullable Object> row,
      @Nullable Measures m,
      int oldWords,
      int newWords,
      int added,
      int removed) {
    row.add(m == null ? null : (Double) m.cosine());
    row.add(m == null ? null : (Double) m.jaccard());
    row.add(m == null ? null : (Double) m.minEdit());
    row.add(m == null ? null : (Double) m.simple());
    row.add(oldWords);
    row.add(newWords);
    row.add(added);
    row.add(removed);
  }

  private static List<@Nullable Object> pair(Comparison comparison) {
    Side old = comparison.before();
    Side now = comparison.after();
    FilingFacts facts = now.facts().orElse(old.facts());
    List<@Nullable Object> row = new ArrayList<>();
    row.add(facts.cik());
    row.add(facts.company());
    row.add(facts.form());
    row.add(old.facts().accession());
    row.add(now.facts().accession());
    row.add(old.path());
    row.add(now.path());
    row.add(old.facts().period());
    row.add(now.facts().period());
    row.add(old.facts().filed());
    row.add(now.facts().filed());
    row.add(FilingSeries.days(old.facts(), now.facts()));
    return row;
  }

  private static String numbers(List<Integer> ordinals) {
    return ordinals.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }
}
