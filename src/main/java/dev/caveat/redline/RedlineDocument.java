package dev.caveat.redline;

import dev.caveat.compare.Change;
import dev.caveat.compare.Comparison;
import dev.caveat.compare.Layout.Placed;
import dev.caveat.compare.Layout.Role;
import dev.caveat.compare.Measures;
import dev.caveat.compare.Move;
import dev.caveat.compare.PassageChange;
import dev.caveat.compare.Redline.Piece;
import dev.caveat.model.Passage;
import dev.caveat.report.OfficeText;
import dev.caveat.report.RepeatableZip;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import javax.xml.namespace.QName;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTParaRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRunTrackChange;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTrackChange;

/**
 * Writes a comparison as a Word document with tracked changes: rejecting all of them gives the old
 * wording, accepting all of them the new.
 */
public final class RedlineDocument {
  /** The default author of tracked changes. */
  public static final String AUTHOR = "Caveat";

  /** Captions and group headings are headings, so that Word lists them next to the text. */
  private static final String HEADING = "Heading2";

  private static final String GROUP = "Heading1";

  /** The style of remarks on what became of a part; not part of the section, and not tracked. */
  private static final String REMARK = "Remark";

  /** Space of half a line, in twentieths of a point. */
  private static final int HALF_LINE = 120;

  private final XWPFDocument document;
  private final Calendar date;
  private final String author;

  /** Numbers of what moved, by the part or the move. */
  private final Map<Object, Integer> names = new IdentityHashMap<>();

  private long changes;

