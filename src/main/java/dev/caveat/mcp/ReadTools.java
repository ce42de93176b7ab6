package dev.caveat.mcp;

import dev.caveat.Library;
import dev.caveat.error.CaveatException;
import dev.caveat.index.IndexedFiling;
import dev.caveat.index.IndexedRisk;
import dev.caveat.json.FoundRiskJson;
import dev.caveat.json.ListedFilingJson;
import dev.caveat.json.QuoteCheckJson;
import dev.caveat.json.QuoteJson;
import dev.caveat.json.ReadRiskJson;
import dev.caveat.library.RequestParameters.Parameter;
import dev.caveat.mcp.Answer.Checked;
import dev.caveat.model.RiskFactor;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads one risk, or lists those of a filing. */
final class ReadTools {
  private static final int MAX_QUOTE = 4_000;

  private final Library library;

  private ReadTools(Library library) {
    this.library = library;
  }

  static List<Tool> over(Library library) {
    ReadTools tools = new ReadTools(library);
    return List.of(
        new Tool(
            "read_risk",
            "Read a risk factor",
            "The full text of one risk factor, paragraph by paragraph with the place of each in the"
                + " filing as filed, its category with reasons, and what it names (regulators, laws,"
                + " dates, amounts). With quote, checks whether the risk contains these words to the"
                + " letter, and shows the same stretch as filed: do this before you quote.",
            List.of(
                Parameter.text(
                    "risk",
                    "The risk as FILING#N, such as 0000320193-23-000106#4; FILING is an "
                        + Filings.NAMED
                        + "."),
                Parameter.text("quote", "Words to look for in it.")),
            List.of("risk"),
            tools::read),
        new Tool(
            "outline",
            "Outline a filing",
            "What a filing says about its risks: its facts, the status of its risk section with the"
                + " words it rests on, and the captions of its risks with numbers, groups and"
                + " categories, in order. Read one with read_risk.",
            List.of(Parameter.text("filing", "The filing: an " + Filings.NAMED + ".")),
            List.of("filing"),
            tools::outline));
  }

  private Answer read(Arguments arguments) throws IOException {
    IndexedRisk found = library.use(s -> new Filings(s.index()).risk(arguments.need("risk")));
    RiskFactor risk = Objects.requireNonNull(found.risk());
    String words = arguments.text("quote");
    QuoteCheckJson quote = words == null ? null : check(found.id(), risk, words);
    ReadRiskJson about =
        ReadRiskJson.of(found.id(), FoundRiskJson.of(found, risk).filing(), risk, quote);
    String text =
        "Risk %d of %s\n".formatted(risk.ordinal(), Words.filing(found.id(), found.facts()))
            + category(risk)
            + (quote == null ? "" : told(quote));
    return Answer.of(
        arguments,
        about,
        text,
        List.of(new Checked(found.id(), found.facts(), found.doubt())),
        Passages.of(risk));
  }

  static String category(RiskFactor risk) {
    return risk.classification().isEmpty()
        ? ""
        : "category: " + risk.classification().category() + "\n";
  }

  private QuoteCheckJson check(String id, RiskFactor risk, String words) {
    if (words.length() > MAX_QUOTE) {
      throw Arguments.bad("quote", "quote: give at most " + MAX_QUOTE + " characters");
    }
    Quotation found = Quotation.of(risk.text(), words.strip());
    if (found == null) {
      return new QuoteCheckJson(words, false, false, null, null);
    }
    QuoteJson quote = QuoteJson.of(id, risk, found.start(), found.end());
    return new QuoteCheckJson(
        words, true, quote.text().equals(words.strip()), quote, asFiled(quote));
  }

  private @Nullable String asFiled(QuoteJson quote) {
    if (quote.source() == null) {
      return null;
    }
    try {
      String document = library.document(quote.filing(), quote.source().document()).text();
      return Words.shortened(
          document.substring(quote.source().start(), quote.source().end()), MAX_QUOTE);
    } catch (CaveatException | IOException e) {
      return null; // the file that was indexed is gone or has changed
    }
  }

  private static String told(QuoteCheckJson check) {
    if (check.quote() == null) {
      return "The risk does not contain the words of quote.\n";
    }
    return (check.verbatim()
            ? "The risk contains the words of quote to the letter:\n"
            : "The risk contains the words of quote, but with other marks or spaces:\n")
        + Words.quoted(check.quote())
        + (check.asFiled() == null ? "" : "as filed:\n" + Words.quoted(check.asFiled()));
  }

  private Answer outline(Arguments arguments) throws IOException {
    return library.use(
        s -> {
          IndexedFiling filing = new Filings(s.index()).filing(arguments.need("filing"));
          List<RiskFactor> risks = s.index().risks(filing.id());
          String text =
              "%s\nstatus: %s, %d risks; the words this rests on:\n%s\n"
                  .formatted(
                      Words.filing(filing.id(), filing.facts()),
                      filing.status().id(),
                      filing.risks(),
                      Words.quoted(Words.shortened(filing.evidence(), MAX_QUOTE)));
          return Answer.of(
              arguments,
              ListedFilingJson.of(filing),
              text,
              List.of(new Checked(filing.id(), filing.facts(), filing.doubt())),
              Passages.outline(filing.id(), risks));
        });
  }
}
