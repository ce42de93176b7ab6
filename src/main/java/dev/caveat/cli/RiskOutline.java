package dev.caveat.cli;

import dev.caveat.model.FilingFacts;
import dev.caveat.model.RiskDisclosure;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.RiskSection;
import dev.caveat.model.RiskSection.Status;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A filing's risks as an indented list of groups and captions. */
final class RiskOutline {
  private RiskOutline() {}

  /** The outline, several lines; the path, the facts and the status come first. */
  static String of(RiskDisclosure filing) {
    RiskSection section = filing.section();
    return of(filing.path(), filing.facts(), section.status(), section.evidence(), section.risks());
  }

  /** As above, of a filing in parts. */
  static String of(
      String path, FilingFacts f, Status status, String evidence, List<RiskFactor> risks) {
    StringBuilder out = new StringBuilder();
    String facts =
        Stream.of(f.company(), f.form(), f.period(), f.accession())
            .filter(Objects::nonNull)
            .map(Object::toString)
            .collect(Collectors.joining(" · "));
    out.append(path).append('\n');
    out.append("  ").append(facts).append('\n');
    out.append("  ").append(status.id()).append(": ");
    out.append(evidence).append('\n');
    List<String> group = List.of();
    for (RiskFactor risk : risks) {
      if (!risk.group().equals(group)) {
        group = risk.group();
        out.append("\n  ").append(String.join(" › ", group)).append('\n');
      }
      out.append("  %3d  %s%n".formatted(risk.ordinal(), risk.heading()));
    }
    return out.append('\n').toString();
  }
}
