package dev.caveat.segment;

import dev.caveat.model.RiskFactor;
import dev.caveat.segment.LayoutTrial.Form;
import dev.caveat.segment.LayoutTrial.Front;
import dev.caveat.segment.LayoutTrial.Groups;
import dev.caveat.segment.LayoutTrial.Heading;
import dev.caveat.segment.LayoutTrial.Next;
import dev.caveat.segment.Piece.Kind;
import dev.caveat.segment.Piece.Mark;
import dev.caveat.segment.Piece.Run;
import dev.caveat.segment.TrialText.Risk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Renders a trial into a whole filing, and says what a reader should find in it. */
final class FilingRenderer {
  /**
   * A filing and the truth about it.
   *
   * @param section the text of its section, paragraphs separated by blank lines
   */
  record Rendered(String document, String section, List<RiskFactor> risks) {}

  private static final String LONG_TAIL =
      ", which could adversely affect our business, financial condition, results of operations and"
          + " cash flows, the market price of our common stock, our ability to pay dividends, to"
          + " service our indebtedness, to keep our key employees, to comply with the covenants of"
          + " our credit agreements and to carry out the strategy that is described elsewhere in"
          + " this report.";

  private static final List<String> NAMES =
      List.of(
          "Hollis Creek Canada, Ltd.",
          "Salem Conveyor Works",
          "Other Holdings",
          "Yakima Fruchttechnik GmbH",
          "Empaques del Norte, S.A. de C.V.",
          "Walla Walla Leasing",
          "Cold Store Partners L.P.",
          "Maquinaria Andina S.A.",
          "Our European Businesses",
          "Blue Mountain Software, Inc.",
          "Prairie Irrigation",
          "Tri-Cities Power Company");

  private final LayoutTrial trial;
  private final Random random;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<RiskFactor> risks = new ArrayList<>();
  private final StringBuilder section = new StringBuilder();

  private int sectionStart;
  private int sectionEnd;

  private FilingRenderer(LayoutTrial trial) {
    this.trial = trial;
    this.random = new Random(trial.seed());
  }

  static Rendered render(LayoutTrial trial) {
    FilingRenderer renderer = new FilingRenderer(trial);
    renderer.filing();
    List<Piece> paged =
        Pagination.paged(renderer.pieces, trial, renderer.sectionStart, renderer.sectionEnd);
    return new Rendered(
        Markup.of(trial.container(), trial.form()).document(paged),
        renderer.section.toString().strip(),
        renderer.risks);
  }

  /** A filing of a form whose section holds these paragraphs and nothing else. */
  static String renderStatus(LayoutTrial trial, String statement, boolean runIn) {
    FilingRenderer renderer = new FilingRenderer(trial);
    renderer.cover();
    renderer.contents();
    renderer.before();
    if (runIn) {
      renderer.pieces.add(
          Piece.of(
              Kind.PARAGRAPH,
              Run.of(renderer.sectionTitle() + ".", Mark.BOLD),
              Run.of(" " + statement)));
    } else {
      renderer.heading();
      renderer.add(Piece.prose(statement));
    }
    renderer.after();
    return Markup.of(trial.container(), trial.form())
        .document(
            Pagination.paged(renderer.pieces, trial, renderer.sectionStart, renderer.sectionEnd));
  }

  private void filing() {
    cover();
    contents();
    before();
    heading();
    sectionStart = pieces.size();
    if (trial.trait() == LayoutTrial.Trait.TITLE_AGAIN) {
      in(Piece.of(Kind.TITLE, Run.of("Risk Factors", Mark.BOLD)));
    }
    front();
    if (trial.trait() == LayoutTrial.Trait.NOTE_FIRST) {
      in(
          captionKind(
              List.of(Run.of("Special Note Regarding Forward-Looking Statements", marks()))));
      in(Piece.prose(TrialText.FORWARD));
    }
    risks();
    sectionEnd = pieces.size();
    after();
  }

  // ------------------------------------------------------------------ around the section

  private void cover() {
    title("UNITED STATES");
    title("SECURITIES AND EXCHANGE COMMISSION");
    title("Washington, D.C. 20549");
    title(
        switch (trial.form()) {
          case ANNUAL, ANNUAL_OF_OLD, INDEXED_ANNUAL -> "FORM 10-K";
          case QUARTERLY -> "FORM 10-Q";
          case FOREIGN -> "FORM 20-F";
          case OFFERING -> "PROSPECTUS";
        });
    if (trial.form() == Form.OFFERING) {
      add(Piece.prose("2,000,000 Shares of Common Stock"));
      add(
          Piece.prose(
              "Investing in our common stock involves risks. See “Risk Factors” beginning on"
                  + " page 7 of this prospectus."));
    } else {
      add(Piece.prose("For the period ended December 31, " + (trial.isOld() ? 1998 : 2019)));
    }
    title("HOLLIS CREEK MACHINERY, INC.");
    add(Piece.prose("(Exact name of registrant as specified in its charter)"));
  }

