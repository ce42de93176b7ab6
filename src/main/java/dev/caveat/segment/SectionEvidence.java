package dev.caveat.segment;

import dev.caveat.model.Block;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.RiskSection.Status;
import dev.caveat.segment.SectionFinder.Candidate;
import dev.caveat.segment.SectionFinder.Opening;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Evidence for or against each possible answer for a filing: a candidate read as a section of its
 * own, a candidate read as a statement in its place, or no section at all. Each piece of evidence
 * is a name and a level, such as {@code present/loudness=2}; its weight is fitted ({@code
 * models/outline.tsv}).
 */
final class SectionEvidence {
  private static final int STATEMENT = Bounds.whole("statement-within");
  private static final int MAX_STATEMENT_LENGTH = Bounds.whole("longest-answer");
  private static final int MAX_OPENING_LENGTH = Bounds.whole("longest-opening-block");
  private static final int WORTH_SPLITTING = Bounds.whole("worth-splitting");
  private static final int MAX_SPLIT = Bounds.whole("most-sections-split");
  private static final int MIN_PROSE_LENGTH = Bounds.whole("shortest-prose");
  private static final int SAMPLE = Bounds.whole("sample");
  private static final int NEAR = Bounds.whole("near");
  private static final int PARAGRAPHS = Bounds.whole("paragraphs-at-ends");
  private static final double[] LOUDNESS = Bounds.steps("loudness");
  private static final int LONG_HEADING_AGAIN = Bounds.whole("long-heading-again");
  private static final List<String> NAME = List.of("isk factor", "isk Factor", "ISK FACTOR");
  private static final int CAPTION_LENGTH = Bounds.whole("longest-statement");
  private static final int RISK_WITHIN = Bounds.whole("risk-within");

  /**
   * One answer.
   *
   * @param candidate the place of the section; null if there is none
   * @param said the statement that a status other than present rests on
   * @param section the section's blocks; empty if there is none
   */
  record Answer(
      @Nullable Candidate candidate,
      Status status,
      StatusReader.@Nullable Answer said,
      List<Block> section,
      List<String> evidence,
      double score) {}

  private final SectionFinder finder;
  private final FormFamily family;
  private final OutlineModel model;
  private final List<Block> blocks;
  private final double usualLoudness;

  /** What the starts of sections say; shared by candidates that only end differently. */
  private final Map<String, Optional<StatusReader.Answer>> statements = new HashMap<>();

  /** How many sections may still be split. */
  private int worthSplitting = MAX_SPLIT;

  private SectionEvidence(SectionFinder finder, FormFamily family, OutlineModel model) {
    this.finder = finder;
    this.family = family;
    this.model = model;
    this.blocks = finder.blocks();
    this.usualLoudness = usualLoudness();
  }

  /** All answers, likeliest first; never empty. */
  static List<Answer> answers(List<Block> blocks, FormFamily family, OutlineModel model) {
    SectionFinder finder = new SectionFinder(blocks, family);
    return new SectionEvidence(finder, family, model).answers(finder.candidates());
  }

  private List<Answer> answers(List<Candidate> candidates) {
    List<Answer> out = new ArrayList<>();
    List<List<Block>> sections = candidates.stream().map(this::section).toList();
    int[] lengths = sections.stream().mapToInt(SectionEvidence::length).toArray();
    int longest = Arrays.stream(lengths).max().orElse(0);
    for (int k = 0; k < candidates.size(); k++) {
      Candidate c = candidates.get(k);
      List<Block> section = sections.get(k);
      List<String> common = common(c, section, lengths[k], longest, candidates);
      StatusReader.Answer said = statement(section, lengths[k], common);
      captions(section, lengths[k], said, common);
      if (lengths[k] > 0) {
        out.add(answer(c, Status.PRESENT, null, section, evidence("present", common)));
      }
      if (said != null && lengths[k] <= MAX_STATEMENT_LENGTH) {
        out.add(answer(c, said.status(), said, section, evidence("said", common)));
      }
    }
    List<String> none = new ArrayList<>(List.of("absent", "absent@" + family));
    Levels.add(none, "absent", "candidates", candidates.size(), Levels.COUNTS);
    Levels.add(none, "absent", "longest", longest, Levels.LENGTHS);
    Levels.add(none, "absent", "mentions", mentions(), Levels.COUNTS);
    out.add(answer(null, Status.ABSENT, null, List.of(), none));
    out.sort((a, b) -> Double.compare(b.score, a.score));
    return out;
  }

