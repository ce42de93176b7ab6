package dev.caveat.segment;

import dev.caveat.model.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a filing's risk factors stand: all headings that could open the section are taken,
 * each with the text up to the heading that ends it, and the best of them wins. Contents pages lose
 * because no text follows their lines, references in prose because they are no headings.
 */
final class SectionFinder {
  /** A section of this many characters has risks of its own, whatever its words. */
  static final int SUBSTANTIAL = 2_500;

  /**
   * A heading in the style of the first that comes this soon is a caption, not the next section.
   */
  private static final int CAPTION_SOON = 2_500;

  private static final Pattern CONTENTS_LINE =
      Pattern.compile(
          "(?s).*(?:\\t|[.…\\s]{3,})\\s*(?:pages?\\s*)?(?:[A-Z]{1,2}-)?\\d{1,3}(?:\\s*[-–,]\\s*\\d{1,3})*\\s*");

  /** How the titles begin that are long enough to be broken. */
  private static final Pattern BROKEN_TITLE =
      Pattern.compile(
          "(?i)(?:certain|additional|important|other|risk|cautionary|factors|investment|special)\\b");

  private static final int LONGEST_RUN_IN = 100;

  private static final Pattern RISKS =
      Pattern.compile("(?i)\\W*(?:(?:our|the|certain|principal|material) )*risks?\\b");

  private static final Pattern RUN_IN =
      Pattern.compile(
          "(?i)^(items?\\s*(?:no\\.?)?\\s*1\\s*\\(?\\s*A\\s*\\)?[\\s.:–—-]*risk\\s+factors)\\s*[.:–—-]+\\s*(\\S.*)$",
          Pattern.DOTALL);

  /**
   * A section found.
   *
   * @param first its first block behind the heading
   * @param end behind its last block
   * @param runIn text of the heading's own block that belongs to the section, null where none
   * @param strength 3 for the item's own number, 2 for the title alone, 1 for a title of old
   */
  record Found(
      String heading, int first, int end, @Nullable String runIn, int strength, int length) {
    String method() {
      return switch (strength) {
        case 3 -> "item-heading";
        case 2 -> "title-heading";
        default -> "descriptive-heading";
      };
    }
  }

  private final List<Block> blocks;
  private final FormFamily family;
  private final @Nullable Heading[] headings;

  SectionFinder(List<Block> blocks, FormFamily family) {
    this.blocks = blocks;
    this.family = family;
    this.headings = new Heading[blocks.size()];
    for (int i = 0; i < headings.length; i++) {
      Block block = blocks.get(i);
      headings[i] = isContentsLine(block) ? null : Heading.read(block.text());
    }
  }

  /** The best sections, best first; empty where nothing looks like one. */
  List<Found> find() {
    List<Found> found = new ArrayList<>();
    int covered = 0;
    for (int i = 0; i < headings.length; i++) {
      Found candidate = isGroupInside(i, covered) ? null : candidate(i);
      if (candidate != null) {
        found.add(candidate);
        covered = Math.max(covered, candidate.end);
        i = Math.max(i, candidate.first - 1);
      }
    }
    found.sort(this::compare);
    // What says that it goes on from an earlier page opens a section only where nothing else does.
    List<Found> opened = found.stream().filter(f -> !Heading.isContinued(f.heading)).toList();
    return opened.stream().anyMatch(f -> f.length >= SUBSTANTIAL) ? opened : found;
  }

  /** A title that could head a section, but stands inside one. */
  private boolean isGroupInside(int i, int covered) {
    Heading h = headings[i];
    return h != null && i < covered && h.kind() == Heading.Kind.EITHER;
  }

  private int compare(Found a, Found b) {
    boolean longA = a.length >= SUBSTANTIAL;
    boolean longB = b.length >= SUBSTANTIAL;
    if (longA != longB) {
      return longA && (b.strength < 3 || a.strength == 3)
          ? -1
          : longB && (a.strength < 3 || b.strength == 3) ? 1 : b.strength - a.strength;
    }
    if (a.strength != b.strength) {
      return b.strength - a.strength;
    }
    if (family == FormFamily.OFFERING && longA) {
      return Integer.compare(a.first, b.first);
    }
    return Integer.compare(b.length, a.length);
  }

