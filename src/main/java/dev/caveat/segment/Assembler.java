package dev.caveat.segment;

import dev.caveat.model.Block;
import dev.caveat.model.Place;
import dev.caveat.model.RiskFactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Builds risks from a section's blocks and their roles. */
final class Assembler {
  private static final int LONG_CLOSING = Bounds.whole("long-closing");
  private static final int MIN_PARAGRAPH_LENGTH = Bounds.whole("shortest-prose");

  /** A title such as "Other factors" over so many paragraphs of prose is over as many risks. */
  private static final int SEVERAL = 2;

  private final int document;
  private final List<RiskFactor> risks = new ArrayList<>();
  private final List<String> groups = new ArrayList<>();
  private final List<Typography> groupLooks = new ArrayList<>();
  private final List<Block> body = new ArrayList<>();
  private final List<Block> loose = new ArrayList<>();
  private @Nullable Block captionBlock;
  private String caption = "";
  private boolean groupOpen;
  private boolean untitled;

  /** Whether the roles come from a person and stand as they are. */
  private final boolean literal;

  private Assembler(int document, boolean literal) {
    this.document = document;
    this.literal = literal;
  }

  /**
   * The risks of a section in order.
   *
   * @param document the number of the document that contains the blocks
   */
  static List<RiskFactor> risks(List<Block> blocks, Outline outline, int document) {
    return new Assembler(document, false).assemble(blocks, outline);
  }

  /** The risks of blocks whose roles a person set, taken as they are. */
  static List<RiskFactor> asOutlined(List<Block> blocks, Outline outline, int document) {
    return new Assembler(document, true).assemble(blocks, outline);
  }

  private List<RiskFactor> assemble(List<Block> blocks, Outline outline) {
    boolean closed = false;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      switch (outline.roles()[i]) {
        case GROUP -> {
          finish();
          takeLoose();
          open(block);
          closed = false;
        }
        case SUBGROUP -> {
          finish();
          takeLoose();
          open(block, Math.min(1, groups.size()));
          closed = false;
        }
        case UNTITLED -> {
          untitled(block);
          closed = false;
        }
        case CAPTION -> {
          finish();
          loose.clear();
          caption(block, outline.leads()[i]);
          closed = false;
        }
        case MORE -> more(block);
        case CLOSING -> {
          finish();
          closed = true;
        }
        case BODY -> {
          if (!closed) {
            body(block);
          }
        }
      }
    }
    finish();
    takeLoose();
    return risks;
  }

  /** The risks of a section that only paragraphs separate; empty if there is no prose. */
  static List<RiskFactor> byParagraph(List<Block> blocks, int document) {
    Assembler assembler = new Assembler(document, false);
    assembler.addByParagraph(blocks);
    return assembler.risks;
  }

  private void caption(Block block, int lead) {
    captionBlock = block;
    caption = CaptionWords.withoutBullet(block.text().substring(0, lead).strip());
    groupOpen = false;
    String rest = block.text().substring(lead).strip();
    if (!rest.isEmpty()) {
      body.add(block.withText(rest));
    }
  }

  private void body(Block block) {
    if (captionBlock != null || untitled) {
      body.add(block);
    } else if (groupOpen) {
      loose.add(block);
    }
  }

  /** A group over paragraphs and no caption is over risks that have none. */
  private void takeLoose() {
    if (loose.stream().anyMatch(Assembler::isRiskByItself)) {
      addByParagraph(List.copyOf(loose));
    }
    loose.clear();
  }

  private void untitled(Block block) {
    finish();
    loose.clear();
    untitled = true;
    body.add(block);
  }

  private void more(Block block) {
    if (captionBlock != null) {
      caption = caption + " " + block.text();
    }
  }

  /** A group below one of another look, with no risk in between, is a group within it. */
  private void open(Block block) {
    int known = literal ? 0 : groupLooks.indexOf(Typography.of(block));
    open(block, known >= 0 ? known : groupOpen ? groups.size() : 0);
  }

  private void open(Block block, int keep) {
    while (groups.size() > keep) {
      groups.removeLast();
      groupLooks.removeLast();
    }
    groups.add(block.text().replace('\t', ' '));
    groupLooks.add(Typography.of(block));
    groupOpen = true;
  }

  private void finish() {
    Block from = captionBlock;
    if (untitled) {
      addParagraphs(body);
    } else if (from != null) {
      while (!literal && body.size() > 1 && endsWithClosing()) {
        body.removeLast();
      }
      if (!literal && isOverSeveral()) {
        groups.add(caption);
        addByParagraph(List.copyOf(body));
        groups.removeLast();
      } else {
        List<Place> places = new ArrayList<>(List.of(Paragraphs.place(from, document)));
        places.addAll(Paragraphs.places(body, document));
        risks.add(
            new RiskFactor(risks.size() + 1, groups, caption, Paragraphs.of(body), true, places));
      }
    }
    captionBlock = null;
    untitled = false;
    body.clear();
  }

  /** "Other factors" over paragraphs of prose, each a matter of its own. */
  private boolean isOverSeveral() {
    return CaptionWords.isCatchAll(caption)
        && body.size() >= SEVERAL
        && body.stream()
            .allMatch(
                b -> b.kind() == Block.Kind.PARAGRAPH && b.text().length() >= MIN_PARAGRAPH_LENGTH);
  }

  private boolean endsWithClosing() {
    String last = body.getLast().text();
    return last.length() < LONG_CLOSING && CaptionWords.closes(last.toLowerCase(Locale.ROOT));
  }

  private void addByParagraph(List<Block> blocks) {
    List<Block> open = new ArrayList<>();
    int indent = usualIndent(blocks);
    for (Block block : blocks) {
      boolean goesOn =
          block.pageBreak()
              && !open.isEmpty()
              && (isShort(open.getLast()) || block.indent() < indent);
      boolean starts = !goesOn && isRiskByItself(block);
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

  /** How far most paragraphs are indented; what a page cuts off goes on without. */
  private static int usualIndent(List<Block> blocks) {
    int[] indents =
        blocks.stream()
            .filter(Assembler::isRiskByItself)
            .mapToInt(Block::indent)
            .sorted()
            .toArray();
    return indents.length == 0 ? 0 : indents[indents.length / 2];
  }

  /** A paragraph cut off by a page's end before it has said much. */
  private static boolean isShort(Block block) {
    return block.text().length() < 2 * MIN_PARAGRAPH_LENGTH;
  }

  private static boolean isRiskByItself(Block block) {
    String text = CaptionWords.withoutNumber(block.text());
    boolean prose = block.kind() == Block.Kind.PARAGRAPH || CaptionWords.isNumbered(block.text());
    if (!prose || text.length() < MIN_PARAGRAPH_LENGTH || Character.isLowerCase(text.charAt(0))) {
      return false;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    return !CaptionWords.introduces(CaptionWords.firstSentence(text).toLowerCase(Locale.ROOT))
        && !CaptionWords.refersElsewhere(lower)
        && !CaptionWords.closes(lower)
        && !CaptionWords.goesOn(lower);
  }

  private void addParagraphs(List<Block> open) {
    if (!open.isEmpty()) {
      String heading = CaptionWords.firstSentence(open.get(0).text());
      risks.add(
          new RiskFactor(
              risks.size() + 1,
              groups,
              heading,
              Paragraphs.of(open),
              false,
              Paragraphs.places(open, document)));
    }
  }
}
