package dev.caveat.segment;

import dev.caveat.segment.LayoutTrial.Container;
import dev.caveat.segment.LayoutTrial.Form;
import dev.caveat.segment.Piece.Kind;
import dev.caveat.segment.Piece.Mark;
import dev.caveat.segment.Piece.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes pieces the way one tool or another would. */
final class Markup {
  private static final int COLUMNS = 76;
  private static final int STRIPPED_COLUMNS = 110;

  private final Container container;
  private final Form form;
  private final StringBuilder out = new StringBuilder();

  private Markup(Container container, Form form) {
    this.container = container;
    this.form = form;
  }

  static Markup of(Container container, Form form) {
    return new Markup(container, form);
  }

  String document(List<Piece> pieces) {
    out.append(head());
    for (Piece piece : pieces) {
      if (container.isText()) {
        text(piece);
      } else {
        html(piece);
      }
    }
    return out.append(tail()).toString();
  }

  private String head() {
    return switch (container) {
      case INLINE_XBRL ->
          "<?xml version='1.0' encoding='ASCII'?><html xmlns=\"http://www.w3.org/1999/xhtml\""
              + " xmlns:ix=\"http://www.xbrl.org/2013/inlineXBRL\"><head><title>hcm</title></head>"
              + "<body><div style=\"display:none\"><ix:header><ix:hidden><ix:nonNumeric"
              + " contextRef=\"c1\" name=\"dei:DocumentType\">"
              + type()
              + "</ix:nonNumeric></ix:hidden></ix:header></div>\n";
      case STYLE_SHEET ->
          "<html><head><style type=\"text/css\">\n"
              + ".c0{margin:0;text-align:justify;font-size:10pt}\n.c1 { text-align: center }\n"
              + "p.c2{margin-left:24pt}\nspan.b, .bb{font-weight:bold}\n.i{font-style:italic}\n"
              + ".u{text-decoration:underline}\n.k{color:#1f497d}\n.l{font-size:14pt}\n"
              + "</style></head><body>\n";
      case SUBMISSION ->
          "<SEC-DOCUMENT>0009900901-20-000012.txt : 20200301\n<SEC-HEADER>0009900901-20-000012.hdr.sgml"
              + " : 20200301\nACCESSION NUMBER:\t\t0009900901-20-000012\nCONFORMED SUBMISSION TYPE:\t"
              + type()
              + "\n\nFILER:\n\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\t\t\tHOLLIS CREEK"
              + " MACHINERY, INC.\n\t\tCENTRAL INDEX KEY:\t\t\t0009900901\n</SEC-HEADER>\n<DOCUMENT>\n"
              + "<TYPE>"
              + type()
              + "\n<SEQUENCE>1\n<FILENAME>hcm.htm\n<TEXT>\n<html><body>\n";
      case PRE -> "<html><body><pre>\n";
      case TEXT, TEXT_INDENTED, TEXT_DOUBLE, STRIPPED -> "";
      case LINE_BREAKS -> "<html><body><div style=\"font-size:10pt\">\n";
      default -> "<html><body>\n";
    };
  }

  private String type() {
    return switch (form) {
      case ANNUAL, ANNUAL_OF_OLD, INDEXED_ANNUAL -> "10-K";
      case QUARTERLY -> "10-Q";
      case FOREIGN -> "20-F";
      case OFFERING -> "424B4";
    };
  }

  private String tail() {
    return switch (container) {
      case PRE -> "</pre></body></html>\n";
      case TEXT, TEXT_INDENTED, TEXT_DOUBLE, STRIPPED -> "";
      case LINE_BREAKS -> "</div></body></html>\n";
      case SUBMISSION -> "</body></html>\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n";
      default -> "</body></html>\n";
    };
  }

  // ------------------------------------------------------------------ HTML

  private void html(Piece piece) {
    switch (piece.kind()) {
      case PAGE_BREAK ->
          out.append(
              container == Container.FONT_TAGS || container == Container.SUBMISSION
                  ? "<HR SIZE=3>\n"
                  : "<div style=\"page-break-after:always\"></div>\n");
      case ROW -> row(piece);
      case ITEM -> item(piece);
      default -> {
        if (container == Container.LINES) {
          lines(piece);
        } else {
          out.append(block(piece.kind(), runs(piece.cells().get(0))));
        }
      }
    }
  }

