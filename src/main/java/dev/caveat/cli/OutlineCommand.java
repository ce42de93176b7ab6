package dev.caveat.cli;

import dev.caveat.classify.CategoryModel;
import dev.caveat.index.IndexedFiling;
import dev.caveat.index.Outlines;
import dev.caveat.index.RiskIndex;
import dev.caveat.index.RiskIndexWriter;
import dev.caveat.index.Tagging;
import dev.caveat.library.IndexRun;
import dev.caveat.library.OneFiling;
import dev.caveat.model.FilingFacts;
import dev.caveat.model.FilingOutline;
import dev.caveat.model.RiskDisclosure;
import dev.caveat.model.RiskSection.Status;
import dev.caveat.pipeline.Extraction.Corrections;
import dev.caveat.pipeline.Outcome;
import dev.caveat.words.Counted;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code caveat outline}: how a filing was parted into risks, to be corrected by a person. */
@Command(
    name = "outline",
    description = {
      "Writes a filing's outline as text you can correct, and applies the corrected outline.",
      "",
      "FILING is a file, or an indexed filing named by accession number, path or the first digits"
          + " of its SHA-256. Corrected outlines are kept in a table next to the index"
          + " (INDEX.outlines.tsv). They are used whenever the filing is indexed, even after the index"
          + " is deleted. Blocks are recognized by their first words and their order."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  caveat status --doubtful                                  filings to review",
      "  caveat outline 0000320193-23-000106 > outline.txt         then edit outline.txt",
      "  caveat outline 0000320193-23-000106 --apply outline.txt",
      "  caveat outline 10-k.htm --all > outline.txt               if no section was found",
      "  caveat outline 0000320193-23-000106 --reset",
      "  caveat outline --list"
    })
final class OutlineCommand implements Callable<Integer> {
  /** Blocks shown on each side of the section. */
  private static final int AROUND = 20;

  private static final int MAX_ERRORS = 20;

  @ParentCommand private @Nullable RootCommand root;

  @Mixin private HelpOption help = new HelpOption();

  @Mixin private IndexOption index = new IndexOption();

  @Mixin private TaggerOption tagger = new TaggerOption();

  @Parameters(paramLabel = "FILING", arity = "0..1", description = "A file or an indexed filing.")
  private @Nullable Path name;

  @Option(
      names = "--all",
      description = "Write every block, not just those in and near the section.")
  private boolean all;

  @Option(
      names = "--document",
      paramLabel = "N",
      description =
          "Write the Nth document of the submission, for an exhibit. Default: the one with the"
              + " section.")
  private int document;

  @Option(
      names = "--apply",
      paramLabel = "EDITED",
      description = "Apply this edited outline; - for standard input.")
  private @Nullable Path apply;

  @Option(names = "--reset", description = "Delete the filing's corrected outline.")
  private boolean reset;

  @Option(names = "--list", description = "List the filings that have a corrected outline.")
  private boolean list;

  @Option(
      names = "--export",
      paramLabel = "FILE",
      description = "Write all corrected outlines as a table; - for standard output.")
  private @Nullable Path export;

  @Override
  public Integer call() throws IOException {
    Streams streams = Objects.requireNonNull(root).streams();
    long modes = Stream.of(apply != null, reset, list, export != null).filter(m -> m).count();
    if (modes > 1) {
      throw CommandException.usage("use only one of --apply, --reset, --list and --export");
    }
    boolean alone = list || export != null;
    if (alone != (name == null)) {
      throw CommandException.usage(
          alone ? "--list and --export take no FILING" : "give a FILING, --list or --export");
    }
    if (modes > 0 && (all || document != 0)) {
      throw CommandException.usage("--all and --document cannot be combined with other actions");
    }
    if (document < 0) {
      throw CommandException.usage("--document must be 1 or more, not " + document);
    }
    if (list) {
      return list(streams);
    }
    if (export != null) {
      return export(export, streams);
    }
    String filing = Objects.requireNonNull(name).toString();
    if (reset) {
      return reset(filing, streams);
    }
    return apply == null ? write(filing, streams) : apply(filing, apply.toString(), streams);
  }

