package dev.caveat.ingest.html;

import dev.caveat.ingest.html.Tag.Trait;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds the tree that a browser would build from the same tags, closed or not, nested or crossed:
 * "tree construction" of the HTML standard. Not safe for use by several threads.
 */
public final class TreeBuilder {
  /** Elements nested deeper than this are put beside one another. */
  private static final int MAX_DEPTH = 512;

  /** So many unclosed marks are begun again behind a block; documents pile up thousands. */
  private static final int MAX_REOPENED = 12;

  private static final int MAX_FORMATTING = 512;

  /** Marks of one look that are open at once. */
  private static final int MAX_ALIKE = 3;

  private static final int ADOPTIONS = 8;
  private static final int ADOPTED_MARKS = 3;

  /** What the open elements leave room for. */
  private enum Mode {
    BODY,
    TABLE,
    CAPTION,
    COLUMNS,
    ROWS,
    ROW,
    CELL
  }

  private final char[] source;
  private final Tokens tokens;
  private final Node body = Node.element(new StartTag(Tag.BODY, -1));
  private final Node[] stack = new Node[MAX_DEPTH + 1];
  private final Mode[] modes = new Mode[MAX_DEPTH + 1];
  private final List<@Nullable Node> formatting = new ArrayList<>();
  private final List<Node> tableText = new ArrayList<>();
  private final StringBuilder styles = new StringBuilder();
  private @Nullable StartTag bodyStart;
  private @Nullable Node form;
  private int depth;
  private int paragraphs;

  /** Whether the body has begun. */
  private boolean begun;

  /** Whether an end tag of the body or the document came, and nothing since. */
  private boolean ended;

  /** Whether the document declares its type, so that a table ends a paragraph. */
  private boolean strict;

  private boolean foster;

  private TreeBuilder(char[] source) {
    this.source = source;
    this.tokens = new Tokens(source);
    push(body, Mode.BODY);
  }

  /**
   * A document as a tree.
   *
   * @param body the tag that began the body; null if none did
   * @param first the first node of the body, whose others follow it; null if it is empty
   * @param styles what its style sheets say
   */
  public record Tree(@Nullable StartTag body, @Nullable Node first, String styles) {}

  /**
   * Reads a document.
   *
   * @param source its characters
   */
  public static Tree read(char[] source) {
    TreeBuilder builder = new TreeBuilder(source);
    builder.run();
    return new Tree(builder.bodyStart, builder.body.first, builder.styles.toString());
  }

  private void run() {
    while (true) {
      switch (tokens.next()) {
        case TEXT -> text();
        case START -> start(tokens.start());
        case END -> end(tokens.end());
        case OTHER -> strict |= !begun && tokens.isDoctype();
        case NONE -> {
          endTableText();
          return;
        }
      }
    }
  }

  // --- open elements

  private Node current() {
    return stack[depth - 1];
  }

  private Mode mode() {
    return modes[depth - 1];
  }

  private void push(Node node, Mode mode) {
    stack[depth] = node;
    modes[depth] = mode;
    depth++;
    node.open = true;
    paragraphs += node.tag() == Tag.P ? 1 : 0;
  }

  private void pop() {
    depth--;
    Node node = stack[depth];
    node.open = false;
    paragraphs -= node.tag() == Tag.P ? 1 : 0;
  }

  private void popTo(int size) {
    while (depth > size) {
      pop();
    }
  }

  private void removeFromStack(int index) {
    Node node = stack[index];
    System.arraycopy(stack, index + 1, stack, index, depth - index - 1);
    System.arraycopy(modes, index + 1, modes, index, depth - index - 1);
    depth--;
    node.open = false;
    paragraphs -= node.tag() == Tag.P ? 1 : 0;
  }

  private int indexOf(Node node) {
    int i = depth - 1;
    while (i >= 0 && stack[i] != node) {
      i--;
    }
    return i;
  }

  /** The innermost open element of a kind in front of any that limits it; -1 if none. */
  private int inScope(Tag tag, Trait limit) {
    for (int i = depth - 1; i > 0; i--) {
      Tag open = stack[i].tag();
      if (open == tag) {
        return i;
      }
      if (open.is(limit)) {
        return -1;
      }
    }
    return -1;
  }

