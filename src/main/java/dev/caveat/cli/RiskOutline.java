package dev.caveat.cli;

import dev.caveat.model.FilingFacts;
import dev.caveat.model.RiskDisclosure;
import dev.caveat.model.RiskFactor;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A filing's risks as an indented list of groups and captions. */
final class RiskOutline {
  private RiskOutline() {}

  /**
   * The outline, several lines; the path, the facts and the status come first.
   *
   * @param width columns of a line; further lines of one entry are indented
   */
  static String of(RiskDisclosure filing, int width) {
    StringBuilder out = new StringBuilder();
    FilingFacts f = filing.facts();
    String facts =
        Stream.of(f.company(), f.form(), f.period(), f.accession())
            .filter(Objects::nonNull)
            .map(Object::toString)
            .collect(Collectors.joining(" · "));
    out.append(filing.path()).append('\n');
    out.append(TextWrap.wrap("  ", facts, width, 4)).append('\n');
    String status = "  " + filing.section().status().id() + ": ";
    out.append(TextWrap.wrap(status, filing.section().evidence(), width, 4)).append('\n');
    List<String> group = List.of();
    for (RiskFactor risk : filing.section().risks()) {
      if (!risk.group().equals(group)) {
        group = risk.group();
        out.append('\n').append(TextWrap.wrap("  ", String.join(" › ", group), width, 4));
        out.append('\n');
      }
      String number = String.format(Locale.ROOT, "  %3d  ", risk.ordinal());
      out.append(TextWrap.wrap(number, risk.heading(), width, number.length())).append('\n');
    }
    return out.append('\n').toString();
  }
}
