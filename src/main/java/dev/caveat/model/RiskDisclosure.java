package dev.caveat.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result for one filing: its facts and what it says about its risks.
 *
 * @param path the path it was read from
 * @param sha256 SHA-256 of the bytes read
 * @param facts what is known about the filing
 * @param section the answer
 * @param document the exhibit that contains the section, such as {@code EX-13.1 (annual.htm)}; null
 *     if it is in the main document or there is no section
 * @param confidence the calibrated probability, 0 to 1, that status, section, groups and captions
 *     are all right; null if it was not measured
 * @param warnings what a reader should know; empty if nothing looks odd
 */
public record RiskDisclosure(
    String path,
    String sha256,
    FilingFacts facts,
    RiskSection section,
    @Nullable String document,
    @Nullable Double confidence,
    List<Warning> warnings) {
  /** Copies the list and checks the confidence. */
  public RiskDisclosure {
    warnings = new Doubt(confidence, warnings).warnings();
  }

  /** How far it can be trusted. */
  public Doubt doubt() {
    return new Doubt(confidence, warnings);
  }

  /** The same under another path. */
  public RiskDisclosure withPath(String path) {
    return new RiskDisclosure(path, sha256, facts, section, document, confidence, warnings);
  }

  /** The same with other warnings. */
  public RiskDisclosure withWarnings(List<Warning> warnings) {
    return new RiskDisclosure(path, sha256, facts, section, document, confidence, warnings);
  }

  /** The same with another section, such as one whose risks are tagged. */
  public RiskDisclosure withSection(RiskSection section) {
    return new RiskDisclosure(path, sha256, facts, section, document, confidence, warnings);
  }

  /** Key of the filing: its accession number, or the SHA-256 of its bytes if it has none. */
  public String id() {
    return id(facts, sha256);
  }

  /**
   * As above, for a filing that was only read.
   *
   * @param sha256 SHA-256 of its bytes
   */
  public static String id(FilingFacts facts, String sha256) {
    String accession = facts.accession();
    return accession != null ? accession : sha256;
  }
}
