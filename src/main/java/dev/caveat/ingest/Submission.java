package dev.caveat.ingest;

import dev.caveat.ingest.FactRule.Where;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The frame of an EDGAR submission: where its documents stand, and which is the main one.
 *
 * <p>Read are the public form ({@code <SEC-HEADER>} with {@code KEY: value} lines), the form of the
 * dissemination feed ({@code <SUBMISSION>} with {@code <KEY>value} lines), one document inside
 * {@code <DOCUMENT>}, and full submissions whose tags some tool took away. What has no frame at all
 * is one document.
 *
 * @param documents all documents in order, at least one
 * @param main the main one
 */
record Submission(List<Part> documents, Part main) {
  private static final int HEADER_LIMIT = Bounds.whole("longest-header");
  private static final String SOURCE = "the header";

  /** The types of documents that are never the main one. */
  private static final Pattern SUPPORTING =
      Pattern.compile("(?i)EX-.*|GRAPHIC|COVER|CORRESP|ZIP|EXCEL|JSON|PDF|XML|.*\\.INS");

  private static final Pattern HEADER_LINE =
      Pattern.compile("(?m)^[ \\t]*<?([A-Z][A-Z0-9 &'-]{1,60})[:>][ \\t]*([^\\r\\n]*)");

  private static final Map<String, FactRule> KEYS =
      FactRule.of(Where.HEADER).stream().collect(Collectors.toMap(FactRule::key, r -> r));

  /** What a header states once for each of those it names. */
  private static final Set<Fact> OF_FILER =
      EnumSet.of(Fact.COMPANY, Fact.CIK, Fact.SIC, Fact.FISCAL_YEAR_END);

  /** Header lines behind which those of others than the filer stand, and the reverse. */
  private static final Pattern OTHERS =
      Pattern.compile("REPORTING-OWNER|SERIAL-COMPANY|FILED-BY|FILED BY");

  private static final Pattern FILER =
      Pattern.compile("FILER|ISSUER|SUBJECT-COMPANY|SUBJECT COMPANY");

  /**
   * A document's head without its tags: type, number and file name on lines of their own. In the
   * 1990s documents had no file names; exhibits are known by their numbers.
   */
  private static final Pattern STRIPPED_HEAD =
      Pattern.compile(
          "(?m)^(?<type>[A-Z0-9][A-Z0-9/. -]{0,18})\\r?\\n(?<number>\\d{1,4})\\r?\\n"
              + "(?<name>\\S+\\.\\w{2,4})\\r?$"
              + "|^(?<exhibit>EX-\\d{1,3}[A-Z0-9.()]{0,8})\\r?\\n(?<sequence>\\d{1,4})\\r?$");

  private static final int MAX_TYPE_LENGTH = Bounds.whole("longest-type");
  private static final int TEXT_WITHIN = Bounds.whole("text-within");
  private static final int ACCESSION_WITHIN = Bounds.whole("accession-within");
  private static final int STRIPPED_HEADER = Bounds.whole("longest-stripped-header");

  /**
   * One document of a submission.
   *
   * @param number counted from 1
   * @param type as filed, such as {@code EX-13.1}; null if there is no frame
   * @param name its file name; empty if none is stated
   * @param start where its text starts, in bytes
   * @param end where it ends
   * @param complete whether the end was marked, so that nothing is known to be missing
   */
  record Part(
      int number, @Nullable String type, String name, int start, int end, boolean complete) {
    boolean is(Predicate<String> kind) {
      return type != null && kind.test(type);
    }
  }

  private static Submission of(List<Part> documents, Predicate<Part> isMain) {
    Part main = documents.stream().filter(isMain).findFirst().orElse(documents.getFirst());
    return new Submission(List.copyOf(documents), main);
  }

  /**
   * Reads the frame.
   *
   * @param raw the submission, a character a byte
   * @param sheet takes what the header states
   */
  static Submission of(String raw, FactSheet sheet) {
    int firstText = indexOf(raw, "<TEXT>", 0, Math.min(raw.length(), TEXT_WITHIN));
    // Further down a document opens none, but still tells that the first text is not the frame's.
    int limit = firstText < 0 ? HEADER_LIMIT + "<DOCUMENT>".length() : raw.length();
    int firstDocument = indexOf(raw, "<DOCUMENT>", 0, Math.min(raw.length(), limit));
    if (firstDocument < 0 && firstText >= 0) {
      firstDocument = 0;
    }
    String head = raw.substring(0, Math.min(raw.length(), HEADER_LIMIT));
    if (firstDocument >= 0 && firstDocument < HEADER_LIMIT) {
      readHeader(head.substring(0, firstDocument), sheet);
      return tagged(raw, firstDocument, sheet.value(Fact.FORM));
    }
    int accession = head.indexOf("ACCESSION NUMBER:");
    boolean stated = accession >= 0 && accession < ACCESSION_WITHIN;
    if (stated && isFramed(head)) {
      readHeader(head, sheet);
      return only(new Part(1, null, "", raw.length(), raw.length(), false));
    }
    if (stated) {
      readHeader(head.substring(0, Math.min(head.length(), STRIPPED_HEADER)), sheet);
      return stripped(raw);
    }
    return only(new Part(1, null, "", 0, raw.length(), true));
  }

  private static Submission only(Part document) {
    return new Submission(List.of(document), document);
  }

