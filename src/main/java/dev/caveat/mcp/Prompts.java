package dev.caveat.mcp;

import dev.caveat.library.Nearest;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The usual jobs, worded for an agent. */
final class Prompts {
  private static final int MAX_LENGTH = 10_000;

  private static final String CITE =
      " Cite every statement as FILING#N, and quote only words that read_risk has confirmed with"
          + " its argument quote. Say which of the filings you used are doubtful, and why.";

  /**
   * A job.
   *
   * @param text what to do; {@code {name}} stands for an argument, and a sentence in square
   *     brackets is left out if its argument is not given
   */
  record Job(String name, String title, String description, List<Blank> blanks, String text) {}

  /** An argument of a job. */
  record Blank(String name, String description, boolean required) {}

  static final List<Job> JOBS =
      List.of(
          new Job(
              "compare_years",
              "Compare two years",
              "What changed in a company's risk factors, and what matters about it.",
              List.of(
                  new Blank("company", "Ticker, CIK or name.", true),
                  new Blank("old", "The earlier fiscal year.", false),
                  new Blank("new", "The later fiscal year.", false)),
              "Tell me what changed in the risk factors of {company}.[ The earlier year is {old}.][ The"
                  + " later year is {new}.] With two years, call compare for the filings named \""
                  + "COMPANY YEAR\"; otherwise call what_changed. Go through the changes by weight,"
                  + " and follow the cursor until all are seen. Report first what is new and what is"
                  + " gone, then changed facts (amounts, dates, names, events that have happened),"
                  + " then wording. Leave out what is only cosmetic."),
          new Job(
              "find_topic",
              "Find a topic across companies",
              "Who says what about a topic.",
              List.of(
                  new Blank("topic", "What to look for, in a few words.", true),
                  new Blank("years", "Such as 2023 or 2019-2023.", false),
                  new Blank("form", "Form type, such as 10-K.", false)),
              "Find out what the companies in the index say about {topic}.[ Only years {years}.][ Only"
                  + " form {form}.] Search with several wordings, with collapse and latest set, and"
                  + " look at the facets for how often it occurs by company and year. Read the risks"
                  + " that matter. Report for each company what it says, where they agree, and what"
                  + " only one of them says."),
          new Job(
              "brief",
              "Brief me on a filing",
              "The risks of one filing on a page.",
              List.of(new Blank("filing", "Id of the filing, or company and fiscal year.", true)),
              "Brief me on the risk factors of {filing}. Call outline, follow the cursor to its end,"
                  + " and read the risks that are particular to this company. Write a page: what the"
                  + " company fears most, which risks have already happened, which name amounts,"
                  + " regulators or laws, and what is boilerplate."),
          new Job(
              "check_quote",
              "Check a quotation",
              "Whether a filing says what is quoted from it.",
              List.of(
                  new Blank("quote", "The words.", true),
                  new Blank("company", "The company they are said to be from.", false)),
              "Check this quotation:\n\n{quote}\n\n[It is said to be from {company}. ]Search for a"
                  + " phrase of it in double quotes, and for its most telling words if that finds"
                  + " nothing. For each risk that may contain it, call read_risk with the whole"
                  + " quotation as quote. Report whether it is there to the letter, where (FILING#N,"
                  + " document and characters), what differs, and what the sentences around it say."),
          new Job(
              "needs_review",
              "What needs review",
              "The filings whose reading a person should check.",
              List.of(new Blank("company", "Only this company.", false)),
              "List the filings that a person should check: call status with doubtful true[ and"
                  + " company {company}], and follow the cursor to its end. Group them by what looks"
                  + " odd, the most serious first. For the worst three, call outline and say what"
                  + " seems to be missing or wrong."));

  private Prompts() {}

  static List<SyncPromptSpecification> all() {
    List<SyncPromptSpecification> all = new ArrayList<>();
    for (Job job : JOBS) {
      var prompt =
          io.modelcontextprotocol.spec.McpSchema.Prompt.builder(job.name())
              .title(job.title())
              .description(job.description())
              .arguments(
                  job.blanks().stream()
                      .map(b -> new PromptArgument(b.name(), b.description(), b.required()))
                      .toList())
              .build();
      all.add(
          new SyncPromptSpecification(
              prompt, (context, request) -> result(job, request.arguments())));
    }
    return all;
  }

  private static GetPromptResult result(Job job, @Nullable Map<String, Object> given) {
    Map<String, Object> arguments = given == null ? Map.of() : given;
    List<String> known = job.blanks().stream().map(Blank::name).toList();
    for (String name : arguments.keySet()) {
      if (!known.contains(name)) {
        throw bad(Nearest.unknown("argument", Words.line(name), known));
      }
    }
    String text = job.text();
    for (Blank blank : job.blanks()) {
      Object value = arguments.get(blank.name());
      String words = value == null ? "" : value.toString().strip();
      if (words.isEmpty() && blank.required()) {
        throw bad(job.name() + " needs " + blank.name() + ": " + blank.description());
      }
      if (words.length() > MAX_LENGTH) {
        throw bad(blank.name() + ": give at most " + MAX_LENGTH + " characters");
      }
      text = filled(text, "{" + blank.name() + "}", words);
    }
    return GetPromptResult.builder(
            List.of(new PromptMessage(Role.USER, new TextContent(text + CITE))))
        .description(job.description())
        .build();
  }

  /** Fills a blank in, and drops the brackets around it, or the whole sentence in them. */
  private static String filled(String text, String blank, String words) {
    int at = text.indexOf(blank);
    if (at < 0) {
      return text;
    }
    int open = text.lastIndexOf('[', at);
    int close = text.indexOf(']', at);
    boolean optional = open >= 0 && close >= 0 && text.substring(open, at).indexOf(']') < 0;
    if (!optional) {
      return text.substring(0, at) + words + text.substring(at + blank.length());
    }
    String sentence =
        words.isEmpty()
            ? ""
            : text.substring(open + 1, at) + words + text.substring(at + blank.length(), close);
    return text.substring(0, open) + sentence + text.substring(close + 1);
  }

  private static McpError bad(String message) {
    return McpError.builder(ErrorCodes.INVALID_PARAMS).message(message).build();
  }
}
