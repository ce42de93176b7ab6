package dev.caveat.segment;

import dev.caveat.model.Block;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lists where a filing's risk factors might be: everything that could open the section, each with
 * the places where it could end. {@link SectionEvidence} decides which it is.
 */
final class SectionFinder {
  private static final int MAX_PLACES = Bounds.whole("most-places-read");
  private static final int CAPTION_SOON = Bounds.whole("caption-soon");

  private static final int MAX_RUN_IN_LENGTH = Bounds.whole("longest-run-in-title");
  private static final int MAX_TITLE_LENGTH = Bounds.whole("longest-second-line");
  private static final int LONG_BROKEN_TITLE = Bounds.whole("long-broken-title");
  private static final int LONG_SHORT_TITLE = Bounds.whole("long-short-title");
  private static final int SHORT_SECTION = Bounds.whole("short-section");
  private static final int LONG_CONTENTS_LINE = Bounds.whole("long-contents-line");
  private static final int LONG_CONTENTS_LINK = Bounds.whole("long-contents-link");

  private static final Pattern CONTENTS_LINE =
      Pattern.compile(
          "(?s).*(?:\\t|[.…\\s]{3,})\\s*(?:pages?\\s*)?(?:[A-Z]{1,2}-)?\\d{1,3}(?:\\s*[-–,]\\s*\\d{1,3})*\\s*");

  /** The first words of titles long enough to be broken. */
  private static final Pattern BROKEN_TITLE =
      Pattern.compile(
          "(?i)(?:certain|additional|important|other|risk|cautionary|factors|investment|special)\\b");

  private static final Set<String> SIGNATURES = Set.of("signature", "signatures");

  private static final Pattern RISKS =
      Pattern.compile("(?i)\\W*(?:(?:our|the|certain|principal|material) )*risks?\\b");

  private static final Pattern RUN_IN =
      Pattern.compile(
          "(?i)^(items?\\s*(?:no\\.?)?\\s*1\\s*\\(?\\s*A\\s*\\)?[\\s.:–—|-]*risk\\s+factors)\\s*[.:–—-]+\\s*(\\S.*)$",
          Pattern.DOTALL);

  /** Another item whose text follows its title directly, because lines lost their breaks. */
  private static final Pattern RUN_IN_ITEM =
      Pattern.compile(
          "^(?:ITEM|Item)\\s+(\\d{1,2})\\s*\\(?([A-C]?)\\)?[\\s.:–—-]+(?=[A-Z]\\p{L}+[\\s,’'])");

  /** What opens a section. */
  enum Opening {
    /** The item's own number. */
    ITEM("item-heading"),
    /** "Risk Factors" without a number. */
    TITLE("title-heading"),
    /** A title that says the same in other words. */
    DESCRIPTION("descriptive-heading"),
    /** A title that could also be a group heading over a few risks of a section. */
    EITHER("descriptive-heading");

    private final String method;

    Opening(String method) {
      this.method = method;
    }

    String method() {
      return method;
    }
  }

  /** What ends a section. */
  enum Ending {
    ITEM,
    TITLE,
    SAME_LOOK,
    OPENING,
    DOCUMENT
  }

  /**
   * A possible place of the section.
   *
   * @param at the block of its heading
   * @param first its first block after the heading
   * @param end just after its last block
   * @param runIn text of the heading's own block that belongs to the section, null if none
   */
  record Candidate(
      Opening opening,
      String heading,
      int at,
      int first,
      int end,
      @Nullable String runIn,
      Ending ending) {}

  private final List<Block> blocks;
  private final FormFamily family;
  private final @Nullable Heading[] headings;
  private final @Nullable Typography[] looks;
  private final @Nullable String[] normals;

  /** The item whose text starts in a block after the item's title; 0 for none. */
  private final int[] runInItems;

  SectionFinder(List<Block> blocks, FormFamily family) {
    this.blocks = blocks;
    this.family = family;
    this.headings = new Heading[blocks.size()];
    this.runInItems = new int[blocks.size()];
    this.looks = new Typography[blocks.size()];
    this.normals = new String[blocks.size()];
    for (int i = 0; i < headings.length; i++) {
      Block block = blocks.get(i);
      headings[i] = isContentsLine(block) ? null : Heading.read(block.text());
      runInItems[i] = runInItem(block);
    }
  }

  List<Block> blocks() {
    return blocks;
  }

  @Nullable Heading heading(int i) {
    return headings[i];
  }

  /** A block's look; computed once, because every candidate needs those of all blocks after it. */
  Typography look(int i) {
    Typography known = looks[i];
    if (known == null) {
      known = Typography.of(blocks.get(i));
      looks[i] = known;
    }
    return known;
  }

  private String normal(int i) {
    String known = normals[i];
    if (known == null) {
      known = Heading.normal(blocks.get(i).text());
      normals[i] = known;
    }
    return known;
  }

