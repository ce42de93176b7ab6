package dev.caveat.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.caveat.index.IndexedFiling;

/**
 * A filing of an index.
 *
 * @param risks how many it has
 */
public record ListedFilingJson(@JsonUnwrapped FilingStatusJson filing, int risks) {
  /** Of an indexed filing. */
  public static ListedFilingJson of(IndexedFiling filing) {
    return new ListedFilingJson(FilingStatusJson.of(filing, null), filing.risks());
  }
}
