package dev.caveat.segment;

import dev.caveat.model.Block;
import dev.caveat.model.Exhibit;
import dev.caveat.model.Filing;
import dev.caveat.model.FilingOutline;
import dev.caveat.model.FilingOutline.Line;
import dev.caveat.model.FilingOutline.Role;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.RiskSection;
import dev.caveat.model.Warning;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The section of a filing as outlined by a person: every role is taken as it is. */
final class CorrectedSection {
  private static final String METHOD = "corrected";
  private static final String BY_HAND = "outlined by hand";

  private final Filing filing;
  private final FilingOutline outline;
  private final int[] found;

  /** What is in the section, and as what. */
  private final List<Block> blocks = new ArrayList<>();

  private final List<dev.caveat.segment.Role> roles = new ArrayList<>();
  private final List<Integer> leads = new ArrayList<>();
  private final List<String> heading = new ArrayList<>();

  CorrectedSection(Filing filing, FilingOutline outline) {
    this.filing = filing;
    this.outline = outline;
    List<Block> all = blocks(filing, outline.document());
    this.found = BlockMatch.of(outline.lines(), all);
    take(all);
  }

  /** The text of a document of a submission; empty if there is no such document. */
  static List<Block> blocks(Filing filing, int document) {
    if (document == filing.document()) {
      return PageCleaner.clean(filing.blocks());
    }
    Exhibit exhibit = exhibit(filing, document);
    return exhibit == null ? List.of() : PageCleaner.clean(exhibit.blocks());
  }

  private static @Nullable Exhibit exhibit(Filing filing, int document) {
    return filing.exhibits().stream().filter(e -> e.number() == document).findFirst().orElse(null);
  }

  /** Lines whose block is not there, from 0; body and what is outside is not missed. */
  List<Integer> lost() {
    List<Integer> lost = new ArrayList<>();
    for (int i = 0; i < found.length; i++) {
      Role role = outline.lines().get(i).role();
      if (found[i] < 0 && role != Role.BODY && role != Role.OUTSIDE) {
        lost.add(i);
      }
    }
    return lost;
  }

  /** The answer where a person says that there is no section; what stands in its place stays. */
  static Segmentation without(Segmentation own) {
    String evidence = own.section().evidence();
    RiskSection none =
        switch (own.section()) {
          case RiskSection.Present p -> new RiskSection.Absent(BY_HAND, METHOD);
          case RiskSection.Absent a -> new RiskSection.Absent(evidence, METHOD);
          case RiskSection.Incorporated i -> new RiskSection.Incorporated(evidence, METHOD);
          case RiskSection.NotRequired n -> new RiskSection.NotRequired(evidence, METHOD);
          case RiskSection.NoMaterialChanges n ->
              new RiskSection.NoMaterialChanges(evidence, METHOD);
        };
    return new Segmentation(none, null, 1, List.of());
  }

  /** The answer; null if no section is outlined, or nothing of it is found. */
  @Nullable Segmentation segmentation() {
    if (blocks.isEmpty()) {
      return null;
    }
    int[] lengths = leads.stream().mapToInt(Integer::intValue).toArray();
    Outline taken = new Outline(roles.toArray(dev.caveat.segment.Role[]::new), lengths);
    List<RiskFactor> risks = Assembler.asOutlined(blocks, taken, outline.document());
    String title = heading.isEmpty() ? BY_HAND : String.join(" ", heading);
    Exhibit exhibit = exhibit(filing, outline.document());
    List<Warning> doubts = doubts();
    return new Segmentation(
        new RiskSection.Present(title, METHOD, title, Paragraphs.text(blocks), risks, null),
        exhibit == null ? null : exhibit.title(),
        doubts.isEmpty() ? 1 : 0,
        doubts);
  }

  private List<Warning> doubts() {
    List<Integer> lost = lost();
    if (lost.isEmpty()) {
      return List.of();
    }
    Line first = outline.lines().get(lost.getFirst());
    return List.of(
        new Warning(
            "correction-partly-lost",
            "%d of %d blocks of its corrected outline are no longer in the filing; the first is the %s “%s”"
                .formatted(lost.size(), outline.lines().size(), first.role().id(), first.words())));
  }

  private void take(List<Block> all) {
    Line[] lines = new Line[all.size()];
    int last = -1;
    for (int i = 0; i < found.length; i++) {
      if (found[i] >= 0) {
        lines[found[i]] = outline.lines().get(i);
        last = outline.lines().get(i).role() == Role.OUTSIDE ? last : found[i];
      }
    }
    boolean inside = false;
    for (int b = 0; b <= last; b++) {
      Line line = lines[b];
      inside = line == null ? inside : line.role() != Role.OUTSIDE;
      if (inside) {
        take(all.get(b), line == null ? Role.BODY : line.role(), line == null ? 0 : line.caption());
      }
    }
  }

  private void take(Block block, Role role, int caption) {
    switch (role) {
      case OUTSIDE -> throw new IllegalStateException("nothing outside is taken");
      case HEADING -> heading.add(FirstWords.plain(block.text()));
      case MORE -> goOn(block);
      case RUN_IN ->
          add(block, dev.caveat.segment.Role.CAPTION, FirstWords.end(block.text(), caption));
      case GROUP -> add(block, dev.caveat.segment.Role.GROUP);
      case SUBGROUP -> add(block, dev.caveat.segment.Role.SUBGROUP);
      case CAPTION -> add(block, dev.caveat.segment.Role.CAPTION);
      case RISK -> add(block, dev.caveat.segment.Role.UNTITLED);
      case BODY -> add(block, dev.caveat.segment.Role.BODY);
      case CLOSING -> add(block, dev.caveat.segment.Role.CLOSING);
    }
  }

  private void add(Block block, dev.caveat.segment.Role role) {
    add(block, role, block.text().length());
  }

  private void add(Block block, dev.caveat.segment.Role role, int lead) {
    blocks.add(block);
    roles.add(role);
    leads.add(lead);
  }

  private void goOn(Block block) {
    if (blocks.isEmpty()) {
      heading.add(FirstWords.plain(block.text()));
      return;
    }
    Block above = blocks.removeLast();
    boolean whole = leads.getLast() == above.text().length();
    Block both = PageCleaner.join(above, block);
    blocks.add(both);
    if (whole) {
      leads.set(leads.size() - 1, both.text().length());
    }
  }

  /** All blocks of a document with their given roles. */
  static FilingOutline found(Filing filing, Segmentation told, int document) {
    int of = document == 0 ? document(filing, told) : document;
    List<Block> blocks = blocks(filing, of);
    boolean there = of == document(filing, told);
    return new FilingOutline(
        of,
        there && told.section() instanceof RiskSection.Present present
            ? OutlineTrace.of(blocks, present)
            : blocks.stream().map(b -> new Line(Role.OUTSIDE, 0, FirstWords.of(b, 0))).toList());
  }

  private static int document(Filing filing, Segmentation told) {
    return filing.exhibits().stream()
        .filter(e -> e.title().equals(told.exhibit()))
        .map(Exhibit::number)
        .findFirst()
        .orElse(filing.document());
  }
}
