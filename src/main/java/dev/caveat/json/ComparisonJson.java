package dev.caveat.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.caveat.compare.Change;
import dev.caveat.compare.Comparison;
import dev.caveat.compare.Revision;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What changed between two filings.
 *
 * @param measures of the whole sections
 * @param notes what a reader should know before trusting it
 * @param changes every risk on either side is in exactly one
 * @param passages text that belongs to no risk
 * @param moves sentences that moved
 * @param repeated edits made in several places
 * @param news sentences that say something new
 */
public record ComparisonJson(
    ComparedFilingJson old,
    @JsonProperty("new") ComparedFilingJson now,
    MeasuresJson measures,
    List<String> notes,
    List<ChangeJson> changes,
    List<PassageChangeJson> passages,
    List<Move> moves,
    List<RepeatedEdit> repeated,
    List<News> news) {
  /** A sentence that moved. */
  public record Move(String text, SpotJson old, @JsonProperty("new") SpotJson now) {}

  /** An edit made in several places. */
  public record RepeatedEdit(String old, @JsonProperty("new") String now, List<SpotJson> places) {}

  /**
   * A sentence that says something new.
   *
   * @param ordinal of the new filing's risk
   * @param names those not named before
   * @param amounts those not given before
   * @param subjects words not used before
   */
  public record News(
      int ordinal,
      String sentence,
      List<String> names,
      List<String> amounts,
      List<String> subjects) {}

  /** Of a comparison. */
  public static ComparisonJson of(Comparison comparison) {
    Revision revision = new Revision(comparison);
    return new ComparisonJson(
        ComparedFilingJson.of(comparison.before()),
        ComparedFilingJson.of(comparison.after()),
        MeasuresJson.of(comparison.measures()),
        comparison.notes(),
        changes(comparison, revision),
        revision.passages().stream().map(p -> PassageChangeJson.of(p, revision)).toList(),
        moves(revision),
        repeated(revision),
        news(revision));
  }

  private static List<ChangeJson> changes(Comparison comparison, Revision revision) {
    Map<Change, Integer> ranks = new IdentityHashMap<>();
    revision.byWeight().forEach(c -> ranks.put(c, ranks.size() + 1));
    return comparison.changes().stream()
        .map(c -> ChangeJson.of(c, Objects.requireNonNull(ranks.get(c)), comparison, revision))
        .toList();
  }

  private static List<Move> moves(Revision revision) {
    return revision.moves().stream()
        .map(m -> new Move(m.text(), SpotJson.of(m.from()), SpotJson.of(m.to())))
        .toList();
  }

  private static List<RepeatedEdit> repeated(Revision revision) {
    return revision.repeated().stream()
        .map(
            r ->
                new RepeatedEdit(
                    r.before(), r.after(), r.spots().stream().map(SpotJson::of).toList()))
        .toList();
  }

  private static List<News> news(Revision revision) {
    return revision.news().stream()
        .map(n -> new News(n.ordinal(), n.sentence(), n.names(), n.amounts(), n.subjects()))
        .toList();
  }
}
