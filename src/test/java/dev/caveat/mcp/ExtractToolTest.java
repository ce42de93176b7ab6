package dev.caveat.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caveat.Caveat;
import dev.caveat.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractToolTest {
  private static final String NAME = "brennick-jetmark_10-K_2000.txt";

  @TempDir Path folder;
  private Path allowed;
  private Path outside;
  private Asked agent;

  @BeforeEach
  void copy() throws IOException {
    allowed = Files.createDirectory(folder.resolve("allowed"));
    outside = Files.createDirectory(folder.resolve("allowed-not"));
    Files.copy(Asked.FILINGS.resolve(NAME), allowed.resolve(NAME));
    Files.copy(Asked.FILINGS.resolve(NAME), outside.resolve(NAME));
    try (Library none = Caveat.open(folder.resolve("no-index"))) {
      agent = new Asked(none, allowed);
    }
  }

  @Test
  void readsAFileInAnAllowedFolder() throws IOException {
    for (String path : List.of(NAME, "./" + NAME, allowed.resolve(NAME).toString())) {
      JsonNode filing = agent.tool("extract", Map.of("path", path));
      assertThat(filing.path("accession").asText()).isEqualTo("0009900101-00-000017");
      assertThat(filing.path("items").size()).isEqualTo(15);
    }
    JsonNode risk = agent.tool("extract", Map.of("path", NAME, "ordinal", 5));
    assertThat(risk.path("items").get(0).path("text").asText()).startsWith("THE COMPANY DEPENDS");
    assertThat(risk.path("items").get(0).path("source").path("start").asInt()).isPositive();
    assertThat(agent.error("extract", Map.of("path", NAME, "ordinal", 16))).contains("15 risks");
  }

  @Test
  void linksAndDotsDoNotLeaveTheFolder() throws IOException {
    Files.createSymbolicLink(allowed.resolve("link.txt"), outside.resolve(NAME));
    Files.createSymbolicLink(allowed.resolve("door"), outside);
    for (String path :
        List.of(
            "link.txt",
            "door/" + NAME,
            "../allowed-not/" + NAME,
            "./../allowed-not/" + NAME,
            outside.resolve(NAME).toString(),
            allowed + "-not/" + NAME,
            "/etc/passwd",
            "/proc/self/environ",
            "../" + NAME,
            "missing.txt",
            "a\0b",
            "~/" + NAME)) {
      assertThat(agent.error("extract", Map.of("path", path)))
          .as(path)
          .startsWith("path: there is no such file in ");
    }
    assertThat(agent.error("extract", Map.of("path", "."))).contains("name one file");
    assertThat(agent.defects.toString()).isEmpty();
  }

  @Test
  void aLinkWithinTheFolderIsFollowed() throws IOException {
    Files.createSymbolicLink(allowed.resolve("same.txt"), allowed.resolve(NAME));
    assertThat(agent.tool("extract", Map.of("path", "same.txt")).path("risks").asInt())
        .isEqualTo(15);
  }

  @Test
  void whatIsNoFilingIsSaid() throws IOException {
    Files.write(allowed.resolve("picture.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2});
    assertThat(agent.error("extract", Map.of("path", "picture.png"))).isNotBlank();
    assertThat(agent.defects.toString()).isEmpty();
  }

  @Test
  void withoutAFolderThereIsNoSuchTool() throws IOException {
    try (Library none = Caveat.open(folder.resolve("no-index"))) {
      JsonNode answer =
          new Asked(none).ask("tools/call", Map.of("name", "extract", "arguments", Map.of()));
      assertThat(answer.path("error").path("code").asInt()).isEqualTo(-32602);
    }
  }
}