  private String block(Kind kind, String inner) {
    boolean centered = kind == Kind.TITLE || kind == Kind.PAGE_LINE;
    if (kind == Kind.HEADER) {
      return "<h4>" + inner + "</h4>\n";
    }
    return switch (container) {
      case INLINE_XBRL ->
          "<div style=\"margin-top:9pt;%s%s\">%s</div>\n"
              .formatted(
                  centered ? "text-align:center" : "text-align:justify",
                  kind == Kind.INDENTED ? ";padding-left:24pt;text-indent:18pt" : "",
                  inner);
      case FONT_TAGS -> "<P%s>%s\n".formatted(centered ? " ALIGN=\"CENTER\"" : "", inner);
      case WORD ->
          "<p class=MsoNormal%s style='text-align:%s%s'>%s<span style='font-size:10.0pt'><o:p></o:p></span></p>\n\n"
              .formatted(
                  centered ? " align=center" : "",
                  centered ? "center" : "justify",
                  kind == Kind.INDENTED ? ";margin-left:.5in" : "",
                  inner);
      case STYLE_SHEET ->
          "<p class=\"c0%s\">%s</p>\n"
              .formatted(centered ? " c1" : kind == Kind.INDENTED ? " c2" : "", inner);
      case LINE_BREAKS -> (centered ? "<center>" + inner + "</center>" : inner) + "<br>\n<br>\n";
      case BOXED ->
          "<table width=\"100%%\"><tr><td%s>%s</td></tr></table>\n"
              .formatted(centered ? " align=\"center\"" : "", inner);
      default ->
          "<p style=\"font-size:10pt;margin-top:12pt%s\">%s</p>\n"
              .formatted(
                  centered ? ";text-align:center" : kind == Kind.INDENTED ? ";margin-left:4%" : "",
                  inner);
    };
  }

  private void row(Piece piece) {
    out.append("<table width=\"100%\"><tr valign=\"top\">");
    for (List<Run> cell : piece.cells()) {
      String inner = runs(cell);
      out.append("<td>")
          .append(container == Container.LINES ? inner : block(Kind.PARAGRAPH, inner).strip())
          .append("</td><td></td>");
    }
    out.append("</tr></table>\n");
  }

  private void item(Piece piece) {
    String inner = runs(piece.cells().get(0));
    out.append(
        switch (container) {
          case INLINE_XBRL ->
              "<div style=\"padding-left:36pt;text-indent:-18pt\"><span style=\"font-size:10pt\">•</span>"
                  + "<span style=\"padding-left:14.5pt\"></span>"
                  + inner
                  + "</div>\n";
          case WORD ->
              "<p class=MsoListParagraph style='margin-left:.5in;text-indent:-.25in'><span"
                  + " style='font-family:Symbol'>·<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;"
                  + "&nbsp;&nbsp; </span></span>"
                  + inner
                  + "</p>\n";
          case FONT_TAGS, PARAGRAPHS, SUBMISSION ->
              "<table><tr><td width=\"4%\">&nbsp;</td><td width=\"2%\">&#149;</td><td>"
                  + inner
                  + "</td></tr></table>\n";
          default -> "<ul><li>" + inner + "</li></ul>\n";
        });
  }

  /** As PDF converters do it: a box a line. */
  private void lines(Piece piece) {
    for (Run run : piece.cells().get(0)) {
      for (String line : wrapped(run.text(), 95)) {
        out.append("<div style=\"position:absolute;left:72px\">")
            .append(run(new Run(line, run.set())))
            .append("</div>\n");
      }
    }
  }

  private String runs(List<Run> runs) {
    StringBuilder inner = new StringBuilder();
    runs.forEach(r -> inner.append(run(r)));
    return inner.toString();
  }

  private String run(Run run) {
    String text = run.text().replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>\n");
    Set<Mark> set = run.set();
    if (set.contains(Mark.LINK)) {
      return "<a href=\"#toc\">" + text + "</a>";
    }
    return switch (container) {
      case FONT_TAGS -> fontTags(text, set);
      case STYLE_SHEET -> classes(text, set);
      case WORD -> word(text, set);
      case INLINE_XBRL, LINES -> span(text, set);
      default -> tags(text, set);
    };
  }

  private static String span(String text, Set<Mark> set) {
    return "<span style=\"color:%s;font-family:'Times New Roman',sans-serif;font-size:%spt;font-style:%s;font-weight:%s;line-height:120%%%s\">%s</span>"
        .formatted(
            set.contains(Mark.COLOR) ? "#1f497d" : "#000000",
            set.contains(Mark.LARGE) ? 13 : 10,
            set.contains(Mark.ITALIC) ? "italic" : "normal",
            set.contains(Mark.BOLD) ? 700 : 400,
            set.contains(Mark.UNDERLINE) ? ";text-decoration:underline" : "",
            text);
  }

  private static String classes(String text, Set<Mark> set) {
    List<String> names = new ArrayList<>();
    for (Mark mark : set) {
      names.add(
          switch (mark) {
            case BOLD -> "b";
            case ITALIC -> "i";
            case UNDERLINE -> "u";
            case COLOR -> "k";
            case LARGE -> "l";
            case LINK -> "";
          });
    }
    return names.isEmpty()
        ? text
        : "<span class=\"%s\">%s</span>".formatted(String.join(" ", names), text);
  }