  private List<String> outline() {
    String own = sectionTitle();
    return switch (trial.form()) {
      case ANNUAL ->
          List.of(
              "Item 1. Business",
              own,
              "Item 1B. Unresolved Staff Comments",
              "Item 2. Properties",
              "Item 7. Management’s Discussion and Analysis",
              "Signatures");
      case ANNUAL_OF_OLD ->
          List.of("Item 1. Business", "Item 2. Properties", "Item 3. Legal Proceedings");
      case INDEXED_ANNUAL ->
          List.of(
              "About Us",
              "Our Business",
              "Risk Factors",
              "Properties",
              "Form 10-K Cross-Reference Index");
      case QUARTERLY ->
          List.of(
              "Item 1. Financial Statements",
              "Item 2. Management’s Discussion and Analysis",
              "Item 4. Controls and Procedures",
              "Item 1. Legal Proceedings",
              own,
              "Item 2. Unregistered Sales of Equity Securities",
              "Item 6. Exhibits");
      case FOREIGN ->
          List.of(
              "Item 3. Key Information",
              "Item 4. Information on the Company",
              "Item 5. Operating and Financial Review and Prospects");
      case OFFERING ->
          List.of("Prospectus Summary", "Risk Factors", "Use of Proceeds", "Capitalization");
    };
  }

  private void contents() {
    if (trial.contents() == LayoutTrial.Contents.NONE) {
      return;
    }
    title("TABLE OF CONTENTS");
    int page = 3;
    for (String line : outline()) {
      page += 6;
      pieces.add(
          switch (trial.contents()) {
            case LINKS -> Piece.of(Kind.PARAGRAPH, Run.of(line, Mark.LINK));
            case NUMBERS -> Piece.row(List.of(Run.of(line)), List.of(Run.of("" + page)));
            case LEADERS ->
                Piece.prose(line + " " + ".".repeat(60 - line.length() / 2) + " " + page);
            default -> Piece.prose(line);
          });
    }
    pieces.add(Piece.of(Kind.PAGE_BREAK));
  }

  /** What a prospectus says of its risks before it tells them. */
  private void offering() {
    switch (trial.trait()) {
      case OFFERING_ROW, LONG_OFFERING_ROW, OFFERING_LAST -> {
        pieces.add(
            Piece.row(
                List.of(Run.of("Use of proceeds", Mark.BOLD)),
                List.of(Run.of("We will use what we receive to build a second plant in Salem."))));
        pieces.add(
            Piece.row(
                List.of(Run.of("Risk factors", Mark.BOLD)),
                List.of(
                    Run.of(
                        "Investing in our common stock involves risks. See “Risk Factors” beginning"
                            + " on page 7 for what you should consider before you invest."))));
        pieces.add(Piece.row(List.of(Run.of("Nasdaq symbol", Mark.BOLD)), List.of(Run.of("HCMI"))));
        if (trial.trait() == LayoutTrial.Trait.LONG_OFFERING_ROW) {
          prose(TrialText.LATER);
          prose(TrialText.BUSINESS);
          prose(TrialText.LATER);
        }
        if (trial.trait() != LayoutTrial.Trait.OFFERING_LAST) {
          headline("Summary Financial Data");
          prose(TrialText.LATER);
        }
      }
      case SUMMARY_LINE, SUMMARY_BULLETS -> {
        pieces.add(Piece.of(Kind.PARAGRAPH, Run.of("Risk Factors", Mark.BOLD)));
        pieces.add(
            Piece.prose(
                "An investment in our shares involves risks, which are told under “Risk Factors.”"
                    + " Among them are these:"));
        if (trial.trait() == LayoutTrial.Trait.SUMMARY_BULLETS) {
          for (String item :
              List.of(
                  "we depend on few growers and could lose them;",
                  "our plants may stand still after an earthquake; and",
                  "the price of steel could rise faster than our own prices.")) {
            pieces.add(Piece.of(Kind.ITEM, Run.of(item)));
          }
        }
        pieces.add(Piece.of(Kind.PARAGRAPH, Run.of("Our Offices", Mark.BOLD)));
        prose(TrialText.BUSINESS.subList(1, 3));
        headline("Summary Financial Data");
        prose(TrialText.LATER);
      }
      default -> {}
    }
  }