  /** Whether tags frame the submission; without a document it ends too early. */
  private static boolean isFramed(String head) {
    return head.contains("<SEC-HEADER>")
        || head.contains("<IMS-HEADER>")
        || head.contains("<SUBMISSION>");
  }

  /** The main document has the type of the submission, or else is the first that supports none. */
  private static Submission tagged(String raw, int from, String form) {
    List<Part> documents = new ArrayList<>();
    int at = from;
    for (int next : startsBehind(raw, "<DOCUMENT>", from)) {
      documents.add(document(raw, at, next, documents.size() + 1));
      at = next;
    }
    documents.add(document(raw, at, raw.length(), documents.size() + 1));
    boolean named = documents.stream().anyMatch(d -> d.is(form::equalsIgnoreCase));
    return of(
        documents,
        named
            ? d -> d.is(form::equalsIgnoreCase)
            : d -> !d.is(t -> SUPPORTING.matcher(t).matches()));
  }

  private static Part document(String raw, int at, int limit, int number) {
    int text = indexOf(raw, "<TEXT>", at, limit);
    int start = text < 0 ? at : text + "<TEXT>".length();
    int end = indexOf(raw, "</TEXT>", start, limit);
    if (end < 0) {
      end = indexOf(raw, "</DOCUMENT>", start, limit);
    }
    String type = line(raw, "<TYPE>", at, start);
    return new Part(
        number,
        type.isEmpty() ? null : type,
        line(raw, "<FILENAME>", at, start),
        start,
        end < 0 ? limit : end,
        end >= 0);
  }

  /** The rest of the line behind a tag; empty if the tag does not stand there. */
  private static String line(String raw, String tag, int from, int limit) {
    int at = indexOf(raw, tag, from, limit);
    if (at < 0) {
      return "";
    }
    int start = at + tag.length();
    int end = start;
    while (end < limit && "\r\n<".indexOf(raw.charAt(end)) < 0) {
      end++;
    }
    return raw.substring(start, end).strip();
  }

  private static Submission stripped(String raw) {
    List<Part> documents = new ArrayList<>();
    Part open = new Part(1, null, "", 0, raw.length(), true);
    int sequence = 1;
    Matcher m = STRIPPED_HEAD.matcher(raw);
    for (int at = 0; (at = head(raw, at, m)) >= 0; ) {
      boolean named = m.group("type") != null;
      int number = Integer.parseInt(m.group(named ? "number" : "sequence"));
      if (!named && number != sequence + 1) {
        continue;
      }
      String type = m.group(named ? "type" : "exhibit");
      String name = named ? m.group("name") : "";
      boolean first = open.start() == 0 && m.start() < STRIPPED_HEADER;
      if (!first || SUPPORTING.matcher(type).matches()) {
        documents.add(ended(open, m.start()));
      }
      sequence = number;
      open = new Part(documents.size() + 1, type, name, m.end(), raw.length(), true);
    }
    documents.add(open);
    return of(documents, d -> true);
  }

  /**
   * Finds the next head at a place or behind it by the number on its second line, as that is rare.
   *
   * @param m matches it then
   * @return behind it; -1 if there is none
   */
  private static int head(String raw, int from, Matcher m) {
    for (int at = raw.indexOf('\n', from); at >= 0; at = raw.indexOf('\n', at + 1)) {
      boolean number = at + 1 < raw.length() && Character.isDigit(raw.charAt(at + 1));
      if (!number) {
        continue;
      }
      int start = at > from && raw.charAt(at - 1) == '\r' ? at - 1 : at;
      while (start > from && at - start <= MAX_TYPE_LENGTH && !isLineEnd(raw.charAt(start - 1))) {
        start--;
      }
      m.region(start, raw.length()).useTransparentBounds(true).useAnchoringBounds(false);
      if (m.lookingAt()) {
        return m.end();
      }
    }
    return -1;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r' || c == '\u0085';
  }

  private static Part ended(Part open, int end) {
    return new Part(open.number(), open.type(), open.name(), open.start(), end, true);
  }

  /** Of several filers the first; reporting owners and those who filed for others are none. */
  private static void readHeader(String header, FactSheet sheet) {
    byte[] bytes = header.getBytes(StandardCharsets.ISO_8859_1);
    boolean filer = true;
    Matcher m = HEADER_LINE.matcher(Decoder.decode(bytes, 0, bytes.length));
    while (m.find()) {
      String key = m.group(1);
      filer = FILER.matcher(key).matches() || (filer && !OTHERS.matcher(key).matches());
      FactRule rule = KEYS.get(key);
      if (rule != null && (filer || !OF_FILER.contains(rule.fact()))) {
        sheet.put(rule.fact(), m.group(2), SOURCE);
      }
    }
  }

  /** Where a tag in any case stands behind a place, in order. */
  private static List<Integer> startsBehind(String raw, String tag, int from) {
    List<Integer> out = new ArrayList<>();
    for (int at = from; (at = indexOf(raw, tag, at + 1, raw.length())) >= 0; ) {
      out.add(at);
    }
    return out;
  }

  /** Where a tag in any case stands first, and ends before a limit; -1 if it does not. */
  private static int indexOf(String raw, String tag, int from, int limit) {
    for (int at = from; (at = raw.indexOf('<', at, Math.max(at, limit))) >= 0; at++) {
      if (at + tag.length() > limit) {
        return -1;
      }
      if (raw.regionMatches(true, at, tag, 0, tag.length())) {
        return at;
      }
    }
    return -1;
  }
}
