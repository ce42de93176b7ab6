package dev.caveat.ingest;

import dev.caveat.ingest.html.Characters;
import dev.caveat.model.Block;
import dev.caveat.model.Filing;
import dev.caveat.model.FilingFacts;
import dev.caveat.model.Warning;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One input to a {@link Filing}. Stateless; safe for use by several threads.
 *
 * <p>Memory: a few times the size of the main document, which {@link Limits} bounds.
 */
public final class FilingReader {
  private static final Pattern HTML =
      Pattern.compile(
          "<(?:html|body|div|p|font|td|tr|br|span|center|\\?xml|ownershipdocument|edgarsubmission|xml)\\b[^<]{0,4000}?>",
          Pattern.CASE_INSENSITIVE);

  /** Text in which this share of characters are controls is none. */
  private static final double BINARY_SHARE = 0.02;

  private FilingReader() {}

  /**
   * Reads one filing.
   *
   * @param source the bytes and where they come from
   * @return the filing; its blocks are empty where the document has no text
   * @throws MalformedFilingException if this is no text, or too large; the message says which
   */
  public static Filing read(Source source) throws MalformedFilingException {
    byte[] bytes = source.bytes();
    int size = source.length();
    if (size == 0) {
      throw new MalformedFilingException("the file is empty; expected a filing as text or HTML");
    }
    rejectBinary(bytes, size);
    String raw = new String(bytes, 0, size, StandardCharsets.ISO_8859_1);
    Submission frame = Submission.of(raw);
    if (source.truncated() && !(frame.complete() && frame.end() < size)) {
      throw new MalformedFilingException(
          "the main document is larger than %,d bytes; raise the limit with --max-document"
              .formatted(size));
    }
    String text = Decoder.decode(bytes, frame.start(), frame.end());
    List<Warning> warnings = new ArrayList<>();
    if (!frame.complete()) {
      warnings.add(
          new Warning(
              "cut-off", "the submission ends before its main document does; it may be cut off"));
    }
    return parse(source, frame, text, warnings);
  }

  private static Filing parse(Source source, Submission frame, String text, List<Warning> warnings)
      throws MalformedFilingException {
    List<Block> blocks;
    FilingFacts tagged = FilingFacts.UNKNOWN;
    if (looksLikeHtml(text)) {
      HtmlBlocks.Result result = HtmlBlocks.read(text);
      blocks = result.blocks();
      tagged = CoverPage.tagged(result.facts());
    } else {
      blocks = TextBlocks.read(Characters.plain(text.toCharArray()));
    }
    if (blocks.isEmpty()) {
      warnings.add(new Warning("no-text", "the main document holds no text"));
    }
    FilingFacts type = new FilingFacts(null, null, null, null, frame.type(), null, null, null);
    FilingFacts facts = frame.facts().orElse(tagged).orElse(type).orElse(CoverPage.printed(blocks));
    return new Filing(source.path(), source.sha256(), facts, 1, blocks, List.of(), warnings);
  }

  /**
   * A document of a submission as decoded, in whose characters places are counted.
   *
   * @param source the submission
   * @param document the document's number, from 1
   */
  public static String text(Source source, int document) {
    byte[] bytes = source.bytes();
    String raw = new String(bytes, 0, source.length(), StandardCharsets.ISO_8859_1);
    Submission frame = Submission.of(raw);
    return Decoder.decode(bytes, frame.start(), frame.end());
  }

  static boolean looksLikeHtml(String text) {
    int window = Math.min(text.length(), 100_000);
    return HTML.matcher(text).region(0, window).find();
  }

  private static void rejectBinary(byte[] bytes, int size) throws MalformedFilingException {
    String kind = magic(bytes, size);
    if (kind != null) {
      throw new MalformedFilingException("this is " + kind + "; expected a filing as text or HTML");
    }
    int window = Math.min(size, 65_536);
    boolean utf16 = size > 1 && ((bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF)) >= 0xFEFF;
    int controls = 0;
    for (int i = 0; i < window; i++) {
      int b = bytes[i];
      if (b >= 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != 0x0C && b != 0x1A) {
        controls++;
      }
    }
    if (controls > window * BINARY_SHARE && !utf16) {
      throw new MalformedFilingException(
          "these are binary data (%d control characters in the first %d bytes); expected a filing as text or HTML"
              .formatted(controls, window));
    }
  }

  private static @org.jspecify.annotations.Nullable String magic(byte[] bytes, int size) {
    String head = new String(bytes, 0, Math.min(size, 8), StandardCharsets.ISO_8859_1);
    if (head.startsWith("%PDF")) {
      return "a PDF file";
    }
    if (head.startsWith("\u0089PNG")
        || head.startsWith("GIF8")
        || head.startsWith("\u00FF\u00D8")) {
      return "a picture";
    }
    if (head.startsWith("PK\u0003\u0004") || head.startsWith("\u001F\u008B")) {
      return "an archive inside an archive or under another name";
    }
    return null;
  }

  /**
   * Reads one filing from a stream, to its end.
   *
   * @param path what to call it
   * @throws IOException if the stream fails or holds no filing
   */
  public static Filing read(String path, InputStream in, Limits limits) throws IOException {
    return read(Source.read(path, in, limits));
  }
}