  private void before() {
    switch (trial.form()) {
      case ANNUAL -> {
        headline("Cautionary Note Regarding Forward-Looking Statements");
        add(Piece.prose(TrialText.FORWARD));
        headline("PART I");
        if (trial.heading() == Heading.JOINED_ITEMS) {
          headline("Items 1 and 1A. Business and Risk Factors");
        } else {
          headline(item("1", "Business"));
        }
        prose(TrialText.BUSINESS);
      }
      case ANNUAL_OF_OLD -> {
        headline("PART I");
        headline(item("1", "Business"));
        prose(TrialText.BUSINESS);
      }
      case INDEXED_ANNUAL -> {
        headline("About Us");
        prose(TrialText.BUSINESS.subList(0, 1));
        headline("Our Business");
        prose(TrialText.BUSINESS);
      }
      case QUARTERLY -> {
        headline("PART I. FINANCIAL INFORMATION");
        headline(item("1", "Financial Statements"));
        prose(TrialText.LATER.subList(2, 3));
        headline(item("2", "Management’s Discussion and Analysis"));
        prose(TrialText.LATER);
        headline(item("4", "Controls and Procedures"));
        prose(TrialText.BUSINESS.subList(1, 2));
        headline("PART II. OTHER INFORMATION");
        headline(item("1", "Legal Proceedings"));
        add(Piece.prose("None."));
      }
      case FOREIGN -> {
        headline("PART I");
        headline(item("3", "Key Information"));
        headline("A. Selected Financial Data");
        prose(TrialText.LATER.subList(0, 1));
        headline("B. Capitalization and Indebtedness");
        add(Piece.prose("Not applicable."));
        headline("C. Reasons for the Offer and Use of Proceeds");
        add(Piece.prose("Not applicable."));
      }
      case OFFERING -> {
        headline("Prospectus Summary");
        prose(TrialText.BUSINESS);
        headline("The Offering");
        add(Piece.prose("Shares offered: 2,000,000 shares of common stock."));
        offering();
      }
    }
  }

  private String item(String number, String title) {
    String plain = "Item " + number + ". " + title;
    return trial.heading() == Heading.CAPITALS || trial.heading() == Heading.DASH
        ? "Item %s – %s".formatted(number, title).toUpperCase(Locale.ROOT)
        : plain;
  }

  private String sectionTitle() {
    boolean foreign = trial.form() == Form.FOREIGN;
    boolean titled = trial.isOld() || trial.form() == Form.INDEXED_ANNUAL;
    String item = foreign ? "D" : "Item 1A";
    String plain = titled ? "Risk Factors" : item + ". Risk Factors";
    return switch (trial.heading()) {
      case CAPITALS, CENTERED -> plain.toUpperCase(Locale.ROOT);
      case DASH -> (item + " – Risk Factors").toUpperCase(Locale.ROOT);
      case SPACED -> foreign ? plain : "Item 1 A. Risk Factors";
      case NUMBERED -> foreign ? plain : "Item No. 1A Risk Factors";
      case BRACKETED -> foreign ? plain : "Item 1(A). Risk Factors";
      case WITHOUT_ITEM -> foreign ? "3.D. Risk Factors" : "1A. RISK FACTORS";
      case TITLE_ALONE, JOINED_ITEMS -> "Risk Factors";
      case WITH_PART ->
          foreign
              ? "Item 3.D. Risk Factors"
              : trial.form() == Form.QUARTERLY
                  ? "PART II, Item 1A. Risk Factors"
                  : "PART I, Item 1A. Risk Factors";
      case LONG_TITLE ->
          plain.replace(
              "Risk Factors", "Risk Factors and Cautionary Statements Regarding Future Results");
      case FACTORS_THAT_MAY -> "Factors That May Affect Future Results";
      case CERTAIN_FACTORS -> "Certain Factors That May Affect Future Results and Stock Price";
      case CAUTIONARY -> "Cautionary Statements Regarding Future Results";
      case CONSIDERATIONS -> "Investment Considerations";
      case FORWARD_LOOKING_FACTORS -> "FACTORS AFFECTING FUTURE OPERATING RESULTS";
      default -> plain;
    };
  }

