package dev.caveat.index;

import dev.caveat.model.Doubt;
import dev.caveat.model.FilingFacts;
import dev.caveat.model.RiskDisclosure;
import dev.caveat.model.RiskSection.Status;
import org.jspecify.annotations.Nullable;

/**
 * What the index knows of one filing, apart from the text of its risks.
 *
 * @param id its key: accession number, or SHA-256 of its bytes
 * @param path the path it was indexed from, as given
 * @param sha256 SHA-256 of the bytes read
 * @param facts its facts
 * @param year the year it reports on, or else was filed in; null if neither is known
 * @param status status of its risk section
 * @param evidence the words the status rests on
 * @param method how the answer was found
 * @param document the exhibit that contains its section; null if it is in the main document or
 *     there is none
 * @param doubt how far the result can be trusted
 * @param risks how many risks it has
 * @param model name of the model that tagged them; may be empty
 */
public record IndexedFiling(
    String id,
    String path,
    String sha256,
    FilingFacts facts,
    @Nullable Integer year,
    Status status,
    String evidence,
    String method,
    @Nullable String document,
    Doubt doubt,
    int risks,
    String model) {
  private static final int SHA256_DIGITS = 64;
  private static final int SHOWN_DIGITS = 12;

  /** Its key, shortened if it is a hash. */
  public String name() {
    return name(id);
  }

  /**
   * As above.
   *
   * @param id key of a filing
   */
  public static String name(String id) {
    return id.length() == SHA256_DIGITS ? id.substring(0, SHOWN_DIGITS) : id;
  }

  /**
   * A filing that was read but not indexed yet.
   *
   * @param model name of the model that tagged its risks
   */
  public static IndexedFiling of(RiskDisclosure filing, String model) {
    return new IndexedFiling(
        filing.id(),
        filing.path(),
        filing.sha256(),
        filing.facts(),
        FilingDocuments.year(filing.facts()),
        filing.section().status(),
        filing.section().evidence(),
        filing.section().method(),
        filing.document(),
        filing.doubt(),
        filing.section().risks().size(),
        model);
  }
}