  /** All candidates, in order of their headings. */
  List<Candidate> candidates() {
    List<Candidate> openings = new ArrayList<>();
    for (int i = 0; i < headings.length; i++) {
      Candidate opening = opening(i);
      if (opening != null) {
        openings.add(opening);
      }
    }
    openings = strongest(openings, Math.max(1, MAX_PLACES / Math.max(1, headings.length)));
    List<Candidate> out = new ArrayList<>();
    for (int k = 0; k < openings.size(); k++) {
      Candidate opening = openings.get(k);
      Set<Integer> ends = new LinkedHashSet<>();
      for (Candidate ended : ended(opening, openings.subList(k + 1, openings.size()))) {
        if (ends.add(ended.end)) {
          out.add(ended);
        }
      }
    }
    return out;
  }

  /** The openings, in order; if there are too many, the strongest, and among equals the first. */
  private static List<Candidate> strongest(List<Candidate> openings, int most) {
    if (openings.size() <= most) {
      return openings;
    }
    return openings.stream()
        .sorted(Comparator.comparing(Candidate::opening))
        .limit(most)
        .sorted(Comparator.comparingInt(Candidate::at))
        .toList();
  }

  // ---------------------------------------------------------------------- what opens

  private @Nullable Candidate opening(int i) {
    Heading h = headings[i];
    Block block = blocks.get(i);
    if (h == null && isTitleBrokenAt(i)) {
      return opening(Opening.DESCRIPTION, block.text() + " " + blocks.get(i + 1).text(), i, 2);
    }
    boolean other = h == null || h.kind() == Heading.Kind.OTHER;
    if (other && Heading.mayNameItem(block.text()) && !isContentsLine(block)) {
      Matcher runIn = RUN_IN.matcher(block.text());
      if (runIn.matches()) {
        return runIn(Opening.ITEM, runIn.group(1), i, runIn.group(2));
      }
    }
    Candidate marked = other ? markedRunIn(i) : null;
    if (h == null || marked != null) {
      return marked;
    }
    if (isOwnItem(h)) {
      return ownItem(i, h);
    }
    if (h.item() == 0 && h.kind().opensSection() && isHeadingLike(block)) {
      return opening(
          h.kind() == Heading.Kind.EITHER
              ? Opening.EITHER
              : Heading.normal(h.title()).equals("risk factors")
                  ? Opening.TITLE
                  : Opening.DESCRIPTION,
          block.text(),
          i,
          1);
    }
    return null;
  }

  /** The item's own number, with its title or with the title in the next block. */
  private @Nullable Candidate ownItem(int i, Heading h) {
    String text = blocks.get(i).text();
    if (h.kind().opensSection() || RISKS.matcher(h.title()).lookingAt()) {
      return opening(Opening.ITEM, text, i, 1);
    }
    if (i + 1 < headings.length && blocks.get(i + 1).text().length() < MAX_TITLE_LENGTH) {
      String next = blocks.get(i + 1).text();
      if (Heading.kind((h.title() + " " + next).strip()).opensSection()) {
        return opening(Opening.ITEM, text + " " + next, i, 2);
      }
    }
    return null;
  }

  private static Candidate opening(Opening opening, String heading, int at, int blocks) {
    String title = heading.replace('\t', ' ');
    return new Candidate(opening, title, at, at + blocks, at + blocks, null, Ending.DOCUMENT);
  }

  private static Candidate runIn(Opening opening, String heading, int at, String rest) {
    return new Candidate(opening, heading, at, at + 1, at + 1, rest, Ending.DOCUMENT);
  }

