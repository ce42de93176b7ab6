package dev.caveat.ingest;

import dev.caveat.ingest.FactRule.Where;
import dev.caveat.model.Block;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The facts that a document prints on its first page and next to its signatures, by the rules of
 * {@code facts.tsv}.
 */
final class CoverPage {
  private static final String SOURCE = "the cover";
  private static final int FIRST_BLOCKS = Bounds.whole("first-page");
  private static final int LAST_BLOCKS = Bounds.whole("last-page");
  private static final int TOP_CELLS = Bounds.whole("cover-top");

  private static final int MAX_CELLS = Bounds.whole("most-cells");

  private static final int CELL = Bounds.whole("cell-start");

  private static final int MIN_NAME_LENGTH = Bounds.whole("shortest-name");
  private static final Pattern LETTERS = Pattern.compile("\\p{L}{2}");

  private static final List<FactRule> RULES =
      FactRule.of(Where.TOP, Where.PAGE, Where.END, Where.ABOVE, Where.BELOW, Where.AMENDED);
  private static final List<Pattern> NOT_NAMES = patterns(Where.NOT);
  private static final List<Pattern> CUTS = patterns(Where.CUT);

  private final FactSheet sheet;
  private final List<String> cells;
  private final String top;
  private final String page;
  private final String end;

  private CoverPage(FactSheet sheet, List<Block> blocks) {
    this.sheet = sheet;
    this.cells = cells(blocks.subList(0, Math.min(FIRST_BLOCKS, blocks.size())));
    this.top = top(TOP_CELLS);
    this.page = String.join("\n", cells);
    this.end =
        String.join(
            "\n", cells(blocks.subList(Math.max(0, blocks.size() - LAST_BLOCKS), blocks.size())));
  }

  private String top(int count) {
    return String.join("\n", cells.subList(0, Math.min(count, cells.size())));
  }

  /**
   * Adds what the cover states and the sheet does not know yet.
   *
   * @param blocks the whole document
   */
  static void read(FactSheet sheet, List<Block> blocks) {
    CoverPage cover = new CoverPage(sheet, blocks);
    for (FactRule rule : RULES) {
      boolean open = rule.where() == Where.AMENDED || !sheet.knows(rule.fact());
      if (open && rule.forms().matcher(sheet.value(Fact.FORM)).matches()) {
        cover.apply(rule);
      }
    }
  }

  private void apply(FactRule rule) {
    switch (rule.where()) {
      case TOP -> find(rule, rule.reach() > 0 ? top(rule.reach()) : top);
      case PAGE -> find(rule, page);
      case END -> find(rule, end);
      case ABOVE -> above(rule);
      case BELOW -> below(rule);
      case AMENDED -> amend(rule);
      default -> throw new IllegalStateException(rule.where() + " is not a place on a cover");
    }
  }

  /** The first match that holds a value. */
  private void find(FactRule rule, String text) {
    Matcher m = rule.pattern().matcher(text);
    String template = rule.value().isEmpty() ? "$1" : rule.value();
    while (!sheet.knows(rule.fact()) && m.find()) {
      String group = m.groupCount() > 0 ? m.group(1) : "";
      take(rule, template.replace("$1", group == null ? "" : group));
    }
  }

  private void amend(FactRule rule) {
    if (rule.pattern().matcher(top).find()) {
      sheet.amend();
    }
  }

  /** A label in parentheses is below or after what it explains. */
  private void above(FactRule rule) {
    for (int i = 0; i < cells.size() && !sheet.knows(rule.fact()); i++) {
      Matcher m = rule.pattern().matcher(cells.get(i));
      if (m.find()) {
        take(rule, cells.get(i).substring(0, m.start()));
        for (int k = i - 1; k >= Math.max(0, i - rule.reach()); k--) {
          take(rule, cells.get(k));
        }
      }
    }
  }

  private void below(FactRule rule) {
    for (int i = 0; i < cells.size() && !sheet.knows(rule.fact()); i++) {
      if (rule.pattern().matcher(cells.get(i)).find()) {
        cells
            .subList(i + 1, Math.min(cells.size(), i + 1 + rule.reach()))
            .forEach(c -> take(rule, c));
      }
    }
  }

  /** Hands a value on, unless it is prose or a label: those are no values, but nothing odd. */
  private void take(FactRule rule, String stated) {
    boolean name = rule.fact() == Fact.COMPANY;
    if (name && stated.length() == CELL) {
      sheet.refuse(rule.fact(), SOURCE, "it has %,d characters or more".formatted(CELL));
      return;
    }
    String value = name ? name(stated) : stated.strip();
    if (!value.isEmpty() && value.length() <= FactSheet.MAX_LENGTH && rule.accepts(value)) {
      sheet.put(rule.fact(), value, SOURCE);
    }
  }

  /** A name without what stands around it; empty if this is none. */
  private static String name(String stated) {
    String name = stated;
    for (Pattern cut : CUTS) {
      name = cut.matcher(name).replaceAll(" ");
    }
    String stripped = name.strip();
    boolean sized =
        stripped.length() >= MIN_NAME_LENGTH && stripped.length() <= FactSheet.MAX_LENGTH;
    return sized
            && LETTERS.matcher(stripped).find()
            && NOT_NAMES.stream().noneMatch(p -> p.matcher(stripped).matches())
        ? stripped
        : "";
  }

  private static List<String> cells(List<Block> blocks) {
    return blocks.stream()
        .flatMap(b -> Arrays.stream(b.text().split("\t")))
        .limit(MAX_CELLS)
        .map(cell -> cell.length() > CELL ? cell.substring(0, CELL) : cell)
        .toList();
  }

  private static List<Pattern> patterns(Where where) {
    return FactRule.of(where).stream().map(FactRule::pattern).toList();
  }
}
