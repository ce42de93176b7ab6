package dev.caveat.ingest;

import dev.caveat.error.ErrorCode;
import dev.caveat.ingest.FactRule.Where;
import dev.caveat.ingest.Submission.Part;
import dev.caveat.ingest.html.Characters;
import dev.caveat.model.Block;
import dev.caveat.model.Exhibit;
import dev.caveat.model.Filing;
import dev.caveat.model.Warning;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads one input as a {@link Filing}. Stateless; safe for use by several threads.
 *
 * <p>Memory: a few times the size of the main document, which {@link Limits} bounds. The filing
 * keeps the bytes of each exhibit that may contain risk factors; reading one takes a few times its
 * size.
 */
public final class FilingReader {
  private static final Pattern HTML =
      Pattern.compile(
          "<(?:html|body|div|p|font|td|tr|br|span|center|\\?xml|ownershipdocument|edgarsubmission|xml)\\b[^<]{0,4000}?>",
          Pattern.CASE_INSENSITIVE);

  private static final double BINARY_SHARE = Bounds.of("binary-share");

  private static final int MAX_BLOCKS = Bounds.whole("most-blocks");

  private static final int BINARY_WINDOW = Bounds.whole("binary-window");
  private static final int LONGEST_MAGIC = Bounds.whole("longest-magic");
  private static final int ENCODED_WITHIN = Bounds.whole("encoded-within");
  private static final int HTML_WITHIN = Bounds.whole("html-within");

  /** Control characters that stand in text; the last one ends files of DOS. */
  private static final String TEXT_CONTROLS = "\n\r\t\f\u001A";

  /** An image or a PDF file, encoded as text. */
  private static final Pattern ENCODED = Pattern.compile("(?im)^(<PDF>|begin \\d{3} \\S+)");

  private static final List<FactRule> TAGS = FactRule.of(Where.TAG);

  private FilingReader() {}

  /**
   * Reads one filing.
   *
   * @param source the bytes and their origin
   * @return the filing; its blocks are empty if the document has no text
   * @throws MalformedFilingException if this is not text, or too large; the message says which
   */
  public static Filing read(Source source) throws MalformedFilingException {
    byte[] bytes = source.bytes();
    int size = source.length();
    if (size == 0) {
      throw new MalformedFilingException("the file is empty; expected a filing as text or HTML");
    }
    rejectBinary(bytes, size);
    List<Warning> warnings = new ArrayList<>();
    FactSheet sheet = new FactSheet(warnings);
    String raw = new String(bytes, 0, size, StandardCharsets.ISO_8859_1);
    Submission frame = Submission.of(raw, sheet);
    Part main = frame.main();
    if (source.truncated() && !(main.complete() && main.end() < size)) {
      throw new MalformedFilingException(
          ErrorCode.TOO_LARGE, "the main document is larger than %,d bytes".formatted(size));
    }
    if (!main.complete()) {
      warnings.add(
          new Warning(
              "cut-off", "the submission ends before its main document does; it may be truncated"));
    }
    List<Block> blocks = blocks(Decoder.decode(bytes, main.start(), main.end()), sheet);
    if (blocks.isEmpty()) {
      warnings.add(new Warning("no-text", "the main document has no text"));
    }
    if (main.type() != null) {
      sheet.put(Fact.FORM, main.type(), "the document's header");
    }
    CoverPage.read(sheet, blocks);
    AccessionInPath.read(sheet, source.path());
    List<Exhibit> exhibits = exhibits(source, frame, warnings);
    return new Filing(
        source.path(), source.sha256(), sheet.facts(), main.number(), blocks, exhibits, warnings);
  }

  /** Reads the text of one document, and the facts in its tags. */
  private static List<Block> blocks(String source, FactSheet sheet)
      throws MalformedFilingException {
    String text = BrokenTags.mended(source);
    if (!looksLikeHtml(text)) {
      List<Block> blocks = TextBlocks.read(Characters.plain(text.toCharArray()));
      checkBlocks(blocks.size());
      return blocks;
    }
    HtmlBlocks.Result result = HtmlBlocks.read(text);
    for (FactRule rule : TAGS) {
      sheet.put(rule.fact(), result.facts().getOrDefault(rule.key(), ""), "its tags");
    }
    return result.blocks();
  }

