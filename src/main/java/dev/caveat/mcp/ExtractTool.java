package dev.caveat.mcp;

import dev.caveat.Caveat;
import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import dev.caveat.json.FactsJson;
import dev.caveat.json.FileRisksJson;
import dev.caveat.json.ReadRiskJson;
import dev.caveat.library.RequestParameters.Parameter;
import dev.caveat.mcp.Answer.Checked;
import dev.caveat.model.RiskDisclosure;
import dev.caveat.model.RiskFactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a local file, in folders that were named when the server was started. */
final class ExtractTool {
  private static final int MAX_EVIDENCE = 2_000;

  private final List<Path> folders;

  private ExtractTool(List<Path> folders) {
    this.folders = folders;
  }

  /**
   * Reads files in folders.
   *
   * @param folders real paths
   */
  static Tool in(List<Path> folders) {
    return new Tool(
        "extract",
        "Extract risks from a local file",
        "Reads a filing from a file on this machine (EDGAR submission, HTML, inline XBRL, plain"
            + " text, or an archive with one of these) without adding it to the index. Lists its"
            + " risks; with ordinal, reads one. Only files in "
            + folders.stream().map(Path::toString).collect(Collectors.joining(", "))
            + " can be read.",
        List.of(
            Parameter.text(
                "path", "The file: its full path, or its path in one of the folders above."),
            Parameter.number("ordinal", "The number of the risk to read, from 1.")),
        List.of("path"),
        new ExtractTool(folders)::answer);
  }

  private Answer answer(Arguments arguments) throws IOException {
    int ordinal = arguments.number("ordinal", 1, 999_999, 0);
    Path file = file(arguments.need("path"));
    RiskDisclosure filing = Caveat.extract(file);
    List<RiskFactor> risks = filing.section().risks();
    List<Checked> checked = List.of(new Checked(filing.id(), filing.facts(), filing.doubt()));
    String title =
        Words.filing(filing.id(), filing.facts()) + "\nfile: " + Words.line(file.toString()) + "\n";
    if (ordinal > risks.size()) {
      throw Arguments.bad(
          "ordinal", "ordinal: the file has %d risks, but no %d".formatted(risks.size(), ordinal));
    }
    if (ordinal > 0) {
      RiskFactor risk = risks.get(ordinal - 1);
      FactsJson facts = FactsJson.of(filing.path(), filing.facts());
      return Answer.of(
          arguments,
          ReadRiskJson.of(filing.id(), facts, risk, null),
          title + "risk " + ordinal + "\n" + ReadTools.category(risk),
          checked,
          Passages.of(risk));
    }
    String text =
        title
            + "status: %s, %d risks; the words this rests on:\n%s\n"
                .formatted(
                    filing.section().status().id(),
                    risks.size(),
                    Words.quoted(Words.shortened(filing.section().evidence(), MAX_EVIDENCE)));
    return Answer.of(
        arguments, FileRisksJson.of(filing), text, checked, Passages.outline(filing.id(), risks));
  }

  /** A file in one of the folders, wherever links and {@code ..} lead. */
  private Path file(String name) throws IOException {
    for (Path folder : folders) {
      Path real = real(folder, name);
      if (real != null && folders.stream().anyMatch(real::startsWith)) {
        if (!Files.isRegularFile(real)) {
          throw Arguments.bad("path", "path: this is a folder, or no ordinary file; name one file");
        }
        return real;
      }
    }
    // Says the same of files that are not there and of files elsewhere.
    throw new CaveatException(
        ErrorCode.NOT_FOUND,
        "path: there is no such file in "
            + folders.stream().map(Path::toString).collect(Collectors.joining(" or ")),
        Map.of("kind", "file"));
  }

  private static @Nullable Path real(Path folder, String name) {
    try {
      return folder.resolve(name).toRealPath();
    } catch (IOException | InvalidPathException | SecurityException e) {
      return null;
    }
  }
}
