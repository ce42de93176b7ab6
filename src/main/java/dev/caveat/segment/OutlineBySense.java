package dev.caveat.segment;

import dev.caveat.model.Block;
import dev.caveat.segment.Outline.Role;
import java.util.List;

/**
 * Finds captions that nothing marks but their sense: a sentence that stands alone, states a risk,
 * and has prose behind it; or a short title that does.
 */
final class OutlineBySense {
  private static final int LONGEST_CAPTION = 380;
  private static final int LONGEST_TITLE = 100;
  private static final int SHORTEST_BODY = 120;

  private final List<Block> blocks;

  private OutlineBySense(List<Block> blocks) {
    this.blocks = blocks;
  }

  static Outline of(List<Block> blocks) {
    return new OutlineBySense(blocks).outline();
  }

  private Outline outline() {
    Outline out = Outline.empty(blocks);
    Role[] roles = out.roles();
    for (int i = 0; i < roles.length; i++) {
      if (i > 0 && roles[i - 1] == Role.CAPTION) {
        continue;
      }
      if (isCaption(i)) {
        roles[i] = Role.CAPTION;
      } else if (isGroup(i)) {
        roles[i] = Role.GROUP;
      }
    }
    return out;
  }

  private boolean isGroup(int i) {
    return i + 1 < blocks.size()
        && CaptionWords.isGroupTitle(blocks.get(i).text())
        && isCaption(i + 1);
  }

  private boolean isCaption(int i) {
    Block block = blocks.get(i);
    String text = block.text();
    if (i + 1 >= blocks.size()
        || block.kind() != Block.Kind.PARAGRAPH
        || text.length() > LONGEST_CAPTION
        || !startsLikeOne(text)) {
      return false;
    }
    if (i > 0 && blocks.get(i - 1).text().endsWith(":")) {
      return false;
    }
    if (!hasBody(i)
        || CaptionWords.closes(text)
        || CaptionWords.introduces(text)
        || CaptionWords.refersElsewhere(text)) {
      return false;
    }
    return isTitle(text) || isSentenceCaption(text, blocks.get(i + 1).text());
  }

  private static boolean startsLikeOne(String text) {
    char c = text.charAt(0);
    return Character.isUpperCase(c) || Character.isDigit(c) || c == '"' || c == '“';
  }

  /** Prose behind a caption: a paragraph that is no caption itself, or a list with its lead-in. */
  private boolean hasBody(int i) {
    Block next = blocks.get(i + 1);
    String body = next.text();
    return next.kind() == Block.Kind.PARAGRAPH
        && (body.length() >= SHORTEST_BODY
            || body.endsWith(":")
            || CaptionWords.sentences(body) > 1)
        && Character.isLetterOrDigit(body.charAt(0));
  }

  private static boolean isTitle(String text) {
    if (text.length() > LONGEST_TITLE
        || CaptionWords.endsSentence(text)
        || text.endsWith(":")
        || text.endsWith(",")
        || text.endsWith(";")) {
      return false;
    }
    if (CaptionWords.words(text) > 14 || CaptionWords.words(text) < 1 || text.length() < 5) {
      return false;
    }
    String last = text.substring(text.lastIndexOf(' ') + 1);
    return Character.isLetter(text.charAt(0))
        && Character.isLetterOrDigit(last.charAt(last.length() - 1));
  }

  private static boolean isSentenceCaption(String text, String next) {
    int sentences = CaptionWords.sentences(text);
    if (!CaptionWords.endsSentence(text) || sentences > 2 || CaptionWords.words(text) < 5) {
      return false;
    }
    if (CaptionWords.goesOn(text) || !CaptionWords.statesRisk(text)) {
      return false;
    }
    boolean longer = next.length() > text.length() || CaptionWords.sentences(next) > 1;
    return longer && (sentences == 1 || next.length() > 2 * text.length());
  }
}
