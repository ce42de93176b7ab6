package dev.caveat.search;

import dev.caveat.search.query.QuerySyntaxException;

/**
 * One risk of an indexed filing, written {@code FILING#N}.
 *
 * @param filing accession number, hash or path
 * @param ordinal number of the risk, from 1
 */
public record RiskReference(String filing, int ordinal) {
  private static final int MAX_DIGITS = 6;

  /**
   * Parses {@code FILING#N}.
   *
   * @throws QuerySyntaxException if it has another form
   */
  public static RiskReference parse(String text) {
    int hash = text.lastIndexOf('#');
    String digits = text.substring(hash + 1);
    boolean number =
        !digits.isEmpty()
            && digits.length() <= MAX_DIGITS
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (hash < 1 || !number) {
      throw new QuerySyntaxException(
          "name a risk as FILING#N, such as 0000320193-23-000106#4, not: " + text);
    }
    return new RiskReference(text.substring(0, hash), Integer.parseInt(digits));
  }

  @Override
  public String toString() {
    return filing + "#" + ordinal;
  }
}