  private void heading() {
    if (trial.trait() == LayoutTrial.Trait.NESTED_TITLE) {
      outerTitle("Risk Factors and Other Key Information");
    }
    String title = sectionTitle();
    int gap = title.indexOf(". ") + 1;
    switch (trial.heading()) {
      case TWO_CELLS ->
          pieces.add(
              Piece.row(
                  List.of(Run.of(title.substring(0, gap), Mark.BOLD)),
                  List.of(Run.of(title.substring(gap).strip(), Mark.BOLD))));
      case TWO_PARAGRAPHS -> {
        headline(title.substring(0, gap));
        headline(title.substring(gap).strip());
      }
      case LINE_BREAK ->
          headline(title.substring(0, gap) + (gap > 0 ? "\n" : "") + title.substring(gap).strip());
      case CENTERED -> {
        if (gap > 0) {
          headline(title.substring(0, gap - 1));
        }
        headline(title.substring(gap).strip());
      }
      case ISSUES ->
          headline(
              List.of(
                      "Outlook: Issues and Uncertainties",
                      "Trends and Uncertainties",
                      "Risks and Uncertainties",
                      "Factors Affecting Our Business and Prospects")
                  .get((int) (trial.seed() % 4)));
      case LETTER_I -> headline("Item IA. " + title.substring(gap).strip());
      case BAR -> headline(title.substring(0, gap).strip() + " | " + title.substring(gap).strip());
      case RISKS -> headline(title.substring(0, gap) + "Risks");
      case RUN_IN -> {
        String text = TrialText.INTRODUCTION.get(0);
        pieces.add(Piece.of(Kind.PARAGRAPH, Run.of(title + ".", Mark.BOLD), Run.of(" " + text)));
        section.append(text).append("\n\n");
      }
      default -> headline(title);
    }
  }

  private void after() {
    switch (trial.form()) {
      case ANNUAL -> {
        switch (trial.next()) {
          case LATER_ITEM -> headline(item("2", "Properties"));
          case OWN_TITLE -> headline(item("1C", "Cybersecurity"));
          default -> headline(item("1B", "Unresolved Staff Comments"));
        }
        add2("None of the matters that this item asks for applies to us at this time.");
        headline(item("3", "Legal Proceedings"));
        add2("We are party to no proceedings that are material to our business.");
        headline("PART II");
        headline(item("7", "Management’s Discussion and Analysis"));
        prose(TrialText.LATER);
      }
      case ANNUAL_OF_OLD -> {
        headline(
            switch (trial.next()) {
              case FORWARD_LOOKING -> "Employees";
              case OWN_TITLE -> "Executive Officers of the Registrant";
              default -> item("2", "Properties");
            });
        prose(TrialText.BUSINESS.subList(1, 2));
        headline(item("3", "Legal Proceedings"));
        prose(TrialText.LATER);
      }
      case INDEXED_ANNUAL -> {
        headline(trial.next() == Next.OWN_TITLE ? "Our People" : "Properties");
        prose(TrialText.BUSINESS.subList(1, 4));
        if (trial.trait() == LayoutTrial.Trait.NESTED_TITLE) {
          headline("Sales and Service");
          prose(TrialText.BUSINESS);
          headline("Cybersecurity");
          prose(TrialText.LATER);
          outerTitle("Financial Statements and Supplemental Details");
          prose(TrialText.LATER);
        }
        headline("Form 10-K Cross-Reference Index");
        pieces.add(Piece.row(List.of(Run.of("Item 1. Business")), List.of(Run.of("4–11"))));
        pieces.add(Piece.row(List.of(Run.of("Item 1A. Risk Factors")), List.of(Run.of("12–31"))));
        pieces.add(Piece.row(List.of(Run.of("Item 2. Properties")), List.of(Run.of("32"))));
      }
      case QUARTERLY -> {
        headline(
            trial.next() == Next.LATER_ITEM
                ? item("6", "Exhibits")
                : item("2", "Unregistered Sales of Equity Securities and Use of Proceeds"));
        add2("No shares were sold or bought back in the quarter.");
      }
      case FOREIGN -> {
        headline(item("4", "Information on the Company"));
        headline("A. History and Development of the Company");
        prose(TrialText.BUSINESS);
      }
      case OFFERING -> {
        headline(
            switch (trial.next()) {
              case FORWARD_LOOKING -> "Special Note Regarding Forward-Looking Statements";
              case OWN_TITLE -> "The Hollis Creek Reorganization";
              default -> "Use of Proceeds";
            });
        add2("We expect to receive $21.4 million from the sale, after expenses.");
        headline("Capitalization");
        prose(TrialText.LATER);
        headline("Plan of Distribution");
        prose(TrialText.BUSINESS);
        if (trial.trait() == LayoutTrial.Trait.BASE_PROSPECTUS) {
          baseProspectus();
        }
      }
    }
    if (trial.trait() == LayoutTrial.Trait.LATER_CAUTION) {
      headline("Cautionary Statement Regarding Forward-Looking Statements and Risk Factors");
      prose(TrialText.LATER);
      prose(TrialText.LONG_INTRODUCTION);
    }
    headline("SIGNATURES");
    add2("Pursuant to the requirements of law, this report has been signed by the registrant.");
  }

