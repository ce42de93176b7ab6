package dev.caveat.index.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.index.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.junit.jupiter.api.Test;

class AnalysisTest {
  @Test
  void keepsNumbersMarksAndSignsInExactText() throws IOException {
    assertThat(exact("Rule 4310(c)(4)")).containsExactly("rule", "4310", "c", "4");
    assertThat(exact("$41.90 billion")).containsExactly("$", "41.90", "billion");
    assertThat(exact("66 2/3%")).containsExactly("66", "2/3", "%");
    assertThat(exact("66⅔%")).containsExactly("66", "2/3", "%");
    assertThat(exact("1,100,000 shares, 2,3")).containsExactly("1,100,000", "shares", "2", "3");
    assertThat(exact("H.323 and E15")).containsExactly("h.323", "and", "e15");
    assertThat(exact("TFT-LCD")).containsExactly("tft", "lcd");
    assertThat(exact("the U.S. and U.K.")).containsExactly("the", "u.s", "and", "u.k");
    assertThat(exact("R&D at AT&T; § 404")).containsExactly("r&d", "at", "at&t", "§", "404");
  }

  @Test
  void dropsNothingAndStemsNothingInExactText() throws IOException {
    assertThat(exact("The Company’s RISKS were naïve"))
        .containsExactly("the", "company's", "risks", "were", "naive");
  }

  @Test
  void separatesWordsThatOnlyAPointOrSlashTies() throws IOException {
    assertThat(exact("Amazon.com and/or end.Next"))
        .containsExactly("amazon", "com", "and", "or", "end", "next");
  }

  @Test
  void seesThroughEndingsStopWordsAndSpelling() throws IOException {
    assertThat(words("The company's licences are cancelled"))
        .containsExactly("company", "license", "cancel");
    assertThat(words("labour organisations")).isEqualTo(words("labor organizations"));
    assertThat(words("defence programmes")).isEqualTo(words("defense programs"));
  }

  @Test
  void addsTheClosedFormOfACompound() throws IOException {
    assertThat(words("a cyber-attack")).containsExactly("cyber", "cyberattack", "attack");
    assertThat(words("cyberattacks")).containsExactly("cyberattack");
    assertThat(words("third-party-owned")).containsExactly("third", "thirdparty", "party", "own");
  }

  @Test
  void givesOffsetsIntoTheText() throws IOException {
    String text = "Our cyber-attack costs $5 million.";
    Analyzer analyzer = IndexSchema.analyzer();
    List<String> pieces = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream(IndexSchema.BODY, text)) {
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        pieces.add(text.substring(offset.startOffset(), offset.endOffset()));
      }
      stream.end();
      assertThat(offset.endOffset()).isEqualTo(text.length());
    }
    assertThat(pieces)
        .containsExactly("Our", "cyber", "cyber-attack", "attack", "costs", "5", "million");
  }

  @Test
  void survivesAnyText() throws IOException {
    assertThat(exact("")).isEmpty();
    assertThat(exact(" \n\t… — ()")).isEmpty();
    assertThat(exact("𝐀𝐁 中国 \ud800 x")).contains("x", "中国");
    assertThat(exact("a".repeat(40_000))).singleElement().asString().hasSize(255);
    assertThat(exact("a-".repeat(20) + "-'b'.")).hasSize(21);
    assertThat(exact("...5.,6/&7")).containsExactly("5", "6", "7");
  }

  private static List<String> exact(String text) throws IOException {
    return terms(IndexSchema.exact(IndexSchema.BODY), text);
  }

  private static List<String> words(String text) throws IOException {
    return terms(IndexSchema.BODY, text);
  }

  private static List<String> terms(String field, String text) throws IOException {
    List<String> terms = new ArrayList<>();
    try (TokenStream stream = IndexSchema.analyzer().tokenStream(field, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    }
    return terms;
  }
}
