package dev.caveat.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.caveat.model.Doubt;
import dev.caveat.model.FilingFacts;
import org.jspecify.annotations.Nullable;

/**
 * A filing that a person should check before relying on it.
 *
 * @param filing its key: accession number, or SHA-256 of its bytes
 * @param filed ISO 8601; null if unknown
 */
public record DoubtfulJson(
    String filing,
    @Nullable String company,
    @Nullable String form,
    @Nullable String filed,
    @JsonUnwrapped DoubtJson doubt) {
  /** Of a filing. */
  public static DoubtfulJson of(String filing, FilingFacts facts, Doubt doubt) {
    return new DoubtfulJson(
        filing,
        facts.company(),
        facts.form(),
        facts.filed() == null ? null : facts.filed().toString(),
        DoubtJson.of(doubt));
  }
}
