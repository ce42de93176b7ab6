package dev.caveat.segment;

import dev.caveat.model.Block;
import dev.caveat.model.FilingOutline.Line;
import dev.caveat.model.FilingOutline.Role;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.RiskSection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reconstructs the role of each block of a document from the section that was built from them. */
final class OutlineTrace {
  private static final int START = Bounds.whole("trace-start");
  private static final int FOLLOWING = Bounds.whole("trace-following");
  private static final int AHEAD = Bounds.whole("trace-ahead");
  private static final int FAR = Bounds.whole("trace-far");

  /** A piece of the section that blocks are looked up for: a heading, a caption, a paragraph. */
  private record Piece(Role role, String text) {}

  private final List<String> texts;
  private final String section;
  private final List<Piece> pieces = new ArrayList<>();
  private final Role[] roles;
  private final int[] captions;

  /** The first piece that is not found, or of which only the beginning is. */
  private int next;

  /** The piece of which only the beginning is found; -1 if there is none. */
  private int begun = -1;

  /** Whether a risk has begun. */
  private boolean inRisk;

  private OutlineTrace(List<Block> blocks, RiskSection.Present present) {
    this.texts = blocks.stream().map(b -> FirstWords.plain(b.text())).toList();
    this.section = FirstWords.plain(present.text());
    this.roles = new Role[blocks.size()];
    this.captions = new int[blocks.size()];
    Arrays.fill(roles, Role.OUTSIDE);
    List<String> group = List.of();
    for (RiskFactor risk : present.risks()) {
      addGroups(group, risk.group());
      group = risk.group();
      add(risk.captioned() ? Role.CAPTION : Role.RISK, risk.heading());
      risk.paragraphs().forEach(p -> add(Role.BODY, p));
    }
  }

  /** The line of each block. */
  static List<Line> of(List<Block> blocks, RiskSection.Present section) {
    OutlineTrace trace = new OutlineTrace(blocks, section);
    int start = trace.start();
    if (start >= 0) {
      trace.heading(start, FirstWords.plain(section.heading()));
      trace.walk(start);
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      int caption = trace.captions[i];
      lines.add(new Line(trace.roles[i], caption, FirstWords.of(blocks.get(i), caption)));
    }
    return lines;
  }

  private void add(Role role, String text) {
    pieces.add(new Piece(role, FirstWords.plain(text)));
  }

  private void addGroups(List<String> before, List<String> group) {
    int same = 0;
    while (same < Math.min(before.size(), group.size())
        && before.get(same).equals(group.get(same))) {
      same++;
    }
    for (int level = same; level < group.size(); level++) {
      add(level == 0 ? Role.GROUP : Role.SUBGROUP, group.get(level));
    }
  }

  /** The block in which the section's text begins: behind which most of it follows. */
  private int start() {
    String first = section.substring(0, Math.min(START, section.length()));
    int best = -1;
    int most = 0;
    for (int b = 0; b < texts.size() && !first.isEmpty(); b++) {
      int at = texts.get(b).indexOf(first);
      if (texts.get(b).length() < START ? section.startsWith(texts.get(b)) : at >= 0) {
        int follow = follow(b, Math.max(0, at));
        if (follow > most) {
          best = b;
          most = follow;
        }
      }
    }
    return best;
  }

  private int follow(int start, int at) {
    int end = texts.get(start).length() - at;
    int last = Math.min(texts.size(), start + FOLLOWING);
    for (int b = start + 1; b < last; b++) {
      end = section.startsWith(texts.get(b), end + 1) ? end + 1 + texts.get(b).length() : end;
    }
    return end;
  }

  /** The blocks right above the text that are its heading together. */
  private void heading(int start, String heading) {
    for (int last = start - 1; last >= Math.max(0, start - AHEAD); last--) {
      String text = "";
      for (int first = last; first >= Math.max(0, last - AHEAD); first--) {
        text = (texts.get(first) + " " + text).strip();
        if (text.equals(heading)) {
          Arrays.fill(roles, first, last + 1, Role.HEADING);
          return;
        }
      }
    }
  }

  private void walk(int start) {
    int at = 0;
    for (int b = start; b < texts.size() && at < section.length(); b++) {
      String text = texts.get(b);
      int found = b == start ? 0 : section.indexOf(text, at);
      if (found >= at && found <= at + (text.length() < START ? AHEAD : FAR)) {
        String own = b == start ? section.substring(0, common(text)) : text;
        at = found + own.length() + 1;
        take(b, own);
      }
    }
  }

  /**
   * How much of the first block is of the section: all of it, or what stands behind its heading.
   */
  private int common(String block) {
    int at = 0;
    while (at < block.length() && !section.regionMatches(0, block, at, block.length() - at)) {
      at++;
    }
    return block.length() - at;
  }

  /**
   * Looks a block up among the next pieces, where it is short not behind a caption that is not
   * found; text that belongs to no risk closes the one above.
   */
  private void take(int b, String text) {
    for (int p = next; p < Math.min(pieces.size(), next + AHEAD); p++) {
      if (takeAs(b, text, p)) {
        return;
      }
      if (pieces.get(p).role().startsRisk() && text.length() < START) {
        break;
      }
    }
    boolean done = next >= pieces.size() || pieces.get(next).role() != Role.BODY;
    roles[b] = !inRisk ? Role.BODY : done ? Role.CLOSING : Role.OUTSIDE;
  }

  private boolean takeAs(int b, String text, int p) {
    Piece piece = pieces.get(p);
    String bare = CaptionWords.withoutBullet(text);
    String after = p + 1 < pieces.size() ? pieces.get(p + 1).text() : "";
    if (piece.role() == Role.RISK) {
      if (!after.equals(text) && !after.startsWith(text + " ")) {
        return false;
      }
      roles[b] = Role.RISK;
      next = p + 1;
      takeFrom(p + 1, text);
    } else if (piece.role() == Role.CAPTION
        && !after.isEmpty()
        && bare.startsWith(piece.text())
        && bare.endsWith(after)) {
      int bullet = text.length() - bare.length();
      captions[b] = CaptionWords.words(text.substring(0, bullet + piece.text().length()));
      roles[b] = Role.RUN_IN;
      next = p + 2;
    } else if (piece.text().equals(text) || piece.text().startsWith(text + " ")) {
      roles[b] = roleAt(p);
      takeFrom(p, text);
    } else if (piece.text().equals(bare) || piece.text().startsWith(bare + " ")) {
      roles[b] = roleAt(p);
      takeFrom(p, bare);
    } else {
      return false;
    }
    inRisk |= roles[b].startsRisk();
    return true;
  }

  /** A paragraph may be several blocks, such as rows; another piece of several blocks goes on. */
  private Role roleAt(int p) {
    Role role = pieces.get(p).role();
    return p == begun && role != Role.BODY ? Role.MORE : role;
  }

  private void takeFrom(int p, String text) {
    Piece piece = pieces.get(p);
    boolean whole = piece.text().length() == text.length();
    begun = whole ? -1 : p;
    next = whole ? p + 1 : p;
    if (!whole) {
      pieces.set(p, new Piece(piece.role(), piece.text().substring(text.length() + 1)));
    }
  }
}
