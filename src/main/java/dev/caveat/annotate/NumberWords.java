package dev.caveat.annotate;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers in words, such as "one million five hundred thousand". */
final class NumberWords {
  private static final Map<String, Integer> SMALL = new HashMap<>();
  private static final Map<String, Integer> ZEROS =
      Map.of("thousand", 3, "million", 6, "billion", 9, "trillion", 12);

  static {
    List<String> ones =
        List.of(
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    for (int i = 0; i < ones.size(); i++) {
      SMALL.put(ones.get(i), i + 1);
    }
    List<String> tens =
        List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    for (int i = 0; i < tens.size(); i++) {
      SMALL.put(tens.get(i), 20 + 10 * i);
    }
  }

  private NumberWords() {}

  /** The number at the beginning of a text; null if it begins with none. */
  static @Nullable BigDecimal read(String text) {
    BigDecimal total = BigDecimal.ZERO;
    long group = 0;
    boolean any = false;
    for (String word : text.toLowerCase(Locale.ROOT).split("[\\s-]+")) {
      Integer small = SMALL.get(word);
      Integer zeros = ZEROS.get(word);
      if (small != null) {
        group += small;
      } else if (word.equals("hundred") && any) {
        group = Math.max(1, group) * 100;
      } else if (zeros != null && any) {
        total = total.add(BigDecimal.valueOf(Math.max(1, group)).scaleByPowerOfTen(zeros));
        group = 0;
      } else if (!word.equals("and")) {
        break;
      }
      any = true;
    }
    return any ? total.add(BigDecimal.valueOf(group)) : null;
  }
}
