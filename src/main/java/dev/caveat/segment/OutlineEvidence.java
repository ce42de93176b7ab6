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
 * Evidence for or against an outline as a whole: how much text is under captions, how even the
 * pieces are, how captions read, which looks remain unexplained. Each is a name and a level, such
 * as {@code front=2}; its weight is fitted ({@code models/outline.tsv}).
 */
final class OutlineEvidence {
  private static final int PROSE = Bounds.whole("shortest-paragraph-risk");
  private static final int SHORTEST_MARKED = Bounds.whole("shortest-marked");
  private static final int LONG_MARKED = Bounds.whole("long-marked");

  private OutlineEvidence() {}

  static List<String> of(SectionSignals section, Hypothesis hypothesis, RoleModel.Decoded decoded) {
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
    Map<Typography, Integer> captionLooks = new HashMap<>();
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
            markedBody += standing && block.text().length() >= SHORTEST_MARKED ? 1 : 0;
            runInBody += standing ? 0 : 1;
            markedRisks += section.statesRisk(i, hypothesis) && length < LONG_MARKED ? 1 : 0;
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
    Levels.add(out, kind, "captions", captions, Levels.COUNTS);
    Levels.add(out, kind, "all", all, Levels.LENGTHS);
    Levels.add(out, kind, "front", front / Math.max(1, all), Levels.SHARES);
    Levels.add(out, "", "front-length", front, Levels.LENGTHS);
    Levels.add(out, kind, "median", median, Levels.LENGTHS);
    Levels.add(out, kind, "mean", all / c, Levels.LENGTHS);
    Levels.add(out, "", "longest", longest, Levels.LENGTHS);
    Levels.add(out, "", "longest-share", longest / Math.max(1, all), Levels.SHARES);
    Levels.add(out, "", "spread", deviation / Math.max(1, mean), Levels.RATIOS);
    Levels.add(out, kind, "sentences", sentences / c, Levels.SHARES);
    Levels.add(out, kind, "risky", risky / c, Levels.SHARES);
    Levels.add(out, kind, "group-titles", groupTitles / c, Levels.SHARES);
    Levels.add(out, kind, "bare", bare / c, Levels.SHARES);
    Levels.add(out, kind, "bulleted", items / c, Levels.SHARES);
    Levels.add(out, kind, "run-in", runIn / c, Levels.SHARES);
    Levels.add(out, kind, "same", same / c, Levels.SHARES);
    Levels.add(out, kind, "unsame", unsame / c, Levels.RATIOS);
    Levels.add(out, kind, "marked-body", markedBody / c, Levels.RATIOS);
    Levels.add(out, kind, "marked-risks", markedRisks / c, Levels.RATIOS);
    Levels.add(out, kind, "run-in-body", runInBody / c, Levels.RATIOS);
    Levels.add(out, kind, "small", small / c, Levels.SHARES);
    Levels.add(out, kind, "repeated", (captions - distinct.size()) / c, Levels.SHARES);
    Levels.add(out, kind, "looks", captionLooks.size(), Levels.COUNTS);
    Levels.add(out, kind, "groups", groups / c, Levels.RATIOS);
    Levels.add(out, kind, "caption-text", captionText / Math.max(1, all), Levels.SHARES);
    oddities(section, hypothesis, outline, out);
    Levels.add(out, kind, "fit", decoded.fit(), Levels.FITS);
    Levels.add(out, kind, "weakest", decoded.weakest(), Levels.SHARES);
    return out;
  }

