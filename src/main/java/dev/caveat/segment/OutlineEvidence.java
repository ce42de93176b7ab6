package dev.caveat.segment;

import dev.caveat.model.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What speaks for or against an outline as a whole: how much text stands under captions, how even
 * the pieces are, how captions read, which looks stay unexplained. Each is a name and a level, such
 * as {@code front=2}; how much it counts is fitted ({@code models/outline.tsv}).
 */
final class OutlineEvidence {
  private static final double[] SHARES = {0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 0.95};
  private static final double[] COUNTS = {1, 2, 3, 5, 10, 20, 40, 80};
  private static final double[] LENGTHS = {150, 300, 600, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000};
  private static final double[] FITS = {-1, -0.5, -0.3, -0.2, -0.1, -0.06, -0.03, -0.015, -0.007};
  private static final double[] RATIOS = {0.02, 0.1, 0.25, 0.5, 1, 2, 4};
  private static final int PROSE = 150;

  private OutlineEvidence() {}

  static List<String> of(
      SectionSignals section, Hypothesis hypothesis, RoleModel.Decoded decoded) {
    List<String> out = new ArrayList<>();
    Outline outline = decoded.outline();
    int n = section.size();
    int captions = 0;
    int groups = 0;
    int sentences = 0;
    int risky = 0;
    int groupTitles = 0;
    int bare = 0;
    int items = 0;
    int runIn = 0;
    int same = 0;
    int unsame = 0;
    int markedBody = 0;
    int markedRisks = 0;
    int runInBody = 0;
    int small = 0;
    double front = 0;
    double all = 0;
    double captionText = 0;
    List<Double> pieces = new ArrayList<>();
    double piece = 0;
    boolean open = false;
    Set<String> distinct = new HashSet<>();
    Map<Look, Integer> captionLooks = new HashMap<>();
    for (int i = 0; i < n; i++) {
      Block block = section.blocks.get(i);
      double length = block.text().length();
      all += length;
      boolean isSame = section.relation(i, hypothesis) == Relation.SAME;
      switch (outline.roles()[i]) {
        case CAPTION -> {
          if (open) {
            pieces.add(piece);
            bare += piece == 0 ? 1 : 0;
          }
          String caption = section.caption(i, hypothesis);
          open = true;
          piece = length - outline.leads()[i];
          captionText += outline.leads()[i];
          captions++;
          sentences += section.isSentence(i, hypothesis) ? 1 : 0;
          risky += section.statesRisk(i, hypothesis) ? 1 : 0;
          groupTitles += section.isGroupTitle(i, hypothesis) ? 1 : 0;
          items += block.kind() == Block.Kind.LIST_ITEM ? 1 : 0;
          runIn += outline.leads()[i] < length ? 1 : 0;
          same += isSame ? 1 : 0;
          small += Character.isLowerCase(caption.charAt(0)) ? 1 : 0;
          distinct.add(Heading.normal(caption));
          captionLooks.merge(section.looks[i], 1, Integer::sum);
        }
        case GROUP -> {
          if (open) {
            pieces.add(piece);
            bare += piece == 0 ? 1 : 0;
          }
          open = false;
          piece = 0;
          groups++;
        }
        default -> {
          if (open) {
            piece += length;
          } else if (captions == 0) {
            front += length;
          }
          unsame += isSame ? 1 : 0;
          if (outline.roles()[i] == Role.BODY && section.marked[i]) {
            boolean standing = !section.looks[i].runIn();
            markedBody += standing && block.text().length() >= 12 ? 1 : 0;
            runInBody += standing ? 0 : 1;
            markedRisks += section.statesRisk(i, hypothesis) && length < 700 ? 1 : 0;
          }
        }
      }
    }
    if (open) {
      pieces.add(piece);
      bare += piece == 0 ? 1 : 0;
    }
    String kind = hypothesis.kind().name();
    out.add(kind);
    if (hypothesis.kind() == Hypothesis.Kind.PARAGRAPHS) {
      paragraphs(section, out, all);
      return out;
    }
    double[] sorted = pieces.stream().mapToDouble(d -> d).sorted().toArray();
    double median = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    double longest = sorted.length == 0 ? 0 : sorted[sorted.length - 1];
    double mean = Arrays.stream(sorted).average().orElse(0);
    double deviation =
        Math.sqrt(Arrays.stream(sorted).map(d -> (d - mean) * (d - mean)).average().orElse(0));
    double c = Math.max(1, captions);
    level(out, kind, "captions", captions, COUNTS);
    level(out, kind, "all", all, LENGTHS);
    level(out, kind, "front", front / Math.max(1, all), SHARES);
    level(out, "", "front-length", front, LENGTHS);
    level(out, kind, "median", median, LENGTHS);
    level(out, kind, "mean", all / c, LENGTHS);
    level(out, "", "longest", longest, LENGTHS);
    level(out, "", "longest-share", longest / Math.max(1, all), SHARES);
    level(out, "", "spread", deviation / Math.max(1, mean), RATIOS);
    level(out, kind, "sentences", sentences / c, SHARES);
    level(out, kind, "risky", risky / c, SHARES);
    level(out, kind, "group-titles", groupTitles / c, SHARES);
    level(out, kind, "bare", bare / c, SHARES);
    level(out, kind, "bulleted", items / c, SHARES);
    level(out, kind, "run-in", runIn / c, SHARES);
    level(out, kind, "same", same / c, SHARES);
    level(out, kind, "unsame", unsame / c, RATIOS);
    level(out, kind, "marked-body", markedBody / c, RATIOS);
    level(out, kind, "marked-risks", markedRisks / c, RATIOS);
    level(out, kind, "run-in-body", runInBody / c, RATIOS);
    level(out, kind, "small", small / c, SHARES);
    level(out, kind, "repeated", (captions - distinct.size()) / c, SHARES);
    level(out, kind, "looks", captionLooks.size(), COUNTS);
    level(out, kind, "groups", groups / c, RATIOS);
    level(out, kind, "caption-text", captionText / Math.max(1, all), SHARES);
    level(out, kind, "fit", decoded.fit(), FITS);
    level(out, kind, "weakest", decoded.weakest(), SHARES);
    return out;
  }

  /** Of a section whose paragraphs are its risks. */
  private static void paragraphs(SectionSignals section, List<String> out, double all) {
    int prose = 0;
    int marked = 0;
    int markedRisks = 0;
    Hypothesis paragraphs = new Hypothesis(Hypothesis.Kind.PARAGRAPHS, null);
    for (int i = 0; i < section.size(); i++) {
      boolean is = section.marked[i];
      prose += section.blocks.get(i).text().length() >= PROSE && !is ? 1 : 0;
      marked += is ? 1 : 0;
      markedRisks += is && section.statesRisk(i, paragraphs) ? 1 : 0;
    }
    double p = Math.max(1, prose);
    level(out, "PARAGRAPHS", "prose", prose, COUNTS);
    level(out, "PARAGRAPHS", "all", all, LENGTHS);
    level(out, "PARAGRAPHS", "mean", all / p, LENGTHS);
    level(out, "PARAGRAPHS", "marked", marked / p, RATIOS);
    level(out, "PARAGRAPHS", "marked-risks", markedRisks / p, RATIOS);
  }

  private static void level(List<String> out, String kind, String name, double value, double[] steps) {
    int level = 0;
    while (level < steps.length && value > steps[level]) {
      level++;
    }
    out.add(name + "=" + level);
    if (!kind.isEmpty()) {
      out.add(kind + "/" + name + "=" + level);
    }
  }
}
