package dev.caveat.segment;

import dev.caveat.model.RiskSection;
import dev.caveat.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a short section says in place of risks. */
final class StatusReader {
  private record Rule(RiskSection.Status status, Pattern sentence) {}

  private static final List<Rule> RULES =
      Table.resource(StatusReader.class, "statuses.tsv").stream()
          .map(
              f ->
                  new Rule(
                      RiskSection.Status.valueOf(
                          f.at(0).toUpperCase(Locale.ROOT).replace('-', '_')),
                      Pattern.compile(f.at(1))))
          .toList();

  private static final Pattern SENTENCE =
      Pattern.compile("(?<=[.?!][”\"’)]?)\\s+(?=[A-Z“\"(])|\\n+");

  /** A status and the sentence that says it. */
  record Answer(RiskSection.Status status, String evidence) {}

  private StatusReader() {}

  /** The first status, in the order of the rules, that a sentence states; null where none does. */
  static @Nullable Answer read(String text) {
    List<String> sentences = sentences(text);
    for (RiskSection.Status status :
        List.of(
            RiskSection.Status.NOT_REQUIRED,
            RiskSection.Status.NO_MATERIAL_CHANGES,
            RiskSection.Status.INCORPORATED)) {
      for (String sentence : sentences) {
        if (states(sentence, status)) {
          return new Answer(status, sentence);
        }
      }
    }
    return null;
  }

  private static boolean states(String sentence, RiskSection.Status status) {
    String lower = sentence.toLowerCase(Locale.ROOT);
    for (Rule rule : RULES) {
      if (rule.status == status && rule.sentence.matcher(lower).find()) {
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
