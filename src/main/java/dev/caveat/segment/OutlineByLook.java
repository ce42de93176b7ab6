package dev.caveat.segment;

import dev.caveat.model.Block;
import dev.caveat.segment.Outline.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Learns from one section how its captions look, by what stands out from its body text and what
 * follows it: captions are followed by prose, group headings by captions, and what is set off
 * inside a risk stands below its caption. No look means anything by itself.
 */
final class OutlineByLook {
  private static final int LONGEST_CAPTION = 700;
  private static final int SHORTEST_REST = 25;

  private final List<Block> blocks;
  private final Look[] looks;
  private final Look body;
  private final boolean[] head;
  private final Map<Look, Level> levels = new LinkedHashMap<>();

  /** All headings of one look. */
  private static final class Level {
    final Look look;
    final List<Integer> at = new ArrayList<>();
    int beforeBody;
    int beforeOther;
    int sentences;
    int groupTitles;

    Level(Look look) {
      this.look = look;
    }

    int size() {
      return at.size();
    }

    boolean mostly(int count) {
      return count * 2 >= size();
    }

    double prominence() {
      return look.size() / 10.0
          + (look.centered() ? 3 : 0)
          + (look.capitals() ? 3 : 0)
          + (look.bold() ? 3 : 0)
          + (look.color() != 0 ? 1 : 0)
          + (look.underline() ? 1 : 0)
          + (look.italic() ? 0.5 : 0)
          + (look.runIn() ? 0 : 2);
    }
  }

  private OutlineByLook(List<Block> blocks) {
    this.blocks = blocks;
    this.looks = new Look[blocks.size()];
    for (int i = 0; i < looks.length; i++) {
      looks[i] = Look.of(blocks.get(i));
    }
    this.body = bodyLook();
    this.head = new boolean[blocks.size()];
    for (int i = 0; i < head.length; i++) {
      head[i] = isHead(i);
    }
    countLevels();
  }

  /**
   * The outline; null where no look tells captions from the rest.
   *
   * @param groupTitlesToo whether captions may all read like titles over several risks
   */
  static @Nullable Outline of(List<Block> blocks, boolean groupTitlesToo) {
    return new OutlineByLook(blocks).outline(groupTitlesToo);
  }

  private Look bodyLook() {
    Map<Look, Integer> chars = new HashMap<>();
    for (int i = 0; i < looks.length; i++) {
      Block b = blocks.get(i);
      if (b.kind() != Block.Kind.TABLE_ROW && !looks[i].runIn()) {
        chars.merge(looks[i], b.text().length(), Integer::sum);
      }
    }
    int all = chars.values().stream().mapToInt(n -> n).sum();
    // Long captions over short bodies hold more text than these; what nothing marks is body still.
    boolean anyPlain = chars.entrySet().stream().anyMatch(e -> isPlain(e, all));
    return chars.entrySet().stream()
        .filter(e -> !anyPlain || isPlain(e, all))
        .max(Map.Entry.<Look, Integer>comparingByValue().thenComparing(e -> e.getKey().toString()))
        .map(Map.Entry::getKey)
        .filter(l -> !(l.bold() && anyRunIn()))
        .orElse(new Look(false, false, false, 0, 0, false, false, false));
  }

  private static boolean isPlain(Map.Entry<Look, Integer> look, int all) {
    return !look.getKey().distinct() && look.getValue() * 4 >= all;
  }

  private boolean anyRunIn() {
    int n = 0;
    for (Look l : looks) {
      n += l.runIn() && l.bold() ? 1 : 0;
    }
    return n >= 3;
  }

  private boolean isHead(int i) {
    Block block = blocks.get(i);
    Look look = looks[i];
    if (block.kind() == Block.Kind.TABLE_ROW || CaptionWords.refersElsewhere(block.text())) {
      return false;
    }
    boolean standsOut =
        (look.bold() && !body.bold())
            || (look.italic() && !body.italic())
            || (look.underline() && !body.underline())
            || (look.capitals() && !body.capitals())
            || (look.color() != body.color() && look.color() != 0)
            || (look.size() > body.size() + 5 && body.size() > 0)
            || (look.centered() && !body.centered() && block.text().length() < 120);
    if (!standsOut || !hasLetters(block.text())) {
      return false;
    }
    if (look.runIn()) {
      return isRunInCaption(block);
    }
    if (block.text().length() > 200 && CaptionWords.introduces(block.text())) {
      return false;
    }
    char last = block.text().charAt(block.text().length() - 1);
    boolean item = block.kind() == Block.Kind.LIST_ITEM;
    return block.text().length() <= LONGEST_CAPTION
        && last != ';'
        && last != ','
        && (!item || look.bold() || isOverProse(i));
  }

