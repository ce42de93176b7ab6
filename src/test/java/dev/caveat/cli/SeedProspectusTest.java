package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a real prospectus of 2003 names, entity by entity with its value, as read by eye. Skipped
 * where the filing is not at hand.
 */
class SeedProspectusTest {
  private static final Path FILING = Path.of("..", "shared", "filings", "001_d511b9271daeeed4.txt");

  /**
   * Words of a risk's caption, and its entities by type, text and value; amounts with their
   * currency, no value where none is certain. Risks that are not told here name nothing.
   */
  private static final String ENTITIES =
      """
      # history of losses
      money | $1.6 million | 1600000 USD
      date | September 30, 2003 | 2003-09-30
      money | $149 million | 149000000 USD
      money | $12 million | 12000000 USD
      money | $10 million | 10000000 USD
      money | $74.5 million | 74500000 USD
      date | March 31, 2003 | 2003-03-31
      date | 2002 | 2002
      date | 2001 | 2001
      # our listing on
      regulator | Nasdaq SmallCap Market | us-nasdaq
      date | April 2002 | 2002-04
      regulator | Nasdaq | us-nasdaq
      money | $1.00 | 1 USD
      date | July 9, 2002 | 2002-07-09
      date | July 9, 2002 | 2002-07-09
      date | July 26, 2002 | 2002-07-26
      regulator | Nasdaq SmallCap Market | us-nasdaq
      date | October 7, 2002 | 2002-10-07
      money | $1.00 | 1 USD
      date | October 7, 2002 | 2002-10-07
      date | October 7, 2002 | 2002-10-07
      date | April 7, 2003 | 2003-04-07
      date | April 8, 2003 | 2003-04-08
      regulator | Nasdaq | us-nasdaq
      date | July 7, 2003 | 2003-07-07
      date | July 11, 2003 | 2003-07-11
      regulator | Nasdaq | us-nasdaq
      date | July 7, 2003 | 2003-07-07
      money | $1.00 | 1 USD
      law | Marketplace Rule 4310(c)(4) | NASDAQ:4310(c)(4)
      date | July 22, 2003 | 2003-07-22
      regulator | Nasdaq | us-nasdaq
      law | Marketplace Rule 4310(c)(2)(B) | NASDAQ:4310(c)(2)(B)
      money | $2,500,000 | 2500000 USD
      money | $35,000,000 | 35000000 USD
      money | $500,00 |
      money | $1.00 | 1 USD
      date | October 8, 2003 | 2003-10-08
      money | $1.40 | 1.4 USD
      law | Nasdaq Marketplace Rule 4310(c)(2)(b) | NASDAQ:4310(c)(2)(b)
      money | $2,500,000 | 2500000 USD
      money | $35,000,000 | 35000000 USD
      money | $500,000 | 500000 USD
      date | December 9, 2003 | 2003-12-09
      money | $150,000,000 | 150000000 USD
      law | Nasdaq Marketplace Rule 4310(c)(2)(b) | NASDAQ:4310(c)(2)(b)
      # future IP telephony revenue
      percent | 88% | 88
      percent | 91% | 91
      date | fiscal 2003 | FY2003
      date | 2002 | FY2002
      date | June 30, 2003 | 2003-06-30
      date | November 2003 | 2003-11
      money | $1.1 million | 1100000 USD
      date | March 31, 2003 | 2003-03-31
      percent | 12% | 12
      percent | 10.5% | 10.5
      percent | 8% | 8
      percent | 2% | 2
      date | fiscal 2003 | FY2003
      date | 2002 | FY2002
      date | July 2003 | 2003-07
      # a limited period
      date | November 2002 | 2002-11
      # by the downturn
      date | 2000 | 2000
      date | 2001 | 2001
      # purchase orders
      date | September 30, 2003 | 2003-09-30
      date | 2002 | 2002
      percent | 86% | 86
      percent | 81% | 81
      date | March 31, 2003 | 2003-03-31
      date | 2002 | 2002
      date | 2001 | 2001
      percent | 62% | 62
      percent | 73% | 73
      percent | 48% | 48
      # comply with industry standards
      regulator | FCC | us-fcc
      regulator | Federal Communications Commission | us-fcc
      regulator | FCC | us-fcc
      # Future legislation
      regulator | Federal Communications Commission | us-fcc
      regulator | FCC | us-fcc
      regulator | FCC | us-fcc
      date | 2003 | 2003
      date | 2004 | 2004
      # by U.S. states
      date | September 11, 2003 | 2003-09-11
      regulator | Public Service Commission of Wisconsin | us-wi-psc
      regulator | WPSC | us-wi-psc
      regulator | WPSC | us-wi-psc
      regulator | WPSC | us-wi-psc
      regulator | WPSC | us-wi-psc
      regulator | WPSC | us-wi-psc
      regulator | Commission | us-wi-psc
      regulator | Wisconsin Attorney General | us-wi-ag
      regulator | WPSC | us-wi-psc
      regulator | Wisconsin Attorney General | us-wi-ag
      regulator | WPSC | us-wi-psc
      date | September 17, 2003 | 2003-09-17
      regulator | Ohio Public Utilities Commission | us-oh-puc
      regulator | OPUC | us-oh-puc
      regulator | OPUC | us-oh-puc
      regulator | OPUC | us-oh-puc
      regulator | OPUC | us-oh-puc
      date | October 20, 2003 | 2003-10-20
      date | September 22, 2003 | 2003-09-22
      regulator | California Public Utilities Commission | us-ca-puc
      regulator | CPUC | us-ca-puc
      regulator | CPUC | us-ca-puc
      regulator | CPUC | us-ca-puc
      regulator | CPUC | us-ca-puc
      date | October 22, 2003 | 2003-10-22
      regulator | CPUC | us-ca-puc
      regulator | CPUC | us-ca-puc
      law | California Public Utilities Code | california-public-utilities-code
      regulator | CPUC | us-ca-puc
      regulator | CPUC | us-ca-puc
      date | November 13, 2003 | 2003-11-13
      regulator | CPUC | us-ca-puc
      regulator | CPUC | us-ca-puc
      regulator | CPUC | us-ca-puc
      regulator | CPUC | us-ca-puc
      # Internet service providers
      regulator | FCC | us-fcc
      regulator | FCC | us-fcc
      regulator | FCC | us-fcc
      regulator | FCC | us-fcc
      # lack of 911
      regulator | Federal Communications Commission | us-fcc
      regulator | FCC | us-fcc
      regulator | FCC | us-fcc
      # international operations
      date | fiscal 2004 | FY2004
      percent | 89% | 89
      percent | 78% | 78
      date | March 31, 2003 | 2003-03-31
      date | 2002 | 2002
      date | 2001 | 2001
      percent | 62% | 62
      percent | 61% | 61
      percent | 69% | 69
      date | 2003 | 2003
      date | 2002 | 2002
      date | 2003 | 2003
      date | 2002 | 2002
      percent | 12% | 12
      percent | 32% | 32
      percent | 22% | 22
      percent | 41% | 41
      percent | 74% | 74
      percent | 30% | 30
      percent | 59% | 59
      percent | 23% | 23
      percent | 14% | 14
      percent | 38% | 38
      percent | 19% | 19
      percent | 36% | 36
      percent | 100% | 100
      percent | 100% | 100
      percent | 100% | 100
      percent | 100% | 100
      # additional capital
      date | November 2003 | 2003-11
      money | $7.4 million | 7400000 USD
      # increased security measures
      regulator | SEC | us-sec
      """;

