package dev.caveat.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caveat.http.Client;
import dev.caveat.http.ServerSettings;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API over an index that changes, or must not. */
final class ApiChangesTest {
  private static final String TOKEN = "0123456789abcdef";
  private static final String RISK = "/api/v1/filings/Ostrellan%202024/risks/1";
  private static final String SET = "{\"categories\": [\"litigation\", \"Supply chain\"]}";

  @TempDir Path folder;

  @Test
  void setsAndRemovesCategoriesAndKnowsWhatHasChanged() throws IOException {
    try (Served served = Served.of(folder, ServerSettings.builder())) {
      Client client = served.client;
      HttpResponse<String> before = client.get(RISK);
      String tag = before.headers().firstValue("ETag").orElseThrow();
      HttpResponse<String> same = client.get(RISK, "If-None-Match", tag);
      assertThat(same.statusCode()).isEqualTo(304);
      assertThat(same.body()).isEmpty();
      String search = "/api/v1/search?q=risk";
      String searched = client.get(search).headers().firstValue("ETag").orElseThrow();
      assertThat(client.get(search, "If-None-Match", searched).statusCode()).isEqualTo(304);
      assertThat(client.get(search + "s", "If-None-Match", searched).statusCode()).isEqualTo(200);

      HttpResponse<String> put = client.send("PUT", RISK + "/label", SET);
      assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
      JsonNode labeled = Client.json(put);
      assertThat(labeled.get("category").asText()).isEqualTo("litigation");
      assertThat(labeled.get("decided").asBoolean()).isTrue();
      assertThat(labeled.at("/categories/1/id").asText()).isEqualTo("supply-chain");
      assertThat(client.get(RISK, "If-None-Match", tag).body()).isEqualTo(put.body());
      assertThat(client.get(search, "If-None-Match", searched).statusCode()).isEqualTo(200);
      JsonNode labels = client.json("/api/v1/labels");
      assertThat(labels.get("total").asInt()).isEqualTo(1);
      assertThat(labels.at("/labels/0/ordinal").asInt()).isEqualTo(1);
      assertThat(labels.at("/labels/0/categories/0").asText()).isEqualTo("litigation");

      HttpResponse<String> deleted = client.send("DELETE", RISK + "/label", "");
      assertThat(deleted.body()).isEqualTo(before.body());
      assertThat(client.json("/api/v1/labels").get("labels")).isEmpty();
      for (String wrong :
          new String[] {"", "[]", "{\"categories\": []}", "{\"categories\": [\"nothing\"]}"}) {
        assertThat(client.send("PUT", RISK + "/label", wrong).statusCode()).isEqualTo(400);
      }
      assertThat(client.send("PUT", RISK + "99/label", SET).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void changesNothingWhereItIsReadOnly() throws IOException {
    try (Served served = Served.of(folder, ServerSettings.builder().readOnly(true))) {
      HttpResponse<String> put = served.client.send("PUT", RISK + "/label", SET);
      assertThat(put.statusCode()).isEqualTo(403);
      assertThat(Client.json(put).get("code").asText()).isEqualTo("read-only");
      assertThat(served.client.send("DELETE", RISK + "/label", "").statusCode()).isEqualTo(403);
      assertThat(served.client.get(RISK).statusCode()).isEqualTo(200);
      String annotated = "{\"id\": 1, \"text\": \"a\"}";
      assertThat(served.client.send("POST", "/api/v1/annotate", annotated).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void wantsATokenForAllButHealthAndItsDescription() throws IOException {
    Path nothing = folder.resolve("none");
    try (Served served = Served.over(nothing, ServerSettings.builder().token(TOKEN))) {
      for (Endpoint endpoint : served.api.endpoints()) {
        String path = Api.ROOT + endpoint.path().replace("{n}", "1").replace("{id}", "x");
        int status = served.client.send(endpoint.method().name(), path, "").statusCode();
        assertThat(status).as(path).isEqualTo(path.endsWith("/health") ? 200 : 401);
      }
      HttpResponse<String> document = served.client.get(Api.ROOT + "/openapi.json");
      assertThat(document.statusCode()).isEqualTo(200);
      assertThat(Client.json(document).at("/components/securitySchemes/token/scheme").asText())
          .isEqualTo("bearer");
      HttpResponse<String> none =
          served.client.get(Api.ROOT + "/status", "Authorization", "Bearer " + TOKEN);
      assertThat(none.statusCode()).isEqualTo(404);
      assertThat(Client.json(none).get("code").asText()).isEqualTo("no-index");
      assertThat(nothing).doesNotExist();
    }
  }
}
