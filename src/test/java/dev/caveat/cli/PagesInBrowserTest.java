package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.Chromium;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** Pages as people meet them: in a browser, which is started once for all. */
@Tag("slow")
class PagesInBrowserTest {
  private static final int DESKTOP = 1280;
  private static final int PHONE = 390;

  /** What the command line writes, one of each kind that differs. */
  enum Page {
    REPORT_ON_INDEX,
    REPORT_ON_COMPANY,
    REPORT_ON_FILING,
    REDLINE
  }

  @TempDir static Path folder;
  private static @Nullable ChromeDriver browser;

  @BeforeAll
  static void writePagesAndOpenBrowser() throws IOException {
    browser = Chromium.start(folder);
    Path markup =
        InventedSubmission.number(1)
            .of("<img src=//example.invalid/x onerror=alert(1)> & \"Sons\"")
            .risk("Frost may <b>spoil</b> &lt;script&gt;alert(1)&lt;/script&gt;.", "It did in May.")
            .write(folder.resolve("markup.txt"));
    String index = folder.resolve("index").toString();
    run("index", "--index", index, filing(""), markup.toString());
    report(Page.REPORT_ON_INDEX, index, "--all");
    report(Page.REPORT_ON_COMPANY, index, "--company", "kestwick");
    report(
        Page.REPORT_ON_FILING,
        index,
        filing("ostrellan-imaging_10-K_2024.htm"),
        "--before",
        filing("ostrellan-imaging_10-K_2023.txt"),
        "--peers",
        filing("kestwick-farm-markets_10-K_2007.txt")
            + ",verrowave,"
            + filing("brennick-jetmark_10-K_2000.txt"));
    run(
        "compare",
        filing("kestwick-farm-markets_10-K_2006.htm"),
        filing("kestwick-farm-markets_10-K_2007.txt"),
        "--output",
        file(Page.REDLINE).toString());
  }

  private static String filing(String name) {
    return Path.of("corpora", "filings", name).toString();
  }

  private static Path file(Page page) {
    return folder.resolve(page.name().toLowerCase(Locale.ROOT) + ".html");
  }

  private static void report(Page page, String index, String... about) {
    List<String> args =
        new ArrayList<>(List.of("report", "--index", index, "--output", file(page).toString()));
    args.addAll(List.of(about));
    run(args.toArray(String[]::new));
  }