  private RedlineDocument(XWPFDocument document, LocalDate date, String author) {
    this.document = document;
    this.author = OfficeText.printable(author);
    this.date = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
    this.date.setTimeInMillis(date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
  }

  /**
   * Writes a comparison.
   *
   * @param date of the tracked changes
   * @param author their author
   * @param out not closed
   */
  public static void write(
      ComparisonSummary summary, LocalDate date, String author, OutputStream out)
      throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      RedlineDocument redline = new RedlineDocument(document, date, author);
      redline.describe(summary);
      redline.writeHead(summary);
      for (Placed placed : summary.revision().layout().placed()) {
        redline.write(summary, placed);
      }
      redline.writeMargins(summary.comparison());
      RepeatableZip.write(document::write, date, out);
    }
  }

  private void describe(ComparisonSummary summary) {
    CoreProperties properties = document.getProperties().getCoreProperties();
    Comparison comparison = summary.comparison();
    properties.setCreator(author);
    properties.setTitle(
        "Risk factors: "
            + ComparisonSummary.title(comparison.before())
            + " and "
            + ComparisonSummary.title(comparison.after()));
    properties.setCreated(Optional.of(date.getTime()));
    XWPFStyles styles = document.createStyles();
    styles.addStyle(heading(GROUP, "heading 1", 0));
    styles.addStyle(heading(HEADING, "heading 2", 1));
    CTStyle remark = CTStyle.Factory.newInstance();
    remark.setStyleId(REMARK);
    remark.addNewName().setVal(REMARK);
    remark.addNewRPr().addNewI();
    styles.addStyle(new XWPFStyle(remark));
  }

  private static XWPFStyle heading(String id, String name, int level) {
    CTStyle heading = CTStyle.Factory.newInstance();
    heading.setStyleId(id);
    heading.addNewName().setVal(name);
    heading.addNewQFormat();
    heading.addNewPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level));
    heading.addNewRPr().addNewB();
    return new XWPFStyle(heading);
  }

  /** Both filings at the top of each page, and its number at the bottom. */
  private void writeMargins(Comparison comparison) {
    XWPFParagraph top = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
    XWPFRun titles = top.createRun();
    titles.setText(
        ComparisonSummary.title(comparison.before())
            + " → "
            + ComparisonSummary.title(comparison.after()));
    titles.setFontSize(8);
    XWPFParagraph bottom = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
    bottom.setAlignment(ParagraphAlignment.CENTER);
    bottom.createRun().setText("Page ");
    bottom.getCTP().addNewFldSimple().setInstr("PAGE");
    bottom.createRun().setText(" of ");
    bottom.getCTP().addNewFldSimple().setInstr("NUMPAGES");
  }

  private void writeHead(ComparisonSummary summary) {
    Comparison comparison = summary.comparison();
    line("Risk factors compared", 18, true);
    line(
        ComparisonSummary.title(comparison.before())
            + " ("
            + ComparisonSummary.source(comparison.before())
            + ")",
        10,
        false);
    line(
        ComparisonSummary.title(comparison.after())
            + " ("
            + ComparisonSummary.source(comparison.after())
            + ")",
        10,
        false);
    StringBuilder counts = new StringBuilder();
    summary
        .kinds()
        .forEach((kind, n) -> counts.append(n).append(' ').append(kind.id()).append(", "));
    counts.append(summary.wordsAdded()).append(" words added, ");
    counts.append(summary.wordsRemoved()).append(" removed");
    line(counts.toString(), 10, false);
    comparison.notes().forEach(n -> line(n, 10, false));
    Measures m = comparison.measures();
    line(
        String.format(
            Locale.ROOT,
            "Cosine %.3f, Jaccard %.3f, minimum edit %.3f, simple %.3f",
            m.cosine(),
            m.jaccard(),
            m.minEdit(),
            m.simple()),
        10,
        false);
  }

  private XWPFParagraph paragraph() {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setSpacingAfter(HALF_LINE);
    return paragraph;
  }

  /** Text about the section that is not part of it. */
  private void remark(String text, int above) {
    XWPFParagraph remark = paragraph();
    remark.setStyle(REMARK);
    remark.setSpacingBefore(above);
    remark.setKeepNext(true);
    XWPFRun run = remark.createRun();
    run.setText(text);
    run.setFontSize(9);
  }

  private void line(String text, int size, boolean bold) {
    XWPFParagraph line = paragraph();
    line.setStyle(REMARK);
    XWPFRun run = line.createRun();
    run.setText(text);
    run.setFontSize(size);
    run.setBold(bold);
  }

  private void write(ComparisonSummary summary, Placed placed) {
    switch (placed.part()) {
      case Change change -> remark(remark(summary, change, placed), HALF_LINE * 3);
      case PassageChange change -> {
        if (change.kind() != Passage.Kind.GROUP) {
          remark(ComparisonSummary.kind(change), HALF_LINE * 3);
        }
      }
    }
    boolean heading =
        placed.part() instanceof Change
            || placed.part() instanceof PassageChange p && p.kind() == Passage.Kind.GROUP;
    XWPFParagraph paragraph = paragraph();
    if (heading) {
      paragraph.setStyle(placed.part() instanceof Change ? HEADING : GROUP);
    }
    Fate fate = fate(placed);
    long range = isMoved(placed) ? openRange(paragraph, fate, name(placed.part())) : 0;
    for (Piece piece : summary.revision().pieces(placed)) {
      paragraph = write(piece, fate(piece, placed), paragraph);
    }
    markEnd(paragraph, fate);
    if (range > 0) {
      closeRange(paragraph, fate, range);
    }
  }

  private static String remark(ComparisonSummary summary, Change change, Placed placed) {
    String category = summary.category(change);
    String all =
        change.kind().id()
            + " "
            + ComparisonSummary.places(change)
            + (change.moved() ? ", moved" : "")
            + (category.isEmpty() ? "" : ", " + category);
    return placed.role() == Role.AWAY ? "#" + placed.ordinal() + " was here: " + all : all;
  }

  /** What becomes of text when all changes are accepted, and when they are rejected. */
  private enum Fate {
    STAYS,
    COMES,
    GOES,
    MOVES_HERE,
    MOVES_AWAY
  }

  /** What becomes of the end of a part. */
  private static Fate fate(Placed placed) {
    return switch (placed.role()) {
      case AWAY -> Fate.MOVES_AWAY;
      case HERE -> Fate.MOVES_HERE;
      case IN_PLACE ->
          switch (placed.part()) {
            case Change c ->
                c.before().isEmpty() ? Fate.COMES : c.after().isEmpty() ? Fate.GOES : Fate.STAYS;
            case PassageChange p ->
                p.before() == null ? Fate.COMES : p.after() == null ? Fate.GOES : Fate.STAYS;
          };
    };
  }

  /** Text that a moved part has on both sides moves with it; there are no moves within a move. */
  private static Fate fate(Piece piece, Placed placed) {
    boolean moved = piece.move() != null && !isMoved(placed);
    return switch (piece.mark()) {
      case EQUAL -> fate(placed);
      case INSERTED -> moved ? Fate.MOVES_HERE : Fate.COMES;
      case DELETED -> moved ? Fate.MOVES_AWAY : Fate.GOES;
    };
  }

  private static boolean isMoved(Placed placed) {
    return placed.role() != Role.IN_PLACE;
  }

  /** Both places of one move have one name. */
  private String name(Object moved) {
    return "move" + names.computeIfAbsent(moved, k -> names.size() + 1);
  }

  /** Writes a piece, which may end paragraphs; returns the paragraph for the next piece. */
  private XWPFParagraph write(Piece piece, Fate fate, XWPFParagraph into) {
    XWPFParagraph paragraph = into;
    Move move = piece.move();
    boolean moves = fate == Fate.MOVES_AWAY || fate == Fate.MOVES_HERE;
    long range = move != null && moves ? openRange(paragraph, fate, name(move)) : 0;
    String[] parts = piece.text().split("\n+", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        markEnd(paragraph, fate);
        paragraph = paragraph();
      }
      if (!parts[i].isEmpty()) {
        write(parts[i], fate, paragraph);
      }
    }
    if (range > 0) {
      closeRange(paragraph, fate, range);
    }
    return paragraph;
  }

  private void write(String text, Fate fate, XWPFParagraph paragraph) {
    CTP p = paragraph.getCTP();
    if (fate == Fate.STAYS) {
      text(p.addNewR().addNewT(), text);
      return;
    }
    CTRunTrackChange change =
        switch (fate) {
          case COMES -> p.addNewIns();
          case MOVES_HERE -> p.addNewMoveTo();
          case GOES -> p.addNewDel();
          case MOVES_AWAY -> p.addNewMoveFrom();
          case STAYS -> throw new IllegalStateException("handled above");
        };
    sign(change);
    // Moved-away text is normal text; only a deletion has an element of its own.
    text(fate == Fate.GOES ? change.addNewR().addNewDelText() : change.addNewR().addNewT(), text);
  }

  /** Starts a moved range; returns its id, which its end repeats. */
  private long openRange(XWPFParagraph paragraph, Fate fate, String name) {
    long id = ++changes;
    try (XmlCursor cursor = paragraph.getCTP().newCursor()) {
      cursor.toEndToken();
      cursor.beginElement(
          word(fate == Fate.MOVES_AWAY ? "moveFromRangeStart" : "moveToRangeStart"));
      cursor.insertAttributeWithValue(word("id"), Long.toString(id));
      cursor.insertAttributeWithValue(word("author"), author);
      cursor.insertAttributeWithValue(word("date"), date.toInstant().toString());
      cursor.insertAttributeWithValue(word("name"), name);
    }
    return id;
  }

  private static void closeRange(XWPFParagraph paragraph, Fate fate, long id) {
    try (XmlCursor cursor = paragraph.getCTP().newCursor()) {
      cursor.toEndToken();
      cursor.beginElement(word(fate == Fate.MOVES_AWAY ? "moveFromRangeEnd" : "moveToRangeEnd"));
      cursor.insertAttributeWithValue(word("id"), Long.toString(id));
    }
  }

  private static QName word(String name) {
    return new QName("http://schemas.openxmlformats.org/wordprocessingml/2006/main", name, "w");
  }

  private static void text(CTText element, String text) {
    element.setStringValue(OfficeText.printable(text));
    element.setSpace(SpaceAttribute.Space.PRESERVE);
  }

  /** An added or removed end of a paragraph is a tracked change too. */
  private void markEnd(XWPFParagraph paragraph, Fate fate) {
    if (fate == Fate.STAYS) {
      return;
    }
    CTPPr properties =
        paragraph.getCTP().isSetPPr()
            ? paragraph.getCTP().getPPr()
            : paragraph.getCTP().addNewPPr();
    CTParaRPr ending = properties.isSetRPr() ? properties.getRPr() : properties.addNewRPr();
    sign(
        switch (fate) {
          case COMES -> ending.addNewIns();
          case MOVES_HERE -> ending.addNewMoveTo();
          case GOES -> ending.addNewDel();
          case MOVES_AWAY -> ending.addNewMoveFrom();
          case STAYS -> throw new IllegalStateException("handled above");
        });
  }

  private void sign(CTTrackChange change) {
    change.setId(BigInteger.valueOf(++changes));
    change.setAuthor(author);
    change.setDate(date);
  }
}