  /** The prospectus that a supplement supplements, bound behind it. */
  private void baseProspectus() {
    title("PROSPECTUS");
    title("HOLLIS CREEK MACHINERY, INC.");
    headline("About This Prospectus");
    prose(TrialText.BUSINESS.subList(0, 2));
    headline("Risk Factors");
    prose(TrialText.POINTERS.subList(0, 1));
    headline(trial.seed() % 2 == 0 ? "Hollis Creek Machinery" : "Use of Proceeds");
    prose(TrialText.LATER);
    headline("Description of Capital Stock");
    prose(TrialText.BUSINESS);
  }

  private void outerTitle(String text) {
    boolean centered = trial.seed() % 2 == 0;
    pieces.add(
        Piece.of(centered ? Kind.TITLE : Kind.PARAGRAPH, Run.of(text, Mark.BOLD, Mark.LARGE)));
  }

  private void add2(String text) {
    pieces.add(Piece.prose(text));
  }

  private void add(Piece piece) {
    pieces.add(piece);
  }

  private void prose(List<String> texts) {
    texts.forEach(t -> pieces.add(Piece.prose(t)));
  }

  private void title(String text) {
    pieces.add(Piece.of(Kind.TITLE, Run.of(text, Mark.BOLD)));
  }

  /** A heading of the level of the section's. */
  private void headline(String text) {
    boolean offering = trial.form() == Form.OFFERING || trial.heading() == Heading.CENTERED;
    boolean capitals = trial.heading() == Heading.CAPITALS || trial.heading() == Heading.CENTERED;
    String out = capitals ? text.toUpperCase(Locale.ROOT) : text;
    Run run =
        trial.form() == Form.INDEXED_ANNUAL
            ? Run.of(out, Mark.BOLD, Mark.LARGE)
            : Run.of(out, Mark.BOLD);
    pieces.add(Piece.of(offering ? Kind.TITLE : Kind.PARAGRAPH, run));
  }

  // ------------------------------------------------------------------ the section

  private void in(Piece piece) {
    pieces.add(piece);
    section.append(piece.text()).append("\n\n");
  }

  private void front() {
    if (trial.heading() == Heading.RUN_IN) {
      return;
    }
    if (trial.trait() == LayoutTrial.Trait.POINTER_FIRST) {
      int n = (int) (trial.seed() % TrialText.POINTERS_AND_MORE.size());
      in(Piece.prose(TrialText.POINTERS_AND_MORE.get(n)));
      return;
    }
    switch (trial.front()) {
      case NONE -> {}
      case INTRODUCTION -> TrialText.INTRODUCTION.forEach(t -> in(Piece.prose(t)));
      case LONG_INTRODUCTION -> TrialText.LONG_INTRODUCTION.forEach(t -> in(Piece.prose(t)));
      case SUMMARY, GROUPED_SUMMARY, SUMMARY_AHEAD, CAPTIONED_SUMMARY -> summary();
      case SHORT_PLAIN ->
          in(
              Piece.prose(
                  List.of(
                          "Our business is exposed to many risks.",
                          "You should weigh each of these matters.",
                          "The following are some of the risks that we face:",
                          "An investment in our shares is risky.")
                      .get((int) (trial.seed() % 4))));
      case ITALIC_INTRODUCTION ->
          TrialText.LONG_INTRODUCTION.forEach(
              t -> in(Piece.of(Kind.PARAGRAPH, Run.of(t, Mark.ITALIC))));
      case SHORT_ITALIC ->
          in(
              Piece.of(
                  Kind.PARAGRAPH,
                  Run.of(
                      "An investment in our securities involves a high degree of risk. Please read"
                          + " these risk factors with care.",
                      Mark.ITALIC)));
    }
  }

