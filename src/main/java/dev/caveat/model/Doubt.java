package dev.caveat.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far what was learnt from a filing is to be trusted. The one place that says when a filing is
 * doubtful.
 *
 * @param confidence the calibrated chance, 0 to 1, that all of it is right; null where it was not
 *     measured
 * @param warnings what looks odd; empty where nothing does
 */
public record Doubt(@Nullable Double confidence, List<Warning> warnings) {
  /** Nothing is known that speaks against it. */
  public static final Doubt NONE = new Doubt(null, List.of());

  /** A filing that is less sure than this is more likely wrong than right. */
  public static final double MIN_CONFIDENCE = 0.7;

  /** Copies the list and checks the bounds. */
  public Doubt {
    warnings = List.copyOf(warnings);
    if (confidence != null && !(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must be between 0 and 1: " + confidence);
    }
  }

  /** Whether a person should look at the filing: it is hardly sure, or has any warning. */
  public boolean isDoubtful() {
    return !warnings.isEmpty() || (confidence != null && confidence < MIN_CONFIDENCE);
  }

  /** The reasons in words, parted by semicolons; empty where it is not doubtful. */
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
   * The confidence with so many decimals, cut and not rounded, so that what is doubtful looks so.
   *
   * @return null where it was not measured
   */
  public @Nullable BigDecimal confidence(int decimals) {
    return confidence == null
        ? null
        : BigDecimal.valueOf(confidence).setScale(decimals, RoundingMode.FLOOR);
  }
}