  @Test
  void namesEachEntityWithItsValue() throws IOException {
    assumeTrue(Files.isRegularFile(FILING), "no real filings");
    CommandRun run = CommandRun.of("extract", FILING.toString());
    assertThat(run.code()).as(run.err()).isZero();
    List<String> expected = ENTITIES.lines().map(String::strip).toList();
    List<String> found = new ArrayList<>();
    for (JsonNode risk : new ObjectMapper().readTree(run.out()).get("risks")) {
      if (!risk.get("entities").isEmpty()) {
        found.add(captioned(risk.get("heading").asText(), expected));
      }
      for (JsonNode entity : risk.get("entities")) {
        String line =
            "%s | %s | %s"
                .formatted(
                    entity.get("type").asText(),
                    entity.get("text").asText().replaceAll("\\s+", " "),
                    value(entity.get("value")));
        found.add(line.strip());
      }
    }
    assertThat(found).isEqualTo(expected);
  }

  /** The line that tells a caption by some of its words; the caption itself where none does. */
  private static String captioned(String caption, List<String> expected) {
    return expected.stream()
        .filter(line -> line.startsWith("# ") && caption.contains(line.substring(2)))
        .findFirst()
        .orElse(caption);
  }

  private static String value(JsonNode value) {
    if (value.isNull()) {
      return "";
    }
    if (value.has("amount")) {
      return value.get("amount").asText() + " " + value.get("currency").asText();
    }
    return value.has("id") ? value.get("id").asText() : value.asText();
  }
}