  private @Nullable Found candidate(int i) {
    Heading h = headings[i];
    Block block = blocks.get(i);
    if (h == null && isTitleBrokenAt(i)) {
      return found(block.text() + " " + blocks.get(i + 1).text(), i, i + 2, null, 1);
    }
    Matcher runIn = RUN_IN.matcher(block.text());
    if ((h == null || h.kind() == Heading.Kind.OTHER)
        && runIn.matches()
        && !isContentsLine(block)) {
      return found(runIn.group(1), i, i + 1, runIn.group(2), 3);
    }
    Found marked = h == null || h.kind() == Heading.Kind.OTHER ? markedRunIn(i) : null;
    if (h == null || marked != null) {
      return marked;
    }
    boolean own = isOwnItem(h);
    if (own && (h.kind().opensSection() || isAboutRisks(h))) {
      return found(block.text(), i, i + 1, null, 3);
    }
    if (own && normalEmpty(h.title()) && i + 1 < headings.length) {
      return splitHeading(i);
    }
    if (own && h.kind() == Heading.Kind.OTHER) {
      return openTitle(i, h);
    }
    if (h.item() == 0 && h.kind().opensSection() && isHeadingLike(block)) {
      int strength = Heading.normal(h.title()).equals("risk factors") ? 2 : 1;
      return found(block.text(), i, i + 1, null, strength);
    }
    return null;
  }

  /** A heading that its type sets off from the text behind it. */
  private @Nullable Found markedRunIn(int i) {
    Block block = blocks.get(i);
    if (block.uniform()
        || block.kind() != Block.Kind.PARAGRAPH
        || block.lead() > LONGEST_RUN_IN
        || !block.style().marked()) {
      return null;
    }
    Heading h = Heading.read(block.text().substring(0, block.lead()));
    if (h == null || !h.kind().opensSection() || h.kind() == Heading.Kind.EITHER) {
      return null;
    }
    String rest = block.text().substring(block.lead()).replaceFirst("^[\\s.:–—-]+", "");
    boolean prose = !rest.isEmpty() && Character.isUpperCase(rest.charAt(0));
    boolean own = isOwnItem(h);
    if (!prose || (!own && !Heading.normal(h.title()).equals("risk factors"))) {
      return null;
    }
    String heading = block.text().substring(0, block.lead()).strip();
    return found(heading, i, i + 1, rest, own ? 3 : 2);
  }

  /** Under the item's own number, whatever speaks of risks is its title. */
  private static boolean isAboutRisks(Heading h) {
    return h.kind() == Heading.Kind.GROUP && RISKS.matcher(h.title()).lookingAt();
  }

  /** A long title that goes on in the next block. */
  private boolean isTitleBrokenAt(int i) {
    return i + 1 < headings.length
        && BROKEN_TITLE.matcher(blocks.get(i).text()).lookingAt()
        && blocks.get(i).text().length() < 100
        && blocks.get(i + 1).text().length() < 60
        && isHeadingLike(blocks.get(i))
        && headings[i + 1] == null
        && Heading.kind(blocks.get(i).text() + " " + blocks.get(i + 1).text()).opensSection();
  }

  /** Item number and title in two blocks, or a title broken in two. */
  private @Nullable Found splitHeading(int i) {
    Block next = blocks.get(i + 1);
    if (Heading.kind(next.text()).opensSection() && next.text().length() < 120) {
      return found(blocks.get(i).text() + " " + next.text(), i, i + 2, null, 3);
    }
    return null;
  }

  private @Nullable Found openTitle(int i, Heading h) {
    if (i + 1 < headings.length && blocks.get(i + 1).text().length() < 40) {
      String joined = h.title() + " " + blocks.get(i + 1).text();
      if (Heading.kind(joined).opensSection()) {
        return found(blocks.get(i).text() + " " + blocks.get(i + 1).text(), i, i + 2, null, 3);
      }
    }
    return null;
  }

  private boolean isOwnItem(Heading h) {
    return h.item() == Heading.ITEM_1A
        || (h.item() == Heading.ITEM_3D && family == FormFamily.FOREIGN_ANNUAL)
        || (h.item() == 30 && family == FormFamily.FOREIGN_ANNUAL && h.kind().opensSection());
  }

  private static boolean normalEmpty(String title) {
    return Heading.normal(title).isEmpty();
  }