  static void checkBlocks(int blocks) throws MalformedFilingException {
    if (blocks > MAX_BLOCKS) {
      throw new MalformedFilingException(
          "the document has more than %,d paragraphs; a filing has far fewer"
              .formatted(MAX_BLOCKS));
    }
  }

  /**
   * The other documents that may contain risk factors. Each keeps a copy of its own bytes, so that
   * the rest of the submission can be released.
   */
  private static List<Exhibit> exhibits(Source source, Submission frame, List<Warning> warnings) {
    List<Exhibit> exhibits = new ArrayList<>();
    for (Part part : frame.documents()) {
      String type = part.type();
      if (type == null || part == frame.main() || !ExhibitTypes.mayHoldRisks(type)) {
        continue;
      }
      if (source.truncated() && !part.complete()) {
        warnings.add(
            new Warning(
                "exhibit-cut-off",
                "%s is beyond the first %,d bytes and was not read".formatted(type, part.end())));
        continue;
      }
      byte[] bytes = Arrays.copyOfRange(source.bytes(), part.start(), part.end());
      exhibits.add(new Exhibit(part.number(), type, part.name(), () -> blocks(bytes)));
    }
    return exhibits;
  }

  private static List<Block> blocks(byte[] bytes) {
    if (ENCODED
        .matcher(
            new String(
                bytes, 0, Math.min(bytes.length, ENCODED_WITHIN), StandardCharsets.ISO_8859_1))
        .find()) {
      return List.of();
    }
    try {
      return blocks(Decoder.decode(bytes, 0, bytes.length), new FactSheet(new ArrayList<>()));
    } catch (MalformedFilingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A document of a submission as decoded; places count its characters.
   *
   * @param source the submission
   * @param document the document's number, from 1
   * @throws IllegalArgumentException if the submission has no such document
   */
  public static String text(Source source, int document) {
    byte[] bytes = source.bytes();
    String raw = new String(bytes, 0, source.length(), StandardCharsets.ISO_8859_1);
    List<Part> documents = Submission.of(raw, new FactSheet(new ArrayList<>())).documents();
    if (document < 1 || document > documents.size()) {
      throw new IllegalArgumentException(
          "expected a document from 1 to %d: %d".formatted(documents.size(), document));
    }
    Part part = documents.get(document - 1);
    return Decoder.decode(bytes, part.start(), part.end());
  }

  /** Whether a document is HTML rather than plain text. */
  public static boolean looksLikeHtml(String text) {
    int window = Math.min(text.length(), HTML_WITHIN);
    return HTML.matcher(text).region(0, window).find();
  }

  private static void rejectBinary(byte[] bytes, int size) throws MalformedFilingException {
    String kind = magic(bytes, size);
    if (kind != null) {
      throw new MalformedFilingException("this is " + kind + "; expected a filing as text or HTML");
    }
    int window = Math.min(size, BINARY_WINDOW);
    boolean utf16 = Decoder.utf16(bytes, 0, size) != null;
    int controls = 0;
    for (int i = 0; i < window; i++) {
      byte b = bytes[i];
      if (b >= 0 && b < ' ' && TEXT_CONTROLS.indexOf(b) < 0) {
        controls++;
      }
    }
    if (controls > window * BINARY_SHARE && !utf16) {
      throw new MalformedFilingException(
          "this is binary data (%d control characters in the first %d bytes); expected a filing as text or HTML"
              .formatted(controls, window));
    }
  }

  private static @org.jspecify.annotations.Nullable String magic(byte[] bytes, int size) {
    String head = new String(bytes, 0, Math.min(size, LONGEST_MAGIC), StandardCharsets.ISO_8859_1);
    if (head.startsWith("%PDF")) {
      return "a PDF file";
    }
    if (head.startsWith("\u0089PNG")
        || head.startsWith("GIF8")
        || head.startsWith("\u00FF\u00D8")) {
      return "a picture";
    }
    if (head.startsWith("PK\u0003\u0004") || head.startsWith("\u001F\u008B")) {
      return "a nested archive, or one with a misleading name";
    }
    return null;
  }

  /**
   * Reads one filing from a stream, to its end.
   *
   * @param path its name
   * @throws IOException if the stream fails or contains no filing
   */
  public static Filing read(String path, InputStream in, Limits limits) throws IOException {
    MemoryBudget own = new MemoryBudget(Integer.MAX_VALUE);
    return read(Source.read(path, in, limits, own.growing()));
  }
}
