package dev.caveat.cli;

import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import dev.caveat.pipeline.Outcome;
import java.nio.file.Path;
import java.util.Map;

/** What the command line makes of errors: its exit codes, and which command or option helps. */
final class NextSteps {
  private NextSteps() {}

  /** The exit code of an error. */
  static int exitCode(ErrorCode code) {
    return switch (code) {
      case BAD_QUERY, BAD_REQUEST -> ExitCode.USAGE;
      default -> ExitCode.NOTHING_DONE;
    };
  }

  /** An error's message in one line, with what to do about it. */
  static String told(CaveatException e) {
    String step = step(e.code(), e.data());
    return e.getMessage().lines().findFirst().orElse("") + (step.isEmpty() ? "" : "; " + step);
  }

  /** Why an input failed, with what to do about it. */
  static String told(Outcome.Failed failure) {
    String step = step(failure.code(), Map.of());
    return failure.reason() + (step.isEmpty() ? "" : "; " + step);
  }

  /** What helps where memory ran out, whether with one input or with the whole program. */
  static String forMemory() {
    return step(ErrorCode.OUT_OF_MEMORY, Map.of());
  }

  private static String step(ErrorCode code, Map<String, String> data) {
    String index = data.getOrDefault("index", "");
    String filing = data.getOrDefault("filing", "");
    return switch (code) {
      case NO_INDEX ->
          "create one with 'caveat index PATH...', or give another folder with --index";
      case NOT_AN_INDEX -> "choose another folder with --index";
      case OTHER_SCHEMA -> "delete the folder and run 'caveat index' again";
      case OTHER_TAXONOMY -> "choose another folder with --index, or delete this one";
      case DAMAGED_INDEX ->
          "'caveat verify --index " + index + "' shows what is wrong and what to do";
      case INDEX_IN_USE -> "wait until it finishes, or choose another folder with --index";
      case NOT_FOUND ->
          switch (data.getOrDefault("kind", "")) {
            case "filing" ->
                "'caveat status --filings"
                    + (index.isEmpty() ? "" : IndexOption.hint(Path.of(index)))
                    + "' lists their names";
            case "risk" -> "'caveat show " + filing + "' lists them";
            default -> "";
          };
      case NO_RISKS -> filing.isEmpty() ? "" : "see 'caveat show " + filing + "'";
      case TOO_LARGE -> "raise the limit with --max-document";
      case OUT_OF_MEMORY -> "for more, set CAVEAT_JAVA_OPTS=-Xmx4g, for example";
      case STALE -> filing.isEmpty() ? "" : "run 'caveat index " + filing + "' and try again";
      case BAD_REQUEST ->
          switch (data.getOrDefault("kind", "")) {
            case "no-subject" -> "choose by --company, --sic, --form, --year and others, or --all";
            case "two-subjects" -> "--peers takes company names and sic:36*";
            case "before-several" -> "give --before with one FILING";
            default -> "";
          };
      case AMBIGUOUS, UNREADABLE, BAD_QUERY, UNWRITABLE_INDEX -> "";
    };
  }
}