  private void summary() {
    in(Piece.of(Kind.PARAGRAPH, Run.of("Summary of Risk Factors", Mark.BOLD)));
    in(Piece.prose("The following is a summary of the principal risks that we face."));
    List<Risk> all = company();
    for (int i = 0; i < Math.min(9, all.size()); i++) {
      if (i % 3 == 0 && trial.front() == Front.GROUPED_SUMMARY) {
        in(Piece.of(Kind.PARAGRAPH, Run.of(TrialText.GROUPS.get(i / 3), Mark.BOLD, Mark.ITALIC)));
      }
      if (i % 3 == 0 && trial.front() == Front.CAPTIONED_SUMMARY) {
        in(captionKind(List.of(Run.of(TrialText.GROUPS.get(i / 3), marks()))));
      }
      in(Piece.of(Kind.ITEM, Run.of(all.get(i).caption())));
    }
    if (trial.front() == Front.SUMMARY_AHEAD) {
      in(Piece.of(Kind.PARAGRAPH, Run.of("Risk Factors", Mark.BOLD)));
    }
    TrialText.INTRODUCTION.forEach(t -> in(Piece.prose(t)));
  }

  private List<Risk> company() {
    boolean titled = trial.wording() == LayoutTrial.Wording.TITLE;
    if (trial.seed() % 3 != 0) {
      return TrialText.fromCorpus(titled, new Random(trial.seed()));
    }
    if (titled) {
      return TrialText.TITLED;
    }
    int n = (int) (trial.seed() % TrialText.COMPANIES.size());
    return TrialText.COMPANIES.get(n);
  }

  private void risks() {
    List<Risk> chosen = new ArrayList<>(company());
    Collections.shuffle(chosen, random);
    int some = 3 + random.nextInt(trial.seed() % 3 == 0 ? 11 : 27);
    some = trial.trait() == LayoutTrial.Trait.POINTER_FIRST ? 1 + some / 6 : some;
    chosen = chosen.subList(0, Math.min(chosen.size(), some));
    int several = 1 + (int) (trial.seed() / 7 % 4);
    int each =
        trial.groups() == Groups.NONE ? chosen.size() : (chosen.size() + several - 1) / several;
    List<String> open = new ArrayList<>();
    for (int i = 0; i < chosen.size(); i++) {
      if (trial.groups() != Groups.NONE && i % each == 0) {
        group(i / each, open);
      } else if (trial.groups() == Groups.CONTINUED && i % each == 2) {
        pieces.add(groupPiece(open.get(0) + " (continued)", 1));
      }
      risk(chosen.get(i), i, open);
    }
    if (trial.trait() == LayoutTrial.Trait.CATCH_ALL_LIST) {
      catchAll(open);
    }
    if (trial.trait() == LayoutTrial.Trait.CLOSING_LINE) {
      in(
          captionKind(
              List.of(
                  Run.of(
                      "These risk factors could cause actual results to differ from those in our"
                          + " forward-looking statements.",
                      marks()))));
    }
  }

  private void catchAll(List<String> groups) {
    String caption = worded("Other factors could also affect our results");
    List<Piece> body = new ArrayList<>();
    body.add(
        Piece.prose("Among the other matters that could harm our business are the following:"));
    for (String item :
        List.of("changes in postal rates;", "the cost of insurance; and", "storms and floods.")) {
      body.add(Piece.of(Kind.ITEM, Run.of(item)));
    }
    place(caption, risks.size(), body);
    risks.add(
        new RiskFactor(
            risks.size() + 1, groups, caption, body.stream().map(Piece::text).toList(), true));
  }

  private void group(int n, List<String> open) {
    String name =
        trial.groups() == Groups.TOPICS ? TrialText.TOPICS.get(n) : TrialText.GROUPS.get(n);
    boolean last = n == 3;
    name = trial.groups() == Groups.GENERAL_LAST && last ? "General Risk Factors" : name;
    name = trial.groups() == Groups.LETTERED ? (char) ('A' + n) + ". " + name : name;
    name =
        trial.groups() == Groups.ROMAN
            ? List.of("I", "II", "III", "IV").get(n) + ". " + name
            : name;
    name = trial.groups() == Groups.STOPPED ? name + "." : name;
    name = trial.groups() == Groups.ODD ? TrialText.ODD.get(n) : name;
    if (trial.groups() == Groups.TWO_LEVELS && n % 2 == 0) {
      open.clear();
      open.add(TrialText.FAMILIES.get(n / 2));
      in(groupPiece(open.get(0), 0));
    }
    while (open.size() > (trial.groups() == Groups.TWO_LEVELS ? 1 : 0)) {
      open.remove(open.size() - 1);
    }
    open.add(name);
    in(groupPiece(name, 1));
    if (trial.groups() == Groups.LONG_INTRODUCED) {
      in(Piece.prose(TrialText.BUSINESS.get(n) + " " + TrialText.LATER.get(n % 3)));
      in(Piece.prose(TrialText.BUSINESS.get((n + 1) % 4) + " " + TrialText.LATER.get((n + 1) % 3)));
    }
    if (trial.groups() == Groups.INTRODUCED) {
      in(
          Piece.prose(
              "The risks in this part bear on all of our plants and on both of our lines of"
                  + " products, though not on all of them to the same degree."));
    }
  }

