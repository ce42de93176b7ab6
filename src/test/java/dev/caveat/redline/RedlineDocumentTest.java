package dev.caveat.redline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.caveat.Seeds;
import dev.caveat.compare.Comparison;
import dev.caveat.compare.Comparison.Side;
import dev.caveat.model.FilingFacts;
import dev.caveat.model.RiskFactor;
import dev.caveat.taxonomy.Taxonomy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;

class RedlineDocumentTest {
  private static final LocalDate DATE = LocalDate.of(2024, 2, 29);

  private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

  private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

  @TempDir Path folder;

  private static Side side(String... captionsAndBodies) {
    List<RiskFactor> risks = new ArrayList<>();
    for (int i = 0; i < captionsAndBodies.length; i += 2) {
      List<String> body = List.of(captionsAndBodies[i + 1].split("\n"));
      risks.add(new RiskFactor(risks.size() + 1, List.of(), captionsAndBodies[i], body, true));
    }
    return new Side("made up", FilingFacts.UNKNOWN, risks);
  }

  private static final Side OLD =
      side(
          "Frost may spoil our crops.",
          "A frost in May would leave us with little to sell.\nOur barns are \u0001 full & <dry>.",
          "Our pier may fall.",
          "It is old, and no one insures it against storms.");

  private static final Side NOW =
      side(
          "Frost may spoil our crops.",
          "A frost in April would leave us with little to sell.\nOur wells are deep.\nOur barns are"
              + " \u0001 full & <dry>.",
          "The court may rule against us.",
          "A neighbour claims the orchard.");

  private Path written() throws IOException {
    Path file = folder.resolve("redline.docx");
    ComparisonSummary summary = ComparisonSummary.of(Comparison.of(OLD, NOW), Taxonomy.bundled());
    try (OutputStream out = Files.newOutputStream(file)) {
      RedlineDocument.write(summary, DATE, RedlineDocument.AUTHOR, out);
    }
    return file;
  }

