package dev.caveat.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.Caveat;
import dev.caveat.Chromium;
import dev.caveat.Library;
import dev.caveat.http.Gate;
import dev.caveat.http.Server;
import dev.caveat.http.ServerSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The site as people use it, in a browser and over a real index. */
@Tag("slow")
final class SiteInBrowserTest {
  private static final Path FILINGS = Path.of("corpora", "filings");
  private static final int DESKTOP = 1280;
  private static final int PHONE = 390;
  private static final String KESTWICK_2007 = "0009900002-08-000009";

  @TempDir static Path folder;
  private static @Nullable ChromeDriver browser;
  private static @Nullable Library library;
  private static @Nullable Site site;
  private static @Nullable Server server;

  @BeforeAll
  static void serve() throws IOException {
    browser = Chromium.start(folder);
    library = Caveat.open(folder.resolve("index"));
    library.index(List.of(FILINGS, hostile()), input -> {});
    ServerSettings settings = ServerSettings.builder().port(0).build();
    site = new Site(library, settings, new Gate(), FILINGS);
    server = Server.start(settings, site.problemPage(), System.err, List.of(site));
  }

  /** A filing that would do harm if a browser took it for a page. */
  private static Path hostile() throws IOException {
    String harm =
        "<script>top.document.title='owned';document.title='owned'</script>"
            + "<img src=x onerror=\"document.title='owned'\">"
            + "<meta http-equiv=refresh content='0;url=//example.invalid/'>"
            + "<a href=\"javascript:document.title='owned'\">here</a>"
            + "<form action=//example.invalid/><button>Send</button></form>"
            + "<iframe src=//example.invalid/></iframe>"
            + "<style>body{background:url(//example.invalid/track)}</style>";
    String text =
        "<html><body><p>FORM 10-K</p><p>Annual report for the fiscal year ended December 31,"
            + " 2022</p><p><b>Item 1A. Risk Factors</b></p>"
            + harm
            + "<p><b>Marsh fires may &lt;script&gt;alert(1)&lt;/script&gt; spread to our peat"
            + " stores.</b></p><p>In dry years the fires reach the stores before anyone sees them,"
            + " and the stores cannot be insured.</p><p><b>Our only barge may sink.</b></p><p>The"
            + " barge is ninety years old and carries all that we sell to the coast.</p>"
            + "<p><b>Item 1B. Unresolved Staff Comments</b></p><p>None.</p></body></html>";
    return Files.writeString(folder.resolve("hostile_10-K_2022.htm"), text);
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
      Objects.requireNonNull(site).close();
      Objects.requireNonNull(library).close();
    }
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

  private static void open(String path) {
    browser().get("about:blank");
    browser().get(address(path));
  }

  private static String address(String path) {
    return Objects.requireNonNull(server).address().replaceAll("/$", "") + path;
  }

  private static WebElement find(String css) {
    return browser().findElement(By.cssSelector(css));
  }

  private static List<WebElement> all(String css) {
    return browser().findElements(By.cssSelector(css));
  }

  private static void await(BooleanSupplier condition) {
    new WebDriverWait(browser(), Duration.ofSeconds(20), Duration.ofMillis(50))
        // The page may be replaced while it is looked at.
        .ignoring(WebDriverException.class)
        .until(b -> condition.getAsBoolean());
  }

