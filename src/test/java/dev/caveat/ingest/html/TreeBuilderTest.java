package dev.caveat.ingest.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.caveat.Seeds;
import dev.caveat.Shrinking;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;

/** The tree is the one that jsoup makes, element for element and letter for letter. */
class TreeBuilderTest {
  private static final Path FILINGS = Path.of("../shared/filings");

  private static final int SAMPLE = 12;

  /** What says nothing about the text of the body. */
  private static final Set<String> DROPPED =
      Set.of("title", "style", "script", "meta", "link", "base", "iframe", "head", "html");

  private static final List<String> TAGS =
      List.of(
          ("p p p div center h1 h3 ul li li dl dt dd blockquote form hr br pre b b i u font font a"
                  + " span em nobr sup foo ix:nonnumeric img input object table table tr tr td td td"
                  + " th tbody thead caption")
              .split(" "));

  private static final List<String> ATTRIBUTES =
      List.of(
          "",
          "",
          "",
          " align=center",
          " style=\"a>b\"",
          " size='2'",
          " /",
          " style=\"x&quot;y\" b",
          " href = x ",
          "\n color=red",
          " a=1>\"");

  private static final List<String> TEXTS =
      List.of(
          "Suppliers may fail. ",
          "Demand",
          " ",
          "\n\n",
          "&nbsp;",
          "&#160",
          "&amp;&lt;",
          "&rsquo",
          "&#146;",
          "&#x2014;",
          "&copyx;",
          "&notit;",
          "&foo;",
          "& ",
          "&",
          "<",
          "< b",
          "<1",
          "</",
          "<>",
          "</>",
          "</ x>",
          "<!-- x -->",
          "<!-- <p> -->",
          "<!---->",
          "<!-->",
          "<?xml a=\"b\"?>",
          "<![CDATA[x]]>",
          "<title>t</title>",
          "<style>p{}</style>",
          "<script>x<p>y</script>",
          "<body>",
          "</body>",
          "</html>",
          "<head>");

  @Test
  void nestedAndClosedTags() {
    assertThat(tree("<p>a<p>b<ul><li>c<li>d</ul>e"))
        .isEqualTo("<p>a</p><p>b</p><ul><li>c</li><li>d</li></ul>e");
  }

  @Test
  void aMarkAroundABlockGoesOnInsideIt() {
    assertThat(tree("<b>1<p>2</b>3</p>")).isEqualTo("<b>1</b><p><b>2</b>3</p>");
  }

  @Test
  void aMarkLeftOpenGoesOnInTheNextParagraph() {
    assertThat(tree("<p><font>1<p>2")).isEqualTo("<p><font>1</font></p><p><font>2</font></p>");
  }

  @Test
  void rowsAndCellsNeedNoEndTags() {
    assertThat(tree("<table><tr><td>a<td>b<tr><td>c</table>d"))
        .isEqualTo(
            "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></tbody></table>d");
  }

  @Test
  void textBetweenRowsIsMovedBeforeTheTable() {
    assertThat(tree("x<table>1<tr>2<td>3</td>4</tr></table>"))
        .isEqualTo("x124<table><tbody><tr><td>3</td></tr></tbody></table>");
  }

  @Test
  void aTableEndsAParagraphWhereTheDocumentDeclaresItsType() {
    assertThat(tree("<p>a<table></table>")).isEqualTo("<p>a<table></table></p>");
    assertThat(tree("<!DOCTYPE html><p>a<table></table>")).isEqualTo("<p>a</p><table></table>");
  }

  @Test
  void randomTagSoupMakesTheTreeThatJsoupMakes() {
    Random random = new Random(Seeds.or(20261128));
    for (int i = 0; i < 3000; i++) {
      String html = soup(random);
      Shrinking.text(html, h -> assertThat(tree(h)).as(h).isEqualTo(jsoups(h)));
    }
  }

  @Test
  void realFilingsMakeTheTreesThatJsoupMakes() throws IOException {
    assumeTrue(Files.isDirectory(FILINGS), "no filings beside this project");
    try (Stream<Path> files = Files.list(FILINGS)) {
      List<Path> all =
          new ArrayList<>(files.filter(f -> f.toString().matches(".*\\.html?")).sorted().toList());
      long seed = Seeds.or(20261128);
      Collections.shuffle(all, new Random(seed));
      for (Path file : all.subList(0, Math.min(all.size(), SAMPLE))) {
        String html = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(tree(html).equals(jsoups(html))).as("seed %d, %s", seed, file).isTrue();
      }
    }
  }

  private static String soup(Random random) {
    StringBuilder out = new StringBuilder(random.nextBoolean() ? "<!DOCTYPE html>" : "");
    for (int n = 3 + random.nextInt(60); n > 0; n--) {
      String tag = TAGS.get(random.nextInt(TAGS.size()));
      switch (random.nextInt(4)) {
        case 0 -> out.append(TEXTS.get(random.nextInt(2)));
        case 1 -> out.append(TEXTS.get(random.nextInt(TEXTS.size())));
        case 2 -> {
          String attributes = ATTRIBUTES.get(random.nextInt(ATTRIBUTES.size()));
          out.append('<').append(tag).append(attributes).append('>');
        }
        default -> {
          // An end tag of another kind of cell leads jsoup astray.
          if (!tag.equals("td") && !tag.equals("th")) {
            out.append("</").append(tag).append('>');
          }
        }
      }
    }
    return out.toString();
  }

  private static String tree(String html) {
    char[] source = html.toCharArray();
    StringBuilder out = new StringBuilder();
    Characters text = new Characters(source);
    Node node = TreeBuilder.read(source).first();
    while (node != null) {
      StartTag start = node.start();
      if (start == null) {
        text.clear();
        text.add(node.from(), node.to());
        out.append(text.text());
      } else {
        out.append('<').append(start.tag().name()).append('>');
      }
      Node next = node.first();
      while (next == null && node != null) {
        if (node.start() != null) {
          out.append("</").append(node.start().tag().name()).append('>');
        }
        next = node.next();
        node = node.parent();
      }
      node = next;
    }
    return normal(out.toString().replaceFirst("</body>$", ""));
  }

  private static String jsoups(String html) {
    StringBuilder out = new StringBuilder();
    write(Jsoup.parse(html).body(), out);
    return normal(out.toString());
  }

  private static void write(Element element, StringBuilder out) {
    for (org.jsoup.nodes.Node child : element.childNodes()) {
      if (child instanceof TextNode text) {
        out.append(text.getWholeText());
      } else if (child instanceof Element inner && !DROPPED.contains(inner.normalName())) {
        out.append('<').append(inner.normalName()).append('>');
        write(inner, out);
        out.append("</").append(inner.normalName()).append('>');
      }
    }
  }

  /** Where blanks between blocks stand makes no difference to anybody. */
  private static String normal(String tree) {
    StringBuilder out = new StringBuilder(tree.length());
    for (int i = 0; i < tree.length(); i++) {
      if (!Character.isWhitespace(tree.charAt(i))) {
        out.append(tree.charAt(i));
      }
    }
    return out.toString();
  }
}