  private static Document xml(InputStream in) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(in);
  }

  /** What is left when all changes are rejected, or all accepted; remarks are not of the text. */
  private static List<String> settled(Document document, boolean accepted) {
    Set<String> gone = accepted ? Set.of("del", "moveFrom") : Set.of("ins", "moveTo");
    List<String> paragraphs = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    NodeList all = document.getElementsByTagNameNS("*", "p");
    for (int i = 0; i < all.getLength(); i++) {
      Element paragraph = (Element) all.item(i);
      if (isRemark(paragraph)) {
        assertThat(open).as("joined to a remark").isEmpty();
        continue;
      }
      NodeList texts = paragraph.getElementsByTagNameNS("*", "*");
      for (int j = 0; j < texts.getLength(); j++) {
        Node text = texts.item(j);
        String name = text.getLocalName();
        if ((name.equals("t") || name.equals("delText"))
            && !gone.contains(text.getParentNode().getParentNode().getLocalName())) {
          open.append(text.getTextContent());
        }
      }
      boolean joined = false;
      for (String name : gone) {
        NodeList properties = paragraph.getElementsByTagNameNS("*", name);
        for (int j = 0; j < properties.getLength(); j++) {
          joined |= properties.item(j).getParentNode().getLocalName().equals("rPr");
        }
      }
      if (!joined) {
        paragraphs.add(open.toString());
        open.setLength(0);
      }
    }
    assertThat(open).isEmpty();
    return paragraphs;
  }

  private static boolean isRemark(Element paragraph) {
    NodeList styles = paragraph.getElementsByTagNameNS("*", "pStyle");
    return styles.getLength() > 0
        && "Remark".equals(((Element) styles.item(0)).getAttributeNS(WORD, "val"));
  }

  private static Document document(byte[] docx, String name) throws Exception {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return xml(new ByteArrayInputStream(zip.readAllBytes()));
        }
      }
    }
    throw new AssertionError("no " + name);
  }

  private static byte[] docx(Comparison comparison, String author) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RedlineDocument.write(ComparisonSummary.of(comparison, Taxonomy.bundled()), DATE, author, out);
    return out.toByteArray();
  }

  @Test
  void givesExactlyEitherSectionHoweverItWasChanged() throws Exception {
    long first = Seeds.or(1);
    for (long seed = first; seed < first + 60; seed++) {
      RandomSections random = new RandomSections(seed);
      Side old = random.section();
      Side now = random.changed(old);
      Document document = document(docx(Comparison.of(old, now), "Ann"), "word/document.xml");
      String what = "seed " + seed;
      assertThat(settled(document, false)).as(what).isEqualTo(lines(old));
      assertThat(settled(document, true)).as(what).isEqualTo(lines(now));
    }
  }

  private static List<String> lines(Side side) {
    return List.of(side.section().split("\n+"));
  }

  @Test
  void leavesNoEmptyParagraphWhereARiskWasRemovedOrAdded() throws Exception {
    Document document = document(docx(Comparison.of(OLD, NOW), "Ann"), "word/document.xml");
    assertThat(settled(document, true)).doesNotContain("").hasSize(6);
    assertThat(settled(document, false)).doesNotContain("").hasSize(5);
  }

  @Test
  void hasBothFilingsOnEachPageAndItsNumberAndIsSignedByItsAuthor() throws Exception {
    byte[] docx = docx(Comparison.of(OLD, NOW), "Ann & Bo");
    assertThat(document(docx, "word/header1.xml").getDocumentElement().getTextContent())
        .contains("made up");
    Document footer = document(docx, "word/footer1.xml");
    assertThat(footer.getElementsByTagNameNS(WORD, "fldSimple").getLength()).isEqualTo(2);
    Element change =
        (Element) document(docx, "word/document.xml").getElementsByTagNameNS(WORD, "ins").item(0);
    assertThat(change.getAttributeNS(WORD, "author")).isEqualTo("Ann & Bo");
  }

  @Test
  void givesTheOldTextWhereChangesAreRejectedAndTheNewOneWhereAccepted() throws Exception {
    try (ZipFile zip = new ZipFile(written().toFile())) {
      Document document = xml(zip.getInputStream(zip.getEntry("word/document.xml")));
      assertThat(settled(document, false))
          .containsSubsequence(
              "Frost may spoil our crops.",
              "A frost in May would leave us with little to sell.",
              "Our barns are ␁ full & <dry>.",
              "Our pier may fall.",
              "It is old, and no one insures it against storms.")
          .noneMatch(p -> p.contains("wells") || p.contains("court"));
      assertThat(settled(document, true))
          .containsSubsequence(
              "Frost may spoil our crops.",
              "A frost in April would leave us with little to sell.",
              "Our wells are deep.",
              "Our barns are ␁ full & <dry>.",
              "The court may rule against us.",
              "A neighbour claims the orchard.")
          .noneMatch(p -> p.contains("pier"));
    }
  }

  @Test
  @Tag("slow")
  void openedByLibreOfficeListsItsChanges() throws Exception {
    Path document = written();
    Process office;
    try {
      office =
          new ProcessBuilder(
                  "soffice",
                  "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                  "--headless",
                  "--convert-to",
                  "fodt",
                  "--outdir",
                  folder.toString(),
                  document.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.to(new File(folder.toFile(), "log")))
              .start();
    } catch (IOException e) {
      assumeTrue(false, "no LibreOffice here");
      return;
    }
    assertThat(office.waitFor(2, TimeUnit.MINUTES)).isTrue();
    try (InputStream in = Files.newInputStream(folder.resolve("redline.fodt"))) {
      Document opened = xml(in);
      Map<String, StringBuilder> texts = new HashMap<>();
      gather(opened.getDocumentElement(), new TreeSet<>(), texts);
      List<String> changes = new ArrayList<>();
      NodeList regions = opened.getElementsByTagNameNS("*", "changed-region");
      for (int i = 0; i < regions.getLength(); i++) {
        Element region = (Element) regions.item(i);
        String kind = region.getElementsByTagNameNS("*", "deletion").getLength() > 0 ? "-" : "+";
        assertThat(region.getTextContent()).contains("Caveat", "2024-02-29");
        String id = region.getAttributeNS(TEXT, "id");
        changes.add(kind + texts.getOrDefault(id, new StringBuilder()));
      }
      assertThat(changes)
          .contains("-May", "+April")
          .anyMatch(c -> c.startsWith("+Our wells are deep."))
          .anyMatch(c -> c.startsWith("-Our pier may fall."))
          .anyMatch(c -> c.startsWith("+The court may rule against us."));
    }
  }

  /** Collects what stands between the beginning and the end of each change. */
  private static void gather(Node node, Set<String> open, Map<String, StringBuilder> texts) {
    if (node instanceof Text text) {
      open.forEach(
          id -> texts.computeIfAbsent(id, i -> new StringBuilder()).append(text.getData().strip()));
    } else if (node instanceof Element e && TEXT.equals(e.getNamespaceURI())) {
      String id = e.getAttributeNS(TEXT, "change-id");
      if ("change-start".equals(e.getLocalName())) {
        open.add(id);
      } else if ("change-end".equals(e.getLocalName())) {
        open.remove(id);
      }
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      gather(child, open, texts);
    }
  }
}