  private Piece groupPiece(String name, int level) {
    if (trial.groups() == Groups.UNMARKED) {
      return Piece.prose(name);
    }
    if (trial.groups() == Groups.LIKE_CAPTIONS) {
      return captionKind(marked(name));
    }
    if (level == 0) {
      return Piece.of(Kind.TITLE, Run.of(name.toUpperCase(Locale.ROOT), Mark.BOLD, Mark.LARGE));
    }
    boolean bold =
        switch (trial.mark()) {
          case BOLD, TWO_RUNS, UNMARKED_WORD, HEADER, LARGE -> true;
          default -> false;
        };
    return Piece.of(
        trial.container().isText() ? Kind.TITLE : Kind.PARAGRAPH,
        bold ? Run.of(name, Mark.BOLD, Mark.UNDERLINE) : Run.of(name, Mark.BOLD));
  }

  private void risk(Risk risk, int n, List<String> groups) {
    String caption = worded(risk.caption());
    String number =
        switch (trial.numbering()) {
          case DECIMAL -> (n + 1) + ". ";
          case LETTER -> "(" + (char) ('a' + n) + ") ";
          case RISK -> "Risk " + (n + 1) + ": ";
          default -> "";
        };
    List<Piece> body = new RiskBody(trial, risk.paragraphs(), n).pieces();
    if (trial.body() == LayoutTrial.Body.LIKE_CAPTIONS && n == 2) {
      for (String title : NAMES.subList((int) (trial.seed() % 9), (int) (trial.seed() % 9) + 3)) {
        body.add(captionKind(List.of(Run.of(title, marks()))));
        body.add(
            Piece.prose(
                "This company sells to growers and depends on the crops of two states. In two of"
                    + " the last five years it lost money, and it may do so again. "
                    + TrialText.LATER.get(n % 3)));
      }
    }
    place(number + caption, n, body);
    List<String> paragraphs = new ArrayList<>();
    body.forEach(p -> paragraphs.add(p.text()));
    risks.add(new RiskFactor(risks.size() + 1, groups, number + caption, paragraphs, true));
  }

  private String worded(String caption) {
    String bare = caption.replaceAll("[.]$", "");
    return switch (trial.wording()) {
      case SENTENCE, DEFINED_TERM -> bare + ".";
      case NO_STOP -> bare;
      case TITLE -> titleCase(bare);
      case CAPITALS -> (bare + ".").toUpperCase(Locale.ROOT);
      case TWO_SENTENCES -> bare + ". If this happens, our business could suffer.";
      case LONG -> bare + LONG_TAIL;
      case VERY_LONG ->
          risks.size() % 4 == 1 ? bare + LONG_TAIL.replace(".", "") + LONG_TAIL : bare + ".";
      case SOME_TWO ->
          risks.size() % 4 == 1
              ? bare
                  + List.of(
                          ". This risk is greater when the economy is weak.",
                          ". If it came about, our results could suffer.",
                          ". Other companies face the same, and some of them are larger.",
                          ". We have little control over it.")
                      .get(risks.size() / 4 % 4)
              : bare + ".";
      case ANNOUNCING ->
          risks.size() % 5 == 0
              ? "Our business involves a high degree of risk, and before you invest you should know"
                  + " that "
                  + Character.toLowerCase(bare.charAt(0))
                  + bare.substring(1)
                  + "."
              : bare + ".";
    };
  }

