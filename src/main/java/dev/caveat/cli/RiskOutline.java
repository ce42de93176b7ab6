package dev.caveat.cli;

import dev.caveat.index.IndexedFiling;
import dev.caveat.model.Doubt;
import dev.caveat.model.FilingFacts;
import dev.caveat.model.RiskDisclosure;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.RiskSection;
import dev.caveat.model.RiskSection.Status;
import dev.caveat.model.VisibleText;
import dev.caveat.model.Warning;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A filing's risks as an indented list of groups and captions. */
final class RiskOutline {
  private RiskOutline() {}

  /**
   * The outline, several lines; the path, the facts, the status and doubts come first.
   *
   * @param width columns of a line; further lines of one entry are indented
   */
  static String of(RiskDisclosure filing, int width) {
    return of(filing, filing.section().risks(), width);
  }

  /** The same without groups and captions. */
  static String head(RiskDisclosure filing, int width) {
    return of(filing, List.of(), width);
  }

  private static String of(RiskDisclosure filing, List<RiskFactor> risks, int width) {
    RiskSection section = filing.section();
    return of(
        VisibleText.line(filing.path()),
        filing.facts(),
        section.status(),
        section.evidence(),
        filing.document(),
        filing.doubt(),
        risks,
        width);
  }

  /** As above, of a filing of an index. */
  static String of(IndexedFiling filing, List<RiskFactor> risks, int width) {
    return of(
        filing.path(),
        filing.facts(),
        filing.status(),
        filing.evidence(),
        filing.document(),
        filing.doubt(),
        risks,
        width);
  }

  private static String of(
      String path,
      FilingFacts f,
      Status status,
      String evidence,
      @Nullable String document,
      Doubt doubt,
      List<RiskFactor> risks,
      int width) {
    StringBuilder out = new StringBuilder();
    String facts = FilingTitle.joined(f.company(), f.form(), f.period(), f.accession());
    out.append(path).append('\n');
    out.append(TextWrap.wrap("  ", facts, width, 4)).append('\n');
    out.append(TextWrap.wrap("  " + status.id() + ": ", evidence, width, 4)).append('\n');
    if (document != null) {
      out.append(TextWrap.wrap("  in ", document, width, 4)).append('\n');
    }
    if (doubt.confidence() != null) {
      out.append("  confidence: ").append(doubt.confidence(2)).append('\n');
    }
    for (Warning warning : doubt.warnings()) {
      String words = warning.message() + " (" + warning.code() + ")";
      out.append(TextWrap.wrap("  warning: ", words, width, 4)).append('\n');
    }
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
