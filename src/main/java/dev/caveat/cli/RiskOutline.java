package dev.caveat.cli;

import dev.caveat.model.FilingFacts;
import dev.caveat.model.RiskDisclosure;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.RiskSection;
import dev.caveat.model.RiskSection.Status;
import dev.caveat.model.VisibleText;
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
    RiskSection section = filing.section();
    return of(
        VisibleText.line(filing.path()),
        filing.facts(),
        section.status(),
        section.evidence(),
        section.risks(),
        width);
  }

  /** As above, of a filing in parts. */
  static String of(
      String path,
      FilingFacts f,
      Status status,
      String evidence,
      List<RiskFactor> risks,
      int width) {
    StringBuilder out = new StringBuilder();
    String facts =
        Stream.of(f.company(), f.form(), f.period(), f.accession())
            .filter(Objects::nonNull)
            .map(Object::toString)
            .collect(Collectors.joining(" · "));
    out.append(path).append('\n');
    out.append(TextWrap.wrap("  ", facts, width, 4)).append('\n');
    out.append(TextWrap.wrap("  " + status.id() + ": ", evidence, width, 4)).append('\n');
    List<String> group = List.of();
    for (RiskFactor risk : risks) {
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
