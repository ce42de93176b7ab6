package dev.caveat.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CaveatExceptionTest {
  @Test
  void codesHaveStableNamesForPrograms() {
    assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::id))
        .containsExactly(
            "not-found",
            "ambiguous",
            "no-risks",
            "unreadable",
            "too-large",
            "out-of-memory",
            "stale",
            "bad-query",
            "bad-request",
            "no-index",
            "not-an-index",
            "other-schema",
            "other-taxonomy",
            "damaged-index",
            "index-in-use",
            "unwritable-index");
  }

  @Test
  void carriesItsCodeDataAndCause() {
    Map<String, String> data = new HashMap<>(Map.of("path", "a.htm"));
    Exception cause = new IllegalStateException("below");
    CaveatException e = new CaveatException(ErrorCode.TOO_LARGE, "a.htm is large", data, cause);
    data.clear();
    assertThat(e).hasMessage("a.htm is large").hasCause(cause);
    assertThat(e.code()).isEqualTo(ErrorCode.TOO_LARGE);
    assertThat(e.data()).containsOnly(Map.entry("path", "a.htm"));
    assertThatThrownBy(() -> e.data().clear()).isInstanceOf(UnsupportedOperationException.class);
  }
}
