package dev.caveat.segment;

import dev.caveat.segment.SectionSignals.LookProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The guesses worth trying on a section: each look that its captions may have, and each kind of
 * wording.
 */
final class Hypotheses {
  private static final int MAX_LOOKS = Bounds.whole("most-looks");

  private Hypotheses() {}

  static List<Hypothesis> of(SectionSignals section) {
    List<Hypothesis> out = new ArrayList<>();
    section.profiles().entrySet().stream()
        .sorted(
            Comparator.comparingInt(
                (Map.Entry<Typography, LookProfile> e) -> -e.getValue().at.size()))
        .limit(MAX_LOOKS)
        .forEach(e -> out.add(byLook(e.getKey())));
    out.add(new Hypothesis(Hypothesis.Kind.SENTENCES, null));
    out.add(new Hypothesis(Hypothesis.Kind.TITLES, null));
    out.add(new Hypothesis(Hypothesis.Kind.RUN_IN_TITLES, null));
    out.add(new Hypothesis(Hypothesis.Kind.PARAGRAPHS, null));
    return out;
  }

  static Hypothesis byLook(Typography look) {
    return new Hypothesis(look.runIn() ? Hypothesis.Kind.RUN_IN : Hypothesis.Kind.STANDING, look);
  }
}
