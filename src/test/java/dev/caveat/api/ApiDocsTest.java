package dev.caveat.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.error.ErrorCode;
import dev.caveat.http.Client;
import dev.caveat.http.ServerSettings;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide names what there is, and its examples work. */
final class ApiDocsTest {
  private static final Pattern ROW = Pattern.compile("\\| `(GET|POST|PUT|DELETE) (/\\S+)` \\|");
  private static final Pattern EXAMPLE =
      Pattern.compile("curl (?:-X (\\w+) )?\"\\$API(/[^\"]+)\"(?: -d '([^']*)'| -F file=@(\\S+))?");

  /** Codes of the server itself. */
  private static final List<String> OWN =
      List.of("token-needed", "read-only", "cross-site", "http-503");

  @TempDir Path folder;

  private static String guide() throws IOException {
    return Files.readString(Path.of("docs/api.md"));
  }

  @Test
  void listsEveryEndpoint() throws IOException {
    List<String> told = new ArrayList<>();
    Matcher row = ROW.matcher(guide());
    while (row.find()) {
      told.add(row.group(1) + " " + row.group(2));
    }
    try (Served served = Served.over(folder, ServerSettings.builder())) {
      assertThat(told)
          .containsExactlyInAnyOrderElementsOf(
              served.api.endpoints().stream().map(e -> e.method() + " " + e.path()).toList());
    }
  }

  @Test
  void itsExamplesAreAnswered() throws IOException {
    int count = 0;
    try (Served served = Served.of(folder, ServerSettings.builder())) {
      String next = served.client.json("/api/v1/filings?limit=1").get("next").asText();
      Matcher example = EXAMPLE.matcher(guide());
      while (example.find()) {
        count++;
        String path = example.group(2).replace("limit=100", "limit=1").replace("NEXT", next);
        assertThat(answer(served.client, example, path).statusCode())
            .as(example.group())
            .isEqualTo(200);
      }
    }
    assertThat(count).isGreaterThan(14);
  }

  private static HttpResponse<String> answer(Client client, Matcher example, String path)
      throws IOException {
    String body = example.group(3);
    if (example.group(4) != null) {
      body =
          "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"10-k.htm\"\r\n\r\n"
              + Files.readString(Served.FILINGS.resolve("ostrellan-imaging_10-K_2024.htm"))
              + "\r\n--b--\r\n";
      return client.send(
          "POST", Api.ROOT + path, body, "Content-Type", "multipart/form-data; boundary=b");
    }
    String method = example.group(1) != null ? example.group(1) : body == null ? "GET" : "POST";
    return client.send(method, Api.ROOT + path, body == null ? "" : body);
  }

  @Test
  void namesCodesThatThereAre() throws IOException {
    String guide = guide();
    String table = guide.substring(guide.indexOf("| status | codes |"), guide.indexOf("## Access"));
    List<String> known = new ArrayList<>(OWN);
    for (ErrorCode code : ErrorCode.values()) {
      known.add(code.id());
    }
    Matcher code = Pattern.compile("`([a-z0-9-]+)`").matcher(table);
    while (code.find()) {
      assertThat(known).contains(code.group(1));
    }
  }
}
