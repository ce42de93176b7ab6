package dev.caveat.ingest;

import dev.caveat.model.Block;
import dev.caveat.model.FilingFacts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The facts that a document states of itself: tagged ones, and those printed on its first page. */
final class CoverPage {
  private static final int FIRST_BLOCKS = 90;

  private static final Pattern FORM =
      Pattern.compile(
          "(?i)\\bform\\s+(10-?K(?:SB|405|T)?|10-?Q(?:SB)?|20-?F|40-?F|8-?K|6-?K|S-?1|S-?3|S-?4|F-?1|F-?3|F-?4|10-12[BG]|11-K|N-[12]A?|SB-2)\\b"
              + "(\\s*/\\s*A\\b)?");
  private static final Pattern SCHEDULE =
      Pattern.compile("(?i)\\bschedule\\s+(14A|14C|13D|13G|TO|14D-9|14D9)\\b");
  private static final Pattern RULE_424 =
      Pattern.compile("(?i)\\brule\\s*424\\s*\\(b\\)\\s*\\(?([1-8])\\)?");
  private static final Pattern PERIOD =
      Pattern.compile(
          "(?i)(?:(?:fiscal|transition|quarterly|annual)\\s+(?:year|period|quarter)(?:\\s+ended)?|(?:year|period|quarter|months)\\s+ended|date of (?:earliest event )?report[^A-Z]{0,40}):?\\s*"
              + "(January|February|March|April|May|June|July|August|September|October|November|December)\\s+(\\d{1,2}),?\\s+(\\d{4})");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)\\(?exact\\s+name\\s+of\\s+(?:the\\s+)?(?:registrant|company|issuer|trust)");
  private static final Pattern AMENDMENT = Pattern.compile("(?i)\\bamendment\\s+no\\.?\\s*\\d");

  private static final int TITLE_BLOCKS = 20;

  private static final Pattern PROSPECTUS = Pattern.compile("^\\s*PROSPECTUS( SUPPLEMENT)?\\b");

  private static final Pattern ISSUER =
      Pattern.compile(
          "(?i).{2,50}\\b(inc|incorporated|corp|corporation|company|co|ltd|limited|llc|l\\.?p|n\\.?v|s\\.?a|plc|trust|bancorp)\\.?");

  private static final Pattern FILE_NUMBER =
      Pattern.compile("(?i)^\\(?commission\\s+file\\s+(?:number|no)");

  /** How many lines below the file number the name may stand. */
  private static final int BELOW = 3;

  private static final Pattern POST_EFFECTIVE =
      Pattern.compile("(?i)\\bpost-effective\\s+amendment\\b");

  private CoverPage() {}

  /** Facts tagged in inline XBRL or ownership XML. */
  static FilingFacts tagged(Map<String, String> facts) {
    String cik = facts.getOrDefault("entitycentralindexkey", facts.getOrDefault("issuercik", ""));
    String period =
        facts.getOrDefault("documentperiodenddate", facts.getOrDefault("periodofreport", ""));
    String ticker =
        facts.getOrDefault("tradingsymbol", facts.getOrDefault("issuertradingsymbol", ""));
    return new FilingFacts(
        null,
        Submission.cik(cik),
        blankToNull(
            facts.getOrDefault("entityregistrantname", facts.getOrDefault("issuername", ""))),
        ticker.matches("[A-Za-z0-9.\\- ]{1,10}") && !ticker.equalsIgnoreCase("none")
            ? ticker.toUpperCase(Locale.ROOT)
            : null,
        blankToNull(facts.getOrDefault("documenttype", "")),
        null,
        date(period),
        null);
  }

  /** Facts printed on the first page. */
  static FilingFacts printed(List<Block> blocks) {
    List<Block> first = blocks.subList(0, Math.min(FIRST_BLOCKS, blocks.size()));
    StringBuilder page = new StringBuilder();
    String company = null;
    for (int i = 0; i < first.size(); i++) {
      String text = first.get(i).text();
      page.append(text, 0, Math.min(text.length(), 400)).append('\n');
      Matcher named = NAMED.matcher(text);
      if (company == null && named.find()) {
        String above = text.substring(0, named.start()).strip();
        company = above.isEmpty() ? (i > 0 ? name(first.get(i - 1).text()) : null) : name(above);
      }
    }
    boolean prospectus = isProspectus(first);
    String issuer = company != null ? company : prospectus ? issuer(first) : belowFileNumber(first);
    String text = page.toString();
    Matcher period = PERIOD.matcher(text);
    return new FilingFacts(
        null,
        null,
        issuer,
        null,
        prospectus ? prospectusForm(text) : form(text),
        null,
        !prospectus && period.find() ? date(period) : null,
        null);
  }

  /** Whether the first blocks say that this is a prospectus. */
  private static boolean isProspectus(List<Block> first) {
    return first.stream()
        .limit(TITLE_BLOCKS)
        .anyMatch(b -> b.text().length() < 60 && PROSPECTUS.matcher(b.text()).find());
  }

  /** A prospectus names reports on other forms in its first lines; its own form is the rule. */
  private static @Nullable String prospectusForm(String page) {
    Matcher rule = RULE_424.matcher(page);
    return rule.find() ? "424B" + rule.group(1) : null;
  }

  private static @Nullable String issuer(List<Block> first) {
    for (Block b : first.subList(0, Math.min(TITLE_BLOCKS, first.size()))) {
      if (b.text().length() <= 60 && ISSUER.matcher(b.text()).matches()) {
        return b.text();
      }
    }
    return null;
  }

  /** Some covers do not say which of their lines is the registrant's name. */
  private static @Nullable String belowFileNumber(List<Block> first) {
    for (int i = 0; i < first.size(); i++) {
      if (FILE_NUMBER.matcher(first.get(i).text()).find()) {
        return first.subList(i + 1, Math.min(i + 1 + BELOW, first.size())).stream()
            .map(Block::text)
            .filter(t -> t.length() <= 60 && ISSUER.matcher(t).matches())
            .findFirst()
            .orElse(null);
      }
    }
    return null;
  }

  private static @Nullable String name(String name) {
    return name.length() >= 3
            && name.length() <= 100
            && !name.startsWith("(")
            && name.matches(".*[A-Za-z]{2}.*")
        ? name.replace('\t', ' ')
        : null;
  }

  private static @Nullable String form(String page) {
    Matcher rule = RULE_424.matcher(page);
    if (rule.find()) {
      return "424B" + rule.group(1);
    }
    Matcher schedule = SCHEDULE.matcher(page);
    Matcher form = FORM.matcher(page);
    boolean hasForm = form.find();
    if (schedule.find() && (!hasForm || schedule.start() < form.start())) {
      String number = schedule.group(1).toUpperCase(Locale.ROOT);
      return number.startsWith("13")
          ? "SC " + number
          : number.equals("14A")
              ? "DEF 14A"
              : number.equals("14C") ? "DEF 14C" : "SC " + number.replace("14D-9", "14D9");
    }
    if (!hasForm) {
      return null;
    }
    if (POST_EFFECTIVE.matcher(page).find()) {
      return "POS AM";
    }
    String type = form.group(1).toUpperCase(Locale.ROOT);
    if (type.indexOf('-') < 0) {
      type = type.replaceFirst("^(10|20|40|8|6|S|F)", "$1-");
    }
    boolean amended = form.group(2) != null || AMENDMENT.matcher(page).find();
    return amended ? type + "/A" : type;
  }

  private static @Nullable LocalDate date(Matcher m) {
    try {
      return LocalDate.of(
          Integer.parseInt(m.group(3)),
          Month.valueOf(m.group(1).toUpperCase(Locale.ROOT)),
          Integer.parseInt(m.group(2)));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable LocalDate date(String value) {
    if (value.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
      try {
        return LocalDate.parse(value.substring(0, 10));
      } catch (DateTimeException e) {
        return null;
      }
    }
    Matcher m = PERIOD.matcher("year ended " + value);
    return m.find() ? date(m) : null;
  }

  private static @Nullable String blankToNull(String s) {
    return s.isBlank() ? null : s;
  }
}
