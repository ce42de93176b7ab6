package dev.caveat.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caveat.table.Row;
import dev.caveat.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The texts that trials are made of: risks of invented companies, and what stands around them. */
final class TrialText {
  private static final Path CORPUS = Path.of("corpora/outline/risks.jsonl");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> FILES =
      List.of(
          "kestwick-farm-markets_10-K_2006.htm",
          "ostrellan-imaging_10-K_2024.htm",
          "verrowave-communications_424B3_2003.txt",
          "brennick-jetmark_10-K_1999.txt",
          "kestwick-farm-markets_10-K_2005.htm",
          "ostrellan-imaging_10-K_2022.htm");

  private static final String TITLES = "brennick-jetmark_10-K_1998.txt";

  /** A risk as it is to be rendered. */
  record Risk(String caption, List<String> paragraphs) {}

  /** The risks of each invented company. */
  static final List<List<Risk>> COMPANIES = FILES.stream().map(TrialText::read).toList();

  /** Risks whose captions are titles. */
  static final List<Risk> TITLED = read(TITLES);

  static final List<String> GROUPS =
      List.of(
          "Risks Related to Our Business and Operations",
          "Risks Relating to Our Industry",
          "Legal, Tax and Regulatory Risks",
          "Risks Related to Ownership of Our Common Stock");

  static final List<String> TOPICS =
      List.of("Strategy and Competition", "Operations", "Law and Regulation", "Our Common Stock");

  /** Groups whose names say little. */
  static final List<String> ODD =
      List.of(
          "Market Risk",
          "The Most Material Risks Related to Our Trade and Our Money",
          "Legal and Rule-Making Risks Related to Our Trade",
          "Our Shares and Those Who Hold Them");

  static final List<String> FAMILIES = List.of("Business Risks", "Risks of Our Shares");

  private static final String REPORT =
      "our Annual Report on Form 10-K for the year ended December 31, 2018";

  /** What stands in place of risks. */
  static final List<String> POINTERS =
      List.of(
          "Before you buy our shares you should consider the risks set forth under “Risk Factors”"
              + " in "
              + REPORT
              + ", which is incorporated by reference in this prospectus, and in the supplement"
              + " that comes with it. Any of them could harm our business.",
          "For the risks of an investment in our securities, see Item 1A of "
              + REPORT
              + " and of each report that we file later.");

  /** What stands in front of risks that add to those of another report. */
  static final List<String> POINTERS_AND_MORE =
      List.of(
          "In addition to the other information in this report, you should consider the risk"
              + " factors in Part I, Item 1A of "
              + REPORT
              + ", and the following.",
          "Except as set forth below, there have been no material changes to the risk factors"
              + " disclosed in "
              + REPORT
              + ".",
          "Our results are subject to many risks, including those set out below and those described"
              + " in Item 1A of "
              + REPORT
              + ", which could affect our business and the price of our shares.",
          "You should review the risks described in "
              + REPORT
              + ", which are incorporated by reference. The risks described below supplement them.",
          "The risk factors that follow update those in "
              + REPORT
              + " and should be read with them.");

  static final List<String> INTRODUCTION =
      List.of(
          "You should carefully consider the risks described below, together with all of the other"
              + " information in this report, before making an investment decision. If any of them"
              + " occurs, our business, financial condition and results of operations could be"
              + " harmed.");

  static final List<String> LONG_INTRODUCTION =
      List.of(
          INTRODUCTION.get(0),
          "The risks described below are not the only ones that we face. Additional risks that we do"
              + " not know of, or that we hold to be immaterial, may also impair our business.",
          "This report also contains statements that look ahead. Actual results could differ from"
              + " them as a result of certain factors, including the risks described below and"
              + " those under “Management’s Discussion and Analysis” in Item 7 of this report.");

