package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NextStepsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NO_INDEX         | index=a  | create one with 'caveat index PATH...'",
        "NOT_AN_INDEX     | index=a  | choose another folder with --index",
        "OTHER_SCHEMA     | index=a  | delete the folder and run 'caveat index' again",
        "OTHER_TAXONOMY   | index=a  | choose another folder with --index, or delete this one",
        "DAMAGED_INDEX    | index=a  | 'caveat verify --index a' shows what is wrong",
        "INDEX_IN_USE     | index=a  | wait until it finishes",
        "NOT_FOUND        | kind=filing | 'caveat status --filings' lists their names",
        "NOT_FOUND        | kind=risk,filing=b | 'caveat show b' lists them",
        "NO_RISKS         | filing=b | see 'caveat show b'",
        "TOO_LARGE        | path=c   | raise the limit with --max-document",
        "STALE            | path=c,filing=c | run 'caveat index c' and try again",
        "BAD_REQUEST      | kind=no-subject | choose by --company",
      })
  void namesTheCommandOrOptionThatHelps(ErrorCode code, String data, String step) {
    Map<String, String> all = new java.util.HashMap<>();
    for (String pair : data.split(",")) {
      String[] parts = pair.split("=");
      all.put(parts[0], parts[1]);
    }
    assertThat(NextSteps.told(new CaveatException(code, "It went wrong", all)))
        .startsWith("It went wrong; " + step);
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void endsWithUsageForRequestsAndWithNothingDoneForTheRest(ErrorCode code) {
    boolean usage = code == ErrorCode.BAD_QUERY || code == ErrorCode.BAD_REQUEST;
    assertThat(NextSteps.exitCode(code)).isEqualTo(usage ? ExitCode.USAGE : ExitCode.NOTHING_DONE);
  }

  @Test
  void addsNothingWhereNothingHelps() {
    assertThat(NextSteps.told(new CaveatException(ErrorCode.BAD_QUERY, "Two\nlines", Map.of())))
        .isEqualTo("Two");
  }
}
