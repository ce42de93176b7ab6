package dev.caveat.compare;

import dev.caveat.words.ContentWords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tells whether a new wording says anything new. Dates, numbers and function words do not count,
 * nor do words that only changed their place or their ending; of words that tell something, a few
 * may go and fewer come.
 */
final class Wording {
  private static final int MOST_NEW = 2;
  private static final int MOST_CHANGED = 6;

  /** Of all words, so many may change at most. */
  private static final double MOST_SHARE = 0.04;

  private static final Pattern DATED =
      Pattern.compile(
          "\\d.*|januari|februari|march|april|mai|june|juli|august|septemb|octob|novemb|decemb"
              + "|fiscal|quarter|year|end|first|second|third|fourth|million|billion|thousand"
              + "|one|two|three|four|five|six|seven|eight|nine|ten");

  private Wording() {}

  /** Whether a change adds nothing. */
  static boolean addsNothing(RiskText old, RiskText now) {
    if (old.words.equals(now.words)) {
      return true;
    }
    Map<String, Integer> difference = new HashMap<>();
    stems(now.plain).forEach(s -> difference.merge(s, 1, Integer::sum));
    stems(old.plain).forEach(s -> difference.merge(s, -1, Integer::sum));
    int added = 0;
    int gone = 0;
    for (int n : difference.values()) {
      added += Math.max(0, n);
      gone += Math.max(0, -n);
    }
    int all = old.words.size() + now.words.size();
    return added <= MOST_NEW && added + gone <= MOST_CHANGED && added + gone <= MOST_SHARE * all;
  }

  private static List<String> stems(String text) {
    return ContentWords.of(text, Integer.MAX_VALUE).stream()
        .map(ContentWords.Word::stem)
        .filter(s -> !DATED.matcher(s).matches())
        .toList();
  }
}
