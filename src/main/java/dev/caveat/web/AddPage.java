package dev.caveat.web;

import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import dev.caveat.http.Answers;
import dev.caveat.http.Permission;
import dev.caveat.http.Routes;
import dev.caveat.index.IndexedFiling;
import dev.caveat.library.IndexedInput;
import dev.caveat.report.Templates;
import dev.caveat.web.Uploads.Lot;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds filings, and tells what became of each while they are read. */
final class AddPage implements Routes {
  private static final int MAX_FILES = 1_000;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MMMM d, h:mm:ss a", Locale.US);

  /** A sign of life for an open stream. */
  private static final long PING_MILLIS = 10_000;

  private final Site site;
  private final Uploads uploads;

  AddPage(Site site, Uploads uploads) {
    this.site = site;
    this.uploads = uploads;
  }

  /** What {@code web/add.jte} prints. */
  public record View(Frame frame, String folder, long maxMegabytes, List<LotLink> lots) {}

  /** Leads to filings that were added together. */
  public record LotLink(String id, String text) {
    static LotLink of(Lot lot) {
      String done =
          lot.failure() != null
              ? "stopped"
              : lot.isEnded() ? Titles.counted(lot.inputs(), "file") : "not done yet";
      return new LotLink(lot.id(), TIME.format(lot.begun()) + ", " + done);
    }
  }

  /**
   * What {@code web/lot.jte} prints.
   *
   * @param results so far
   * @param failure why it ended early; null if it did not
   */
  public record LotView(
      Frame frame,
      String id,
      List<Result> results,
      int inputs,
      boolean ended,
      @Nullable String failure) {
    /** How many files had which result. */
    public String summary() {
      Map<String, Long> counts = new TreeMap<>();
      results.forEach(r -> counts.merge(r.kind(), 1L, Long::sum));
      return counts.entrySet().stream()
          .map(c -> String.format(Locale.ROOT, "%,d %s", c.getValue(), c.getKey()))
          .collect(Collectors.joining(", "));
    }
  }

  /** One line: what {@code web/result.jte} prints. */
  public record Result(IndexedInput input) {
    /** The file without the folder it is kept in. */
    public String name() {
      return input.path().substring(input.path().lastIndexOf('/') + 1);
    }

    /** The page of the filing; null if there is none. */
    public @Nullable String link() {
      IndexedFiling filing = input.filing();
      return filing == null ? null : Address.filing(filing.id()).toString();
    }

    /** What it is called; the name of the file where that is not known. */
    public String title() {
      IndexedFiling filing = input.filing();
      return filing == null ? name() : Titles.of(filing);
    }

    /** What became of it, in a word or two. */
    String kind() {
      return switch (input.result()) {
        case INDEXED -> "added";
        case UNCHANGED, DUPLICATE -> "already there";
        case FAILED -> "not readable";
        case PASSED_OVER -> "not a filing";
      };
    }

    /** What became of it, in words. */
    public String words() {
      return switch (input.result()) {
        case INDEXED -> "added";
        case UNCHANGED -> "already there";
        case DUPLICATE -> "same filing as " + Path.of(input.reason()).getFileName();
        case FAILED -> input.reason();
        case PASSED_OVER -> "not a filing: " + input.reason();
      };
    }

    /** Why a person should look at it; empty if nobody has to. */
    public String doubt() {
      return input.filing() == null ? "" : input.filing().doubt().reasons();
    }
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/add", this::show);
    routes.post("/add", this::add, Permission.WRITE);
    routes.post("/add/examples", this::addExamples, Permission.WRITE);
    routes.get("/add/{lot}", this::lot);
    routes.sse("/add/{lot}/events", this::events);
  }

  private void show(Context ctx) {
    Answers.html(
        ctx,
        Templates.render(
            "web/add.jte",
            new View(
                site.frame("Add filings", "add"),
                uploads.folder().toString(),
                site.settings().maxUpload() >> 20,
                uploads.lots().stream().map(LotLink::of).toList().reversed())));
  }

  private void add(Context ctx) throws IOException {
    List<Uploads.Sent> files = new ArrayList<>();
    for (UploadedFile file : ctx.uploadedFiles("filings")) {
      if (!file.filename().isEmpty()) { // as browsers send the field where nothing was chosen
        files.add(new Uploads.Sent(file.filename(), file.content()));
      }
    }
    if (files.isEmpty() || files.size() > MAX_FILES) {
      throw new CaveatException(
          ErrorCode.BAD_REQUEST,
          files.isEmpty()
              ? "choose at least one file"
              : "choose at most " + MAX_FILES + " files at once, or an archive with them",
          Map.of("kind", "filings", "value", Integer.toString(files.size())));
    }
    follow(ctx, uploads.add(files));
  }

  private void addExamples(Context ctx) {
    Path examples = site.examples();
    if (examples == null) {
      throw new CaveatException(
          ErrorCode.NOT_FOUND,
          "the bundled filings are not here",
          Map.of("kind", "file", "name", "corpora"));
    }
    follow(ctx, uploads.addFolder(examples));
  }

  private static void follow(Context ctx, Lot lot) {
    ctx.redirect("/add/" + lot.id(), HttpStatus.SEE_OTHER);
  }

  private Lot wanted(Context ctx) {
    Lot lot = uploads.lot(ctx.pathParam("lot"));
    if (lot == null) {
      throw new CaveatException(
          ErrorCode.NOT_FOUND,
          "these filings were added before the server was started",
          Map.of("kind", "lot", "name", ctx.pathParam("lot")));
    }
    return lot;
  }

  private void lot(Context ctx) {
    Lot lot = wanted(ctx);
    boolean ended = lot.isEnded(); // before the results, which then are all
    Answers.html(
        ctx,
        Templates.render(
            "web/lot.jte",
            new LotView(
                site.frame("Adding filings", "add"),
                lot.id(),
                lot.resultsFrom(0).stream().map(Result::new).toList(),
                lot.inputs(),
                ended,
                lot.failure())));
  }

  /** Sends each result as a row of the table, numbered, so that a broken stream can go on. */
  private void events(SseClient client) {
    Lot lot = uploads.lot(client.ctx().pathParam("lot"));
    if (lot == null) { // from before a restart: the page is to ask again, and will be told
      client.sendEvent("end", "");
      client.close();
      return;
    }
    int first = number(client.ctx().header("Last-Event-ID"));
    int from = first > 0 ? first : number(client.ctx().queryParam("from"));
    client.keepAlive();
    Thread.ofVirtual().name("events").start(() -> send(client, lot, from));
  }

  private static void send(SseClient client, Lot lot, int from) {
    int sent = from;
    try {
      while (!client.terminated()) {
        boolean ended = lot.isEnded();
        List<IndexedInput> results = lot.resultsFrom(sent);
        for (IndexedInput result : results) {
          sent++;
          client.sendEvent(
              "result",
              Templates.render("web/result.jte", new Result(result)),
              Integer.toString(sent));
        }
        if (ended && results.isEmpty()) {
          client.sendEvent("end", Integer.toString(lot.inputs()));
          break;
        }
        if (results.isEmpty()) {
          client.sendComment("still here");
        }
        lot.await(sent, PING_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      client.close();
    }
  }

  private static int number(@Nullable String text) {
    return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }
}