  /** How many blocks speak of risk factors by this name. */
  private long mentions() {
    return blocks.stream().filter(b -> NAME.stream().anyMatch(b.text()::contains)).count();
  }

  private Answer answer(
      @Nullable Candidate c,
      Status status,
      StatusReader.@Nullable Answer said,
      List<Block> section,
      List<String> evidence) {
    return new Answer(c, status, said, section, evidence, model.sectionScore(evidence));
  }

  private List<Block> section(Candidate c) {
    List<Block> section = Segmenter.section(blocks, c.first(), c.end());
    if (c.runIn() != null) {
      section.addFirst(blocks.get(c.at()).withText(c.runIn()));
    }
    String own = Heading.normal(c.heading());
    String title = title(own);
    section.removeIf(b -> isHeadingAgain(b, own, title));
    return section;
  }

  /** Running heads that repeat the section's own heading. */
  private static boolean isHeadingAgain(Block block, String own, String title) {
    int length = block.text().length();
    if (length >= LONG_HEADING_AGAIN || length < Math.min(own.length(), title.length())) {
      return false;
    }
    String text = Heading.normal(block.text());
    return text.equals(own) || (block.pageBreak() && text.equals(title));
  }

  private static String title(String heading) {
    Heading h = Heading.read(heading);
    return h == null ? heading : Heading.normal(h.title());
  }

  private static int length(List<Block> section) {
    return section.stream().mapToInt(b -> b.text().length()).sum();
  }

  /** The beginning of a section. */
  private static String head(List<Block> section) {
    StringBuilder out = new StringBuilder();
    for (Block block : section) {
      if (out.length() > STATEMENT) {
        break;
      }
      String text = block.text();
      out.append(text, 0, Math.min(text.length(), MAX_OPENING_LENGTH)).append("\n\n");
    }
    return out.toString();
  }

  private static List<String> evidence(String kind, List<String> common) {
    List<String> out = new ArrayList<>(List.of(kind));
    common.forEach(e -> out.add(kind + "/" + e));
    return out;
  }

  // ---------------------------------------------------------------------- evidence

  /** What a section says instead of risks, where it is, and whether risks are announced. */
  private StatusReader.@Nullable Answer statement(
      List<Block> section, int length, List<String> into) {
    String head = head(section);
    StatusReader.Answer said =
        statements
            .computeIfAbsent(head, h -> Optional.ofNullable(StatusReader.read(h)))
            .orElse(null);
    into.add("says=" + says(said));
    boolean announced =
        section.stream()
            .limit(NEAR)
            .anyMatch(b -> CaptionWords.announces(b.text().toLowerCase(Locale.ROOT)));
    flag(into, "announces", announced);
    flag(into, "announces&" + says(said), announced);
    if (said != null) {
      String lower = said.evidence().toLowerCase(Locale.ROOT);
      boolean about = lower.contains("risk factor") || lower.contains("factors");
      into.add("says-of-risks=" + about);
      into.add("says-of-risks=" + about + "&" + says(said));
      int at = Math.max(0, head.indexOf(said.evidence()));
      Levels.add(into, says(said), "said-length", said.evidence().length(), Levels.LENGTHS);
      Levels.add(into, says(said), "before-said", at, Levels.LENGTHS);
      int behind = Math.max(0, length - at - said.evidence().length());
      Levels.add(into, says(said), "behind-said", behind, Levels.LENGTHS);
    }
    return said;
  }

  private static String says(StatusReader.@Nullable Answer said) {
    return said == null ? "nothing" : said.status().id();
  }

  /** How many captioned risks a short section splits into, and how many captions state a risk. */
  private void captions(
      List<Block> section, int length, StatusReader.@Nullable Answer said, List<String> into) {
    if (length > WORTH_SPLITTING || section.isEmpty() || worthSplitting-- <= 0) {
      into.add("captions=" + (section.isEmpty() ? "none" : "untried"));
      return;
    }
    int captions = 0;
    int risky = 0;
    for (RiskFactor risk : RiskSplitter.split(section, model, 1).risks()) {
      boolean captioned = risk.captioned() && !risk.paragraphs().isEmpty();
      captions += captioned ? 1 : 0;
      risky += captioned && CaptionWords.statesRisk(risk.heading()) ? 1 : 0;
    }
    Levels.add(into, "", "captions", captions, Levels.COUNTS);
    into.add(into.getLast() + "&" + says(said));
    if (captions > 0) {
      Levels.add(into, "", "risky-captions", risky / (double) captions, Levels.SHARES);
    }
  }

