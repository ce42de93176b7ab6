package dev.caveat.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What clients send, as records. */
final class JsonInputTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void refuses(String json, String message) {
    assertThatThrownBy(() -> JsonInput.list(bytes(json), GivenText.class))
        .isInstanceOfSatisfying(
            CaveatException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_REQUEST))
        .hasMessage(message);
  }

  @Test
  void readsOneObjectOrMany() {
    GivenText one = new GivenText("1", null, "a");
    assertThat(JsonInput.list(bytes("{\"id\": 1, \"text\": \"a\"}"), GivenText.class))
        .containsExactly(one);
    assertThat(
            JsonInput.list(
                bytes(
                    "[{\"id\": 1, \"text\": \"a\"}, {\"id\": 2, \"heading\": \"b\", \"text\": \"\"}]"),
                GivenText.class))
        .containsExactly(one, new GivenText("2", "b", ""));
    assertThat(JsonInput.one(bytes("{\"categories\": [\"a\"]}"), GivenCategories.class))
        .isEqualTo(new GivenCategories(List.of("a")));
  }

  @Test
  void saysWhatIsExpectedAndWhereItDoesNotFit() {
    String form = "; expected {\"id\", \"heading\", \"text\"}";
    refuses("{\"id\": 1}", "the body does not fit at text" + form);
    refuses("[{\"id\": 1, \"txt\": 2}]", "the body does not fit at [0] txt" + form);
    refuses("null", "the body does not fit" + form);
    refuses(
        "{\"id\": \u00e9}",
        "the body is not JSON: Unrecognized token '\u00e9': was expecting"
            + " (JSON String, Number, Array, Object or token 'null', 'true' or 'false')");
    assertThatThrownBy(
            () -> JsonInput.one(bytes("{\"categories\": [null]}"), GivenCategories.class))
        .hasMessage("the body does not fit at categories; expected {\"categories\"}");
    assertThatThrownBy(() -> JsonInput.one(bytes("[]"), GivenCategories.class))
        .hasMessage("expected one object {\"categories\"}, not 0");
  }

  @Test
  void takesHalfAPairOfSurrogatesForNoCharacter() {
    String json = "{\"id\": \"\\ud83d\\ude00\", \"text\": \"a\\ud800b\\udc00\"}";
    assertThat(JsonInput.list(bytes(json), GivenText.class))
        .containsExactly(new GivenText("\uD83D\uDE00", null, "a\uFFFDb\uFFFD"));
  }
}
