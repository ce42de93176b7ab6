package dev.caveat.cli;

import dev.caveat.model.FilingOutline;
import dev.caveat.model.FilingOutline.Line;
import dev.caveat.model.FilingOutline.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An outline as text that a person edits: a line a block. Lines that begin with # are remarks. */
final class EditedOutline {
  private static final Pattern DOCUMENT = Pattern.compile("document\\s+([1-9]\\d{0,3})\\s*");
  private static final Pattern BLOCK =
      Pattern.compile("(?<role>\\S+?)(?:\\s+(?<caption>[1-9]\\d{0,3}))?\\s+(?<words>\\S.*)");

  /** What stands above every outline. */
  private static final List<String> HELP =
      List.of(
          "Each line is a block of the filing's text. If its first word is wrong, change it; the",
          "other words only identify the block. You may delete lines at either end.",
          "",
          "-          not part of the section; on every line: the filing has no risk factors",
          "heading    the section's heading",
          "group      a heading over several risks",
          "subgroup   a heading below a group",
          "caption    the caption of a risk",
          "run-in 9   a caption of 9 words, and the text below it, in one block",
          "risk       the start of a risk that has no caption",
          "body       text of the risk above; before the first risk, an introduction",
          "more       continues the block above, as one paragraph",
          "closing    part of the section, but not of any risk");

  private final String source;
  private final List<Line> lines = new ArrayList<>();
  private final List<Integer> numbers = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();
  private int document;

  private EditedOutline(String source) {
    this.source = source;
  }

  /**
   * Writes an outline.
   *
   * @param about what stands on top, a line each
   */
  static String write(FilingOutline outline, List<String> about) {
    StringBuilder out = new StringBuilder();
    about.forEach(a -> out.append("# ".concat(a).stripTrailing()).append('\n'));
    out.append("#\n");
    HELP.forEach(h -> out.append("# ".concat(h).stripTrailing()).append('\n'));
    out.append("\ndocument ").append(outline.document()).append('\n');
    for (Line line : outline.lines()) {
      String role = line.role().id() + (line.caption() == 0 ? "" : " " + line.caption());
      out.append(String.format(Locale.ROOT, "%-10s %s\n", role, line.words()));
    }
    return out.toString();
  }

  /**
   * Reads an outline that was edited.
   *
   * @param source its name in messages
   * @return what was read, and what is wrong with it
   */
  static EditedOutline read(Reader reader, String source) throws IOException {
    EditedOutline edited = new EditedOutline(source);
    BufferedReader in = new BufferedReader(reader);
    int number = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      number++;
      if (!line.isBlank() && line.charAt(0) != '#') {
        edited.take(line.strip(), number);
      }
    }
    edited.check();
    return edited;
  }

  private void take(String line, int number) {
    Matcher told = DOCUMENT.matcher(line);
    if (lines.isEmpty() && told.matches()) {
      document = Integer.parseInt(told.group(1));
      return;
    }
    Matcher block = BLOCK.matcher(line);
    Role role = block.matches() ? Role.of(block.group("role")).orElse(null) : null;
    String caption = block.matches() ? block.group("caption") : null;
    if (role == null) {
      error(
          number,
          "expected -, heading, group, subgroup, caption, run-in N, risk, body, more or closing,"
              + " then the first words of the block, not “"
              + TextWrap.cut(line, 40)
              + "”");
    } else if (role == Role.RUN_IN && caption == null) {
      error(number, "expected run-in and the number of words in the caption, such as run-in 9");
    } else if (role == Role.RUN_IN) {
      add(new Line(role, Integer.parseInt(caption), words(block.group("words"))), number);
    } else {
      String words = (caption == null ? "" : caption + " ") + block.group("words");
      add(new Line(role, 0, words(words)), number);
    }
  }

  private static String words(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private void add(Line line, int number) {
    lines.add(line);
    numbers.add(number);
  }

  /** Whether the roles make sense, one after another. */
  private void check() {
    if (document == 0) {
      error(1, "expected “document N” above the blocks, as 'caveat outline' writes it");
    }
    boolean begun = false;
    boolean grouped = false;
    boolean risks = false;
    boolean section = false;
    for (int i = 0; i < lines.size(); i++) {
      Role role = lines.get(i).role();
      if (role == Role.HEADING && begun) {
        error(numbers.get(i), "a heading must come before all other blocks of the section");
      }
      if (role == Role.SUBGROUP && !grouped) {
        error(numbers.get(i), "a subgroup needs a group above it");
      }
      if (role == Role.MORE && !section) {
        error(numbers.get(i), "'more' needs a block of the section above it");
      }
      section |= role != Role.OUTSIDE;
      begun |= role != Role.OUTSIDE && role != Role.HEADING && role != Role.MORE;
      grouped |= role == Role.GROUP;
      risks |= role.startsRisk();
    }
    if (lines.isEmpty()) {
      error(1, "expected a line for each block, as 'caveat outline' writes them");
    } else if (section && !risks) {
      error(
          numbers.getFirst(),
          "no line starts a risk: expected caption, run-in N or risk at the first block of each,"
              + " or - on every line if the filing has no risk factors");
    }
  }

  private void error(int number, String what) {
    errors.add(source + ":" + number + ": " + what);
  }

  /**
   * Notes blocks that are not in the filing.
   *
   * @param unmatched their lines, from 0, as {@link #outline} has them
   */
  void unmatched(List<Integer> unmatched) {
    int from = Math.max(0, new FilingOutline(document, lines).first() - FilingOutline.KEPT_AROUND);
    for (int i : unmatched) {
      error(
          numbers.get(from + i),
          "no block of the filing starts with “"
              + lines.get(from + i).words()
              + "” here; expected the words and the order that 'caveat outline' wrote");
    }
  }

  /** What is wrong, each with file, line and what is expected; empty if nothing is. */
  List<String> errors() {
    return errors;
  }

  /** What to keep of it: the section, and a little around it to know it by. */
  FilingOutline outline() {
    return new FilingOutline(document, lines).kept();
  }
}
