package dev.caveat.ingest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The accession number in the name of a file or of its folder, as downloads keep it: {@code
 * 0000320193-24-000123} or its 18 digits.
 *
 * <p>Exhibits lie beside the filing under the same number. So the number counts where it is the
 * whole name of the file, or where the document says of which form it is.
 */
final class AccessionInPath {
  private static final Pattern NUMBER =
      Pattern.compile("(?<!\\d)(?:\\d{10}-\\d{2}-\\d{6}|000\\d{15})(?!\\d)");
  private static final Pattern WHOLE = Pattern.compile("[\\d-]+(?:\\.[a-z]{2,4}){0,2}");
  private static final Pattern PARTS = Pattern.compile("[/\\\\!]");

  private AccessionInPath() {}

  static void read(FactSheet sheet, String path) {
    String[] parts = PARTS.split(path);
    String form = sheet.value(Fact.FORM);
    String name = parts.length == 0 ? "" : parts[parts.length - 1];
    boolean filing = !form.isEmpty() && !form.startsWith("EX-");
    if (filing || (form.isEmpty() && WHOLE.matcher(name).matches())) {
      take(sheet, name);
    }
    if (filing && parts.length > 1) {
      take(sheet, parts[parts.length - 2]);
    }
  }

  private static void take(FactSheet sheet, String name) {
    Matcher m = NUMBER.matcher(name);
    while (m.find()) {
      sheet.put(Fact.ACCESSION, m.group(), "the path");
    }
  }
}
