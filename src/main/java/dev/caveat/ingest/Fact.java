package dev.caveat.ingest;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A fact of a filing, and how a stated value is put into its one form. */
enum Fact {
  /** With dashes; the 18 digits alone are read too. */
  ACCESSION("(\\d{10})-?(\\d{2})-?(\\d{6})", "$1-$2-$3"),
  CIK("0*([1-9]\\d{0,9})", "$1"),
  COMPANY("(.*\\p{L}.*)", "$1"),
  TICKER("[\\[(]?(?:[A-Z]+ ?: ?)?([A-Z0-9]{1,6}(?:[.\\- ][A-Z0-9]{1,4})?)[\\])]?", "$1"),
  FORM("([A-Z0-9][A-Z0-9 .,/()&-]{0,19})", "$1"),
  FILED("(.+)", "$1"),
  PERIOD("(.+)", "$1"),
  SIC(".*?\\[?(?!0000)(\\d{4})]?", "$1"),
  FISCAL_YEAR("((?:19|20)\\d{2})", "$1"),
  FISCAL_YEAR_END("(.+)", "$1");

  private final Pattern shape;
  private final String form;

  Fact(String shape, String form) {
    this.shape = Pattern.compile(shape);
    this.form = form;
  }

  /**
   * A stated value in the fact's one form: dates as ISO 8601, tickers and forms in uppercase.
   *
   * @param stated what the source says
   * @return null if that is no value of this fact
   */
  @Nullable String read(String stated) {
    String value = stated.strip();
    value =
        switch (this) {
          case TICKER, FORM -> value.toUpperCase(Locale.ROOT);
          case FILED, PERIOD -> StatedDate.date(value);
          case FISCAL_YEAR_END -> StatedDate.monthDay(value);
          default -> value;
        };
    if (value == null || (this == TICKER && value.matches("NONE|NA|N A"))) {
      return null;
    }
    Matcher m = shape.matcher(value);
    return m.matches() ? m.replaceFirst(form) : null;
  }
}