  private int paragraphInScope() {
    if (paragraphs == 0) {
      return -1;
    }
    for (int i = depth - 1; i > 0; i--) {
      Tag open = stack[i].tag();
      if (open == Tag.P) {
        return i;
      }
      if (open.is(Trait.SCOPE) || open == Tag.BUTTON) {
        return -1;
      }
    }
    return -1;
  }

  private void impliedEnds(@Nullable Tag but) {
    while (current().tag().is(Trait.IMPLIED_END) && current().tag() != but) {
      pop();
    }
  }

  private void closeParagraph() {
    int p = paragraphInScope();
    if (p >= 0) {
      popTo(p);
    }
  }

  // --- insertion

  private Node open(StartTag start) {
    if (depth >= MAX_DEPTH) {
      pop();
    }
    Node node = Node.element(start);
    insert(node, current());
    push(node, modeInside(start.tag()));
    return node;
  }

  private Mode modeInside(Tag tag) {
    if (tag == Tag.TABLE) {
      return Mode.TABLE;
    }
    if (!tag.is(Trait.TABLE_PART)) {
      return mode();
    }
    if (tag == Tag.TR) {
      return Mode.ROW;
    }
    if (tag == Tag.TD || tag == Tag.TH) {
      return Mode.CELL;
    }
    return tag == Tag.CAPTION
        ? Mode.CAPTION
        : tag == Tag.COLGROUP ? Mode.COLUMNS : tag == Tag.COL ? mode() : Mode.ROWS;
  }

  /** Puts a node at the end of an element or, where that is a table that has no room, before it. */
  private void insert(Node node, Node target) {
    if (!foster || !target.tag().is(Trait.TABLE_CONTEXT)) {
      target.append(node);
      return;
    }
    int table = depth - 1;
    while (table > 0 && stack[table].tag() != Tag.TABLE) {
      table--;
    }
    Node parent = table > 0 ? stack[table].parent : null;
    if (parent != null) {
      parent.insertBefore(node, stack[table]);
    } else {
      stack[Math.max(0, table - 1)].append(node);
    }
  }

  // --- formatting

  /** Begins again the marks that a block or a cell cut. */
  private void reopen() {
    int size = formatting.size();
    if (size == 0 || isOpen(formatting.get(size - 1))) {
      return;
    }
    int i = size - 1;
    int lowest = Math.max(0, size - MAX_REOPENED);
    while (i > lowest && !isOpen(formatting.get(i - 1))) {
      i--;
    }
    for (; i < size; i++) {
      Node cut = formatting.get(i);
      if (cut != null && cut.start() != null) {
        formatting.set(i, open(cut.start()));
      }
    }
  }

  /** Whether a mark needs not be begun again; null parts what is outside a cell from the inside. */
  private static boolean isOpen(@Nullable Node mark) {
    return mark == null || mark.open;
  }

  private void addFormatting(Node node) {
    int alike = 0;
    for (int i = formatting.size() - 1; i >= 0; i--) {
      Node other = formatting.get(i);
      if (other == null || other.start() == null || node.start() == null) {
        break;
      }
      if (other.start().isLike(node.start()) && ++alike == MAX_ALIKE) {
        formatting.remove(i);
        break;
      }
    }
    formatting.add(node);
    if (formatting.size() > MAX_FORMATTING) {
      formatting.remove(0);
    }
  }

  private @Nullable Node lastFormatting(Tag tag) {
    for (int i = formatting.size() - 1; i >= 0; i--) {
      Node node = formatting.get(i);
      if (node == null) {
        return null;
      }
      if (node.tag() == tag) {
        return node;
      }
    }
    return null;
  }

  private void clearFormattingToMarker() {
    while (!formatting.isEmpty() && formatting.removeLast() != null) {}
  }

  /** The end tag of a mark, which may stand inside a block that the mark goes around. */
  private void adopt(Tag tag) {
    Node current = current();
    if (current.tag() == tag && !formatting.contains(current)) {
      pop();
      return;
    }
    for (int outer = 0; outer < ADOPTIONS; outer++) {
      Node mark = lastFormatting(tag);
      if (mark == null) {
        endOther(tag);
        return;
      }
      if (!mark.open) {
        formatting.remove(mark);
        return;
      }
      int index = indexOf(mark);
      if (!isInScope(index)) {
        return;
      }
      int block = index + 1;
      while (block < depth && !stack[block].tag().is(Trait.SPECIAL)) {
        block++;
      }
      if (block == depth) {
        popTo(index);
        formatting.remove(mark);
        return;
      }
      adopt(mark, index, block);
    }
  }