  /** A list's item that a paragraph follows: a caption with a bullet in front. */
  private boolean isOverProse(int i) {
    return i + 1 < blocks.size()
        && blocks.get(i + 1).kind() == Block.Kind.PARAGRAPH
        && looks[i + 1].equals(body);
  }

  private static boolean hasLetters(String text) {
    int n = 0;
    for (int i = 0; i < text.length() && n < 3; i++) {
      n += Character.isLetter(text.charAt(i)) ? 1 : 0;
    }
    return n == 3;
  }

  private static boolean isRunInCaption(Block block) {
    if (block.kind() == Block.Kind.LIST_ITEM
        || block.lead() > LONGEST_CAPTION
        || block.text().length() - block.lead() < SHORTEST_REST
        || block.lead() < 8) {
      return false;
    }
    String lead = block.text().substring(0, block.lead()).strip();
    char last = lead.charAt(lead.length() - 1);
    return last == '.'
        || last == ':'
        || last == '?'
        || last == '!'
        || last == '—'
        || last == '–'
        || last == '-'
        || startsBody(block.text().substring(block.lead()).strip(), lead);
  }

  /** A run-in title without a full stop: what follows begins like a sentence. */
  private static boolean startsBody(String rest, String lead) {
    char c = rest.charAt(0);
    return (c == '—' || c == '–' || c == '-' || c == '.' || c == ':')
        || (Character.isUpperCase(c) && CaptionWords.words(lead) >= 4);
  }

  private void countLevels() {
    for (int i = 0; i < head.length; i++) {
      if (!head[i]) {
        continue;
      }
      Level level = levels.computeIfAbsent(looks[i], Level::new);
      level.at.add(i);
      String caption = caption(i);
      if (looks[i].runIn() || (i + 1 < head.length && !head[i + 1])) {
        level.beforeBody++;
      } else if (i + 1 < head.length && !looks[i + 1].equals(looks[i])) {
        level.beforeOther++;
      }
      level.sentences += CaptionWords.isSentence(caption) ? 1 : 0;
      level.groupTitles += CaptionWords.isGroupTitle(caption) ? 1 : 0;
    }
  }

  private String caption(int i) {
    Block b = blocks.get(i);
    return b.text().substring(0, looks[i].runIn() ? b.lead() : b.text().length()).strip();
  }

  private @Nullable Outline outline(boolean groupTitlesToo) {
    Level captions = captionLevel(groupTitlesToo);
    if (captions == null) {
      return null;
    }
    Outline outline = Outline.empty(blocks);
    for (int i = 0; i < head.length; i++) {
      if (!head[i]) {
        continue;
      }
      if (belongs(i, captions)) {
        outline.roles()[i] = Role.CAPTION;
        outline.leads()[i] =
            looks[i].runIn() ? blocks.get(i).lead() : blocks.get(i).text().length();
      }
    }
    markGroups(outline, captions);
    return outline;
  }

  /** The most prominent look whose headings are followed by prose and are no group titles. */
  private @Nullable Level captionLevel(boolean groupTitlesToo) {
    List<Level> byProminence = new ArrayList<>(levels.values());
    byProminence.sort(Comparator.comparingDouble(Level::prominence).reversed());
    promoteParents(byProminence);
    Level best = null;
    for (Level level : byProminence) {
      if (!level.mostly(level.beforeBody)
          || isOnce(level, byProminence)
          || areGroups(level, byProminence)
          || (!groupTitlesToo && level.groupTitles * 10 >= level.size() * 6)) {
        continue;
      }
      if (best == null || (best.size() < 3 && level.size() > 3 * best.size())) {
        best = level;
      }
    }
    return best;
  }

  /** A look that stands directly above another more often than below it comes before it. */
  private void promoteParents(List<Level> order) {
    for (int i = 0; i < order.size(); i++) {
      for (int j = i + 1; j < order.size(); j++) {
        Level a = order.get(i);
        Level b = order.get(j);
        if (b.size() <= a.size() && directlyAbove(b, a) > directlyAbove(a, b) + 1) {
          order.remove(j);
          order.add(i, b);
        }
      }
    }
  }

  private int directlyAbove(Level upper, Level lower) {
    int n = 0;
    for (int i : upper.at) {
      n += i + 1 < looks.length && head[i + 1] && looks[i + 1].equals(lower.look) ? 1 : 0;
    }
    return n;
  }

  /** One heading alone is no level where others have many. */
  private static boolean isOnce(Level level, List<Level> all) {
    return level.size() == 1 && all.stream().anyMatch(l -> l.size() >= 3 && l.mostly(l.beforeBody));
  }

