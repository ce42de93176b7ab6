package dev.caveat.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.Caveat;
import dev.caveat.Library;
import dev.caveat.http.Server;
import dev.caveat.http.ServerSettings;
import java.io.IOException;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages as a client without a browser gets them. */
final class SiteTest {
  private static final Path FILINGS = Path.of("corpora", "filings");
  private static final Path ONE = FILINGS.resolve("ostrellan-imaging_10-K_2024.htm");

  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  @TempDir Path folder;

  private interface Visit {
    void to(String address) throws IOException, InterruptedException;
  }

  private void serve(ServerSettings.Builder settings, Visit visit)
      throws IOException, InterruptedException {
    ServerSettings set = settings.port(0).build();
    try (Library library = Caveat.open(folder.resolve("index"));
        Site site = new Site(library, set, FILINGS);
        Server server = Server.start(set, site.problemPage(), System.err, List.of(site))) {
      site.resume();
      visit.to(server.address().replaceAll("/$", ""));
    }
  }

  private HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return client.send(request(address).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String address, String form)
      throws IOException, InterruptedException {
    return client.send(
        request(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String address) {
    return HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html");
  }

  private void index(Path... filings) throws IOException {
    try (Library library = Caveat.open(folder.resolve("index"))) {
      library.index(List.of(filings), input -> {});
    }
  }

  @Test
  void offersTheBundledFilingsWhereNothingIsIndexed() throws Exception {
    serve(
        ServerSettings.builder(),
        address -> {
          assertThat(get(address + "/").body())
              .contains("Nothing has been indexed yet")
              .contains("action=\"/add/examples\"");
          HttpResponse<String> search = get(address + "/search?q=frost");
          assertThat(search.statusCode()).isEqualTo(404);
          assertThat(search.body()).contains("Nothing has been indexed yet");
          String lot = post(address + "/add/examples", "").uri().toString();
          while (!get(lot).body().contains("Done: ")) {
            Thread.sleep(100);
          }
          assertThat(get(address + "/").body()).contains("17 filings");
        });
  }

  @Test
  void tellsWhatIsWrongWithAnAddress() throws Exception {
    index(ONE);
    serve(
        ServerSettings.builder(),
        address -> {
          HttpResponse<String> misspelt = get(address + "/search?compny=apple");
          assertThat(misspelt.statusCode()).isEqualTo(400);
          assertThat(misspelt.body()).contains("did you mean company?");
          HttpResponse<String> nowhere = get(address + "/nowhere");
          assertThat(nowhere.statusCode()).isEqualTo(404);
          assertThat(nowhere.body()).contains("<h1>Not found</h1>");
          HttpResponse<String> filing = get(address + "/filings/" + enc("<script>x</script>"));
          assertThat(filing.statusCode()).isEqualTo(404);
          assertThat(filing.body())
              .contains("&lt;script&gt;x&lt;/script&gt;")
              .doesNotContain("<script>x");
        });
  }

  @Test
  void neverReadsAFileThatIsNotInTheIndex() throws Exception {
    index(ONE);
    Path other = FILINGS.resolve("kestwick-farm-markets_10-K_2007.txt").toAbsolutePath();
    serve(
        ServerSettings.builder(),
        address -> {
          String name = enc(other.toString());
          for (String path :
              List.of(
                  "/compare?old=" + name + "&new=" + name,
                  "/compare/file?format=json&old=" + name + "&new=" + name,
                  "/report?filing=" + name,
                  "/report?company=ostrellan&peer=" + name,
                  "/report/file?format=json&filing=" + name)) {
            HttpResponse<String> answer = get(address + path);
            assertThat(answer.body())
                .as(path)
                .doesNotContain("Kestwick")
                .doesNotContain("KESTWICK");
          }
        });
  }

  @Test
  void changesNothingWhereItIsReadOnly() throws Exception {
    index(ONE);
    serve(
        ServerSettings.builder().readOnly(true),
        address -> {
          String filing = get(address + "/search.json").body().replaceFirst(".*?\"id\":\"", "");
          String id = filing.substring(0, filing.indexOf('"'));
          assertThat(get(address + "/filings/" + id).body())
              .doesNotContain("<form method=\"post\"");
          for (String path :
              List.of(
                  "/filings/" + id + "/risks/1/label",
                  "/filings/" + id + "/outline",
                  "/filings/" + id + "/outline/reset",
                  "/add",
                  "/add/examples")) {
            assertThat(post(address + path, "category=litigation").statusCode())
                .as(path)
                .isEqualTo(403);
          }
        });
  }

  @Test
  void asksForTheTokenOnceAndKeepsItInACookie() throws Exception {
    index(ONE);
    String token = "a-token-for-tests-only";
    serve(
        ServerSettings.builder().token(token),
        address -> {
          HttpResponse<String> before = get(address + "/search?q=suppliers");
          assertThat(before.statusCode()).isEqualTo(401);
          assertThat(before.body()).contains("action=\"/sign-in\"").doesNotContain(token);
          assertThat(post(address + "/sign-in", "token=wrong").statusCode()).isEqualTo(401);
          HttpResponse<String> after = post(address + "/sign-in", "token=" + token);
          assertThat(after.statusCode()).isEqualTo(200);
          assertThat(after.previousResponse().orElseThrow().headers().firstValue("Set-Cookie"))
              .hasValueSatisfying(c -> assertThat(c).contains("HttpOnly", "SameSite=Strict"));
          assertThat(get(address + "/search?q=suppliers").statusCode()).isEqualTo(200);
        });
  }

  @Test
  void goesOnWithFilesThatWereAddedBeforeItEnded() throws Exception {
    Path kept = Files.createDirectories(folder.resolve("index.filings").resolve("lot"));
    Files.copy(ONE, kept.resolve("filing.htm"));
    Path mark = Files.createFile(kept.resolve(".unfinished"));
    serve(
        ServerSettings.builder(),
        address -> {
          while (Files.exists(mark)) {
            Thread.sleep(50);
          }
          assertThat(get(address + "/").body()).contains("risks in 1 filing<");
        });
  }

  @Test
  void keepsAFileUnderAHarmlessName() throws Exception {
    serve(
        ServerSettings.builder(),
        address -> {
          String body =
              "--b\r\nContent-Disposition: form-data; name=\"filings\";"
                  + " filename=\"../../..\\\\etc/x;rm -rf $HOME<b>.htm\"\r\n\r\n"
                  + Files.readString(ONE)
                  + "\r\n--b--\r\n";
          HttpResponse<String> answer =
              client.send(
                  request(address + "/add")
                      .header("Content-Type", "multipart/form-data; boundary=b")
                      .POST(BodyPublishers.ofString(body))
                      .build(),
                  BodyHandlers.ofString());
          assertThat(answer.statusCode()).isEqualTo(200);
          try (var kept = Files.walk(folder)) {
            assertThat(kept.filter(f -> f.toString().endsWith(".htm")))
                .singleElement()
                .satisfies(
                    f -> {
                      assertThat(f.getParent().getParent())
                          .isEqualTo(folder.toAbsolutePath().resolve("index.filings"));
                      assertThat(f.getFileName().toString()).matches("[A-Za-z0-9._-]+");
                    });
          }
        });
  }

  private static String enc(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void goesOnWhereTheIndexIsDeletedDamagedOrReplaced() throws Exception {
    index(ONE);
    Path kept = folder.resolve("kept");
    copy(folder.resolve("index"), kept);
    serve(
        ServerSettings.builder(),
        address -> {
          assertThat(get(address + "/search").statusCode()).isEqualTo(200);
          delete(folder.resolve("index"));
          assertThat(get(address + "/").body()).contains("Nothing has been indexed yet");
          assertThat(get(address + "/search").statusCode()).isEqualTo(404);
          Files.writeString(
              Files.createDirectory(folder.resolve("index")).resolve("segments_9"), "x");
          assertThat(get(address + "/search").statusCode()).isEqualTo(503);
          delete(folder.resolve("index"));
          copy(kept, folder.resolve("index"));
          assertThat(get(address + "/search").statusCode()).isEqualTo(200);
          for (Path file : files(folder.resolve("index"))) {
            Files.write(file, new byte[3]);
          }
          assertThat(get(address + "/search?q=frost").statusCode()).isEqualTo(503);
          delete(folder.resolve("index"));
          copy(kept, folder.resolve("index"));
          assertThat(get(address + "/search").statusCode()).isEqualTo(200);
        });
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectory(to);
    for (Path file : files(from)) {
      Files.copy(file, to.resolve(file.getFileName()));
    }
  }

  private static void delete(Path folder) throws IOException {
    for (Path file : files(folder)) {
      Files.delete(file);
    }
    Files.delete(folder);
  }

  private HttpResponse<String> send(String address, String type, String body)
      throws IOException, InterruptedException {
    return client.send(
        request(address).header("Content-Type", type).POST(BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  private static String part(String name, String content) {
    return "--b\r\nContent-Disposition: form-data; name=\"filings\"; filename=\""
        + name
        + "\"\r\n\r\n"
        + content
        + "\r\n";
  }

  @Test
  void tellsWhatIsWrongWithAnUpload() throws Exception {
    serve(
        ServerSettings.builder().maxUpload(1 << 20),
        address -> {
          String add = address + "/add";
          String form = "multipart/form-data; boundary=b";
          assertThat(send(add, "multipart/form-data", "x").statusCode()).isEqualTo(400);
          assertThat(send(add, form, "--b\r\nnothing").statusCode()).isEqualTo(400);
          assertThat(send(add, form, part("", "") + "--b--").body())
              .contains("choose at least one file");
          HttpResponse<String> large =
              send(add, form, part("large.htm", "x".repeat(2 << 20)) + "--b--");
          assertThat(large.statusCode()).isEqualTo(413);
          assertThat(large.body()).contains("at most 1 MB can be sent at once");
          HttpResponse<String> many = send(add, form, part("one.htm", "x").repeat(1_001) + "--b--");
          assertThat(many.statusCode()).isEqualTo(413);
          assertThat(many.body()).contains("at most 1000 files can be sent at once");
          assertThat(folder.resolve("index.filings")).doesNotExist();
        });
  }

  @Test
  void takesFilesOfAnyName() throws Exception {
    serve(
        ServerSettings.builder(),
        address -> {
          String body =
              part("3-a.htm", "first")
                  + part("a.htm", "second")
                  + part("a.htm", "third")
                  + part("../../" + "x".repeat(300) + ".htm", "fourth")
                  + part("empty.htm", "")
                  + "--b--";
          HttpResponse<String> lot =
              send(address + "/add", "multipart/form-data; boundary=b", body);
          assertThat(lot.statusCode()).isEqualTo(200);
          while (!get(lot.uri().toString()).body().contains("Done: 5 files")) {
            Thread.sleep(50);
          }
          assertThat(get(lot.uri().toString()).body()).contains("empty.htm");
          assertThat(files(files(folder.resolve("index.filings")).getFirst()))
              .extracting(f -> f.getFileName().toString())
              .contains("3-a.htm", "a.htm", "2-a.htm", "empty.htm")
              .allMatch(name -> name.length() <= 200);
        });
  }

  @Test
  void leavesThreadsForReadersWhereManyClientsSendSlowly() throws Exception {
    index(ONE);
    serve(
        ServerSettings.builder(),
        address -> {
          URI server = URI.create(address);
          List<Socket> slow = new ArrayList<>();
          for (int i = 0; i < 60; i++) {
            Socket socket = new Socket(server.getHost(), server.getPort());
            socket
                .getOutputStream()
                .write(
                    ("POST /add HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999\r\n"
                            + "Content-Type: multipart/form-data; boundary=b\r\n\r\n--b")
                        .getBytes(StandardCharsets.US_ASCII));
            slow.add(socket);
          }
          HttpResponse<String> read =
              client.send(
                  request(address + "/search").timeout(Duration.ofSeconds(20)).build(),
                  BodyHandlers.ofString());
          assertThat(read.statusCode()).isEqualTo(200);
          for (Socket socket : slow) {
            socket.close();
          }
        });
  }
}
