package dev.caveat.annotate;

import java.util.List;
import java.util.regex.Pattern;

/** What a filing says about its fiscal year. */
final class FiscalYear {
  private static final Pattern ENDS =
      Pattern.compile(
          "(?i)\\b(?:our|the company[’']s|its) (?:\\d\\d-? ?(?:or \\d\\d-? ?)?week )?fiscal year (?:ends?|ending|is the (?:52|53)[^.;]{0,40} ending) (?:on |in )?[^.;]{0,50}?\\b(January|February|March|April|May|June|July|August|September|October|November|December)\\b");

  private FiscalYear() {}

  /** Whether the texts say that the fiscal year ends in another month than the calendar's. */
  static boolean isShifted(List<String> texts) {
    for (String text : texts) {
      var m = ENDS.matcher(text);
      if (m.find()) {
        return !m.group(1).equalsIgnoreCase("December");
      }
    }
    return false;
  }
}
