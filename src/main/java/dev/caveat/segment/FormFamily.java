package dev.caveat.segment;

import dev.caveat.table.Table;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Families of forms by the place of their risk factors; the mapping of forms is data. */
enum FormFamily {
  ANNUAL,
  QUARTERLY,
  FOREIGN_ANNUAL,
  OFFERING,
  NONE,
  UNKNOWN;

  private record Rule(Pattern form, FormFamily family) {}

  private static final List<Rule> RULES =
      Table.resource(FormFamily.class, "forms.tsv").stream()
          .map(
              f ->
                  new Rule(
                      Pattern.compile(f.at(0)),
                      valueOf(f.at(1).toUpperCase(Locale.ROOT).replace('-', '_'))))
          .toList();

  static FormFamily of(@Nullable String form) {
    if (form == null) {
      return UNKNOWN;
    }
    String type = form.toUpperCase(Locale.ROOT).replaceFirst("/A.*$", "").strip();
    for (Rule rule : RULES) {
      if (rule.form.matcher(type).matches()) {
        return rule.family;
      }
    }
    return UNKNOWN;
  }
}
