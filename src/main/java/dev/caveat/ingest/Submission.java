package dev.caveat.ingest;

import dev.caveat.model.FilingFacts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The frame of an EDGAR submission: its header's facts, and where its main document stands.
 *
 * <p>Read are the public form ({@code <SEC-HEADER>} with {@code KEY: value} lines), the form of the
 * dissemination feed ({@code <SUBMISSION>} with {@code <KEY>value} lines), one document inside
 * {@code <DOCUMENT>}, and full submissions whose tags some tool took away. What has no frame at all
 * is one document.
 *
 * @param facts what the header states
 * @param type the main document's type, null where there is no frame
 * @param start where the main document's text starts, in bytes
 * @param end where it ends
 * @param complete whether the end was marked, so that nothing is known to be missing
 */
record Submission(FilingFacts facts, @Nullable String type, int start, int end, boolean complete) {
  private static final int HEADER_LIMIT = 400_000;

  /** The types of documents that are never the main one. */
  private static final Pattern SUPPORTING =
      Pattern.compile("(?i)EX-.*|GRAPHIC|COVER|CORRESP|ZIP|EXCEL|JSON|PDF|XML|.*\\.INS");

  private static final Pattern HEADER_LINE =
      Pattern.compile("(?m)^[ \\t]*<?([A-Z][A-Z0-9 &'-]{1,60})[:>][ \\t]*([^\\r\\n]*)");

  /** Type, sequence and file name on lines of their own: a document's head without its tags. */
  private static final Pattern STRIPPED_HEAD =
      Pattern.compile(
          "(?m)^([A-Z0-9][A-Z0-9/. -]{0,18})\\r?\\n\\d{1,4}\\r?\\n\\S+\\.\\w{2,4}\\r?$");

  /** Behind so many characters, a document's head is that of a supporting one. */
  private static final int STRIPPED_HEADER = 20_000;

  private static final Pattern SIC = Pattern.compile("\\[?(\\d{4})]?\\s*$");

  static Submission of(String raw) {
    String head = raw.substring(0, Math.min(raw.length(), HEADER_LIMIT));
    int firstDocument = indexOf(head, "<DOCUMENT>", 0);
    if (firstDocument < 0
        && indexOf(head.substring(0, Math.min(2_000, head.length())), "<TEXT>", 0) >= 0) {
      firstDocument = 0;
    }
    if (firstDocument >= 0) {
      FilingFacts facts = facts(head.substring(0, firstDocument));
      return tagged(raw, firstDocument, facts);
    }
    int accession = head.indexOf("ACCESSION NUMBER:");
    if (accession >= 0 && accession < 4_000 && isFramed(head)) {
      FilingFacts facts = facts(head);
      return new Submission(facts, facts.form(), raw.length(), raw.length(), false);
    }
    if (accession >= 0 && accession < 4_000) {
      return stripped(raw, facts(head.substring(0, Math.min(head.length(), 20_000))));
    }
    return new Submission(FilingFacts.UNKNOWN, null, 0, raw.length(), true);
  }

  /** Whether tags frame the submission; without a document it ends too early. */
  private static boolean isFramed(String head) {
    return head.contains("<SEC-HEADER>")
        || head.contains("<IMS-HEADER>")
        || head.contains("<SUBMISSION>");
  }

  private static Submission tagged(String raw, int from, FilingFacts facts) {
    Submission first = null;
    int at = from;
    for (int n = 0; n < 10_000 && at >= 0; n++) {
      Submission document = document(raw, at, facts);
      String type = document.type;
      if (type != null && type.equalsIgnoreCase(facts.form())) {
        return document;
      }
      if (first == null && (type == null || !SUPPORTING.matcher(type).matches())) {
        first = document;
      }
      if (first != null && facts.form() == null) {
        break;
      }
      at = indexOf(raw, "<DOCUMENT>", document.end);
    }
    return first != null ? first : document(raw, from, facts);
  }

