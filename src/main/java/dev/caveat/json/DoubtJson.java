package dev.caveat.json;

import dev.caveat.model.Doubt;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a filing can be trusted; fields of the filing's object.
 *
 * @param confidence 0 to 1 with three decimals, truncated and not rounded; null if it was not
 *     measured
 * @param warnings empty if nothing looks odd
 */
public record DoubtJson(@Nullable BigDecimal confidence, List<Warning> warnings) {
  private static final int DECIMALS = 3;

  /**
   * What a person should check.
   *
   * @param code stable, for programs
   * @param message the same in words
   */
  public record Warning(String code, String message) {}

  /** Of a filing. */
  public static DoubtJson of(Doubt doubt) {
    return new DoubtJson(
        doubt.confidence(DECIMALS),
        doubt.warnings().stream().map(w -> new Warning(w.code(), w.message())).toList());
  }
}
