package dev.caveat.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.caveat.Seeds;
import dev.caveat.compare.Change.Kind;
import dev.caveat.compare.Comparison.Side;
import dev.caveat.model.RiskFactor;
import dev.caveat.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Sections changed at random, in ways that are known: risks moved, split, merged, edited, dropped
 * and added. How many of the changes made are found again, of those made and those found. An edited
 * risk is to come out as modified or cosmetic; one that comes out as unchanged fails at once.
 */
final class PerturbationTest {
  private static final int ROUNDS = Integer.getInteger("caveat.rounds", 2);
  private static final double ASKED = 0.97;

  /** What became of which risks; kinds are told but for what is edited. */
  private record Link(String kind, Set<Integer> old, Set<Integer> now) {}

  /** A section that was changed, and how. */
  private static final class Perturbed {
    private final List<RiskFactor> risks = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    private void add(RiskFactor risk) {
      add(risk.heading(), risk.paragraphs(), risk.captioned());
    }

    private void add(String heading, List<String> paragraphs, boolean captioned) {
      risks.add(new RiskFactor(risks.size() + 1, List.of(), heading, paragraphs, captioned));
    }

    private void link(String kind, Set<Integer> old, Set<Integer> now) {
      links.add(new Link(kind, old, now));
    }
  }

  private static Perturbed perturbed(
      List<RiskFactor> section, List<RiskFactor> foreign, Random random) {
    List<RiskFactor> order = new ArrayList<>(section);
    if (order.size() > 2 && random.nextBoolean()) {
      order.add(random.nextInt(order.size()), order.remove(random.nextInt(order.size())));
    }
    Perturbed out = new Perturbed();
    for (int i = 0; i < order.size(); i++) {
      RiskFactor risk = order.get(i);
      int next = out.risks.size() + 1;
      Set<Integer> own = Set.of(risk.ordinal());
      int dice = random.nextInt(20);
      if (dice == 0) {
        out.link("removed", own, Set.of());
      } else if (dice == 1) {
        RiskFactor other = foreign.get(random.nextInt(foreign.size()));
        out.add(other);
        out.link("added", Set.of(), Set.of(next));
        out.add(risk);
        out.link("unchanged", own, Set.of(next + 1));
      } else if (dice == 2 && risk.paragraphs().size() >= 4) {
        int half = risk.paragraphs().size() / 2;
        List<String> rest = risk.paragraphs().subList(half, risk.paragraphs().size());
        out.add(risk.heading(), risk.paragraphs().subList(0, half), risk.captioned());
        out.add(firstSentence(rest.getFirst()), rest, false);
        out.link("split", own, Set.of(next, next + 1));
      } else if (dice == 3 && i + 1 < order.size() && words(order.get(i + 1)) > 40) {
        RiskFactor with = order.get(++i);
        List<String> both = new ArrayList<>(risk.paragraphs());
        both.add(with.text());
        out.add(risk.heading(), both, risk.captioned());
        out.link("merged", Set.of(risk.ordinal(), with.ordinal()), Set.of(next));
      } else if (dice <= 9 && !risk.paragraphs().isEmpty()) {
        out.add(risk.heading(), edited(risk.paragraphs(), random), risk.captioned());
        out.link("edited", own, Set.of(next));
      } else {
        out.add(risk);
        out.link("unchanged", own, Set.of(next));
      }
    }
    return out;
  }

  private static int words(RiskFactor risk) {
    return Words.count(risk.text());
  }

  private static String firstSentence(String paragraph) {
    int end = paragraph.indexOf(". ");
    return end < 0 ? paragraph : paragraph.substring(0, end + 1);
  }

  /** Up to a fifth of the words are replaced, in stretches, and one word at least. */
  private static List<String> edited(List<String> paragraphs, Random random) {
    List<String> edited = paragraphs;
    while (edited.equals(paragraphs)) {
      edited = perhapsEdited(paragraphs, random);
    }
    return edited;
  }

  private static List<String> perhapsEdited(List<String> paragraphs, Random random) {
    List<String> edited = new ArrayList<>();
    for (String paragraph : paragraphs) {
      String[] words = paragraph.split(" ");
      for (int i = 0; i < words.length; i++) {
        if (random.nextInt(25) == 0) {
          for (int j = i; j < Math.min(words.length, i + 4); j++) {
            words[j] = "altered" + random.nextInt(50);
          }
        }
      }
      edited.add(String.join(" ", words));
    }
    return edited;
  }

  private static double recovered(List<Side> sections, long seed) {
    Random random = new Random(seed);
    int made = 0;
    int found = 0;
    int right = 0;
    for (Side section : sections) {
      for (int round = 0; round < ROUNDS; round++) {
        Side foreign = section;
        while (Set.copyOf(foreign.risks()).equals(Set.copyOf(section.risks()))
            || sameCompany(foreign, section)) {
          foreign = sections.get(random.nextInt(sections.size()));
        }
        Perturbed p = perturbed(section.risks(), foreign.risks(), random);
        Comparison comparison =
            Comparison.of(section, new Side("changed", section.facts(), p.risks));
        ComparisonTest.assertEachRiskOnce(comparison);
        Set<Link> links = new HashSet<>();
        comparison.changes().forEach(c -> links.add(link(c)));
        for (Link edited : p.links) {
          if (edited.kind.equals("edited")) {
            assertThat(links).doesNotContain(new Link("unchanged", edited.old, edited.now));
          }
        }
        made += p.links.size();
        found += links.size();
        right +=
            (int)
                p.links.stream()
                    .filter(
                        l ->
                            links.contains(l)
                                || l.kind.equals("edited")
                                    && (links.contains(new Link("modified", l.old, l.now))
                                        || links.contains(new Link("cosmetic", l.old, l.now))))
                    .count();
      }
    }
    double f1 = 2.0 * right / (made + found);
    System.out.printf(
        "perturbations: %d sections, %d changes made, %d found again, F1 %.4f%n",
        sections.size(), made, right, f1);
    return f1;
  }

  private static boolean sameCompany(Side a, Side b) {
    return a.facts().company() != null
        && b.facts().company() != null
        && FilingSeries.sameCompany(a.facts(), b.facts());
  }

  private static Link link(Change change) {
    String kind = change.kind() == Kind.COSMETIC ? "cosmetic" : change.kind().id();
    return new Link(kind, Set.copyOf(change.before()), Set.copyOf(change.after()));
  }

  private static List<Side> in(Path folder) {
    return ReadFilings.in(folder).stream().filter(s -> s.risks().size() >= 5).toList();
  }

  @Test
  void findsChangesMadeAtRandomToBundledFilings() {
    assertThat(recovered(in(ReadFilings.BUNDLED), Seeds.or(11))).isGreaterThanOrEqualTo(ASKED);
  }

  @Test
  void findsChangesMadeAtRandomToRealFilings() {
    List<Side> real = in(ReadFilings.REAL);
    assumeTrue(!real.isEmpty(), "no real filings here");
    assertThat(recovered(real, Seeds.or(12))).isGreaterThanOrEqualTo(ASKED);
  }
}
