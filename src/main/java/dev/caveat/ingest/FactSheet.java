package dev.caveat.ingest;

import dev.caveat.model.FilingFacts;
import dev.caveat.model.Warning;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one filing as they are found, the strongest source first: a known fact is not
 * replaced.
 *
 * <p>A value that no filer would write, because it is far too long or has control characters, is
 * rejected with a warning.
 */
final class FactSheet {
  /** EDGAR's own names have at most 150 characters. */
  static final int MAX_LENGTH = Bounds.whole("longest-fact");

  private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\u00AD\\u200B-\\u200D\\u2060\\uFEFF]");

  private final Map<Fact, String> values = new EnumMap<>(Fact.class);
  private final List<Warning> warnings;

  /**
   * No fact known.
   *
   * @param warnings takes what is refused
   */
  FactSheet(List<Warning> warnings) {
    this.warnings = warnings;
  }

  boolean knows(Fact fact) {
    return values.containsKey(fact);
  }

  /** A fact in its one form; empty if it is not known. */
  String value(Fact fact) {
    return values.getOrDefault(fact, "");
  }

  /**
   * Takes a value, unless one is known or this is none of the fact.
   *
   * @param source where it stands, for the warning
   */
  void put(Fact fact, String stated, String source) {
    if (knows(fact)) {
      return;
    }
    String folded = folded(stated);
    String oddity = oddity(folded);
    if (oddity != null) {
      refuse(fact, source, oddity);
      return;
    }
    String value = fact.read(folded);
    if (value != null) {
      values.put(fact, value);
    }
  }

  /** The form is that of an amendment. */
  void amend() {
    values.computeIfPresent(Fact.FORM, (f, form) -> form.endsWith("/A") ? form : form + "/A");
  }

  /** Warns that a value was not taken. */
  void refuse(Fact fact, String source, String oddity) {
    String name = fact.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    Warning warning =
        new Warning(
            "fact-refused", "the %s in %s was rejected: %s".formatted(name, source, oddity));
    if (!warnings.contains(warning)) {
      warnings.add(warning);
    }
  }

  /** White space folded, and what does not show taken out. */
  private static String folded(String stated) {
    return SPACE.matcher(INVISIBLE.matcher(stated).replaceAll("")).replaceAll(" ").strip();
  }

  private static @Nullable String oddity(String value) {
    if (value.length() > MAX_LENGTH) {
      return "it is %,d characters long".formatted(value.length());
    }
    boolean plain = value.chars().noneMatch(FactSheet::isControl);
    return plain ? null : "it holds control characters";
  }

  private static boolean isControl(int c) {
    return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
  }

  /** All that is known. */
  FilingFacts facts() {
    return new FilingFacts(
        values.get(Fact.ACCESSION),
        values.get(Fact.CIK),
        values.get(Fact.COMPANY),
        values.get(Fact.TICKER),
        values.get(Fact.FORM),
        parsed(Fact.FILED, LocalDate::parse),
        parsed(Fact.PERIOD, LocalDate::parse),
        values.get(Fact.SIC),
        parsed(Fact.FISCAL_YEAR, Integer::valueOf),
        parsed(Fact.FISCAL_YEAR_END, MonthDay::parse));
  }

  private <T> @Nullable T parsed(Fact fact, Function<String, T> parser) {
    String value = values.get(fact);
    return value == null ? null : parser.apply(value);
  }
}
