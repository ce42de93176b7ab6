package dev.caveat.web;

import dev.caveat.library.FiledDocument;
import dev.caveat.model.SourceMap;
import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;

/** A document as filed, in which a text is marked where its letters stand. */
final class MarkedDocument {
  /** The id of the first mark. */
  static final String ANCHOR = "caveat-mark";

  private static final String STYLE =
      "<style>mark.caveat{background:#ffe08a;color:#000;scroll-margin-top:12rem}"
          + "html{color-scheme:light;background:#fff}</style>";

  private MarkedDocument() {}

  /**
   * Marks a text.
   *
   * @param map where the text stands in the document; places outside of it are passed over
   * @return HTML
   */
  static String of(FiledDocument document, SourceMap map) {
    StringBuilder out = new StringBuilder(document.text().length() + (1 << 12));
    out.append("<!DOCTYPE html><meta charset=\"utf-8\">").append(STYLE);
    if (!document.isHtml()) {
      out.append("<pre>");
    }
    int at = 0;
    boolean first = true;
    for (int run = 0; run < map.size(); run++) {
      int start = map.source(run);
      int end = start + map.width(run);
      if (start < at || end > document.text().length()) {
        continue;
      }
      append(out, document, at, start);
      out.append("<mark class=\"caveat\"").append(first ? " id=\"" + ANCHOR + "\">" : ">");
      append(out, document, start, end);
      out.append("</mark>");
      first = false;
      at = end;
    }
    append(out, document, at, document.text().length());
    return out.toString();
  }

  private static void append(StringBuilder out, FiledDocument document, int start, int end) {
    String piece = document.text().substring(start, end);
    if (document.isHtml()) {
      out.append(piece);
    } else {
      StringOutput escaped = new StringOutput();
      Escape.htmlContent(piece, escaped);
      out.append(escaped);
    }
  }
}