  private String titleCase(String text) {
    StringBuilder out = new StringBuilder();
    for (String word : text.toLowerCase(Locale.ROOT).split(" ")) {
      boolean small = word.matches("of|and|the|on|in|to|for|a|an|are|may|be|is") && !out.isEmpty();
      out.append(out.isEmpty() ? "" : " ")
          .append(small ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    boolean runIn =
        trial.placement() == LayoutTrial.Placement.RUN_IN
            || trial.placement() == LayoutTrial.Placement.STOP_OUTSIDE;
    return runIn ? (trial.seed() % 2 == 0 ? text : out) + "." : out.toString();
  }

  private Mark[] marks() {
    return switch (trial.mark()) {
      case BOLD, TWO_RUNS, UNMARKED_WORD, HEADER -> new Mark[] {Mark.BOLD};
      case ITALIC -> new Mark[] {Mark.ITALIC};
      case BOLD_ITALIC -> new Mark[] {Mark.BOLD, Mark.ITALIC};
      case UNDERLINE -> new Mark[] {Mark.UNDERLINE};
      case BOLD_UNDERLINE -> new Mark[] {Mark.BOLD, Mark.UNDERLINE};
      case COLOR -> new Mark[] {Mark.COLOR};
      case LARGE -> new Mark[] {Mark.LARGE};
      case NONE -> new Mark[0];
    };
  }

  private List<Run> marked(String caption) {
    Mark[] marks = marks();
    int middle = caption.indexOf(' ', caption.length() / 3);
    int end = middle < 0 ? -1 : caption.indexOf(' ', middle + 1);
    if (end < 0 || end > caption.length() - 2) {
      return List.of(Run.of(caption, marks));
    }
    List<Run> three =
        List.of(
            Run.of(caption.substring(0, middle), marks),
            Run.of(caption.substring(middle, end), marks),
            Run.of(caption.substring(end), marks));
    return switch (trial.mark()) {
      case TWO_RUNS -> three;
      case UNMARKED_WORD -> List.of(three.get(0), Run.of(three.get(1).text()), three.get(2));
      default ->
          trial.wording() == LayoutTrial.Wording.DEFINED_TERM
              ? List.of(three.get(0), slanted(three.get(1)), three.get(2))
              : List.of(Run.of(caption, marks));
    };
  }

  /** Italics inside italics are set upright. */
  private static Run slanted(Run run) {
    Run out = Run.of(run.text(), run.set().toArray(new Mark[0]));
    if (!out.set().remove(Mark.ITALIC)) {
      out.set().add(Mark.ITALIC);
    }
    return out;
  }

  private Piece captionKind(List<Run> runs) {
    return Piece.of(trial.mark() == LayoutTrial.Mark.HEADER ? Kind.HEADER : Kind.PARAGRAPH, runs);
  }

  private void place(String caption, int n, List<Piece> body) {
    List<Run> runs = new ArrayList<>(marked(caption));
    if (trial.trait() == LayoutTrial.Trait.FIRST_UNMARKED && n == 0) {
      runs = new ArrayList<>(List.of(Run.of(caption)));
    }
    if (trial.numbering() == LayoutTrial.Numbering.NUMBER_CELL
        && trial.placement() == LayoutTrial.Placement.OWN) {
      pieces.add(Piece.row(List.of(Run.of((n + 1) + ".", marks())), runs));
      section.append(n + 1).append(' ').append(caption).append("\n\n");
      body.forEach(this::in);
      return;
    }
    boolean prose = body.get(0).kind() == Kind.PARAGRAPH || body.get(0).kind() == Kind.INDENTED;
    List<Run> first = prose ? body.get(0).cells().get(0) : List.of();
    LayoutTrial.Placement placement =
        trial.trait() == LayoutTrial.Trait.MIXED_PLACEMENT && n % 3 == 1
            ? LayoutTrial.Placement.RUN_IN
            : trial.placement();
    switch (placement) {
      case OWN -> in(captionKind(runs));
      case BULLET_RUN_IN -> {
        List<Run> all = new ArrayList<>(runs);
        all.add(Run.of(" "));
        all.addAll(first);
        in(Piece.row(List.of(Run.of("•")), all));
      }
      case BULLET_CELL -> in(Piece.row(List.of(Run.of("•")), runs));
      case LIST_ITEM -> in(Piece.of(Kind.ITEM, runs));
      case LEFT_CELL -> in(Piece.row(runs, first));
      case RUN_IN -> joined(runs, " ", first);
      case STOP_OUTSIDE -> {
        Run last = runs.removeLast();
        runs.add(new Run(last.text().replaceAll("[.]$", ""), last.set()));
        joined(runs, last.text().endsWith(".") ? ". " : " ", first);
      }
      case BREAK -> joined(runs, "\n", first);
      case BREAKS -> joined(runs, "\n\n", first);
    }
    boolean used =
        switch (placement) {
          case OWN, BULLET_CELL, LIST_ITEM -> false;
          default -> prose;
        };
    body.subList(used ? 1 : 0, body.size()).forEach(this::in);
  }

  private void joined(List<Run> caption, String glue, List<Run> body) {
    List<Run> all = new ArrayList<>(caption);
    all.add(Run.of(glue));
    all.addAll(body);
    in(Piece.of(Kind.PARAGRAPH, all));
  }
}
