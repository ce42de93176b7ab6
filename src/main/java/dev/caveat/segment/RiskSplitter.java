package dev.caveat.segment;

import dev.caveat.model.Block;
import dev.caveat.model.RiskFactor;
import dev.caveat.segment.Outline.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits a section's blocks into single risks. */
final class RiskSplitter {
  /** Captions by look that leave more text than this to each risk, on average, are no captions. */
  private static final int LONGEST_RISK = 30_000;

  /** Titles over less text than this, on average, stand over one risk each. */
  private static final int USUAL_RISK = 2_000;

  /** A paragraph shorter than this is no risk by itself. */
  private static final int SHORTEST_PARAGRAPH = 150;

  /** Longer text in front of the first caption is no introduction. */
  private static final int LONG_FRONT = 2_500;

  /** A title such as "Other factors" over this many paragraphs is over as many risks. */
  private static final int SEVERAL = 3;

  private final List<RiskFactor> risks = new ArrayList<>();
  private final List<String> groups = new ArrayList<>();
  private final List<Look> groupLooks = new ArrayList<>();
  private final List<Block> body = new ArrayList<>();
  private @Nullable String caption;
  private boolean groupOpen;
  private boolean untitled;

  /** Whether the roles come from a person and stand as they are. */
  private final boolean literal;

  private RiskSplitter(boolean literal) {
    this.literal = literal;
  }

  /** The risks of blocks whose roles a person gave; nothing is weighed. */
  static List<RiskFactor> assemble(List<Block> blocks, Outline outline) {
    RiskSplitter splitter = new RiskSplitter(true);
    splitter.build(blocks, outline);
    return splitter.risks;
  }

  /** The risks of a section in order; empty where there is no prose in it. */
  static List<RiskFactor> split(List<Block> section) {
    List<Block> blocks = Summary.skip(section);
    Outline outline = outline(blocks);
    RiskSplitter splitter = new RiskSplitter(false);
    if (outline.count(Role.CAPTION) == 0 || leavesOut(outline, blocks)) {
      splitter.byParagraph(blocks);
    } else {
      splitter.build(blocks, outline);
    }
    return splitter.risks;
  }

  /** Whether a few captions far down would leave most of the text without a risk. */
  private static boolean leavesOut(Outline outline, List<Block> blocks) {
    int before = 0;
    int all = 0;
    boolean inFront = true;
    for (int i = 0; i < blocks.size(); i++) {
      inFront &= outline.roles()[i] != Role.CAPTION;
      before += inFront ? blocks.get(i).text().length() : 0;
      all += blocks.get(i).text().length();
    }
    return outline.count(Role.CAPTION) < SEVERAL && before > LONG_FRONT && before * 2 > all;
  }

  private static Outline outline(List<Block> blocks) {
    int length = blocks.stream().mapToInt(b -> b.text().length()).sum();
    Outline byLook = OutlineByLook.of(blocks, false);
    boolean plausible = byLook != null && isPlausible(byLook.count(Role.CAPTION), length);
    if (byLook != null && plausible && !mayStandOverCaptions(byLook, blocks, length)) {
      return byLook;
    }
    Outline best = OutlineBySense.of(blocks);
    if (byLook != null && plausible) {
      return best.isBelow(byLook) ? best.under(byLook) : byLook;
    }
    Outline byTitle = OutlineByLook.of(blocks, true);
    for (Outline other : new Outline[] {byLook, byTitle}) {
      if (other != null && other.count(Role.CAPTION) >= best.count(Role.CAPTION)) {
        best = other;
      }
    }
    return best;
  }

  /** Marked titles over much text may be groups of risks whose captions nothing marks. */
  private static boolean mayStandOverCaptions(Outline outline, List<Block> blocks, int length) {
    int titles = 0;
    int all = outline.count(Role.CAPTION);
    for (int i = 0; i < blocks.size(); i++) {
      boolean caption = outline.roles()[i] == Role.CAPTION;
      String text = caption ? blocks.get(i).text().substring(0, outline.leads()[i]) : "";
      titles += caption && !CaptionWords.isSentence(text) ? 1 : 0;
    }
    return titles * 2 > all && length / all > USUAL_RISK;
  }

  private static boolean isPlausible(int captions, int length) {
    return captions > 0 && length / captions <= LONGEST_RISK && (captions > 1 || length < 8_000);
  }