  /** With scripts and without them. */
  private static void withScripts(boolean scripts, Runnable steps) {
    Chromium.show(browser(), DESKTOP, "light");
    Chromium.allowScripts(browser(), scripts);
    try {
      steps.run();
    } finally {
      Chromium.allowScripts(browser(), true);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void searchesNarrowsAndOpensARisk(boolean scripts) {
    withScripts(
        scripts,
        () -> {
          open("/");
          find(".find input").sendKeys("lenders" + Keys.ENTER);
          await(() -> !all(".hits li").isEmpty());
          String all = find(".count").getText();
          WebElement form = browser().findElement(By.xpath("//aside//a[span[.='10-K']]"));
          String hits = form.findElement(By.tagName("b")).getText();
          form.click();
          await(() -> browser().getCurrentUrl().contains("form=10-K"));
          await(() -> !find(".count").getText().equals(all));
          assertThat(find(".count").getText()).startsWith(hits + " risk");
          assertThat(find("aside a.on").getText()).contains("10-K");
          find("aside a.on").click();
          await(() -> find(".count").getText().equals(all));
          String caption = find(".hits h2").getText();
          find(".hits h2 a").click();
          await(() -> browser().getCurrentUrl().contains("/filings/"));
          String risk = browser().getCurrentUrl().replaceFirst(".*#", "");
          assertThat(find("#" + risk + " h2").getText()).endsWith(caption);
        });
  }

  @Test
  void saysWhatIsWrongWithAQueryAndWhatToTryWhereNothingIsFound() {
    open("/search?q=%22frost");
    assertThat(find("[role=alert]").getText()).contains("quote");
    browser().manage().logs().get(LogType.BROWSER); // the browser tells of the status 400
    open("/search?q=zzyzzx");
    assertThat(find(".empty").getText()).contains("Nothing found").contains("prefix");
    open("/search?q=suplier+insolvency");
    assertThat(find(".hint").getText()).contains("supplier");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void showsARiskAsFiledWithTheMarkInView(boolean scripts) {
    withScripts(
        scripts,
        () -> {
          open("/filings/" + KESTWICK_2007 + "/filed?risk=12");
          if (scripts) {
            browser().switchTo().frame(find("iframe"));
          } else {
            // Browsers do not always scroll a frame while it loads, a page they do.
            browser().findElement(By.linkText("The document by itself")).click();
          }
          assertThat(find("#caveat-mark").getText()).isNotBlank();
          // In view without being scrolled to by the driver.
          await(() -> top("#caveat-mark") >= 0 && top("#caveat-mark") < 700);
          browser().switchTo().defaultContent();
        });
  }

  private static double top(String css) {
    String script = "return arguments[0].getBoundingClientRect().top";
    return ((Number) Objects.requireNonNull(browser().executeScript(script, find(css))))
        .doubleValue();
  }

  @Test
  void aHostileFilingIsTextInThePageAndInertInTheFrame() {
    open("/search?q=peat");
    find(".hits h2 a").click();
    await(() -> browser().getCurrentUrl().contains("/filings/"));
    assertThat(find("#risk-1 h2").getText()).contains("<script>alert(1)</script>");
    open(URI.create(find("#risk-1 .facts a").getDomProperty("href")).getRawPath() + "?risk=1");
    browser().switchTo().frame(find("iframe"));
    await(() -> find("#caveat-mark").getText().contains("Marsh fires"));
    assertThat(find("body").getText()).contains("Send");
    browser().switchTo().defaultContent();
    assertThat(browser().getTitle()).doesNotContain("owned");
    // What the frame would have fetched or run is told in the console as blocked.
    assertThat(browser().manage().logs().get(LogType.BROWSER))
        .map(LogEntry::getMessage)
        .allMatch(m -> m.contains("Content Security Policy") || m.contains("sandbox"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void correctsACategoryAndTakesItBack(boolean scripts) {
    withScripts(
        scripts,
        () -> {
          String tags = "#risk-3 .tags";
          open("/filings/" + KESTWICK_2007);
          String before = find(tags + " .chip").getText();
          find(tags + " .correct summary").click();
          new Select(find(tags + " select")).selectByValue("litigation");
          find(tags + " .correct button").click();
          await(() -> find(tags + " .chip").getText().equals("Litigation"));
          assertThat(find(tags).getText()).contains("corrected by a person");
          open("/corrections");
          assertThat(find("tbody tr").getText()).contains(KESTWICK_2007 + " #3", "Litigation");
          open("/filings/" + KESTWICK_2007);
          find(tags + " form .quiet").click();
          await(() -> find(tags + " .chip").getText().equals(before));
          open("/corrections");
          assertThat(all("tbody tr")).isEmpty();
        });
  }

  @Test
  void correctsAnOutlineAndTakesItBack() {
    open("/filings/" + KESTWICK_2007);
    int risks = all("article.risk").size();
    browser().findElement(By.linkText("Correct the outline")).click();
    List<WebElement> captions = all("tr.role-caption select, tr.role-run-in select");
    assertThat(captions).hasSize(risks);
    new Select(captions.getLast()).selectByValue("body");
    find(".outline-form button").click();
    await(() -> all("article.risk").size() == risks - 1);
    open("/corrections");
    assertThat(find("tbody tr").getText()).contains(KESTWICK_2007, Integer.toString(risks - 1));
    find("tbody button").click();
    await(() -> all("article.risk").size() == risks);
  }

  @Test
  void comparesTwoFilingsAndDownloadsAWordFile() throws IOException {
    open("/filings/" + KESTWICK_2007);
    browser().findElement(By.linkText("Compare with the filing before")).click();
    await(() -> !all(".redline article").isEmpty());
    assertThat(find(".redline ins").isDisplayed()).isTrue();
    find("body").sendKeys("j");
    assertThat(find(".at").getTagName()).isIn("ins", "del");
    browser().findElement(By.partialLinkText("Word")).click();
    Path downloads = folder.resolve("downloads");
    await(() -> word(downloads) != null);
    try (ZipFile word = new ZipFile(Objects.requireNonNull(word(downloads)).toFile())) {
      assertThat(word.getEntry("word/document.xml")).isNotNull();
    }
  }

  private static @Nullable Path word(Path downloads) {
    try (var files = Files.list(downloads)) {
      return files.filter(f -> f.toString().endsWith(".docx")).findFirst().orElse(null);
    } catch (IOException e) {
      return null;
    }
  }

  @Test
  void figuresOfAReportLeadToTheirRisks() {
    open("/report?company=kestwick");
    WebElement cell = find("#categories td.n a");
    String risks = cell.getText();
    cell.click();
    await(() -> browser().getCurrentUrl().contains("/search?"));
    assertThat(browser().getCurrentUrl()).contains("company=kestwick").contains("category=");
    assertThat(find(".count").getText()).startsWith(risks + " risk");
    open("/report?company=kestwick");
    WebElement bar = find("svg a");
    assertThat(bar.getDomAttribute("href")).startsWith("/search?company=kestwick&category=");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void addsFilingsFromAnArchiveWhileTheIndexIsSearched(boolean scripts) throws IOException {
    String word = scripts ? "quagmire" : "morass";
    Path zip = folder.resolve(word + ".zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      entries.putNextEntry(new ZipEntry("fen-works_10-K_2021.htm"));
      entries.write(
          Files.readString(hostile())
              .replace("Our only barge may sink", "A " + word + " may grow")
              .getBytes(StandardCharsets.UTF_8));
      entries.putNextEntry(new ZipEntry("broken_10-K.htm"));
      entries.write(new byte[] {0, 1, 2, 3, 0, 0, 0, 9});
    }
    withScripts(
        scripts,
        () -> {
          open("/add");
          find("#filings").sendKeys(zip.toAbsolutePath().toString());
          find("#drop button").click();
          await(() -> find("h1").getText().startsWith("Done"));
          assertThat(find("#results").getText())
              .contains("added")
              .contains("broken_10-K.htm")
              .contains("binary");
          open("/search?q=" + word);
          assertThat(find(".hits h2").getText()).contains("A " + word + " may grow");
        });
  }

  @Test
  void goesByKeys() {
    Chromium.show(browser(), DESKTOP, "light");
    open("/search?q=lenders");
    find("body").sendKeys("/");
    assertThat(browser().switchTo().activeElement().getDomAttribute("name")).isEqualTo("q");
    browser().switchTo().activeElement().sendKeys(Keys.ESCAPE);
    find("body").sendKeys("jj");
    assertThat(find(".item.at h2").getText()).isEqualTo(all(".hits h2").get(1).getText());
    find("body").sendKeys("k");
    assertThat(find(".item.at h2").getText()).isEqualTo(all(".hits h2").get(0).getText());
    find("body").sendKeys("?");
    assertThat(find("#keys").isDisplayed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/search?q=lenders",
        "/search?q=zzyzzx",
        "/search?like=" + KESTWICK_2007 + "%233",
        "/filings",
        "/filings/" + KESTWICK_2007,
        "/filings/" + KESTWICK_2007 + "/filed?risk=3",
        "/filings/" + KESTWICK_2007 + "/outline",
        "/company?cik=9900002",
        "/compare",
        "/compare?old=Kestwick+2006&new=Kestwick+2007",
        "/report",
        "/report?all=true",
        "/corrections",
        "/add"
      })
  void canBeReadByAllOnAnyScreen(String path) {
    // Each width and each scheme once: colors do not depend on the width.
    check(path, DESKTOP, "dark");
    check(path, PHONE, "light");
  }

  private static void check(String path, int width, String scheme) {
    Chromium.show(browser(), width, scheme);
    open(path);
    String as = path + " at " + width + ", " + scheme;
    assertThat((Long) browser().executeScript("return document.documentElement.scrollWidth"))
        .as(as)
        .isLessThanOrEqualTo(width);
    assertThat(Chromium.violations(browser(), true)).as(as).isEmpty();
    assertThat(fetched()).as(as).allMatch(a -> a.startsWith(address("/")));
  }

  /** The pictures of the README; {@code docs} has smaller ones made of them. */
  @Test
  void looksLikeThePicturesInTheReadme() throws IOException {
    Path pictures = Files.createDirectories(Path.of("target", "pictures"));
    Chromium.show(browser(), DESKTOP, "light");
    for (List<String> page :
        List.of(
            List.of("search", "/search?q=lenders+OR+suppliers&form=10-K"),
            List.of("filing", "/filings/" + KESTWICK_2007 + "#risk-3"),
            List.of("compare", "/compare?old=Kestwick+2006&new=Kestwick+2007#new-2"),
            List.of("report", "/report?all=true#categories"))) {
      open(page.get(1));
      byte[] picture = browser().getScreenshotAs(OutputType.BYTES);
      assertThat(picture).hasSizeGreaterThan(20_000);
      Files.write(pictures.resolve(page.get(0) + ".png"), picture);
    }
  }

  private static List<String> fetched() {
    List<?> names =
        (List<?>)
            Objects.requireNonNull(
                browser()
                    .executeScript(
                        "return performance.getEntriesByType('resource').map(e => e.name)"));
    return names.stream().map(Object::toString).toList();
  }
}
