package dev.caveat.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caveat.Caveat;
import dev.caveat.http.Client;
import dev.caveat.http.ServerSettings;
import dev.caveat.json.FilingJson;
import dev.caveat.json.Json;
import dev.caveat.model.RiskDisclosure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every endpoint over the invented filings. */
final class ApiTest {
  private static final String ROOT = "/api/v1";
  private static final Path ONE = Served.FILINGS.resolve("ostrellan-imaging_10-K_2024.htm");
  private static final int MAX_UPLOAD = 1 << 20;

  @TempDir static Path folder;
  private static Served served;
  private static Client client;

  @BeforeAll
  static void serve() throws IOException {
    served = Served.of(folder, ServerSettings.builder().maxUpload(MAX_UPLOAD));
    client = served.client;
  }

  @AfterAll
  static void stop() throws IOException {
    served.close();
    assertThat(served.defects()).isEmpty();
  }

  private static JsonNode get(String path) throws IOException {
    return answered(client.get(ROOT + path));
  }

  private static JsonNode answered(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Client.json(answer);
  }

  private static void refused(HttpResponse<String> answer, int status, String code, String detail) {
    JsonNode problem = Client.json(answer);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(problem.get("code").asText()).isEqualTo(code);
    assertThat(problem.get("detail").asText()).contains(detail);
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("instance").asText())
        .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
  }

  private static void refuses(String path, int status, String code, String detail)
      throws IOException {
    refused(client.get(ROOT + path), status, code, detail);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static List<String> texts(JsonNode array, String field) {
    List<String> texts = new ArrayList<>();
    array.forEach(n -> texts.add(n.get(field).asText()));
    return texts;
  }

  private static String id() throws IOException {
    return get("/filings?company=Ostrellan&year=2024&form=10-K").at("/filings/0/id").asText();
  }

  private static String json(Object value) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Json.write(out, value);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void findsRisksByWordsAndFilters() throws IOException {
    JsonNode found = get("/search?q=suppliers&company=Ostrellan&form=10-K&hits=3");
    assertThat(found.get("total").asInt()).isPositive();
    assertThat(found.get("hits")).hasSizeLessThanOrEqualTo(3);
    JsonNode hit = found.at("/hits/0");
    assertThat(hit.get("rank").asInt()).isEqualTo(1);
    assertThat(hit.at("/filing/company").asText()).isEqualTo("OSTRELLAN IMAGING, INC.");
    assertThat(hit.get("highlights").toString()).contains("<em>");
    assertThat(found.at("/facets/form").has("10-K")).isTrue();
    assertThat(get("/search?q=suppliers&facets=false").get("facets")).isEmpty();
    assertThat(get("/search?q=zyxwv").get("hits")).isEmpty();
    assertThat(get("/search?q=zyxwv").get("next").isNull()).isTrue();
  }

  @Test
  void pagesThroughAllHitsOnce() throws IOException {
    for (String query : List.of("", "q=risk", "q=risk&sort=date", "collapse=true", "latest=true")) {
      List<String> whole = hits(get("/search?hits=100&" + query).get("hits"));
      List<String> paged = new ArrayList<>();
      String cursor = "";
      int ranks = 0;
      do {
        JsonNode page = get("/search?hits=30&" + query + cursor);
        for (JsonNode hit : page.get("hits")) {
          assertThat(hit.get("rank").asInt()).isEqualTo(++ranks);
        }
        paged.addAll(hits(page.get("hits")));
        cursor = page.get("next").isNull() ? "" : "&cursor=" + page.get("next").asText();
      } while (!cursor.isEmpty());
      if (!query.startsWith("collapse")) { // which of several alike is shown depends on the depth
        assertThat(paged.subList(0, Math.min(100, paged.size()))).as(query).isEqualTo(whole);
      }
      assertThat(new HashSet<>(paged)).hasSameSizeAs(paged);
    }
  }

  private static List<String> hits(JsonNode hits) {
    List<String> names = new ArrayList<>();
    hits.forEach(h -> names.add(h.at("/filing/id").asText() + "#" + h.get("ordinal").asText()));
    return names;
  }

  @Test
  void pagesThroughAllFilingsOnce() throws IOException {
    JsonNode whole = get("/filings?limit=1000");
    assertThat(whole.get("total").asInt()).isEqualTo(Served.filings().size());
    assertThat(whole.get("next").isNull()).isTrue();
    List<String> ids = texts(whole.get("filings"), "id");
    assertThat(ids).hasSize(Served.filings().size()).isSorted();
    List<String> paged = new ArrayList<>();
    JsonNode page = get("/filings?limit=3");
    paged.addAll(texts(page.get("filings"), "id"));
    while (!page.get("next").isNull()) {
      page = get("/filings?limit=3&cursor=" + page.get("next").asText());
      paged.addAll(texts(page.get("filings"), "id"));
    }
    assertThat(paged).isEqualTo(ids);
    assertThat(get("/filings?form=10-K&company=Ostrellan").get("total").asInt()).isEqualTo(3);
    assertThat(get("/filings?status=absent").get("filings"))
        .allSatisfy(f -> assertThat(f.get("riskCount").asInt()).isZero());
  }

  @Test
  void refusesCursorsOfOtherRequests() throws IOException {
    String next = get("/search?q=risk&hits=2").get("next").asText();
    assertThat(get("/search?q=risk&hits=5&cursor=" + next).at("/hits/0/rank").asInt()).isEqualTo(3);
    refuses("/search?q=loss&hits=2&cursor=" + next, 400, "bad-request", "cursor");
    refuses("/filings?cursor=" + next, 400, "bad-request", "cursor");
    refuses("/search?q=risk&cursor=10", 400, "bad-request", "cursor");
    refuses("/search?q=risk&cursor=%00%ff", 400, "bad-request", "cursor");
  }

  @Test
  void answersWithAFilingAsExtractDoes() throws IOException {
    RiskDisclosure filing = Caveat.extract(ONE);
    String expected = json(FilingJson.of(served.library().filing(id()), true, null));
    HttpResponse<String> byId = client.get(ROOT + "/filings/" + id());
    assertThat(byId.body()).isEqualTo(expected);
    assertThat(client.get(ROOT + "/filings/Ostrellan%202024").body()).isEqualTo(expected);
    JsonNode risks = Client.json(byId).get("risks");
    assertThat(texts(risks, "heading"))
        .isEqualTo(filing.section().risks().stream().map(r -> r.heading()).toList());
    JsonNode captions = get("/filings/" + id() + "/risks");
    assertThat(texts(captions.get("risks"), "heading")).isEqualTo(texts(risks, "heading"));
    JsonNode risk = get("/filings/" + id() + "/risks/2");
    assertThat(risk.at("/filing/id").asText()).isEqualTo(id());
    assertThat(risk.get("text")).isEqualTo(risks.at("/1/text"));
    assertThat(risk.get("entities")).isEqualTo(risks.at("/1/entities"));
  }

  @Test
  void findsSimilarRisks() throws IOException {
    JsonNode similar = get("/filings/" + id() + "/risks/1/similar?form=10-K&hits=5");
    assertThat(similar.get("hits")).isNotEmpty();
    assertThat(hits(similar.get("hits"))).doesNotContain(id() + "#1");
    assertThat(get("/search?like=" + id() + "%231&form=10-K&hits=5").get("hits"))
        .isEqualTo(similar.get("hits"));
  }

  @Test
  void countsWhatRisksName() throws IOException {
    JsonNode all = get("/entities?most=3");
    assertThat(texts(all.get("types"), "type")).contains("regulator", "date", "money");
    JsonNode regulators = all.at("/types/0");
    assertThat(regulators.get("entities")).hasSizeLessThanOrEqualTo(3);
    JsonNode most = regulators.at("/entities/0");
    JsonNode found = get("/search?hits=100&regulator=" + encoded(most.get("value").asText()));
    assertThat(found.get("total").asInt()).isEqualTo(most.get("risks").asInt());
    assertThat(hits(found.get("hits")))
        .contains(most.get("filing").asText() + "#" + most.get("ordinal").asText());
    JsonNode own = get("/filings/" + id() + "/entities");
    assertThat(own.at("/types/0/distinct").asInt())
        .isLessThanOrEqualTo(regulators.get("distinct").asInt());
    assertThat(get("/entities?company=nobody").get("types")).isEmpty();
    refuses("/entities?most=0", 400, "bad-request", "most: expected a number from 1 to 1000");
  }

  @Test
  void comparesIndexedFilings() throws IOException {
    JsonNode changes = get("/compare?old=Ostrellan+2022&new=Ostrellan+2024");
    assertThat(changes.at("/old/fiscalYear").asInt()).isEqualTo(2022);
    assertThat(changes.at("/new/fiscalYear").asInt()).isEqualTo(2024);
    assertThat(texts(changes.get("changes"), "kind")).contains("modified");
    refuses("/compare?old=Ostrellan+2022", 400, "bad-request", "new: name a filing");
    refuses("/compare?old=Ostrellan+2022&new=Nobody+2024", 404, "not-found", "Nobody 2024");
  }

  /** A name that is a file of this machine, and no filing of the index, is not read. */
  @Test
  void readsNoFilesOfTheMachine() throws IOException {
    Path outside = folder.resolve("10-k.htm");
    Files.copy(ONE, outside);
    for (String name : List.of(outside.toString(), "pom.xml", "-")) {
      String file = encoded(name);
      for (String path :
          List.of(
              "/compare?old=Ostrellan+2022&new=" + file,
              "/compare?old=" + file + "&new=Ostrellan+2022",
              "/report?filing=" + file + "&peer=sic",
              "/report?filing=Ostrellan+2024&before=" + file,
              "/search?like=" + file + "%231",
              "/filings/" + file + "/risks")) {
        HttpResponse<String> answer = client.get(ROOT + path);
        assertThat(answer.statusCode()).as(path + answer.body()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("root:").doesNotContain("<project");
      }
      JsonNode peers = get("/report?filing=Ostrellan+2024&peer=" + file);
      assertThat(peers.get("sources").toString()).doesNotContain("\"Files\"");
    }
  }

  @Test
  void measuresPairsPageByPage() throws IOException {
    JsonNode whole = get("/measures?form=10-K&company=Ostrellan");
    int total = whole.get("total").asInt();
    assertThat(whole.get("pairs")).hasSize(total).hasSize(2);
    List<JsonNode> paged = new ArrayList<>();
    JsonNode page = get("/measures?form=10-K&company=Ostrellan&limit=1");
    page.get("pairs").forEach(paged::add);
    while (!page.get("next").isNull()) {
      page =
          get("/measures?form=10-K&company=Ostrellan&limit=1&cursor=" + page.get("next").asText());
      page.get("pairs").forEach(paged::add);
    }
    assertThat(paged).containsExactlyElementsOf(whole.get("pairs"));
    JsonNode own = get("/measures?company=Ostrellan&year=2024");
    assertThat(own.at("/pairs/0/newPeriod").asText()).startsWith("2024");
    JsonNode compared = get("/compare?old=Ostrellan+2023&new=Ostrellan+2024");
    assertThat(own.at("/pairs/0/cosine").asDouble())
        .isEqualTo(compared.at("/measures/cosine").asDouble());
  }

  @Test
  void reports() throws IOException {
    JsonNode one = get("/report?filing=Ostrellan+2024");
    assertThat(one.get("title").asText()).containsIgnoringCase("Ostrellan");
    assertThat(one.get("figures")).isNotEmpty();
    JsonNode all = get("/report");
    assertThat(all.get("sources").toString()).contains(Served.filings().size() + " filings");
    assertThat(all.properties()).hasSizeGreaterThan(7);
    refuses("/report?company=nobody", 404, "not-found", "no filing");
    refuses("/report?filing=Ostrellan+2024&form=10-K", 400, "bad-request", "filters");
  }

  @Test
  void tellsWhatTheIndexHolds() throws IOException {
    JsonNode status = get("/status");
    assertThat(status.get("filings").asInt()).isEqualTo(Served.filings().size());
    assertThat(status.at("/byForm/10-K").asInt()).isEqualTo(10);
    assertThat(get("/status?form=10-K").get("filings").asInt()).isEqualTo(10);
    JsonNode taxonomy = get("/taxonomy");
    assertThat(taxonomy.get("families")).isNotEmpty();
    assertThat(taxonomy.at("/families/0/categories/0/id").asText()).isNotEmpty();
    assertThat(get("/health").toString()).isEqualTo("{\"status\":\"ok\"}");
  }

  @Test
  void annotatesAndClassifiesTexts() throws IOException {
    JsonNode one =
        answered(
            client.send(
                "POST",
                ROOT + "/annotate",
                "{\"id\": \"a\", \"text\": \"The SEC fined us $5 million.\"}"));
    assertThat(one.at("/texts/0/id").asText()).isEqualTo("a");
    assertThat(texts(one.at("/texts/0/entities"), "text")).containsExactly("SEC", "$5 million");
    assertThat(one.at("/texts/0/sentences").toString()).isEqualTo("[[0,28]]");
    JsonNode two =
        answered(
            client.send(
                "POST",
                ROOT + "/classify",
                "[{\"id\": 1, \"heading\": \"Tariffs\", \"text\": \"Tariffs\\n\\nTariffs may rise.\"},"
                    + "{\"id\": 2, \"text\": \"We depend on one supplier of lenses.\"}]"));
    assertThat(texts(two.get("texts"), "id")).containsExactly("1", "2");
    assertThat(texts(two.get("texts"), "category"))
        .containsExactly("international", "supply-chain");
  }

  @Test
  void refusesBodiesThatDoNotFit() throws IOException {
    for (String body :
        List.of(
            "",
            "null",
            "[null]",
            "5",
            "{",
            "{\"id\": 1}",
            "{\"id\": 1, \"text\": null}",
            "{\"id\": 1, \"text\": {}}",
            "{\"id\": 1, \"text\": \"a\", \"more\": 2}",
            "{\"id\": 1, \"text\": \"a\"} {}",
            "[".repeat(100_000))) {
      HttpResponse<String> answer = client.send("POST", ROOT + "/annotate", body);
      refused(answer, 400, "bad-request", "the body ");
      assertThat(answer.body()).hasSizeLessThan(700).doesNotContain("dev.caveat");
    }
    refused(
        client.send(
            "POST", ROOT + "/annotate", "{\"id\": 1, \"text\": \"" + "a ".repeat(600_000) + "\"}"),
        413,
        "too-large",
        "1000000 characters");
    assertThat(announced("/annotate", 5 << 20, "X: x", "")).startsWith("HTTP/1.1 413 ");
    JsonNode half =
        answered(
            client.send(
                "POST", ROOT + "/annotate", "{\"id\": \"\\ud800\", \"text\": \"a\\udc00b\"}"));
    assertThat(half.at("/texts/0/id").asText()).isEqualTo("\uFFFD");
  }

  @Test
  void extractsWhatIsSentAndKeepsNothing() throws IOException {
    int before = get("/status").get("filings").asInt();
    byte[] bytes = Files.readAllBytes(ONE);
    String expected = json(FilingJson.of(Caveat.extract(ONE), true, null));
    HttpResponse<String> sent =
        client.send(
            client
                .to(ROOT + "/extract?name=" + encoded(ONE.toString()))
                .POST(BodyPublishers.ofByteArray(bytes)));
    assertThat(sent.body()).isEqualTo(expected);
    HttpResponse<String> form = form("a/../b.htm", bytes);
    assertThat(Client.json(form).get("path").asText()).isEqualTo("a/../b.htm");
    assertThat(Client.json(form).get("risks")).isEqualTo(Client.json(sent).get("risks"));
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(archive)) {
      zip.putNextEntry(new ZipEntry("10-k.htm"));
      zip.write(bytes);
    }
    HttpResponse<String> zipped = form("all.zip", archive.toByteArray());
    assertThat(Client.json(zipped).get("path").asText()).isEqualTo("all.zip!10-k.htm");
    assertThat(get("/status").get("filings").asInt()).isEqualTo(before);
  }

  @Test
  void refusesUploadsThatAreNoFilingOrTooLarge() throws IOException {
    byte[] noise = "\u007fELF\u0001\u0000\u0000".repeat(90).getBytes(StandardCharsets.UTF_8);
    refused(form("noise.htm", noise), 422, "unreadable", "noise.htm: ");
    assertThat(form("noise.htm", noise).body()).doesNotContain("caveat-");
    assertThat(announced("/extract", MAX_UPLOAD + 1, "X: x", ""))
        .startsWith("HTTP/1.1 413 ")
        .contains("at most 1048576 bytes");
    byte[] large = new byte[MAX_UPLOAD + 1];
    refused(
        client.send(
            client
                .to(ROOT + "/extract")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))),
        413,
        "too-large",
        "at most 1048576 bytes");
    assertThat(form("large.htm", large).statusCode()).isEqualTo(413);
    for (String type : List.of("multipart/form-data", "multipart/form-data; boundary=b")) {
      assertThat(announced("/extract", 4, "Content-Type: " + type, "--b\r"))
          .startsWith("HTTP/1.1 400 ");
    }
    refused(client.send("POST", ROOT + "/extract", ""), 422, "unreadable", "upload: ");
    try (var left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertThat(left.map(p -> p.getFileName().toString()))
          .noneMatch(n -> n.startsWith("caveat-") && n.endsWith("noise.htm"));
    }
  }

  /** The answer to a body of which less may be sent than is said. */
  private static String announced(String path, int length, String header, String body)
      throws IOException {
    return client.raw(
        "POST %s%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(ROOT, path, header, length, body));
  }

  private static HttpResponse<String> form(String name, byte[] file) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        ("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(file);
    body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
    return client.send(
        client
            .to(ROOT + "/extract")
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  @Test
  void refusesWhatItDoesNotKnow() throws IOException {
    refuses("/search?qq=tariffs", 400, "bad-request", "did you mean q?");
    refuses("/search?q=(tariffs", 400, "bad-query", "");
    refuses("/search?hits=101", 400, "bad-request", "hits: expected a number from 1 to 100");
    refuses("/search?category=supply-chian", 400, "bad-request", "supply-chain");
    refuses("/search?money=lots", 400, "bad-request", "money");
    refuses("/search?q=a&q=b", 400, "bad-request", "q: give one value");
    refuses("/filings?year=1", 400, "bad-request", "year");
    refuses("/filings?status=gone", 400, "bad-request", "no-material-changes");
    refuses("/filings/nothing", 404, "not-found", "nothing");
    refuses("/filings/Ostrellan%202024/risks/999", 404, "not-found", "no #999");
    refuses("/filings/Ostrellan%202024/risks/x", 404, "not-found", "no #x");
    refuses("/nowhere", 404, "http-404", "");
    assertThat(client.send("DELETE", ROOT + "/search", "").statusCode()).isEqualTo(405);
    assertThat(get("/search?text=" + "a".repeat(15_000)).get("hits")).isEmpty();
  }
}
