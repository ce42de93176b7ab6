package dev.caveat.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was learnt from one filing: its facts and what it says about its risks.
 *
 * @param path the path it was read from
 * @param sha256 SHA-256 of the bytes read
 * @param facts what is known of the filing
 * @param section the answer
 * @param document the exhibit in which the section stands, such as {@code EX-13.1 (annual.htm)};
 *     null where it is the main document or there is no section
 * @param confidence the calibrated chance, 0 to 1, that status, section, groups and captions are
 *     all right; null where it was not measured
 * @param warnings what a reader should know; empty where nothing looks odd
 */
public record RiskDisclosure(
    String path,
    String sha256,
    FilingFacts facts,
    RiskSection section,
    @Nullable String document,
    @Nullable Double confidence,
    List<Warning> warnings) {
  /** Copies the list. */
  public RiskDisclosure {
    warnings = List.copyOf(warnings);
    if (confidence != null && !(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence is between 0 and 1: " + confidence);
    }
  }

  /** The same with another section, as one whose risks are tagged. */
  public RiskDisclosure withSection(RiskSection section) {
    return new RiskDisclosure(path, sha256, facts, section, document, confidence, warnings);
  }

  /** Key of the filing: its accession number, or the SHA-256 of its bytes where it has none. */
  public String id() {
    String accession = facts.accession();
    return accession != null ? accession : sha256;
  }
}
