package dev.caveat.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.caveat.model.Doubt;
import dev.caveat.model.Explanation;
import dev.caveat.model.FilingFacts;
import dev.caveat.model.RiskDisclosure;
import dev.caveat.model.RiskSection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One filing and what it says about its risks.
 *
 * @param status null, like {@code evidence} and {@code method}, if it could not be read
 * @param evidence the words that the status rests on
 * @param method how the answer was found
 * @param document the exhibit with the section; null if it is in the main document
 * @param section null unless the status is {@code present}
 * @param explanation null if it was not requested
 * @param error why it could not be read; null if it was read
 */
public record FilingJson(
    @JsonUnwrapped FactsJson facts,
    @Nullable String status,
    @Nullable String evidence,
    @Nullable String method,
    @Nullable String document,
    @Nullable Section section,
    List<RiskJson> risks,
    @JsonUnwrapped DoubtJson doubt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ExplanationJson explanation,
    @Nullable String error) {
  /**
   * The section of a filing.
   *
   * @param text without the heading, paragraphs separated by blank lines
   * @param source where it is in the filing as filed; null if unknown
   */
  public record Section(String heading, String text, @Nullable SourceJson source) {}

  /**
   * A filing that was read.
   *
   * @param tagged whether categories, sentences and entities are written too
   * @param explanation why it got its answer; null to leave it out
   */
  public static FilingJson of(
      RiskDisclosure filing, boolean tagged, @Nullable Explanation explanation) {
    RiskSection section = filing.section();
    return new FilingJson(
        FactsJson.of(filing.path(), filing.facts()),
        section.status().id(),
        section.evidence(),
        section.method(),
        filing.document(),
        section instanceof RiskSection.Present p
            ? new Section(p.heading(), p.text(), SourceJson.of(p.map(), p.text(), p.place()))
            : null,
        section.risks().stream().map(r -> RiskJson.of(r, tagged)).toList(),
        DoubtJson.of(filing.doubt()),
        explanation == null ? null : ExplanationJson.of(explanation),
        null);
  }

  /** A filing that could not be read. */
  public static FilingJson failed(String path, String reason) {
    return new FilingJson(
        FactsJson.of(path, FilingFacts.UNKNOWN),
        null,
        null,
        null,
        null,
        null,
        List.of(),
        DoubtJson.of(Doubt.NONE),
        null,
        reason);
  }
}