  private boolean isInScope(int index) {
    for (int i = depth - 1; i > index; i--) {
      if (stack[i].tag().is(Trait.SCOPE)) {
        return false;
      }
    }
    return true;
  }

  /** Puts a block beside the mark that was around it, and a copy of the mark into the block. */
  private void adopt(Node mark, int index, int blockIndex) {
    Node block = stack[blockIndex];
    Node common = stack[index - 1];
    Node last = block;
    int bookmark = formatting.indexOf(mark);
    int inner = 0;
    for (int i = blockIndex - 1; i > index; i--) {
      inner++;
      Node node = stack[i];
      int known = formatting.indexOf(node);
      if (inner > ADOPTED_MARKS && known >= 0) {
        formatting.remove(known);
        bookmark -= known < bookmark ? 1 : 0;
        known = -1;
      }
      if (known < 0) {
        removeFromStack(i);
        continue;
      }
      Node copy = copy(node);
      formatting.set(known, copy);
      stack[i] = copy;
      node.open = false;
      copy.open = true;
      bookmark = last == block ? known + 1 : bookmark;
      last.remove();
      copy.append(last);
      last = copy;
    }
    last.remove();
    boolean fostered = foster;
    foster = true;
    insert(last, common);
    foster = fostered;
    Node copy = copy(mark);
    block.giveChildren(copy);
    block.append(copy);
    int known = formatting.indexOf(mark);
    formatting.set(known, null);
    formatting.add(bookmark, copy);
    formatting.remove(known < bookmark ? known : known + 1);
    removeFromStack(indexOf(mark));
    insertOnStack(copy, indexOf(block) + 1);
  }

  private void insertOnStack(Node node, int index) {
    System.arraycopy(stack, index, stack, index + 1, depth - index);
    System.arraycopy(modes, index, modes, index + 1, depth - index);
    stack[index] = node;
    modes[index] = modes[index - 1];
    depth++;
    node.open = true;
  }

  private static Node copy(Node node) {
    StartTag start = node.start();
    return Node.element(start == null ? new StartTag(Tag.HTML, -1) : start);
  }

  // --- text

  private void text() {
    int from = tokens.from();
    int to = tokens.to();
    if (!begun || ended) {
      while (from < to && Tokens.isSpace(source[from])) {
        from++;
      }
      if (from == to) {
        return;
      }
      begun = true;
      ended = false;
    }
    Node text = Node.text(from, to, tokens.isPlain());
    Mode mode = mode();
    if (mode == Mode.COLUMNS && !isBlank(from, to) && current().tag() == Tag.COLGROUP) {
      pop();
      mode = mode();
    }
    boolean table = mode == Mode.TABLE || mode == Mode.ROWS || mode == Mode.ROW;
    if (table && current().tag().is(Trait.TABLE_CONTEXT)) {
      tableText.add(text);
      return;
    }
    if (mode != Mode.COLUMNS) {
      foster(table, text);
    }
  }

  private void foster(boolean table, Node text) {
    foster = table;
    reopen();
    insert(text, current());
    foster = false;
  }

  /** Blanks between the parts of a table stay there; other text is moved before the table. */
  private void endTableText() {
    if (tableText.isEmpty()) {
      return;
    }
    for (Node text : tableText) {
      if (isBlank(text.from(), text.to())) {
        current().append(text);
      } else {
        foster(true, text);
      }
    }
    tableText.clear();
  }

