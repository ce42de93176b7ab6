package dev.caveat.segment;

import dev.caveat.model.Block;
import dev.caveat.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Removes what belongs to the page and not to the text: page numbers, running heads, links back to
 * the contents. Paragraphs cut by a page break are rejoined.
 */
final class PageCleaner {
  private static final int HEAD_LENGTH = Bounds.whole("longest-page-head");
  private static final int LONG_HEAD = Bounds.whole("long-page-head");
  private static final int HEAD_PAGES = Bounds.whole("page-head-pages");
  private static final int SECTION_HEAD_PAGES = Bounds.whole("section-head-pages");
  private static final int EDGE = Bounds.whole("page-edge");

  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "(?i)[-–—(\\s]*(?:page\\s*)?(?:[A-Z]{1,2}\\s?[-–]\\s?)?(?:\\d{1,4}|[ivxl]{1,6})(?:\\s*(?:of|/)\\s*\\d{1,4})?[-–—)\\s.]*");

  private static final int LONGEST_JOINED = Bounds.whole("longest-joined");
  private static final int LONG_FURNITURE = Bounds.whole("long-furniture");
  private static final int LONGEST_NUMBER = Bounds.whole("longest-page-number");
  private static final double AT_EDGES = Bounds.of("at-edges");
  private static final int SHORT_START = Bounds.whole("short-start");
  private static final int SHORT_CUT = Bounds.whole("short-cut");
  private static final int LONG_LEAD = Bounds.whole("long-lead");
  private static final int INITIALS_LENGTH = Bounds.whole("initials");
  private static final int PROSE_WORDS = Bounds.whole("prose-words");

  /** A period that ends no sentence where small letters follow, as behind "U.S.". */
  private static final Pattern INITIALS = Pattern.compile("\\b(?:\\p{Lu}\\.){2,}$");

  /** The items that stand on a page, as a running head names them. */
  private static final Pattern ITEMS =
      Pattern.compile("(?i)^(?:items?\\s*)(?:\\d{1,2}[A-D]?\\.?(?:\\s*(?:,|and|&|-|–)\\s*)?)+$");

  private static final Set<String> FURNITURE =
      Table.resource(PageCleaner.class, "furniture.txt").stream()
          .map(f -> f.at(0))
          .collect(Collectors.toUnmodifiableSet());

  private PageCleaner() {}

  /** The blocks of the text alone. */
  static List<Block> clean(List<Block> blocks) {
    boolean[] gone = furniture(blocks);
    List<Block> out = new ArrayList<>(blocks.size());
    boolean cut = false;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (gone[i]) {
        cut = true;
        continue;
      }
      cut |= block.pageBreak();
      Block before = out.isEmpty() ? null : out.get(out.size() - 1);
      if (before != null && belongTogether(before, block, cut)) {
        out.set(out.size() - 1, join(before, block));
      } else {
        out.add(block);
      }
      cut = false;
    }
    return out;
  }

  private static boolean[] furniture(List<Block> blocks) {
    int n = blocks.size();
    boolean[] gone = new boolean[n];
    boolean[] edge = new boolean[n];
    for (int i = 0; i < n; i++) {
      Block block = blocks.get(i);
      String text = block.text();
      boolean number = isPageNumber(block);
      gone[i] =
          number || (text.length() < LONG_FURNITURE && FURNITURE.contains(Heading.normal(text)));
      if (gone[i] || block.pageBreak()) {
        for (int j = Math.max(0, i - EDGE); j <= Math.min(n - 1, i + EDGE); j++) {
          edge[j] = true;
        }
      }
    }
    markRunningHeads(blocks, edge, gone);
    keepOnlyAnswers(blocks, gone);
    return gone;
  }

  /** Whether a head may be the heading of the section: its first occurrence is kept. */
  private static boolean opensSection(String text) {
    Heading h = Heading.read(text);
    return h != null && (h.kind().opensSection() || h.item() == Heading.ITEM_1A);
  }

  private static boolean isTitle(String text) {
    return Heading.kind(text) == Heading.Kind.RISK;
  }

  private static void markRunningHeads(List<Block> blocks, boolean[] edge, boolean[] gone) {
    Map<String, int[]> seen = new HashMap<>();
    int[][] counts = new int[blocks.size()][];
    for (int i = 0; i < counts.length; i++) {
      String text = blocks.get(i).text();
      if (text.length() <= HEAD_LENGTH && (edge[i] || !gone[i])) {
        counts[i] = seen.computeIfAbsent(withoutNumbers(text), k -> new int[2]);
        counts[i][0] += gone[i] ? 0 : 1;
        counts[i][1] += edge[i] && !gone[i] ? 1 : 0;
      }
    }
    Set<String> kept = new HashSet<>();
    for (int i = 0; i < counts.length; i++) {
      if (edge[i] && counts[i] != null) {
        String text = blocks.get(i).text();
        boolean repeated = counts[i][1] >= HEAD_PAGES && counts[i][1] >= AT_EDGES * counts[i][0];
        boolean first = repeated && opensSection(text) && kept.add(withoutNumbers(text));
        gone[i] |= repeated && !first && (counts[i][1] >= SECTION_HEAD_PAGES || !isTitle(text));
      }
    }
  }

  /** What is all that stands between two headings of items is no furniture. */
  private static void keepOnlyAnswers(List<Block> blocks, boolean[] gone) {
    int item = -1;
    for (int i = 0; i < gone.length; i++) {
      String text = blocks.get(i).text();
      Heading h = gone[i] || !Heading.mayNameItem(text) ? null : Heading.read(text);
      if (h != null && h.item() > 0) {
        for (int j = item + 1; item >= 0 && j < i; j++) {
          gone[j] &= isPageNumber(blocks.get(j));
        }
        item = i;
      } else if (!gone[i]) {
        item = -1;
      }
    }
  }

  static boolean isPageNumber(Block block) {
    String text = block.text();
    return text.length() <= LONGEST_NUMBER
        && block.kind() != Block.Kind.TABLE_ROW
        && PAGE_NUMBER.matcher(text).matches();
  }

  /**
   * A running head without the page number, wherever that stands: in front, behind, or, in a long
   * one, between the filer's name and the report's. In short ones a number inside is an item's.
   */
  private static String withoutNumbers(String head) {
    String text = Heading.mayNameItem(head) ? ITEMS.matcher(head).replaceAll("items") : head;
    int start = 0;
    int end = text.length();
    while (start < end && !Character.isLetter(text.charAt(start))) {
      start++;
    }
    while (end > start && !Character.isLetter(text.charAt(end - 1))) {
      end--;
    }
    StringBuilder out = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean figure = end - start >= LONG_HEAD && Character.isDigit(c);
      if (!figure) {
        out.append(Character.toLowerCase(c));
      }
    }
    return out.toString();
  }

  private static boolean belongTogether(Block a, Block b, boolean cut) {
    if (b.kind() != Block.Kind.PARAGRAPH
        || a.kind() == Block.Kind.TABLE_ROW
        || a.text().length() < 2
        || a.text().length() >= LONGEST_JOINED) {
      return false;
    }
    if (a.style().bold() != b.style().bold()
        && (a.uniform() || b.text().length() > 0 && a.style().bold())) {
      return false;
    }
    char last = a.text().charAt(a.text().length() - 1);
    boolean goesOn = Character.isLowerCase(b.text().charAt(0));
    boolean initials = goesOn && endsWithInitials(a.text());
    if (isEnd(last) && !initials) {
      return false;
    }
    if (goesOn) {
      return cut || ((initials || Character.isLetter(last)) && a.text().length() > SHORT_START);
    }
    boolean open =
        last == ',' || last == '-' || Character.isLowerCase(last) || Character.isDigit(last);
    return cut
        && open
        && a.text().length() > SHORT_CUT
        && a.lead() < LONG_LEAD == b.lead() < LONG_LEAD
        && !looksComplete(a.text());
  }

  /** Two initials are enough, so that of a long text only the end is looked at. */
  private static boolean endsWithInitials(String text) {
    int from = Math.max(0, text.length() - INITIALS_LENGTH);
    return INITIALS.matcher(text).region(from, text.length()).useTransparentBounds(true).find();
  }

  /** A heading needs no period; one word in six in lowercase tells prose. */
  private static boolean looksComplete(String text) {
    String[] words = text.split(" ");
    String last = words[words.length - 1].toLowerCase(Locale.ROOT);
    return words.length < PROSE_WORDS
        || (Character.isUpperCase(words[words.length - 1].charAt(0)) && !last.endsWith(","));
  }

  private static boolean isEnd(char c) {
    return switch (c) {
      case '.', '?', '!', ':', ';', '”', '"', ')' -> true;
      default -> false;
    };
  }

  static Block join(Block a, Block b) {
    String glue = a.text().endsWith("-") && !a.text().endsWith(" -") ? "" : " ";
    String text = a.text() + glue + b.text();
    int lead =
        a.uniform() && a.style().equals(b.style())
            ? a.text().length() + glue.length() + b.lead()
            : a.lead();
    return new Block(
        text,
        a.kind(),
        a.style(),
        Math.min(lead, text.length()),
        a.centered(),
        a.indent(),
        a.pageBreak(),
        a.link() && b.link(),
        a.start(),
        b.end());
  }
}
