package dev.caveat.library;

import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import dev.caveat.ingest.FilingReader;
import java.util.Map;

/**
 * A document of a filing as filed.
 *
 * @param text as decoded; places of risks count its characters
 * @param isHtml whether it is HTML; otherwise plain text
 */
public record FiledDocument(String text, boolean isHtml) {
  /**
   * Reads a document from the file that a filing was indexed from.
   *
   * @param number of the document in the submission, from 1
   * @throws CaveatException if the file is gone or has changed, or there is no such document
   */
  public static FiledDocument of(OneFiling filing, int number) {
    String text;
    try {
      text = FilingReader.text(filing.source(), number);
    } catch (IllegalArgumentException e) {
      throw new CaveatException(
          ErrorCode.NOT_FOUND,
          filing.path() + " has no document " + number,
          Map.of("kind", "document", "name", filing.path()),
          e);
    }
    return new FiledDocument(text, FilingReader.looksLikeHtml(text));
  }
}