  private boolean isBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Tokens.isSpace(source[i])) {
        return false;
      }
    }
    return true;
  }

  // --- start tags

  private void start(StartTag start) {
    Tag tag = start.tag();
    if (tag.is(Trait.DROPPED)) {
      drop(tag);
      return;
    }
    if (tag == Tag.BODY) {
      bodyStart = bodyStart == null ? start : bodyStart.and(start);
      begun = true;
      return;
    }
    begun = true;
    ended = false;
    endTableText();
    boolean done = false;
    while (!done) {
      done =
          switch (mode()) {
            case BODY -> startInBody(start);
            case TABLE -> startInTable(start);
            case CAPTION -> startInCaption(start);
            case COLUMNS -> startInColumns(start);
            case ROWS -> startInRows(start);
            case ROW -> startInRow(start);
            case CELL -> startInCell(start);
          };
    }
  }

  private void drop(Tag tag) {
    if (tag.is(Trait.RAW)) {
      int from = tokens.to();
      int to = tokens.passRaw(tag);
      if (tag == Tag.STYLE) {
        styles.append(source, from, to - from).append('\n');
      }
    }
  }

  private boolean startInTable(StartTag start) {
    Tag tag = start.tag();
    if (tag == Tag.TABLE) {
      int table = inScope(Tag.TABLE, Trait.TABLE_SCOPE);
      popTo(Math.max(1, table));
      return table < 0;
    }
    if (!tag.is(Trait.TABLE_PART)) {
      if (tag == Tag.FORM) {
        if (form == null) {
          form = open(start);
          pop();
        }
        return true;
      }
      foster = true;
      startInBody(start);
      foster = false;
      return true;
    }
    clearStackTo(Mode.TABLE);
    if (tag == Tag.TR || tag == Tag.TD || tag == Tag.TH) {
      open(implied(Tag.TBODY));
      return false;
    }
    if (tag == Tag.COL) {
      open(implied(Tag.COLGROUP));
      return false;
    }
    if (tag == Tag.CAPTION) {
      formatting.add(null);
    }
    open(start);
    return true;
  }

  /** Takes off the stack what is above the innermost part of a table that makes a mode. */
  private void clearStackTo(Mode mode) {
    while (depth > 1 && !(current().tag().is(Trait.TABLE_CONTEXT) && mode() == mode)) {
      pop();
    }
  }

  private boolean startInCaption(StartTag start) {
    if (start.tag().is(Trait.TABLE_PART)) {
      return !closeCaption();
    }
    return startInBody(start);
  }

  private boolean closeCaption() {
    int caption = inScope(Tag.CAPTION, Trait.TABLE_SCOPE);
    if (caption < 0) {
      return false;
    }
    popTo(caption);
    clearFormattingToMarker();
    return true;
  }

  private boolean startInColumns(StartTag start) {
    if (start.tag() == Tag.COL || current().tag() != Tag.COLGROUP) {
      return true;
    }
    pop();
    return false;
  }

  private boolean startInRows(StartTag start) {
    Tag tag = start.tag();
    if (tag == Tag.TR) {
      clearStackTo(Mode.ROWS);
      open(start);
      return true;
    }
    if (tag == Tag.TD || tag == Tag.TH) {
      clearStackTo(Mode.ROWS);
      open(implied(Tag.TR));
      return false;
    }
    if (tag.is(Trait.TABLE_PART)) {
      clearStackTo(Mode.ROWS);
      pop();
      return false;
    }
    return startInTable(start);
  }

  private boolean startInRow(StartTag start) {
    Tag tag = start.tag();
    if (tag == Tag.TD || tag == Tag.TH) {
      clearStackTo(Mode.ROW);
      open(start);
      formatting.add(null);
      return true;
    }
    if (tag.is(Trait.TABLE_PART)) {
      clearStackTo(Mode.ROW);
      pop();
      return false;
    }
    return startInTable(start);
  }

  private boolean startInCell(StartTag start) {
    if (start.tag().is(Trait.TABLE_PART)) {
      return !closeCell();
    }
    return startInBody(start);
  }

  private boolean closeCell() {
    for (int i = depth - 1; i > 0; i--) {
      Tag open = stack[i].tag();
      if (open == Tag.TD || open == Tag.TH) {
        popTo(i);
        clearFormattingToMarker();
        return true;
      }
      if (open.is(Trait.TABLE_SCOPE)) {
        return false;
      }
    }
    return false;
  }

  private static StartTag implied(Tag tag) {
    return new StartTag(tag, -1);
  }

  private boolean startInBody(StartTag start) {
    Tag tag = start.tag();
    if (tag.is(Trait.TABLE_PART)) {
      return true;
    }
    if (tag.is(Trait.ENDS_PARAGRAPH)) {
      block(start);
    } else if (tag == Tag.TABLE) {
      if (strict) {
        closeParagraph();
      }
      open(start);
    } else if (tag.is(Trait.FORMATTING)) {
      mark(start);
    } else {
      other(start);
    }
    return true;
  }

  private void block(StartTag start) {
    Tag tag = start.tag();
    if (tag == Tag.FORM && form != null) {
      return;
    }
    if (tag == Tag.LI) {
      closeItem(Tag.LI, Tag.LI);
    } else if (tag == Tag.DD || tag == Tag.DT) {
      closeItem(Tag.DD, Tag.DT);
    }
    closeParagraph();
    if (tag.is(Trait.HEADING) && current().tag().is(Trait.HEADING)) {
      pop();
    }
    Node node = open(start);
    if (tag == Tag.FORM) {
      form = node;
    }
    if (tag.is(Trait.VOID)) {
      pop();
    } else if (tag.is(Trait.RAW)) {
      raw(tag);
    }
  }

  /** Ends the list item before this one, unless another block has begun inside it. */
  private void closeItem(Tag one, Tag other) {
    for (int i = depth - 1; i > 0; i--) {
      Tag open = stack[i].tag();
      if (open == one || open == other) {
        popTo(i);
        return;
      }
      boolean loose = open == Tag.ADDRESS || open == Tag.DIV || open == Tag.P;
      if (open.is(Trait.SPECIAL) && !loose) {
        return;
      }
    }
  }

  private void mark(StartTag start) {
    Tag tag = start.tag();
    if (tag == Tag.A) {
      Node open = lastFormatting(Tag.A);
      if (open != null) {
        adopt(Tag.A);
        formatting.remove(open);
        if (open.open) {
          removeFromStack(indexOf(open));
        }
      }
    }
    reopen();
    if (tag == Tag.NOBR && inScope(Tag.NOBR, Trait.SCOPE) >= 0) {
      adopt(Tag.NOBR);
      reopen();
    }
    addFormatting(open(start));
  }

  private void other(StartTag start) {
    Tag tag = start.tag();
    if (tag == Tag.BUTTON) {
      int button = inScope(Tag.BUTTON, Trait.SCOPE);
      if (button >= 0) {
        popTo(button);
      }
    } else if ((tag == Tag.OPTION || tag == Tag.OPTGROUP) && current().tag() == Tag.OPTION) {
      pop();
    }
    if (!tag.is(Trait.RAW)) {
      reopen();
    }
    open(start);
    if (tag.is(Trait.FORMATTING_SCOPE)) {
      formatting.add(null);
    }
    if (tag.is(Trait.VOID)) {
      pop();
    } else if (tag.is(Trait.RAW)) {
      raw(tag);
    }
  }

  private void raw(Tag tag) {
    int from = tokens.to();
    int to = tokens.passRaw(tag);
    if (tag == Tag.PLAINTEXT) {
      reopen();
    }
    if (to > from && tag != Tag.XMP) {
      current().append(Node.text(from, to, tag == Tag.PLAINTEXT));
    }
    pop();
  }

  // --- end tags

  private void end(Tag tag) {
    if (tag == Tag.BODY || tag == Tag.HTML) {
      begun = true;
      ended |= mode() == Mode.BODY;
      return;
    }
    if (tag.is(Trait.DROPPED) || (!begun && tag != Tag.BR)) {
      return;
    }
    begun = true;
    ended = false;
    endTableText();
    boolean done = false;
    while (!done) {
      done =
          switch (mode()) {
            case BODY -> endInBody(tag);
            case TABLE -> endInTable(tag);
            case CAPTION -> endInCaption(tag);
            case COLUMNS -> endInColumns(tag);
            case ROWS -> endInRows(tag);
            case ROW -> endInRow(tag);
            case CELL -> endInCell(tag);
          };
    }
  }

  private boolean endInTable(Tag tag) {
    if (tag == Tag.TABLE) {
      int table = inScope(Tag.TABLE, Trait.TABLE_SCOPE);
      if (table >= 0) {
        popTo(table);
      }
    } else if (!tag.is(Trait.TABLE_PART)) {
      foster = true;
      endInBody(tag);
      foster = false;
    }
    return true;
  }

  private boolean endInCaption(Tag tag) {
    if (tag == Tag.CAPTION) {
      closeCaption();
      return true;
    }
    if (tag == Tag.TABLE) {
      return !closeCaption();
    }
    return tag.is(Trait.TABLE_PART) || endInBody(tag);
  }

  private boolean endInColumns(Tag tag) {
    if (tag == Tag.COL || current().tag() != Tag.COLGROUP) {
      return true;
    }
    pop();
    return tag == Tag.COLGROUP;
  }

  private boolean endInRows(Tag tag) {
    if (tag == Tag.TBODY || tag == Tag.THEAD || tag == Tag.TFOOT) {
      if (inScope(tag, Trait.TABLE_SCOPE) >= 0) {
        clearStackTo(Mode.ROWS);
        pop();
      }
      return true;
    }
    if (tag == Tag.TABLE) {
      clearStackTo(Mode.ROWS);
      pop();
      return false;
    }
    return tag.is(Trait.TABLE_PART) || endInTable(tag);
  }

  private boolean endInRow(Tag tag) {
    if (tag == Tag.TR) {
      clearStackTo(Mode.ROW);
      pop();
      return true;
    }
    boolean rows = tag == Tag.TBODY || tag == Tag.THEAD || tag == Tag.TFOOT;
    if (tag == Tag.TABLE || rows) {
      if (rows && inScope(tag, Trait.TABLE_SCOPE) < 0) {
        return true;
      }
      clearStackTo(Mode.ROW);
      pop();
      return false;
    }
    return tag.is(Trait.TABLE_PART) || endInTable(tag);
  }

  private boolean endInCell(Tag tag) {
    if (tag == Tag.TD || tag == Tag.TH) {
      int cell = inScope(tag, Trait.TABLE_SCOPE);
      if (cell >= 0) {
        popTo(cell);
        clearFormattingToMarker();
      }
      return true;
    }
    if (tag == Tag.CAPTION || tag == Tag.COL || tag == Tag.COLGROUP) {
      return true;
    }
    if (tag == Tag.TABLE || tag.is(Trait.TABLE_PART)) {
      return inScope(tag, Trait.TABLE_SCOPE) < 0 || !closeCell();
    }
    return endInBody(tag);
  }

  private boolean endInBody(Tag tag) {
    if (tag.is(Trait.TABLE_PART) || tag == Tag.TABLE) {
      return true;
    }
    if (tag == Tag.P) {
      endParagraph();
    } else if (tag == Tag.BR) {
      other(implied(Tag.BR));
    } else if (tag == Tag.FORM) {
      endForm();
    } else if (tag.is(Trait.HEADING)) {
      endHeading();
    } else if (tag.is(Trait.FORMATTING)) {
      adopt(tag);
    } else if (tag == Tag.LI) {
      endBlock(tag, Trait.LIST_SCOPE, tag);
    } else if (tag == Tag.DD || tag == Tag.DT) {
      endBlock(tag, Trait.SCOPE, tag);
    } else if (tag.is(Trait.FORMATTING_SCOPE)) {
      if (endBlock(tag, Trait.SCOPE, null)) {
        clearFormattingToMarker();
      }
    } else if (tag.is(Trait.ENDS_PARAGRAPH) || tag == Tag.BUTTON) {
      endBlock(tag, Trait.SCOPE, null);
    } else {
      endOther(tag);
    }
    return true;
  }

  private void endParagraph() {
    int p = paragraphInScope();
    if (p < 0) {
      open(implied(Tag.P));
      pop();
    } else {
      popTo(p);
    }
  }

  private boolean endBlock(Tag tag, Trait limit, @Nullable Tag but) {
    int index = inScope(tag, limit);
    if (index < 0) {
      return false;
    }
    impliedEnds(but);
    popTo(index);
    return true;
  }

  private void endForm() {
    Node open = form;
    form = null;
    if (open == null || !open.open) {
      return;
    }
    int index = indexOf(open);
    if (index > 0 && isInScope(index)) {
      impliedEnds(null);
      removeFromStack(indexOf(open));
    }
  }

  private void endHeading() {
    for (int i = depth - 1; i > 0; i--) {
      Tag open = stack[i].tag();
      if (open.is(Trait.HEADING)) {
        popTo(i);
        return;
      }
      if (open.is(Trait.SCOPE)) {
        return;
      }
    }
  }

  private void endOther(Tag tag) {
    for (int i = depth - 1; i > 0; i--) {
      Tag open = stack[i].tag();
      if (open == tag) {
        popTo(i);
        return;
      }
      if (open.is(Trait.SPECIAL)) {
        return;
      }
    }
  }
}