  private static String word(String text, Set<Mark> set) {
    String inner =
        "<span style='font-size:%s;font-family:\"Times New Roman\",serif%s'>%s</span>"
            .formatted(
                set.contains(Mark.LARGE) ? "14.0pt" : "10.0pt",
                set.contains(Mark.COLOR) ? ";color:#1F497D" : "",
                text);
    inner = set.contains(Mark.UNDERLINE) ? "<u>" + inner + "</u>" : inner;
    inner =
        set.contains(Mark.ITALIC)
            ? "<i style='mso-bidi-font-style:normal'>" + inner + "</i>"
            : inner;
    return set.contains(Mark.BOLD) ? "<b>" + inner + "</b>" : inner;
  }

  private static String fontTags(String text, Set<Mark> set) {
    String inner = set.contains(Mark.UNDERLINE) ? "<U>" + text + "</U>" : text;
    inner = set.contains(Mark.ITALIC) ? "<I>" + inner + "</I>" : inner;
    inner = set.contains(Mark.BOLD) ? "<B>" + inner + "</B>" : inner;
    return "<FONT SIZE=%d%s>%s</FONT>"
        .formatted(
            set.contains(Mark.LARGE) ? 4 : 2,
            set.contains(Mark.COLOR) ? " COLOR=\"#1F497D\"" : "",
            inner);
  }

  private static String tags(String text, Set<Mark> set) {
    String inner = set.contains(Mark.UNDERLINE) ? "<u>" + text + "</u>" : text;
    inner = set.contains(Mark.ITALIC) ? "<em>" + inner + "</em>" : inner;
    inner = set.contains(Mark.BOLD) ? "<strong>" + inner + "</strong>" : inner;
    inner = set.contains(Mark.COLOR) ? "<font color=\"#1F497D\">" + inner + "</font>" : inner;
    return set.contains(Mark.LARGE) ? "<font style=\"font-size:14pt\">" + inner + "</font>" : inner;
  }

  // ------------------------------------------------------------------ plain text

  /** What a tool leaves that takes tags and blank lines away: lines wrapped where they were. */
  private void stripped(Piece piece) {
    switch (piece.kind()) {
      case PAGE_BREAK -> {}
      case ROW -> out.append(piece.text().replace('\t', ' ')).append('\n');
      case ITEM -> lines("• " + piece.text());
      default -> lines(piece.text());
    }
  }

  private void lines(String text) {
    for (String part : text.split("\n")) {
      wrapped(part, STRIPPED_COLUMNS).forEach(l -> out.append(l).append('\n'));
    }
  }

  private void text(Piece piece) {
    if (container == Container.STRIPPED) {
      stripped(piece);
      return;
    }
    switch (piece.kind()) {
      case PAGE_BREAK -> out.append(container == Container.PRE ? "\n\n" : "<PAGE>\n\n");
      case ROW -> textRow(piece);
      case ITEM -> paragraph("   - ", "     ", piece.text());
      case TITLE, PAGE_LINE -> centered(piece.text());
      case INDENTED -> paragraph("          ", "          ", piece.text());
      default -> {
        boolean heading = piece.text().length() < 100 || piece.cells().get(0).size() > 1;
        if (heading && !out.toString().endsWith("\n\n")) {
          out.append('\n');
        }
        boolean indented = container != Container.TEXT && container != Container.PRE && !heading;
        paragraph(indented ? "     " : "", "", piece.text());
        underline(piece);
      }
    }
  }

  private void underline(Piece piece) {
    boolean underlined =
        piece.cells().get(0).stream().allMatch(r -> r.set().contains(Mark.UNDERLINE));
    if (underlined && piece.text().length() < COLUMNS && container == Container.TEXT) {
      out.insert(out.length() - 1, "-".repeat(piece.text().length()) + "\n");
    }
  }

  private void textRow(Piece piece) {
    String left = piece.cells().get(0).get(0).text();
    String right = piece.text().substring(piece.text().indexOf('\t') + 1);
    if (left.equals("•") || left.matches("\\d+\\.")) {
      paragraph(left.equals("•") ? " o   " : " " + left + "  ", "     ", right);
      return;
    }
    out.append(left)
        .append(" ".repeat(Math.max(4, 50 - left.length())))
        .append(right)
        .append(gap());
  }

  private void centered(String text) {
    out.append(" ".repeat(Math.max(8, (COLUMNS - text.length()) / 2))).append(text).append(gap());
  }

  /** A blank line; two where lines are double-spaced. */
  private String gap() {
    return container == Container.TEXT_DOUBLE ? "\n\n\n" : "\n\n";
  }

  private void paragraph(String first, String others, String text) {
    String prefix = first;
    for (String part : text.split("\n")) {
      for (String line : wrapped(part, COLUMNS - others.length() - 2)) {
        out.append(prefix).append(line).append('\n');
        if (container == Container.TEXT_DOUBLE) {
          out.append('\n');
        }
        prefix = others;
      }
    }
    boolean tight = container == Container.TEXT_INDENTED && first.equals("     ");
    out.append(tight ? "" : "\n");
  }

  private static List<String> wrapped(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > columns) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
