package dev.caveat.mcp;

import dev.caveat.index.IndexedFiling;
import dev.caveat.json.QuoteJson;
import dev.caveat.json.SourceJson;
import dev.caveat.model.FilingFacts;
import dev.caveat.model.VisibleText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How texts for people are written. Each line of a filing's words begins with {@link #QUOTED}. */
final class Words {
  static final String QUOTED = "> ";

  private Words() {}

  /** Words of a filing, marked so that nothing in them can pass for ours. */
  static String quoted(String text) {
    return QUOTED + VisibleText.lines(text).replaceAll("\\R", "\n" + QUOTED) + "\n";
  }

  /** Quoted words and their place. */
  static String quoted(QuoteJson quote) {
    return quoted(quote.text()) + place(quote.source());
  }

  /** Where words are in the filing as filed; empty if that is not known. */
  static String place(@Nullable SourceJson source) {
    return source == null
        ? ""
        : "  (document %d, characters %d to %d)\n"
            .formatted(source.document(), source.start(), source.end());
  }

  /** A name from a filing or an agent, on one line. */
  static String line(String text) {
    return VisibleText.line(shortened(text, 200));
  }

  /** At most so many characters. */
  static String shortened(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + "…";
  }

  /** A filing in a line: company, form and year, day of filing, key. */
  static String filing(String id, FilingFacts facts) {
    List<String> parts = new ArrayList<>();
    parts.add(facts.company() == null ? "unknown company" : line(facts.company()));
    if (facts.form() != null) {
      parts.add(
          line(facts.form()) + (facts.fiscalYear() == null ? "" : " for " + facts.fiscalYear()));
    }
    if (facts.filed() != null) {
      parts.add("filed " + facts.filed());
    } else if (facts.period() != null) {
      parts.add("period to " + facts.period());
    }
    parts.add(IndexedFiling.name(id));
    return String.join(", ", parts);
  }
}
