package dev.caveat.segment;

import dev.caveat.model.RiskSection;
import dev.caveat.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a short section says instead of risks. */
final class StatusReader {
  private record Rule(RiskSection.Status status, Phrase sentence) {}

  private static final List<Rule> RULES =
      Table.resource(StatusReader.class, "statuses.tsv").stream()
          .map(
              f ->
                  new Rule(
                      RiskSection.Status.valueOf(
                          f.at(0).toUpperCase(Locale.ROOT).replace('-', '_')),
                      new Phrase(f.at(1))))
          .toList();

  /** What goes on to tell risks: "Other than the risk factors set forth below, …". */
  private static final Phrase EXCEPT =
      new Phrase(
          "\\b(except|other than|in addition to|supplement)\\b.{0,120}\\b(below|following)\\b");

  private static final Pattern OF_RISKS = Pattern.compile("(?i)risk factor|factors");

  /** Sentences end at a period, but not behind the number of an item or a part. */
  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?<=[.?!][”\"’)]?)(?<!(?i:item|items|part|no)[ \u00A0]\\w{1,3}\\.)(?<!\\b(?:Inc|No|Nos|U\\.S)\\.)\\s+(?=[A-Z“\"(])|\\n+");

  /** A status and the sentence that says it. */
  record Answer(RiskSection.Status status, String evidence) {
    /** The same as an answer for the filing. */
    RiskSection section(String method) {
      return switch (status) {
        case NOT_REQUIRED -> new RiskSection.NotRequired(evidence, method);
        case NO_MATERIAL_CHANGES -> new RiskSection.NoMaterialChanges(evidence, method);
        case INCORPORATED -> new RiskSection.Incorporated(evidence, method);
        default -> throw new IllegalStateException("no rule gives " + status);
      };
    }
  }

  private StatusReader() {}

  /**
   * The first status, in the order of the rules, that a sentence states; null if none does. Of
   * several sentences, the first that speaks of risk factors.
   */
  static @Nullable Answer read(String text) {
    List<String> sentences =
        sentences(text).stream().filter(s -> !EXCEPT.isIn(s.toLowerCase(Locale.ROOT))).toList();
    for (RiskSection.Status status :
        List.of(
            RiskSection.Status.NOT_REQUIRED,
            RiskSection.Status.NO_MATERIAL_CHANGES,
            RiskSection.Status.INCORPORATED)) {
      List<String> stating = sentences.stream().filter(s -> states(s, status)).toList();
      if (!stating.isEmpty()) {
        return new Answer(
            status,
            stating.stream()
                .filter(s -> OF_RISKS.matcher(s).find())
                .findFirst()
                .orElse(stating.getFirst()));
      }
    }
    return null;
  }

  private static boolean states(String sentence, RiskSection.Status status) {
    String lower = sentence.toLowerCase(Locale.ROOT);
    for (Rule rule : RULES) {
      if (rule.status == status && rule.sentence.isIn(lower)) {
        return true;
      }
    }
    return false;
  }

  static List<String> sentences(String text) {
    List<String> out = new ArrayList<>();
    for (String s : SENTENCE.split(text)) {
      if (!s.isBlank()) {
        out.add(s.strip());
      }
    }
    return out;
  }
}