  private int write(String filing, Streams streams) throws IOException {
    Outlines outlines = Outlines.of(index.path());
    Outcome.Extracted read =
        OneFiling.of(index.path(), filing).read(outlines::of, document, null, streams.in());
    FilingOutline outline = details(read).outline();
    if (outline.lines().isEmpty()) {
      throw CommandException.nothingDone(
          document == 0
              ? filing + " has no text"
              : filing
                  + " has no document "
                  + document
                  + " with text that could hold risk factors");
    }
    RiskDisclosure told = read.disclosure();
    List<String> about = new ArrayList<>();
    about.add(title(told.path(), told.facts()));
    about.add(told.section().status().id() + ": " + told.section().evidence().replace('\n', ' '));
    if (told.doubt().isDoubtful()) {
      about.add("To review: " + told.doubt().reasons());
    }
    about.add("");
    about.add(
        "Edit this, then run: caveat outline " + quoted(filing) + " --apply THIS-FILE" + hint());
    boolean whole = all || !outline.hasSection();
    if (!outline.hasSection() && !all) {
      streams.err().println("caveat outline: no section was found, so every block is listed");
    }
    streams.out().print(EditedOutline.write(whole ? outline : outline.section(AROUND), about));
    return ExitCode.DONE;
  }

  private String hint() {
    return IndexOption.hint(index.path());
  }

  private static String quoted(String name) {
    return name.contains(" ") ? "'" + name + "'" : name;
  }

  private static Outcome.Details details(Outcome.Extracted read) {
    return Objects.requireNonNull(read.details());
  }

  private static String title(String path, FilingFacts f) {
    return FilingTitle.joined(f.company(), f.form(), FilingTitle.date(f), path);
  }

  private int apply(String filing, String edited, Streams streams) throws IOException {
    if (filing.equals("-") && edited.equals("-")) {
      throw CommandException.usage("standard input can be the filing or the outline, not both");
    }
    EditedOutline own = edited(edited, streams);
    if (!complain(own, streams)) {
      return ExitCode.NOTHING_DONE;
    }
    FilingOutline outline = own.outline();
    CategoryModel model = tagger.load();
    Reading reading = reading(filing, id -> outline, model, streams);
    own.unmatched(details(reading.read()).unmatched());
    if (!complain(own, streams)) {
      return ExitCode.NOTHING_DONE;
    }
    replace(reading, outline, model, streams);
    return ExitCode.DONE;
  }

  /** A filing, and what was read of it. */
  private record Reading(OneFiling filing, Outcome.Extracted read) {}

  /** Reads a filing: where the index has it from another file than the one named, from that. */
  private Reading reading(
      String filing, Corrections corrections, CategoryModel model, Streams streams)
      throws IOException {
    OneFiling named = OneFiling.of(index.path(), filing);
    Outcome.Extracted read = named.read(corrections, 0, model, streams.in());
    OneFiling indexed = named.inIndex(index.path(), read.disclosure().id());
    if (!indexed.path().equals(named.path())) {
      read = indexed.read(corrections, 0, model, streams.in());
    }
    IndexedFiling held = indexed.held();
    String id = read.disclosure().id();
    if (held != null && !held.id().equals(id)) {
      throw CommandException.nothingDone(
          indexed.path()
              + " now holds another filing, "
              + IndexedFiling.name(id)
              + "; run 'caveat index' on it first");
    }
    return new Reading(indexed, read);
  }

  private static EditedOutline edited(String file, Streams streams) throws IOException {
    if (file.equals("-")) {
      return EditedOutline.read(
          new InputStreamReader(streams.in(), StandardCharsets.UTF_8), "standard input");
    }
    try (Reader reader = Files.newBufferedReader(Path.of(file))) {
      return EditedOutline.read(reader, file);
    }
  }

  /** Names what is wrong with an edited outline; true where nothing is. */
  private static boolean complain(EditedOutline edited, Streams streams) {
    List<String> errors = edited.errors();
    errors.stream().limit(MAX_ERRORS).forEach(e -> streams.err().println("caveat outline: " + e));
    if (errors.size() > MAX_ERRORS) {
      streams.err().println("and " + (errors.size() - MAX_ERRORS) + " more");
    }
    return errors.isEmpty();
  }

