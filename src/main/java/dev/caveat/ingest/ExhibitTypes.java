package dev.caveat.ingest;

import dev.caveat.table.Table;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The types of documents beside the main one that may hold risk factors: {@code exhibits.tsv}. */
final class ExhibitTypes {
  private static final Pattern TYPES =
      Pattern.compile(
          Table.resource(ExhibitTypes.class, "exhibits.tsv").stream()
              .map(r -> r.at(0))
              .collect(Collectors.joining("|")));

  private ExhibitTypes() {}

  static boolean mayHoldRisks(String type) {
    return TYPES.matcher(type.toUpperCase(Locale.ROOT)).matches();
  }
}