  private static void run(String... args) {
    CommandRun run = CommandRun.of(args);
    assertThat(run.code()).as(run.err()).isZero();
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.quit();
    }
  }

  @AfterEach
  void heardNoComplaint() {
    assertThat(browser().manage().logs().get(LogType.BROWSER)).map(LogEntry::toJson).isEmpty();
  }

  private static ChromeDriver browser() {
    return Objects.requireNonNull(browser);
  }

  private static void open(Page page, int width, String scheme) {
    open(page, width, scheme, "");
  }

  private static void open(Page page, int width, String scheme, String hash) {
    // Another hash alone would not load the page again.
    browser().get("about:blank");
    Chromium.show(browser(), width, scheme);
    browser().get(file(page).toUri() + hash);
  }

  private static void resize(int width) {
    browser()
        .executeCdpCommand(
            "Emulation.setDeviceMetricsOverride",
            Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
  }

  private static List<?> strings(String script, Object... args) {
    return (List<?>) Objects.requireNonNull(browser().executeScript(script, args));
  }

  private static String resource(String name) {
    try (InputStream in = PagesInBrowserTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<?> wrong(String check) {
    String checks = resource("page-checks.js");
    return strings(checks + "\nreturn " + check + "();");
  }

  private static WebElement find(String css) {
    return browser().findElement(By.cssSelector(css));
  }

  @ParameterizedTest
  @EnumSource
  void loadsNothingFromAnywhere(Page page) {
    open(page, DESKTOP, "light");
    assertThat(strings("return performance.getEntriesByType('resource').map(e => e.name)"))
        .isEmpty();
    assertThat(strings("return Array.from(document.images, i => i.src)")).isEmpty();
    assertThat(find("h1").getText()).startsWith("Risk factors");
  }

  @Test
  void listsOfARedlineShowTheirTextsOnAPhone() throws IOException {
    String first = "The clay pit beside the river floods in most years and then stays closed. ";
    String moved = "Our only buyer of glazed tile may end its contract with us in any spring. ";
    String last = "Repairs to the old kiln take six weeks, during which we ship from stock. ";
    Path before =
        tileMaker(2022)
            .risk("Tiles may not sell.", moved + first + last)
            .write(folder.resolve("tiles-2022.txt"));
    Path after =
        tileMaker(2023)
            .risk("Tiles may not sell.", first + last + moved)
            .write(folder.resolve("tiles-2023.txt"));
    Path page = folder.resolve("moved.html");
    run("compare", before.toString(), after.toString(), "--output", page.toString());
    for (int width : List.of(DESKTOP, PHONE)) {
      resize(width);
      browser().get(page.toUri().toString());
      WebElement sentence =
          browser()
              .findElement(
                  By.xpath("//h2[.='Sentences that moved']/following-sibling::table[1]//td[2]"));
      assertThat(sentence.isDisplayed()).as("at %d", width).isTrue();
      assertThat(sentence.getCssValue("white-space")).as("at %d", width).isEqualTo("normal");
    }
    assertThat(browser().findElements(By.cssSelector(".list th")))
        .filteredOn(WebElement::isDisplayed)
        .extracting(WebElement::getText)
        .contains("Kind", "Caption", "Sentence")
        .doesNotContain("Risk", "Similarity");
  }

  private static InventedSubmission tileMaker(int year) {
    return InventedSubmission.number(year).cik("7100").of("Marlow Tile Works").year(year);
  }

  @ParameterizedTest
  @EnumSource
  void canBeReadByAllOnAnyScreen(Page page) {
    for (int width : List.of(DESKTOP, PHONE)) {
      for (String scheme : List.of("light", "dark")) {
        open(page, width, scheme);
        String as = width + ", " + scheme;
        assertThat((Long) browser().executeScript("return document.documentElement.scrollWidth"))
            .as(as)
            .isLessThanOrEqualTo(width);
        assertThat(wrong("faint")).as(as).isEmpty();
        // Colors take axe most of its time and are the same at any width.
        assertThat(Chromium.violations(browser(), width == DESKTOP)).as(as).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REDLINE")
  void drawsCharts(Page page) {
    open(page, DESKTOP, "light");
    assertThat(browser().findElements(By.tagName("svg"))).hasSizeGreaterThan(1);
    assertThat(wrong("charts")).isEmpty();
    assertThat(wrong("lettering")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REDLINE")
  void sortsEachColumnBothWays(Page page) {
    open(page, DESKTOP, "light");
    assertThat(wrong("sorting")).isEmpty();
  }

  @Test
  void sortsByMouseAndByKeyboard() {
    open(Page.REPORT_ON_INDEX, DESKTOP, "light");
    WebElement head = find("#categories th:nth-child(5)");
    assertThat(head.getText()).startsWith("Words");
    WebElement button = head.findElement(By.tagName("button"));
    button.click();
    assertThat(head.getDomAttribute("aria-sort")).isEqualTo("ascending");
    List<Integer> up = words();
    assertThat(up).hasSizeGreaterThan(20).isSorted();
    button.sendKeys(Keys.ENTER);
    assertThat(head.getDomAttribute("aria-sort")).isEqualTo("descending");
    assertThat(words()).isEqualTo(up.reversed());
  }

  private static List<Integer> words() {
    return browser().findElements(By.cssSelector("#categories td:nth-child(5)")).stream()
        .map(cell -> Integer.valueOf(cell.getText().replace(",", "")))
        .toList();
  }

  /** Kinds of the risks that are to be seen, as often as they are. */
  private static List<String> kinds() {
    return browser().findElements(By.tagName("article")).stream()
        .filter(WebElement::isDisplayed)
        .map(article -> Objects.toString(article.getDomAttribute("data-kind")))
        .toList();
  }

  private static void tick(String css) {
    find("nav input" + css).click();
  }

  @Test
  void filtersRisksByKindAndMove() {
    open(Page.REDLINE, DESKTOP, "light");
    List<String> first = kinds();
    assertThat(first).contains("added", "removed", "modified", "split").doesNotContain("unchanged");
    assertThat(find("#shown").getText()).isEqualTo(first.size() + " shown");
    tick("[value=modified]");
    assertThat(kinds()).isEqualTo(first.stream().filter(k -> !k.equals("modified")).toList());
    tick("[value=modified]");
    tick("[value=unchanged]");
    assertThat(kinds()).contains("unchanged").containsAll(first);
    tick("#moved");
    assertThat(kinds()).containsOnly("unchanged");
    assertThat(find("#shown").getText()).isEqualTo(kinds().size() + " shown");
    assertThat(find("article:not(.hidden)").getText()).contains("moved");
  }

  @Test
  void showsBothSidesBesideEachOtherAndOnAPhoneOneBelowTheOther() {
    open(Page.REDLINE, DESKTOP, "light");
    assertThat(find("#new-2 > .text").isDisplayed()).isTrue();
    tick("#side");
    assertThat(find("#new-2 > .text").isDisplayed()).isFalse();
    WebElement before = find("#new-2 .sides > :first-child");
    WebElement after = find("#new-2 .sides > :last-child");
    assertThat(before.getText()).contains("grown slowly").doesNotContain("Mortgage foreclosures");
    assertThat(after.getText()).contains("Mortgage foreclosures").doesNotContain("grown slowly");
    assertThat(before.getRect().y).isEqualTo(after.getRect().y);
    assertThat(after.getRect().x).isGreaterThan(before.getRect().x + before.getRect().width);
    resize(PHONE);
    assertThat(after.getRect().y)
        .isGreaterThanOrEqualTo(before.getRect().y + before.getRect().height);
    assertThat(after.getRect().x).isEqualTo(before.getRect().x);
    tick("#side");
    assertThat(find("#new-2 > .text").isDisplayed()).isTrue();
    assertThat(before.isDisplayed()).isFalse();
  }

  @Test
  void hidesWhatIsFarFromAnyChange() {
    open(Page.REDLINE, DESKTOP, "light");
    WebElement far = find("#new-2 .far");
    assertThat(far.isDisplayed()).isTrue();
    tick("#brief");
    assertThat(far.isDisplayed()).isFalse();
    assertThat(find("#new-2 .cut").isDisplayed()).isTrue();
    assertThat(find("#new-2 ins").isDisplayed()).isTrue();
  }

  @Test
  void revealsAHiddenRiskThatALinkLeadsTo() {
    open(Page.REDLINE, DESKTOP, "light");
    WebElement link = find("tr.unchanged a");
    String hash = Objects.toString(link.getDomAttribute("href"));
    WebElement risk = find(hash);
    assertThat(risk.isDisplayed()).isFalse();
    link.click();
    assertThat(risk.isDisplayed()).isTrue();
    assertThat(find("#shown").getText()).isEqualTo(kinds().size() + " shown");
    tick("#brief");
    tick("[value=modified]");
    assertThat(risk.isDisplayed()).isFalse();
    link.click();
    assertThat(risk.isDisplayed()).as("by the same link again").isTrue();
    open(Page.REDLINE, DESKTOP, "light", hash);
    assertThat(find(hash).isDisplayed()).as("when the page is opened by it").isTrue();
  }

  @Test
  void doesNotCoverARiskThatALinkLeadsTo() {
    open(Page.REDLINE, DESKTOP, "light");
    find(".list a[href='#new-5']").click();
    // Selenium's places are the document's; the filters stay in the window.
    Object gap =
        browser()
            .executeScript(
                "return Math.round(document.querySelector('#new-5 h3').getBoundingClientRect().top"
                    + " - document.querySelector('nav').getBoundingClientRect().bottom)");
    assertThat((Long) gap).isNotNegative();
  }

  @Test
  void isAllThereWithoutScript() {
    Chromium.allowScripts(browser(), false);
    try {
      open(Page.REDLINE, DESKTOP, "light");
      assertThat(kinds()).contains("unchanged", "added", "removed", "modified");
      assertThat(find("nav").isDisplayed()).as("filters that would do nothing").isFalse();
      open(Page.REPORT_ON_INDEX, DESKTOP, "light");
      assertThat(find("#categories td").isDisplayed()).isTrue();
      assertThat(browser().findElements(By.tagName("button"))).isEmpty();
    } finally {
      Chromium.allowScripts(browser(), true);
    }
  }
}