  private static Submission document(String raw, int at, FilingFacts facts) {
    int text = indexOf(raw, "<TEXT>", at);
    int next = indexOf(raw, "<DOCUMENT>", at + 1);
    if (text < 0 || (next >= 0 && text > next)) {
      text = at;
    }
    int head = indexOf(raw, "<TYPE>", at);
    String named = head >= 0 && head < text ? line(raw, head + "<TYPE>".length()) : "";
    String type = named.isEmpty() ? null : named;
    int start = raw.startsWith("<", text) && text != at ? text + "<TEXT>".length() : text;
    int end = indexOf(raw, "</TEXT>", start);
    if (end < 0 || (next >= 0 && end > next)) {
      end = indexOf(raw, "</DOCUMENT>", start);
    }
    boolean complete = end >= 0;
    if (!complete) {
      end = next >= 0 ? next : raw.length();
    }
    return new Submission(facts, type, start, end, complete);
  }

  private static Submission stripped(String raw, FilingFacts facts) {
    Matcher m = STRIPPED_HEAD.matcher(raw);
    boolean found = m.find();
    boolean isMain = found && m.start() < STRIPPED_HEADER;
    String type = isMain ? m.group(1) : facts.form();
    int start = isMain ? m.end() : 0;
    boolean another = isMain ? m.find() : found;
    return new Submission(facts, type, start, another ? m.start() : raw.length(), true);
  }

  private static FilingFacts facts(String header) {
    String accession = null;
    String cik = null;
    String company = null;
    String form = null;
    LocalDate filed = null;
    LocalDate period = null;
    String sic = null;
    boolean filer = true;
    Matcher m = HEADER_LINE.matcher(header);
    while (m.find()) {
      String value = m.group(2).strip();
      switch (m.group(1)) {
        case "REPORTING-OWNER", "SERIAL-COMPANY", "FILED-BY", "FILED BY" -> filer = false;
        case "FILER", "ISSUER", "SUBJECT-COMPANY", "SUBJECT COMPANY" -> filer = true;
        case "ACCESSION NUMBER", "ACCESSION-NUMBER" ->
            accession = keep(accession, accession(value));
        case "CONFORMED SUBMISSION TYPE", "TYPE" -> form = keep(form, value);
        case "FILED AS OF DATE", "FILING-DATE" -> filed = filed == null ? date(value) : filed;
        case "CONFORMED PERIOD OF REPORT", "PERIOD" ->
            period = period == null ? date(value) : period;
        case "COMPANY CONFORMED NAME", "CONFORMED-NAME" ->
            company = filer ? keep(company, value) : company;
        case "CENTRAL INDEX KEY", "CIK" -> cik = filer ? keep(cik, cik(value)) : cik;
        case "STANDARD INDUSTRIAL CLASSIFICATION", "ASSIGNED-SIC" ->
            sic = filer ? keep(sic, sic(value)) : sic;
        default -> {}
      }
    }
    return new FilingFacts(accession, cik, company, null, form, filed, period, sic);
  }

  private static @Nullable String keep(@Nullable String known, @Nullable String value) {
    return known != null || value == null || value.isEmpty() ? known : value;
  }

  private static @Nullable String accession(String value) {
    return value.matches("\\d{10}-\\d{2}-\\d{6}") ? value : null;
  }

  static @Nullable String cik(String value) {
    String digits = value.replaceFirst("^0+", "");
    return digits.matches("\\d{1,10}") ? digits : null;
  }

  private static @Nullable String sic(String value) {
    Matcher m = SIC.matcher(value);
    return m.find() && !m.group(1).equals("0000") ? m.group(1) : null;
  }

  private static @Nullable LocalDate date(String value) {
    if (!value.matches("\\d{8}.*")) {
      return null;
    }
    try {
      return LocalDate.of(
          Integer.parseInt(value.substring(0, 4)),
          Integer.parseInt(value.substring(4, 6)),
          Integer.parseInt(value.substring(6, 8)));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String line(String raw, int from) {
    int end = from;
    while (end < raw.length()
        && raw.charAt(end) != '\n'
        && raw.charAt(end) != '\r'
        && raw.charAt(end) != '<') {
      end++;
    }
    return raw.substring(from, end).strip();
  }

  /** Search for a tag in either case; upper case, by far the most frequent, goes first. */
  private static int indexOf(String raw, String tag, int from) {
    int upper = raw.indexOf(tag, from);
    int lower = raw.indexOf(tag.toLowerCase(Locale.ROOT), from, upper < 0 ? raw.length() : upper);
    return lower >= 0 ? lower : upper;
  }
}