  private Found found(String heading, int at, int first, @Nullable String runIn, int strength) {
    int end = strength == 3 ? endOfItem(at, first) : endOfTitle(at, first);
    int length = runIn == null ? 0 : runIn.length();
    for (int i = first; i < end; i++) {
      length += blocks.get(i).text().length();
    }
    return new Found(heading.replace('\t', ' '), first, end, runIn, strength, length);
  }

  private int endOfItem(int at, int first) {
    int own = family == FormFamily.FOREIGN_ANNUAL ? Heading.ITEM_3D : Heading.ITEM_1A;
    for (int i = first; i < headings.length; i++) {
      if (isNextItem(i, own)) {
        return i;
      }
    }
    return endOfTitle(at, first);
  }

  private boolean isNextItem(int i, int own) {
    Heading h = headings[i];
    if (h == null || blocks.get(i).kind() == Block.Kind.LIST_ITEM) {
      return false;
    }
    if (h.item() > own) {
      return isHeadingLike(blocks.get(i));
    }
    boolean part =
        h.part() > (family == FormFamily.QUARTERLY ? 2 : 1)
            && h.item() == 0
            && h.title().length() < 60;
    return (part && isHeadingLike(blocks.get(i)))
        || Heading.normal(blocks.get(i).text()).matches("signatures?");
  }

  /**
   * Where no item number says what comes next: a known title, or a heading as large as the first.
   */
  private int endOfTitle(int at, int first) {
    Look look = Look.of(blocks.get(at));
    int length = 0;
    int others = 0;
    boolean captionsLookAlike = !look.distinct();
    for (int i = first; i < headings.length; i++) {
      if (isHardEnd(i, look)) {
        return i;
      }
      Block block = blocks.get(i);
      Look own = Look.of(block);
      boolean heading = own.distinct() && isHeadingLike(block);
      if (heading && own.equals(look) && !captionsLookAlike && !isRepeated(block, at)) {
        if (length >= CAPTION_SOON || others >= 2 || (length > 200 && pointsElsewhere(first, i))) {
          return i;
        }
        captionsLookAlike = true;
      }
      boolean inside = heading && !own.equals(look) && isOverProse(i);
      others += inside && !CaptionWords.isGroupTitle(block.text()) ? 1 : 0;
      length += block.kind() == Block.Kind.LIST_ITEM ? 0 : block.text().length();
    }
    return headings.length;
  }

  /** Headings over lists stand in a summary. */
  private boolean isOverProse(int i) {
    return i + 1 < blocks.size() && blocks.get(i + 1).kind() != Block.Kind.LIST_ITEM;
  }

  private boolean pointsElsewhere(int first, int end) {
    StringBuilder text = new StringBuilder();
    for (int i = first; i < end && text.length() < CAPTION_SOON; i++) {
      text.append(blocks.get(i).text()).append('\n');
    }
    return StatusReader.read(text.toString()) != null;
  }

  private boolean isRepeated(Block block, int at) {
    Heading h = Heading.read(block.text());
    return Heading.normal(block.text()).equals(Heading.normal(blocks.get(at).text()))
        || (h != null
            && (h.kind().opensSection()
                || h.kind().opensGroup()
                || h.kind() == Heading.Kind.SUMMARY));
  }

  private boolean isHardEnd(int i, Look look) {
    Heading h = headings[i];
    Block block = blocks.get(i);
    if (h == null || !isHeadingLike(block)) {
      return false;
    }
    if (h.item() > 0 || h.part() > 0) {
      return !(isOwnItem(h) && Heading.isContinued(block.text()));
    }
    boolean known =
        h.kind() == Heading.Kind.NEXT
            || (h.kind() == Heading.Kind.CLOSING && family != FormFamily.ANNUAL);
    return known && look.asLoudAs(Look.of(block));
  }

  /** Contents pages: a page number behind the title, or a link. */
  static boolean isContentsLine(Block block) {
    return block.text().length() < 300
        && (CONTENTS_LINE.matcher(block.text()).matches()
                && (block.kind() == Block.Kind.TABLE_ROW
                    || block.text().contains("..")
                    || block.text().indexOf('\t') > 0)
            || (block.link() && block.text().length() < 120 && !block.style().bold()));
  }

  static boolean isHeadingLike(Block block) {
    String text = block.text();
    if (text.length() > Heading.LONGEST || block.kind() == Block.Kind.LIST_ITEM) {
      return false;
    }
    char last = text.charAt(text.length() - 1);
    return last != ',' && last != ';' && !Character.isLowerCase(text.charAt(0));
  }
}