  /** A heading that its type sets off from the text after it. */
  private @Nullable Candidate markedRunIn(int i) {
    Block block = blocks.get(i);
    if (block.uniform()
        || block.kind() != Block.Kind.PARAGRAPH
        || block.lead() > MAX_RUN_IN_LENGTH
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
    return runIn(own ? Opening.ITEM : Opening.TITLE, heading, i, rest);
  }

  /** A long title that continues in the next block. */
  private boolean isTitleBrokenAt(int i) {
    return i + 1 < headings.length
        && blocks.get(i).text().length() < LONG_BROKEN_TITLE
        && blocks.get(i + 1).text().length() < LONG_SHORT_TITLE
        && BROKEN_TITLE.matcher(blocks.get(i).text()).lookingAt()
        && isHeadingLike(blocks.get(i))
        && headings[i + 1] == null
        && Heading.kind(blocks.get(i).text() + " " + blocks.get(i + 1).text()).opensSection();
  }

  private boolean isOwnItem(Heading h) {
    return h.item() == Heading.ITEM_1A
        || (h.item() == Heading.ITEM_3D && family == FormFamily.FOREIGN_ANNUAL)
        || (h.item() == Heading.ITEM_3
            && family == FormFamily.FOREIGN_ANNUAL
            && h.kind().opensSection());
  }

  // ---------------------------------------------------------------------- what ends

  private List<Candidate> ended(Candidate opening, List<Candidate> later) {
    List<Candidate> out = new ArrayList<>();
    if (opening.opening == Opening.ITEM) {
      int own = family == FormFamily.FOREIGN_ANNUAL ? Heading.ITEM_3D : Heading.ITEM_1A;
      for (int i = opening.first; i < headings.length; i++) {
        if (isNextItem(i, own)) {
          out.add(endedAt(opening, i, Ending.ITEM));
          break;
        }
      }
    }
    endedByTitle(opening, out);
    Typography look = look(opening.at);
    for (Candidate next : later) {
      boolean again =
          next.opening.compareTo(Opening.TITLE) <= 0
              && next.opening.compareTo(opening.opening) <= 0
              && look.asLoudAs(look(next.at))
              && !Heading.isContinued(next.heading);
      if (again && next.at > opening.first) {
        out.add(endedAt(opening, next.at, Ending.OPENING));
        break;
      }
    }
    return out;
  }

  private static Candidate endedAt(Candidate c, int end, Ending ending) {
    return new Candidate(c.opening, c.heading, c.at, c.first, end, c.runIn, ending);
  }

  private static int runInItem(Block block) {
    if (block.kind() != Block.Kind.PARAGRAPH || block.text().length() <= Heading.MAX_LENGTH) {
      return 0;
    }
    Matcher m = RUN_IN_ITEM.matcher(block.text());
    return m.lookingAt() ? Heading.item(m.group(1), m.group(2)) : 0;
  }

  private boolean isNextItem(int i, int own) {
    if (runInItems[i] > own) {
      return true;
    }
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
            && h.title().length() < LONG_SHORT_TITLE;
    return (part && isHeadingLike(blocks.get(i))) || SIGNATURES.contains(normal(i));
  }

  /** Ends at a heading as loud as the first, and at a known title. */
  private void endedByTitle(Candidate opening, List<Candidate> out) {
    Typography look = look(opening.at);
    int length = 0;
    int others = 0;
    boolean captionsLookAlike = !look.distinct();
    boolean ended = false;
    for (int i = opening.first; i < headings.length; i++) {
      if (isHardEnd(i, look)) {
        out.add(endedAt(opening, i, Ending.TITLE));
        return;
      }
      Block block = blocks.get(i);
      Typography own = look(i);
      boolean heading = own.distinct() && isHeadingLike(block);
      if (!ended
          && heading
          && own.equals(look)
          && !captionsLookAlike
          && !isRepeated(i, opening.at)) {
        if (length >= CAPTION_SOON
            || others >= 2
            || (length > SHORT_SECTION && pointsElsewhere(opening, i))) {
          out.add(endedAt(opening, i, Ending.SAME_LOOK));
          ended = true;
        }
        captionsLookAlike = true;
      }
      boolean inside = heading && !own.equals(look) && isOverProse(i);
      others += inside && !CaptionWords.isGroupTitle(block.text()) ? 1 : 0;
      length += block.kind() == Block.Kind.LIST_ITEM ? 0 : block.text().length();
    }
    out.add(endedAt(opening, headings.length, Ending.DOCUMENT));
  }

  /** Headings over lists are in a summary. */
  private boolean isOverProse(int i) {
    return i + 1 < blocks.size() && blocks.get(i + 1).kind() != Block.Kind.LIST_ITEM;
  }

  private boolean pointsElsewhere(Candidate opening, int end) {
    StringBuilder text = new StringBuilder();
    for (int i = opening.first; i < end && text.length() < CAPTION_SOON; i++) {
      text.append(blocks.get(i).text()).append('\n');
    }
    return StatusReader.read(text.toString()) != null;
  }

  private boolean isRepeated(int i, int at) {
    if (normal(i).equals(normal(at))) {
      return true;
    }
    Heading h = Heading.read(blocks.get(i).text());
    return h != null
        && (h.kind().opensSection() || h.kind().opensGroup() || h.kind() == Heading.Kind.SUMMARY);
  }

  private boolean isHardEnd(int i, Typography look) {
    if (runInItems[i] > 0) {
      return true;
    }
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
    return known && look.asLoudAs(look(i));
  }

  /** Contents pages: a page number after the title, or a link. */
  static boolean isContentsLine(Block block) {
    return block.text().length() < LONG_CONTENTS_LINE
        && ((block.kind() == Block.Kind.TABLE_ROW
                    || block.text().contains("..")
                    || block.text().indexOf('\t') > 0)
                && endsWithFigure(block.text())
                && CONTENTS_LINE.matcher(block.text()).matches()
            || (block.link()
                && block.text().length() < LONG_CONTENTS_LINK
                && !block.style().bold()));
  }

  private static boolean endsWithFigure(String text) {
    int end = text.length();
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end > 0 && Character.isDigit(text.charAt(end - 1));
  }

  static boolean isHeadingLike(Block block) {
    String text = block.text();
    if (text.length() > Heading.MAX_LENGTH || block.kind() == Block.Kind.LIST_ITEM) {
      return false;
    }
    char last = text.charAt(text.length() - 1);
    return last != ',' && last != ';' && !Character.isLowerCase(text.charAt(0));
  }
}
