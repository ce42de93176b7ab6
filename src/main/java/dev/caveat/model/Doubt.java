package dev.caveat.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the result for a filing can be trusted. This is the one place that defines when a filing
 * is doubtful.
 *
 * @param confidence the calibrated probability, 0 to 1, that all of it is right; null if it was not
 *     measured
 * @param warnings what looks odd; empty if nothing does
 */
public record Doubt(@Nullable Double confidence, List<Warning> warnings) {
  /** No confidence measured and no warnings. */
  public static final Doubt NONE = new Doubt(null, List.of());

  /** Filings below this confidence are doubtful. */
  public static final double MIN_CONFIDENCE = 0.7;

  /** Copies the list and checks the bounds. */
  public Doubt {
    warnings = List.copyOf(warnings);
    if (confidence != null && !(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must be between 0 and 1: " + confidence);
    }
  }

  /** Whether a person should check the filing: its confidence is low, or it has any warning. */
  public boolean isDoubtful() {
    return !warnings.isEmpty() || (confidence != null && confidence < MIN_CONFIDENCE);
  }

  /** The reasons in words, separated by semicolons; empty if it is not doubtful. */
  public String reasons() {
    if (!isDoubtful()) {
      return "";
    }
    List<String> reasons = new ArrayList<>();
    warnings.forEach(w -> reasons.add(w.message()));
    if (confidence != null) {
      reasons.add("confidence " + confidence(2));
    }
    return String.join("; ", reasons);
  }

  /**
   * The confidence with the given number of decimals, truncated and not rounded, so that a doubtful
   * filing also looks doubtful.
   *
   * @return null if it was not measured
   */
  public @Nullable BigDecimal confidence(int decimals) {
    return confidence == null
        ? null
        : BigDecimal.valueOf(confidence).setScale(decimals, RoundingMode.FLOOR);
  }
}