  /** Titles over several risks, each with a word of introduction in between. */
  private static boolean areGroups(Level level, List<Level> all) {
    if (level.groupTitles * 10 < level.size() * 6) {
      return false;
    }
    return all.stream()
        .anyMatch(
            l ->
                l != level
                    && l.size() > level.size()
                    && l.mostly(l.beforeBody)
                    && l.mostly(l.sentences));
  }

  private boolean belongs(int i, Level captions) {
    Look look = looks[i];
    if (look.equals(captions.look)) {
      return true;
    }
    Level own = levels.get(look);
    if (own == null
        || CaptionWords.isGroupTitle(caption(i))
        || !captions.mostly(captions.sentences)
        || !CaptionWords.isSentence(caption(i))
        || CaptionWords.words(caption(i)) < 6) {
      return false;
    }
    Look c = captions.look;
    boolean kin =
        look.bold() == c.bold()
            && (look.bold()
                || look.italic() == c.italic()
                    && (look.italic() || look.underline() == c.underline()))
            && look.capitals() == c.capitals()
            && Math.abs(look.size() - c.size()) <= 15
            && look.color() == c.color();
    boolean shares = (c.italic() && look.italic()) || (c.underline() && look.underline());
    boolean quoted = caption(i).charAt(0) == '"' || caption(i).charAt(0) == '“';
    boolean akin = (kin || (shares && !look.runIn())) && !quoted;
    boolean few = own.size() * 3 <= captions.size();
    boolean sameMarks = kin && look.italic() == c.italic() && look.underline() == c.underline();
    return sameMarks || (akin && few && (look.runIn() == c.runIn()));
  }

  private void markGroups(Outline outline, Level captions) {
    Role[] roles = outline.roles();
    for (int i = roles.length - 1; i >= 0; i--) {
      Block block = blocks.get(i);
      boolean beforeHead = i + 1 < roles.length && roles[i + 1] != Role.BODY;
      if (roles[i] == Role.CAPTION) {
        String caption = block.text().substring(0, outline.leads()[i]);
        if (outline.leads()[i] == block.text().length()
            && beforeHead
            && isOver(caption, captions)) {
          roles[i] = Role.GROUP;
        } else if (Heading.kind(caption) == Heading.Kind.CLOSING) {
          roles[i] = Role.CLOSING;
        }
        continue;
      }
      if (head[i] && !looks[i].runIn()) {
        if (Heading.kind(block.text()) == Heading.Kind.CLOSING) {
          roles[i] = Role.CLOSING;
        } else if (isGroupHeading(i, beforeHead, roles, captions)) {
          roles[i] = Role.GROUP;
        }
      } else if (beforeHead && isUnmarkedGroup(block, i)) {
        roles[i] = Role.GROUP;
      }
    }
  }

  private static boolean isOver(String caption, Level captions) {
    return CaptionWords.isGroupTitle(caption)
        || (captions.mostly(captions.sentences)
            && !CaptionWords.endsSentence(caption)
            && CaptionWords.words(caption) <= 12
            && !CaptionWords.isSentence(caption));
  }

  private boolean isGroupHeading(int i, boolean beforeHead, Role[] roles, Level captions) {
    String text = blocks.get(i).text();
    if (text.length() > 200
        || Heading.normal(text).equals("risk factors")
        || Heading.kind(text) == Heading.Kind.SUMMARY) {
      return false;
    }
    if (beforeHead) {
      return true;
    }
    boolean more =
        new Level(looks[i]).prominence() > captions.prominence() || CaptionWords.isGroupTitle(text);
    return more && !CaptionWords.endsSentence(text) && captionSoon(i, roles);
  }

  /** Whether a caption follows within two paragraphs of introduction. */
  private boolean captionSoon(int i, Role[] roles) {
    int length = 0;
    for (int j = i + 1; j < roles.length && j <= i + 3 && length < 1_200; j++) {
      if (roles[j] == Role.CAPTION) {
        return true;
      }
      length += blocks.get(j).text().length();
    }
    return false;
  }

  private boolean isUnmarkedGroup(Block block, int i) {
    return block.kind() == Block.Kind.PARAGRAPH
        && block.text().length() <= 120
        && Character.isUpperCase(block.text().charAt(0))
        && !CaptionWords.endsSentence(block.text())
        && !block.text().endsWith(":")
        && (CaptionWords.isGroupTitle(block.text())
            || !looks[i].runIn()
                && CaptionWords.words(block.text()) <= 10
                && CaptionWords.isTitleCase(block.text()));
  }
}