  /** Keeps an outline, or forgets it, and puts the filing into the index anew if it is there. */
  private void replace(
      Reading reading, @Nullable FilingOutline outline, CategoryModel model, Streams streams)
      throws IOException {
    IndexedFiling held = reading.filing().held();
    RiskDisclosure read = reading.read().disclosure();
    String now = told(read.section().status(), read.section().risks().size());
    if (held == null) {
      Outlines outlines = Outlines.of(index.path());
      outlines.put(read.id(), outline);
      streams.out().println(IndexedFiling.name(read.id()) + ": " + now);
      streams.err().println("not indexed yet; saved in " + outlines.file() + " until it is");
      return;
    }
    Tagging tagging = new Tagging(model.taxonomy(), model.name());
    try (RiskIndexWriter writer = RiskIndexWriter.open(index.path(), tagging)) {
      writer.correct(read.id(), outline);
      writer.add(read);
      IndexRun.review(writer);
      writer.lostLabels().forEach(l -> streams.err().println(IndexCommand.lost(l)));
    }
    streams.out().println(held.name() + ": " + now + ", was " + told(held.status(), held.risks()));
  }

  private static String told(Status status, int risks) {
    return status == Status.PRESENT ? Counted.of(risks, "risk") : status.id();
  }

  private int reset(String filing, Streams streams) throws IOException {
    Outlines outlines = Outlines.of(index.path());
    if (outlines.of(filing) != null && !isKnown(filing)) {
      outlines.put(filing, null);
      streams.out().println(IndexedFiling.name(filing) + ": forgotten");
      return ExitCode.DONE;
    }
    CategoryModel model = tagger.load();
    Reading reading = reading(filing, id -> null, model, streams);
    if (outlines.of(reading.read().disclosure().id()) == null) {
      throw CommandException.nothingDone(
          filing + " has no corrected outline; 'caveat outline --list' lists those that do");
    }
    replace(reading, null, model, streams);
    return ExitCode.DONE;
  }

  /** Whether a filing can be read: it is indexed, or a file. */
  private boolean isKnown(String filing) throws IOException {
    return Files.exists(Path.of(filing)) || !held(filing).isEmpty();
  }

  private List<IndexedFiling> held(String filing) throws IOException {
    return held(List.of(filing)).getOrDefault(filing, List.of());
  }

  /** What the index has by some names; nothing of a name that it does not know. */
  private Map<String, List<IndexedFiling>> held(Collection<String> filings) throws IOException {
    Map<String, List<IndexedFiling>> held = new HashMap<>();
    if (Files.isDirectory(index.path())) {
      try (RiskIndex reader = RiskIndex.open(index.path())) {
        for (String filing : filings) {
          held.put(filing, reader.named(filing));
        }
      }
    }
    return held;
  }

  private int list(Streams streams) throws IOException {
    Outlines outlines = Outlines.of(index.path());
    PrintStream out = streams.out();
    Map<String, FilingOutline> all = outlines.all();
    Map<String, List<IndexedFiling>> indexed = held(all.keySet());
    for (Map.Entry<String, FilingOutline> e : all.entrySet()) {
      FilingOutline outline = e.getValue();
      List<IndexedFiling> held = indexed.getOrDefault(e.getKey(), List.of());
      String risks =
          outline.hasSection() ? Counted.of(outline.risks(), "risk") : Status.ABSENT.id();
      String title =
          held.isEmpty()
              ? "not in the index"
              : title(held.getFirst().path(), held.getFirst().facts());
      out.println(IndexedFiling.name(e.getKey()) + "  " + risks + "  " + title);
    }
    streams.err().println(Counted.of(all.size(), "outline") + " in " + outlines.file());
    return ExitCode.DONE;
  }

  private int export(Path file, Streams streams) throws IOException {
    Outlines outlines = Outlines.of(index.path());
    if (outlines.all().isEmpty()) {
      throw CommandException.nothingDone(
          "there are no corrected outlines in "
              + outlines.file()
              + "; 'caveat outline FILING --apply EDITED' adds one");
    }
    if (file.toString().equals("-")) {
      streams.out().print(outlines.table());
      return ExitCode.DONE;
    }
    byte[] table = outlines.table().getBytes(StandardCharsets.UTF_8);
    OutputFile.of("--export", file, List.of(), index.path()).write(o -> o.write(table), streams);
    return ExitCode.DONE;
  }
}
