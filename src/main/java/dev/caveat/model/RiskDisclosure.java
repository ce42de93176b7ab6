package dev.caveat.model;

import java.util.List;

/**
 * What was learnt from one filing: its facts and what it says about its risks.
 *
 * @param path the path it was read from
 * @param sha256 SHA-256 of the bytes read
 * @param facts what is known of the filing
 * @param section the answer
 * @param warnings what a reader should know
 */
public record RiskDisclosure(
    String path, String sha256, FilingFacts facts, RiskSection section, List<String> warnings) {
  /** Copies the list. */
  public RiskDisclosure {
    warnings = List.copyOf(warnings);
  }

  /** Key of the filing: its accession number, or the SHA-256 of its bytes where it has none. */
  public String id() {
    String accession = facts.accession();
    return accession != null ? accession : sha256;
  }
}
