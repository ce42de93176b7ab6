package dev.caveat.redline;

import dev.caveat.compare.Change;
import dev.caveat.compare.Comparison;
import dev.caveat.compare.Measures;
import dev.caveat.compare.Redline.Mark;
import dev.caveat.compare.Redline.Piece;
import dev.caveat.redline.ComparisonSummary.Item;
import dev.caveat.report.OfficeText;
import dev.caveat.report.RepeatableZip;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTParaRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRunTrackChange;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTrackChange;

/**
 * A comparison as a Word document with tracked changes: to reject them all gives the old wording,
 * to accept them all the new.
 */
public final class RedlineDocument {
  private static final String AUTHOR = "Caveat";

  /** Captions are headings, so that Word lists them beside the text. */
  private static final String HEADING = "Heading1";

  /** In twentieths of a point. */
  private static final int HALF_LINE = 120;

  private final XWPFDocument document;
  private final Calendar date;
  private long changes;

  private RedlineDocument(XWPFDocument document, LocalDate date) {
    this.document = document;
    this.date = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
    this.date.setTimeInMillis(date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
  }

  /**
   * Writes a comparison.
   *
   * @param date of the tracked changes
   * @param out not closed
   */
  public static void write(ComparisonSummary summary, LocalDate date, OutputStream out)
      throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      RedlineDocument redline = new RedlineDocument(document, date);
      redline.describe(summary);
      redline.writeHead(summary);
      for (Item item : summary.items()) {
        redline.write(summary, item);
      }
      RepeatableZip.write(document::write, date, out);
    }
  }

  private void describe(ComparisonSummary summary) {
    CoreProperties properties = document.getProperties().getCoreProperties();
    Comparison comparison = summary.comparison();
    properties.setCreator(AUTHOR);
    properties.setTitle(
        "Risk factors: "
            + ComparisonSummary.title(comparison.old())
            + " and "
            + ComparisonSummary.title(comparison.now()));
    properties.setCreated(Optional.of(date.getTime()));
    CTStyle heading = CTStyle.Factory.newInstance();
    heading.setStyleId(HEADING);
    heading.addNewName().setVal("heading 1");
    heading.addNewQFormat();
    heading.addNewPPr().addNewOutlineLvl().setVal(BigInteger.ZERO);
    heading.addNewRPr().addNewB();
    document.createStyles().addStyle(new XWPFStyle(heading));
  }

  private void writeHead(ComparisonSummary summary) {
    Comparison comparison = summary.comparison();
    line("Risk factors compared", 18, true);
    line(
        ComparisonSummary.title(comparison.old())
            + " ("
            + ComparisonSummary.source(comparison.old())
            + ")",
        10,
        false);
    line(
        ComparisonSummary.title(comparison.now())
            + " ("
            + ComparisonSummary.source(comparison.now())
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

  private void line(String text, int size, boolean bold) {
    XWPFRun run = paragraph().createRun();
    run.setText(text);
    run.setFontSize(size);
    run.setBold(bold);
  }

  private void write(ComparisonSummary summary, Item item) {
    Change change = item.change();
    XWPFParagraph head = paragraph();
    head.setSpacingBefore(3 * HALF_LINE);
    head.setKeepNext(true);
    XWPFRun run = head.createRun();
    String category = summary.category(change);
    run.setText(
        change.kind().id()
            + " "
            + ComparisonSummary.places(change)
            + (change.moved() ? ", moved" : "")
            + (category.isEmpty() ? "" : ", " + category));
    run.setItalic(true);
    run.setFontSize(9);
    XWPFParagraph paragraph = paragraph();
    paragraph.setStyle(HEADING);
    for (Piece piece : summary.comparison().redline(change).pieces()) {
      paragraph = write(piece, paragraph);
    }
  }

  /** Writes a piece, which may end paragraphs; gives the one that what follows goes into. */
  private XWPFParagraph write(Piece piece, XWPFParagraph into) {
    XWPFParagraph paragraph = into;
    String[] parts = piece.text().split("\n+", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        markEnd(paragraph, piece.mark());
        paragraph = paragraph();
      }
      if (!parts[i].isEmpty()) {
        write(parts[i], piece.mark(), paragraph);
      }
    }
    return paragraph;
  }

  private void write(String text, Mark mark, XWPFParagraph paragraph) {
    switch (mark) {
      case EQUAL -> text(paragraph.getCTP().addNewR().addNewT(), text);
      case INSERTED -> {
        CTRunTrackChange change = paragraph.getCTP().addNewIns();
        sign(change);
        text(change.addNewR().addNewT(), text);
      }
      case DELETED -> {
        CTRunTrackChange change = paragraph.getCTP().addNewDel();
        sign(change);
        CTR run = change.addNewR();
        text(run.addNewDelText(), text);
      }
    }
  }

  private static void text(CTText element, String text) {
    element.setStringValue(OfficeText.printable(text));
    element.setSpace(SpaceAttribute.Space.PRESERVE);
  }

  /** A paragraph's end that came or went is a tracked change too. */
  private void markEnd(XWPFParagraph paragraph, Mark mark) {
    if (mark == Mark.EQUAL) {
      return;
    }
    CTPPr properties =
        paragraph.getCTP().isSetPPr()
            ? paragraph.getCTP().getPPr()
            : paragraph.getCTP().addNewPPr();
    CTParaRPr ending = properties.isSetRPr() ? properties.getRPr() : properties.addNewRPr();
    sign(mark == Mark.INSERTED ? ending.addNewIns() : ending.addNewDel());
  }

  private void sign(CTTrackChange change) {
    change.setId(BigInteger.valueOf(++changes));
    change.setAuthor(AUTHOR);
    change.setDate(date);
  }
}
