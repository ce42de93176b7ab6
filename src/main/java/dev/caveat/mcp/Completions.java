package dev.caveat.mcp;

import dev.caveat.Library;
import dev.caveat.error.CaveatException;
import dev.caveat.index.FilingFilter;
import dev.caveat.index.IndexedFiling;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncCompletionSpecification;
import io.modelcontextprotocol.spec.McpSchema.CompleteReference;
import io.modelcontextprotocol.spec.McpSchema.CompleteResult;
import io.modelcontextprotocol.spec.McpSchema.CompleteResult.CompleteCompletion;
import io.modelcontextprotocol.spec.McpSchema.PromptReference;
import io.modelcontextprotocol.spec.McpSchema.ResourceReference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Completes names of companies and filings while people type them. */
final class Completions {
  private static final int MOST = 100;

  private Completions() {}

  static List<SyncCompletionSpecification> over(Library library) {
    List<SyncCompletionSpecification> all = new ArrayList<>();
    for (Prompts.Job job : Prompts.JOBS) {
      all.add(completion(library, new PromptReference(job.name())));
    }
    all.add(completion(library, new ResourceReference(Resources.FILING)));
    all.add(completion(library, new ResourceReference(Resources.RISK)));
    return all;
  }

  private static SyncCompletionSpecification completion(
      Library library, CompleteReference reference) {
    return new SyncCompletionSpecification(
        reference,
        (context, request) ->
            complete(library, request.argument().name(), request.argument().value()));
  }

  private static CompleteResult complete(
      Library library, @Nullable String argument, @Nullable String begun) {
    Function<IndexedFiling, @Nullable String> names =
        switch (String.valueOf(argument)) {
          case "company" -> f -> f.facts().company();
          case "filing", "id" -> IndexedFiling::id;
          default -> f -> null;
        };
    String start = begun == null ? "" : begun.toLowerCase(Locale.ROOT);
    TreeSet<String> found = new TreeSet<>();
    try {
      library.filings(
          FilingFilter.none(),
          f -> {
            String name = names.apply(f);
            if (name != null && name.toLowerCase(Locale.ROOT).startsWith(start)) {
              found.add(Words.line(name));
            }
          });
    } catch (IOException | CaveatException e) {
      found.clear(); // nothing to suggest; the tools say why
    }
    return new CompleteResult(
        new CompleteCompletion(
            found.stream().limit(MOST).toList(), found.size(), found.size() > MOST));
  }
}