  private void build(List<Block> blocks, Outline outline) {
    boolean closed = false;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      switch (outline.roles()[i]) {
        case GROUP -> {
          finish();
          open(block);
          closed = false;
        }
        case SUBGROUP -> {
          finish();
          openBelow(block);
          closed = false;
        }
        case CAPTION -> {
          closed = false;
          caption(block, outline.leads()[i]);
        }
        case UNTITLED -> {
          closed = false;
          finish();
          untitled = true;
          body.add(block);
        }
        case CLOSING -> {
          finish();
          closed = true;
        }
        case BODY -> {
          if ((caption != null || untitled) && !closed) {
            body.add(block);
          }
        }
      }
    }
    finish();
  }

  /** A caption behind another one without a body is the rest of it. */
  private void caption(Block block, int lead) {
    String text = CaptionWords.withoutBullet(block.text().substring(0, lead).strip());
    if (!literal && caption != null && body.isEmpty() && lead == block.text().length()) {
      caption = caption + " " + text;
      return;
    }
    finish();
    caption = text;
    groupOpen = false;
    String rest = block.text().substring(lead).strip();
    if (!rest.isEmpty()) {
      body.add(
          new Block(
              rest,
              Block.Kind.PARAGRAPH,
              block.style(),
              rest.length(),
              false,
              block.indent(),
              false,
              false,
              block.start(),
              block.end()));
    }
  }

  /** A group below one of another look, with no risk in between, is a group within it. */
  private void open(Block block) {
    int known = literal ? 0 : groupLooks.indexOf(Look.of(block));
    open(block, known >= 0 ? known : groupOpen ? groups.size() : 0);
  }

  private void openBelow(Block block) {
    open(block, Math.min(1, groups.size()));
  }

  private void open(Block block, int keep) {
    while (groups.size() > keep) {
      groups.remove(groups.size() - 1);
      groupLooks.remove(groupLooks.size() - 1);
    }
    groups.add(block.text().replace('\t', ' '));
    groupLooks.add(Look.of(block));
    groupOpen = true;
  }

  private void finish() {
    if (untitled) {
      addParagraphs(body);
    } else if (caption != null) {
      while (!literal && body.size() > 1 && risksEndWithClosing()) {
        body.remove(body.size() - 1);
      }
      if (!literal && CaptionWords.isCatchAll(caption) && body.size() >= SEVERAL) {
        groups.add(caption);
        byParagraph(body);
        groups.removeLast();
      } else {
        risks.add(new RiskFactor(risks.size() + 1, groups, caption, Paragraphs.of(body), true));
      }
    }
    caption = null;
    untitled = false;
    body.clear();
  }

  private boolean risksEndWithClosing() {
    String last = body.get(body.size() - 1).text();
    return last.length() < 600 && CaptionWords.closes(last);
  }

  /** Where nothing parts the risks but paragraphs, each paragraph is one. */
  private void byParagraph(List<Block> blocks) {
    List<Block> open = new ArrayList<>();
    for (Block block : blocks) {
      boolean starts = isRiskByItself(block);
      if (starts) {
        addParagraphs(open);
        open.clear();
      }
      if (starts || !open.isEmpty()) {
        open.add(block);
      }
    }
    boolean prose = blocks.stream().anyMatch(b -> b.kind() != Block.Kind.TABLE_ROW);
    addParagraphs(open.isEmpty() && risks.isEmpty() && prose ? blocks : open);
  }

  private static boolean isRiskByItself(Block block) {
    String text = CaptionWords.withoutNumber(block.text());
    boolean prose = block.kind() == Block.Kind.PARAGRAPH || CaptionWords.isNumbered(block.text());
    return prose
        && text.length() >= SHORTEST_PARAGRAPH
        && !Character.isLowerCase(text.charAt(0))
        && !CaptionWords.introduces(CaptionWords.firstSentence(text))
        && !CaptionWords.refersElsewhere(text)
        && !CaptionWords.closes(text)
        && !CaptionWords.goesOn(text);
  }

  private void addParagraphs(List<Block> open) {
    if (!open.isEmpty()) {
      String heading = CaptionWords.firstSentence(open.get(0).text());
      risks.add(new RiskFactor(risks.size() + 1, groups, heading, Paragraphs.of(open), false));
    }
  }
}