  /** What readers would stumble over: captions, groups and text in places where few have them. */
  private static void oddities(
      SectionSignals section, Hypothesis hypothesis, Outline outline, List<String> out) {
    Hypothesis bySense = new Hypothesis(Hypothesis.Kind.SENTENCES, null);
    Set<Typography> groupLooks = new HashSet<>();
    for (int i = 0; i < section.size(); i++) {
      if (outline.roles()[i] == Role.GROUP) {
        groupLooks.add(section.looks[i]);
      }
    }
    int captions = 0;
    int stops = 0;
    int cutLeads = 0;
    int gaps = 0;
    int number = 0;
    int groups = 0;
    int ungrouped = 0;
    int emptyGroups = 0;
    int groupSentences = 0;
    int likeGroups = 0;
    int frontStatements = 0;
    int statements = 0;
    boolean empty = false;
    for (int i = 0; i < section.size(); i++) {
      Block block = section.blocks.get(i);
      switch (outline.roles()[i]) {
        case CAPTION -> {
          String caption = section.caption(i, hypothesis);
          captions++;
          stops += CaptionWords.endsSentence(caption) ? 1 : 0;
          String rest = block.text().substring(outline.leads()[i]).strip();
          cutLeads += !rest.isEmpty() && Character.isLowerCase(rest.charAt(0)) ? 1 : 0;
          int next = CaptionWords.number(caption);
          gaps += next > 1 && next != number + 1 ? 1 : 0;
          number = next;
          ungrouped += groups == 0 ? 1 : 0;
          empty = false;
        }
        case GROUP -> {
          emptyGroups += empty && outline.roles()[i - 1] != Role.GROUP ? 1 : 0;
          groups++;
          groupSentences += CaptionWords.endsSentence(block.text()) ? 1 : 0;
          empty = true;
        }
        case BODY -> {
          boolean statement =
              section.relation(i, bySense) == Relation.SAME
                  && section.statesRisk(i, bySense)
                  && section.isProse(i + 1)
                  && !section.announces(i);
          frontStatements += statement && captions + groups == 0 ? 1 : 0;
          statements += statement ? 1 : 0;
          likeGroups += section.marked[i] && groupLooks.contains(section.looks[i]) ? 1 : 0;
        }
        default -> {}
      }
    }
    Levels.add(out, "", "odd-stops", Math.min(stops, captions - stops), Levels.COUNTS);
    Levels.add(out, "", "cut-leads", cutLeads, Levels.COUNTS);
    Levels.add(out, "", "gaps", gaps, Levels.COUNTS);
    Levels.add(out, "", "ungrouped", groups == 0 ? 0 : ungrouped, Levels.COUNTS);
    Levels.add(out, "", "empty-groups", emptyGroups + (empty ? 1 : 0), Levels.COUNTS);
    Levels.add(out, "", "group-sentences", groupSentences, Levels.COUNTS);
    Levels.add(out, "", "like-groups", likeGroups, Levels.COUNTS);
    Levels.add(out, "", "front-statements", frontStatements, Levels.COUNTS);
    Levels.add(out, "", "statements", statements, Levels.COUNTS);
  }

  /** Of a section whose paragraphs are its risks. */
  private static void paragraphs(SectionSignals section, List<String> out, double all) {
    int prose = 0;
    int marked = 0;
    int markedRisks = 0;
    int statements = 0;
    Hypothesis sentences = new Hypothesis(Hypothesis.Kind.SENTENCES, null);
    Hypothesis paragraphs = new Hypothesis(Hypothesis.Kind.PARAGRAPHS, null);
    for (int i = 0; i < section.size(); i++) {
      boolean is = section.marked[i];
      statements +=
          section.relation(i, sentences) == Relation.SAME
                  && section.statesRisk(i, sentences)
                  && section.isProse(i + 1)
              ? 1
              : 0;
      prose += section.blocks.get(i).text().length() >= PROSE && !is ? 1 : 0;
      marked += is ? 1 : 0;
      markedRisks += is && section.statesRisk(i, paragraphs) ? 1 : 0;
    }
    double p = Math.max(1, prose);
    Levels.add(out, "PARAGRAPHS", "prose", prose, Levels.COUNTS);
    Levels.add(out, "PARAGRAPHS", "all", all, Levels.LENGTHS);
    Levels.add(out, "PARAGRAPHS", "mean", all / p, Levels.LENGTHS);
    Levels.add(out, "PARAGRAPHS", "statements", statements / p, Levels.RATIOS);
    Levels.add(out, "PARAGRAPHS", "marked", marked / p, Levels.RATIOS);
    Levels.add(out, "PARAGRAPHS", "marked-risks", markedRisks / p, Levels.RATIOS);
  }
}
