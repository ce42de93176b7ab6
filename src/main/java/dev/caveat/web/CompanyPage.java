package dev.caveat.web;

import dev.caveat.model.FilingFacts;
import org.jspecify.annotations.Nullable;

/** A company's filings. */
final class CompanyPage {
  private CompanyPage() {}

  static @Nullable Address address(FilingFacts facts) {
    if (facts.cik() != null) {
      return Address.of("/company").with("cik", facts.cik());
    }
    return facts.company() == null
        ? null
        : Address.of("/company").with("name", facts.company());
  }
}