  static final List<String> BUSINESS =
      List.of(
          "The registrant was organized in 1961 and makes equipment for packing fruit and"
              + " vegetables. It sells to growers, to cooperatives and to food companies in"
              + " nineteen states and in Canada, through its own sales force and through dealers.",
          "Our plants stand in Yakima, Washington and in Salem, Oregon. We own both. We believe that"
              + " they are in good repair and large enough for our needs over the next two years.",
          "We compete with two companies that are larger than we are and with many that are smaller."
              + " For a discussion of the risks of competition, see Item 1A, “Risk Factors,” of"
              + " this report.",
          "At the end of the year we had 412 employees, of whom 260 worked in production. None of"
              + " them is represented by a union, and we believe that our relations with them are"
              + " good.");

  static final List<String> LATER =
      List.of(
          "Net sales rose by 4.1% to $81.2 million, of which 2.6 points came from higher prices and"
              + " the rest from volume. Gross margin was 31.4% of net sales, against 30.9% in the"
              + " year before.",
          "As discussed under “Risk Factors,” our sales depend on the crops of a few states, and"
              + " a poor harvest in one of them lowers orders in the following season.",
          "Cash from operations was $9.8 million. We spent $3.3 million on plant and equipment and"
              + " paid dividends of $1.1 million, and we had no borrowings at the end of the year.");

  static final String FORWARD =
      "This report contains forward-looking statements within the meaning of the Private Securities"
          + " Litigation Reform Act of 1995. They can be told by words such as “believes”"
          + " and “expects.” Actual results could differ materially for many reasons, among"
          + " them those in Part I, Item 1A, “Risk Factors,” and we undertake no obligation to"
          + " update them.";

  private static final Path CATEGORIES = Path.of("corpora/categories");

  /** All labelled examples of categories, a list a batch. */
  private static final List<List<Risk>> BATCHES = batches();

  private TrialText() {}

  private static List<List<Risk>> batches() {
    List<List<Risk>> out = new ArrayList<>();
    try (Stream<Path> files = Files.list(CATEGORIES)) {
      for (Path file : files.sorted().toList()) {
        List<Risk> batch = new ArrayList<>();
        for (Row row : Table.file(file)) {
          batch.add(new Risk(row.at(2), List.of(row.at(3))));
        }
        out.add(batch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(CATEGORIES.toString(), e);
    }
    return out;
  }

  /** Risks of one batch, with bodies of one to four paragraphs, some of them of one sentence. */
  static List<Risk> fromCorpus(boolean titled, Random random) {
    List<Risk> batch = BATCHES.get(random.nextInt(BATCHES.size()));
    List<Risk> all = new ArrayList<>();
    for (Risk risk : batch) {
      boolean title = !CaptionWords.endsSentence(risk.caption());
      if (title == titled) {
        all.add(risk);
      }
    }
    Collections.shuffle(all, random);
    List<Risk> out = new ArrayList<>();
    for (int i = 0; i < Math.min(30, all.size()); i++) {
      List<String> paragraphs = new ArrayList<>();
      int bodies = 1 + random.nextInt(3);
      for (int k = 0; k < bodies; k++) {
        String body = batch.get(random.nextInt(batch.size())).paragraphs().getFirst();
        body = k == 0 ? all.get(i).paragraphs().getFirst() : body;
        String first = CaptionWords.firstSentence(body);
        boolean split = random.nextInt(4) == 0 && first.length() > 60 && k > 0;
        if (split) {
          paragraphs.add(first);
          body = body.substring(first.length()).strip();
        }
        if (!body.isEmpty()) {
          paragraphs.add(body);
        }
      }
      out.add(new Risk(all.get(i).caption(), paragraphs));
    }
    return out;
  }

  private static List<Risk> read(String file) {
    List<Risk> out = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(CORPUS)) {
        JsonNode risk = JSON.readTree(line);
        if (risk.path("filing").asText().equals(file)) {
          List<String> prose = new ArrayList<>();
          risk.path("paragraphs").forEach(p -> prose.add(p.asText()));
          prose.removeIf(p -> p.length() <= 120 || p.contains("\n"));
          if (!prose.isEmpty()) {
            out.add(new Risk(risk.path("caption").asText(), prose));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(CORPUS.toString(), e);
    }
    return out;
  }
}