  private List<String> common(
      Candidate c, List<Block> section, int length, int longest, List<Candidate> all) {
    List<String> out = new ArrayList<>();
    Block heading = blocks.get(c.at());
    Typography look = finder.look(c.at());
    out.add("opening=" + c.opening());
    out.add("opening=" + c.opening() + "@" + family);
    out.add("ending=" + c.ending());
    out.add("ending=" + c.ending() + "&" + c.opening());
    out.add("heading-kind=" + heading.kind());
    flag(out, "run-in", c.runIn() != null);
    flag(out, "link", heading.link());
    flag(out, "distinct", look.distinct());
    flag(out, "capitals", look.capitals());
    flag(out, "centered", look.centered());
    flag(out, "continued", Heading.isContinued(c.heading()));
    flag(out, "exact", Heading.normal(c.heading()).endsWith("risk factors"));
    flag(out, "page-start", isAtPageStart(c.at()));
    Levels.add(out, "", "loudness", look.loudness() - usualLoudness, LOUDNESS);
    Levels.add(out, c.opening().name(), "length", length, Levels.LENGTHS);
    Levels.add(out, "", "of-longest", length / (double) Math.max(1, longest), Levels.SHARES);
    Levels.add(out, "", "position", c.at() / (double) blocks.size(), Levels.SHARES);
    Levels.add(out, "", "contents-near", contentsNear(c.at()), Levels.COUNTS);
    int earlier = 0;
    int louder = 0;
    int inside = 0;
    boolean soon = false;
    for (Candidate other : all) {
      boolean strong = other.opening().compareTo(Opening.TITLE) <= 0;
      earlier += strong && other.at() < c.at() ? 1 : 0;
      louder += strong && loudness(other) > loudness(c) + 1 ? 1 : 0;
      boolean within = strong && other.at() > c.at() && other.at() < c.end();
      inside += within ? 1 : 0;
      soon |= within && other.at() <= c.first() + NEAR;
    }
    Levels.add(out, "", "earlier", earlier, Levels.COUNTS);
    Levels.add(out, "", "louder", louder, Levels.COUNTS);
    Levels.add(out, "", "inside", inside, Levels.COUNTS);
    flag(out, "inside-soon", soon);
    Levels.add(out, "", "next-inside", nextInside(c), Levels.COUNTS);
    Levels.add(out, "", "peers-inside", peersInside(c), Levels.COUNTS);
    content(section, out);
    Levels.add(out, "", "risky-tail", risky(section.reversed()), Levels.SHARES);
    List<Block> behind = blocks.subList(Math.min(c.end() + 1, blocks.size()), blocks.size());
    Levels.add(out, "", "risky-behind", risky(behind), Levels.SHARES);
    int end = Math.min(c.end(), blocks.size());
    int tail = Math.max(c.first(), end - SAMPLE);
    Levels.add(out, "", "kin-behind", kin(tail, end, end, end + SAMPLE), Levels.COUNTS);
    int head = Math.min(end, c.first() + SAMPLE);
    Levels.add(out, "", "kin-before", kin(c.first(), head, c.at() - SAMPLE, c.at()), Levels.COUNTS);
    return out;
  }

  /** How many blocks outside look and read like captions inside. */
  private int kin(int from, int to, int outsideFrom, int outsideTo) {
    Set<Typography> looks = new HashSet<>();
    for (int i = from; i < to; i++) {
      if (isStatement(i)) {
        looks.add(finder.look(i));
      }
    }
    int n = 0;
    for (int i = Math.max(0, outsideFrom); i < Math.min(outsideTo, blocks.size()); i++) {
      n += isStatement(i) && looks.contains(finder.look(i)) ? 1 : 0;
    }
    return n;
  }

  /** Whether a block is set off and states a risk, as captions do. */
  private boolean isStatement(int i) {
    String text = blocks.get(i).text();
    return finder.look(i).distinct()
        && text.length() <= CAPTION_LENGTH
        && CaptionWords.statesRisk(text);
  }

