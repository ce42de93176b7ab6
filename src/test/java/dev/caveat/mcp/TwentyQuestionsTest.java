package dev.caveat.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caveat.Library;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The questions of {@code docs/agents.md} are answered by the calls that stand below them. */
class TwentyQuestionsTest {
  private static final Pattern QUESTION =
      Pattern.compile(
          "### (\\d+)\\. .+\\R\\R```json\\R(.+?)```\\R.+?((?:^> .*\\R)+)\\R`(.+)#(\\d+)` in `(.+)`",
          Pattern.DOTALL | Pattern.MULTILINE);

  private static final Pattern END = Pattern.compile("(?=^### \\d+\\. )", Pattern.MULTILINE);

  @Test
  void eachQuotationIsInItsFilingByteForByte() throws IOException {
    String document = Files.readString(Path.of("docs/agents.md"));
    List<String> questions = new ArrayList<>(List.of(END.split(document)));
    questions.removeFirst();
    assertThat(questions).hasSize(20);
    try (Library library = Asked.library()) {
      Asked agent = new Asked(library);
      for (String question : questions) {
        Matcher m = QUESTION.matcher(question);
        assertThat(m.find()).as(question).isTrue();
        check(agent, library, m);
      }
      assertThat(agent.defects.toString()).isEmpty();
    }
  }

  private static void check(Asked agent, Library library, Matcher question) throws IOException {
    String words =
        question
            .group(3)
            .lines()
            .map(l -> l.substring(Words.QUOTED.length()))
            .collect(Collectors.joining("\n"));
    int ordinal = Integer.parseInt(question.group(5));
    String about = "question " + question.group(1);
    List<JsonNode> answers = new ArrayList<>();
    for (String call : question.group(2).lines().toList()) {
      JsonNode parsed = Asked.JSON.readTree(call);
      answers.add(
          agent.tool(
              parsed.path("name").asText(),
              Asked.JSON.convertValue(parsed.path("arguments"), Object.class)));
    }
    JsonNode read = answers.getLast();
    String id = read.path("filing").path("id").asText();
    assertThat(names(answers.getFirst(), id, ordinal)).as(about + " is answered").isTrue();
    JsonNode quote = read.path("quote");
    assertThat(quote.path("verbatim").asBoolean()).as(about).isTrue();
    assertThat(quote.path("quote").path("filing").asText()).isEqualTo(id);
    assertThat(quote.path("quote").path("ordinal").asInt()).as(about).isEqualTo(ordinal);
    if (question.group(4).matches("[\\d-]+")) {
      assertThat(read.path("filing").path("accession").asText()).isEqualTo(question.group(4));
    }

    JsonNode source = quote.path("quote").path("source");
    String filed = library.document(id, source.path("document").asInt()).text();
    assertThat(filed.substring(source.path("start").asInt(), source.path("end").asInt()))
        .as(about)
        .isEqualTo(words);
    byte[] file = Files.readAllBytes(Asked.FILINGS.resolve(question.group(6)));
    assertThat(read.path("filing").path("path").asText()).endsWith(question.group(6));
    assertThat(new String(file, StandardCharsets.ISO_8859_1))
        .as(about)
        .contains(new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
  }

  /** Whether an answer names a risk, in any of the shapes in which answers do. */
  private static boolean names(JsonNode node, String id, int ordinal) {
    boolean filing =
        node.path("filing").asText().equals(id)
            || node.path("filing").path("id").asText().equals(id);
    if (filing && node.path("ordinal").asInt() == ordinal) {
      return true;
    }
    for (JsonNode child : node) {
      if (names(child, id, ordinal)) {
        return true;
      }
    }
    return false;
  }
}
