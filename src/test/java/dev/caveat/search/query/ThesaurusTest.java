package dev.caveat.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ThesaurusTest {
  private final Thesaurus thesaurus = Thesaurus.bundled();

  @Test
  void findsTheOthersOfAGroupBothWays() {
    assertThat(thesaurus.others("vendor")).contains("supplier");
    assertThat(thesaurus.others("supplier")).contains("vendor");
    assertThat(thesaurus.others("workforce reduction")).contains("layoff");
    assertThat(thesaurus.others("supplier")).doesNotContain("supplier");
    assertThat(thesaurus.others("zebra")).isEmpty();
  }

  @Test
  void keepsAnArrowOneWay() {
    assertThat(thesaurus.others("fedex")).contains("carrier");
    assertThat(thesaurus.others("carrier")).doesNotContain("fedex");
  }

  @Test
  void coversTheFieldWithGroupsThatSaySomething() throws IOException {
    Set<String> lines = new HashSet<>();
    try (BufferedReader data =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Thesaurus.class.getResourceAsStream("thesaurus.txt")),
                StandardCharsets.UTF_8))) {
      for (String line = data.readLine(); line != null; line = data.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          assertThat(line).as(line).containsAnyOf(",", "=>");
          assertThat(lines.add(line)).as("twice: " + line).isTrue();
        }
      }
    }
    assertThat(lines).hasSizeGreaterThan(300);
  }
}