  /** How much of the next paragraphs speaks of risks. */
  private static double risky(List<Block> blocks) {
    int prose = 0;
    int risky = 0;
    for (int i = 0; i < blocks.size() && i < SAMPLE && prose < PARAGRAPHS; i++) {
      if (isProse(blocks.get(i))) {
        prose++;
        risky += speaksOfRisk(blocks.get(i)) ? 1 : 0;
      }
    }
    return risky / Math.max(1.0, prose);
  }

  private static boolean isProse(Block block) {
    return block.kind() != Block.Kind.TABLE_ROW && block.text().length() >= MIN_PROSE_LENGTH;
  }

  private static boolean speaksOfRisk(Block block) {
    String text = block.text();
    String start = text.substring(0, Math.min(text.length(), RISK_WITHIN)).toLowerCase(Locale.ROOT);
    return CaptionWords.statesStrongRisk(start);
  }

  /** How many titles of no risk stand in a candidate in the look of its own heading. */
  private int peersInside(Candidate c) {
    Typography look = finder.look(c.at());
    int n = 0;
    for (int i = c.first(); look.distinct() && i < c.end(); i++) {
      Block block = blocks.get(i);
      n +=
          SectionFinder.isHeadingLike(block)
                  && finder.look(i).equals(look)
                  && finder.heading(i) == null
                  && !CaptionWords.statesRisk(block.text())
              ? 1
              : 0;
    }
    return n;
  }

  /** How many titles of other sections stand in a candidate. */
  private int nextInside(Candidate c) {
    int n = 0;
    for (int i = c.first(); i < c.end(); i++) {
      Heading h = finder.heading(i);
      n +=
          h != null && h.kind() == Heading.Kind.NEXT && SectionFinder.isHeadingLike(blocks.get(i))
              ? 1
              : 0;
    }
    return n;
  }

  private double loudness(Candidate c) {
    return finder.look(c.at()).loudness();
  }

  private static void content(List<Block> section, List<String> out) {
    int prose = 0;
    int risky = 0;
    int rows = 0;
    int items = 0;
    int n = Math.min(SAMPLE, section.size());
    for (Block block : section.subList(0, n)) {
      rows += block.kind() == Block.Kind.TABLE_ROW ? 1 : 0;
      items += block.kind() == Block.Kind.LIST_ITEM ? 1 : 0;
      if (isProse(block)) {
        prose++;
        risky += speaksOfRisk(block) ? 1 : 0;
      }
    }
    Levels.add(out, "", "risky", risky / Math.max(1.0, prose), Levels.SHARES);
    Levels.add(out, "", "prose", prose, Levels.COUNTS);
    Levels.add(out, "", "rows", rows / Math.max(1.0, n), Levels.SHARES);
    Levels.add(out, "", "items", items / Math.max(1.0, n), Levels.SHARES);
    if (!section.isEmpty()) {
      Block first = section.getFirst();
      String lower = first.text().toLowerCase(Locale.ROOT);
      flag(out, "first-introduces", CaptionWords.introduces(lower));
      flag(out, "first-refers", CaptionWords.refersElsewhere(lower));
      flag(out, "first-marked", Typography.of(first).distinct());
      out.add("first-kind=" + first.kind());
      Levels.add(out, "", "first-length", first.text().length(), Levels.LENGTHS);
    }
  }

  private static void flag(List<String> out, String name, boolean there) {
    if (there) {
      out.add(name);
    }
  }

  private boolean isAtPageStart(int at) {
    return blocks.get(at).pageBreak() || (at > 0 && blocks.get(at - 1).pageBreak());
  }

  private int contentsNear(int at) {
    int n = 0;
    for (int i = Math.max(0, at - NEAR); i <= Math.min(blocks.size() - 1, at + NEAR); i++) {
      n += i != at && SectionFinder.isContentsLine(blocks.get(i)) ? 1 : 0;
    }
    return n;
  }

  /** The median loudness of headings that name an item or another section. */
  private double usualLoudness() {
    List<Double> all = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      Heading h = finder.heading(i);
      boolean known = h != null && (h.item() > 0 || h.kind() == Heading.Kind.NEXT);
      if (known && SectionFinder.isHeadingLike(blocks.get(i))) {
        all.add(finder.look(i).loudness());
      }
    }
    all.sort(null);
    return all.isEmpty() ? 0 : all.get(all.size() / 2);
  }
}
